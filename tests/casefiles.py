"""Cases are data, in YAML; libyaml, where PyYAML was built with it, reads them ten times as fast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases"
TYPED = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORDS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def typed_cases(name: str) -> Any:
    """The entries of a file in tests/cases, with numbers and truth values for what looks so."""
    return yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), Loader=TYPED)


def written_cases(name: str) -> Any:
    """The same, every value as the text that is written there: a country `NO` is no truth value."""
    return yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), Loader=WORDS)
