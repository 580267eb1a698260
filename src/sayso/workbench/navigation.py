"""What stands at the head of every page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One room of the workbench.

    Attributes:
        name: as it is read.
        address: of its first page.
        under: the beginnings of the paths that belong to it.
        writes: it is for those who may write.
    """

    name: str
    address: str
    under: tuple[str, ...]
    writes: bool = False

    def holds(self, path: str) -> bool:
        return path == self.address or any(path.startswith(one) for one in self.under)


NAVIGATION = (
    Entry("Claims", "/claims", ("/claims/",)),
    Entry("Events", "/events", ("/events/",)),
    Entry("Pictures", "/timeline", ("/network", "/map")),
    Entry("Stories", "/stories", ("/stories/",)),
    Entry("Origins", "/origins", ("/origins/",)),
    Entry("Review", "/review", ("/changes", "/ratings", "/families")),
    Entry("Watch", "/watch", ("/watch/",)),
    Entry("Add", "/add", ("/add/",), writes=True),
)
