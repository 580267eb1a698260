"""Fictional stories for the tests of this room."""

from __future__ import annotations

from typing import Any

from sayso.comparing.article import Article
from sayso.comparing.story import Story, story_of
from sayso.schema.document import Document, Passage, document_id

WIRE = (
    "A bridge over the Tarn collapsed on Sunday under a convoy of grain lorries, killing four drivers, the"
    " transport ministry of Velmora said. The third pier had been repaired in spring after a flood washed"
    " out its footing. Inspectors had warned that heavy traffic should use the new crossing at Belmar until"
    " the concrete was hard. “We wrote to them twice and nobody answered,” said Oda Frinn, who led the"
    " inspection. The haulage company said its drivers had followed the signs. Farmers upstream now take a"
    " detour of sixty kilometres, and mills in Dorsk expect deliveries to be short for a month."
)
# The same afternoon, in the words of somebody who stood on the bank.
OWN = (
    "Four caps lay on the mud of the Tarn on Sunday evening, and a boy was told not to touch them. The"
    " middle of the old bridge was gone. “We wrote to them twice and nobody answered,” said Oda Frinn, an"
    " engineer, looking at the river. Wheat floated as far as the weir. A priest from Velmora’s side came"
    " on a bicycle; his colleague opposite rang the bell. Whoever drove here knew the loop by Belmar, a"
    " villager said, but the loop costs diesel."
)
OTHER = (
    "Potatoes will be dear this winter because frost in May killed the early plants in Lorn province."
    " Growers asked for a lower duty on seed. A market woman in Telmara sold hers by the piece and advised"
    " her customers to marry a gardener. The agriculture ministry counts on imports from Karvia, where the"
    " harvest was good and the roads are dry."
)


def document(text: str, **fields: Any) -> Document:
    """A document of one body passage, or of the passages given."""
    known: dict[str, Any] = {
        "title": None, "outlet": None, "url": None, "authors": (), "published": None, "language": "en",
        "wire": None, "passages": (Passage("body", 0, len(text)),),
    }  # fmt: skip
    return Document(id=document_id(text), text=text, **(known | fields))


def story(text: str) -> Story:
    return story_of(document(text))


def article(text: str, outlet: str | None = None, published: str | None = None) -> Article:
    told = story(text)
    return Article(told.id, outlet, published, words=len(told.words))


def sentences(text: str) -> list[str]:
    """Sentences without their full stop, a quotation kept whole."""
    return text.removesuffix(".").split(". ")


def joined(*parts: str) -> str:
    return ". ".join(parts) + "."
