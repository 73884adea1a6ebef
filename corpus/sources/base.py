"""What a source of papers is, and how papers of several sources get names that differ.

A source gives its papers one by one. What it cannot hand over it gives as a SourceError in that
paper's place, so that one paper never costs the others; it raises only where it can give nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol

from corpus.errors import SourceError
from corpus.records.document import SourceItem


class Source(Protocol):
    """Anything that papers can be asked of."""

    def items(self) -> Iterator[SourceItem | SourceError]:
        """Every paper, in the same order each time; an error where a paper should have been."""
        ...


def distinct_names(items: Iterable[SourceItem]) -> Iterator[SourceItem]:
    """The same papers in the same order, a name that was taken before numbered: `nota (2).pdf`.

    Tables tell papers apart by their name, and council systems serve many a `download.pdf`.
    """
    taken: set[str] = set()
    for item in items:
        name, number = item.name, 1
        while name in taken:
            number += 1
            path = PurePosixPath(item.name)
            name = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        taken.add(name)
        yield item if name == item.name else replace(item, name=name)
