"""An event across documents as plain JSON, as `sayso event --json` and the API give it."""

from __future__ import annotations

from typing import Any

from sayso.ledger.across.event import EventStory
from sayso.ledger.across.origins import origins_json
from sayso.ledger.ledger import Ledger
from sayso.schema.plain import to_plain


def story_json(ledger: Ledger, story: EventStory) -> dict[str, Any]:
    """The records as they are, but for the origins with the words that documents share, the grades as
    they are written, and the parts of what makes two accounts one.
    """
    whole: dict[str, Any] = to_plain(story)
    whole["origins"] = origins_json(ledger, story.origins)
    whole["grades"] = {id: str(grade) for id, grade in story.grades.items()}
    for plain, tied in zip(whole["ties"], story.ties, strict=True):
        plain["sameness"]["parts"] = [to_plain(part) for part in tied.sameness.parts]
    return whole
