"""Papers from the places that a user names, with those inside archives and e-mails."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SourceError, StedenbandError, UnreadablePaper
from corpus.records import SourceItem
from corpus.sources.base import distinct_names
from corpus.sources.folder import FolderSource
from corpus.sources.web import WebSource
from extractors.text.options import ReadingOptions
from extractors.text.sniff import is_container
from flows.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The papers that were asked for, and the sources that could not be reached."""

    items: tuple[SourceItem, ...]
    failures: tuple[StedenbandError, ...] = ()


def gather(places: Sequence[str], settings: Settings) -> Gathered:
    """Every paper under the files, folders, globs and addresses in `places`."""
    items: list[SourceItem] = []
    failures: list[SourceError] = []
    paths: list[Path] = []
    limit = settings.max_megabytes * 1_000_000
    for place in places:
        if place.startswith(("http://", "https://")):
            source = WebSource(place, allow_private=settings.allow_private, max_bytes=limit)
            _take(source.items(), items, failures)
        else:
            paths.extend(_paths(place, failures))
    if paths:
        _take(FolderSource(paths, max_bytes=limit).items(), items, failures)
    return Gathered(items=tuple(distinct_names(items)), failures=tuple(failures))


def _paths(place: str, failures: list[SourceError]) -> list[Path]:
    path = Path(place)
    if path.exists():
        return [path]
    found = [Path(name) for name in sorted(glob.glob(place, recursive=True))]  # noqa: PTH207 - a pattern as typed, absolute ones too
    if not found:
        failures.append(SourceError(place, "no such file or folder", "Check the spelling."))
    return found


def _take(
    papers: Iterator[SourceItem | SourceError],
    items: list[SourceItem],
    failures: list[SourceError],
) -> None:
    for paper in papers:
        if isinstance(paper, SourceError):
            failures.append(paper)
        else:
            items.append(paper)


def unpacked(found: Gathered, options: ReadingOptions) -> Gathered:
    """The papers with those inside archives and e-mails in the place of what holds them."""
    items: list[SourceItem] = []
    failures = list(found.failures)
    for item in found.items:
        for inner in _inside(item, options):
            if isinstance(inner, SourceItem):
                items.append(inner)
            else:
                failures.append(inner)
    return Gathered(items=tuple(distinct_names(items)), failures=tuple(failures))


def _inside(item: SourceItem, options: ReadingOptions) -> tuple[SourceItem | UnreadablePaper, ...]:
    if not is_container(item.data, item.name):
        return (item,)
    from extractors.text.containers import unpack

    return unpack(item, options)
