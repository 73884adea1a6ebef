"""Papers that are already at hand: for tests, notebooks and services that hold the bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.errors import SourceError
from corpus.records.document import SourceItem


class MemorySource:
    """A source that gives what it was given, errors included."""

    def __init__(self, papers: Sequence[SourceItem | SourceError]) -> None:
        self._papers = tuple(papers)

    def items(self) -> Iterator[SourceItem | SourceError]:
        """The papers in the order they were given."""
        return iter(self._papers)
