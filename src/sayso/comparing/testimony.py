"""One document's account of an event with on whose word it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from sayso.comparing.account import Account
from sayso.comparing.parties import Voice
from sayso.schema.event import Standing

Stance = Literal["asserts", "reports", "hedges", "expects", "denies"]

_STANCES: Mapping[Standing, Stance] = {
    "fact": "asserts",
    "admitted": "reports",
    "reported": "reports",
    "possible": "hedges",
    "planned": "expects",
    "denied": "denies",
    "negated": "denies",
}
_UNKNOWN = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Testimony:
    """One document's account of the event, and on whose word.

    Attributes:
        account: what the document tells.
        voice: on whose word it tells that it happened; None for the outlet's own.
        denier: who denies it there, or None where nobody does or it is not known.
    """

    __test__: ClassVar[bool] = False  # the name makes pytest think it one of its own

    account: Account
    voice: Voice | None = None
    denier: Voice | None = None

    @property
    def stance(self) -> Stance:
        """What the document does: an admission without a voice is told in the outlet's own."""
        if self.account.standing == "admitted" and not self.on_word:
            return "asserts"
        return _STANCES[self.account.standing]

    @property
    def on_word(self) -> bool:
        """Whether it rests on somebody's word."""
        return self.voice is not None or self.account.source is not None

    @property
    def day(self) -> str | None:
        """ISO day of publication, of an interval its first."""
        published = self.account.published
        return published.split("/")[0][:10] if published else None

    @property
    def order(self) -> tuple[str, str, str]:
        """The earliest published first."""
        return (self.day or _UNKNOWN, self.account.document, self.account.id)
