"""The four quad categories by the numbers that CAMEO and PLOVER give them."""

from __future__ import annotations

from collections.abc import Mapping

QUADS: Mapping[str, int] = {
    "verbal cooperation": 1,
    "material cooperation": 2,
    "verbal conflict": 3,
    "material conflict": 4,
}
