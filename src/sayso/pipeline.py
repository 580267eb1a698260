"""The one page where the order is written: who says what, about whom, in which words.

Each stage is a function from records to records and knows no other stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import sayso
from sayso.attribution.attributing import Attributing
from sayso.attribution.claiming import claims_of
from sayso.attribution.profile import profile
from sayso.codebook import Codebook, load_codebook
from sayso.coding.coding import Coding
from sayso.linguistics.coreference import Coreference
from sayso.resolution.actors import Actors
from sayso.resolution.gazetteer_choosing import open_gazetteer
from sayso.resolution.locating import located
from sayso.resolution.participants import Participants
from sayso.resolution.place_country import places_of
from sayso.resolution.places import Places
from sayso.resolution.userlists import read_lists
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document
from sayso.schema.reading import Reading

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import Any

    import numpy as np
    from numpy.typing import NDArray
    from threadpoolctl import ThreadpoolController

    from sayso.encoder.encoder import Encoder

# Texts whose windows are cut together. The encoder is ahead within them, and waits for the last of them.
AT_ONCE = 16
_threads: list[int | None] = [None]
_codebook: list[Path | None] = [None]
_lists: list[tuple[Path, ...]] = [()]


def read(document: Document) -> Reading:
    """Who says what in one document, and what is said to have happened."""
    return next(read_batch([document]))


def read_batch(documents: Iterable[Document]) -> Iterator[Reading]:
    """The same for many, in their order; the encoder reads the next of a group meanwhile."""
    rest = iter(documents)
    while group := list(islice(rest, AT_ONCE)):
        with closing(encoder().analyse([document.text for document in group])) as analyses:
            for document in group:
                with _few_threads():
                    reading = _told(document, next(analyses))
                yield reading


def _told(document: Document, analysis: Analysis) -> Reading:
    attributing = Attributing(document, analysis)
    sources = [one.source for one in attributing.links if one.source]
    coreference = Coreference(analysis, sources, syntax=attributing.syntax)
    attributions = attributing.attributions(coreference)
    coding = Coding(
        document, analysis, attributions, coreference, codebook=codebook(), syntax=attributing.syntax
    )
    participants = Participants(
        actors(),
        analysis,
        attributions,
        coding.events(),
        entities=coreference.entities,
        date=document.published,
    )
    attributions, events = participants.attributions(), participants.events()
    if any(event.place for event in events):
        events = located(document.text, events, places())
    return Reading(
        sayso=sayso.__version__,
        encoder=encoder().version,
        document=document,
        entities=coreference.entities,
        attributions=attributions,
        events=events,
        claims=claims_of(document, attributions, events),
        profile=profile(document, attributions, events, analysis.starts.tolist()),
        notices=tuple(_notices(document)),
    )


def analyse(text: str) -> Analysis:
    """Words, sentences, trees, names, roles and event scores of a text."""
    with _few_threads():
        return next(encoder().analyse([text]))


def analyse_words(
    text: str, starts: NDArray[np.int64], ends: NDArray[np.int64], sentences: NDArray[np.int64]
) -> Analysis:
    """The same on given words (words,) twice and sentences (sentences, 2), half-open."""
    return encoder().analyse_words(text, starts, ends, sentences)


@cache
def _threadpools() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _few_threads() -> AbstractContextManager[Any]:
    """For products of small matrices a second thread only waits for the first: four times the time."""
    encoder()  # what it links to must be loaded before it can be limited
    limits: AbstractContextManager[Any] = _threadpools().limit(limits=1, user_api="blas")
    return limits


@cache
def codebook() -> Codebook:
    """PLOVER, or the codebook that `use_codebook` named."""
    return load_codebook(_codebook[-1])


def use_codebook(path: Path | None) -> None:
    """Codes with a user's codebook from now on, None for PLOVER; raises CodebookError where it is none."""
    _codebook[:] = [path]
    codebook.cache_clear()
    codebook()


@cache
def places() -> Places:
    """Where is where: the gazetteer that sayso carries, or the one that SAYSO_GAZETTEER names."""
    return Places(open_gazetteer())


@cache
def actors() -> Actors:
    """Who is who: countries and sectors of actors, with the lists that `use_actors` named on top."""
    return Actors(lists=read_lists(_lists[-1]), places=lambda name: _countries()(name))


def use_actors(paths: Sequence[Path]) -> None:
    """Knows a user's lists of actors from now on, the first before the others and all before the tables.

    Raises ActorListError where one cannot be used.
    """
    _lists[:] = [tuple(paths)]
    actors.cache_clear()
    actors()


@cache
def _countries() -> Callable[[str], str | None]:
    """Name of a place -> its country; opens the gazetteer when first asked."""
    return places_of(open_gazetteer())


@cache
def encoder() -> Encoder:
    """The shipped encoder, loaded when it is first needed."""
    from sayso.encoder.encoder import Encoder

    return Encoder(threads=_threads[-1])


def encoder_version() -> str:
    """Of the shipped encoder's weights, without loading them."""
    from sayso.encoder.folder import open_folder

    return open_folder().version


def use_threads(threads: int | None) -> None:
    """How many threads the encoder may use from now on, None for as many as there are processors."""
    _threads[:] = [threads]
    encoder.cache_clear()


def _notices(document: Document) -> Iterator[str]:
    if document.language not in (None, "en"):
        yield f"The text seems to be in another language ({document.language}); sayso was made for English."
