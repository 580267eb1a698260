"""Texts without what nobody may read in them."""

from __future__ import annotations

import re

# How a URL names the driver, and where it may hold a password: before the host, or as a parameter.
_DRIVER = re.compile(r"\bpostgres(?:ql)?\+\w+://")
_PASSWORD = re.compile(r"(://[^\s:/@]*):[^\s@]*@|(\bpassword=)[^\s&]+")


def shown(told: str) -> str:
    """What may be printed: no password, and URLs of databases as people write them."""
    hidden = _PASSWORD.sub(lambda found: f"{found[1]}:***@" if found[1] else f"{found[2]}***", told)
    return _DRIVER.sub("postgresql://", hidden)
