"""Where it was said."""

from __future__ import annotations

from typing import Any

from sayso.attribution.channel import channel

CASES = "channels"


def test_the_words_beside_the_cue_tell_the_channel(case: dict[str, Any]) -> None:
    found = channel(
        case["cue"].split(),
        identity=case.get("identity"),
        source_words=case.get("source", "").split(),
        before=case.get("before", "").split(),
        after=case.get("after", "").split(),
    )
    assert found == case["channel"]


def test_nothing_to_go_by_is_unknown() -> None:
    assert channel([]) == "unknown"
