"""The steps of a run as plain functions: what a Prefect task calls, and what runs without Prefect.

Every paper is read and analysed behind one boundary, `analyse_item`: whatever goes wrong with one
paper becomes that paper's row and never costs another.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import SourceError, StedenbandError, UnreadablePaper
from corpus.records import Analysis, Document, Notice, SourceItem
from corpus.sources.base import distinct_names
from corpus.sources.folder import FolderSource
from corpus.sources.web import WebSource
from extractors.analyse import Tools, analyse, load_tools
from extractors.text.reading import read_document
from flows.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolChoice:
    """Which tools to load: small enough to travel to any process or machine."""

    pipeline: str = ""
    classifier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The papers that were asked for, and the sources that could not be reached."""

    items: tuple[SourceItem, ...]
    failures: tuple[SourceError, ...] = ()


@cache
def tools_for(choice: ToolChoice) -> Tools:
    """The tools, loaded once per process."""
    return load_tools(
        pipeline=choice.pipeline, classifier=Path(choice.classifier) if choice.classifier else None
    )


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


def analyse_batch(items: Sequence[SourceItem], choice: ToolChoice) -> tuple[Analysis, ...]:
    """The analyses of some papers, in order; never raises for the sake of one paper."""
    tools = tools_for(choice)
    return tuple(analyse_item(item, tools) for item in items)


def analyse_item(item: SourceItem, tools: Tools) -> Analysis:
    """One paper from bytes to records; a paper that fails becomes an analysis that says so."""
    try:
        return analyse(read_document(item), tools)
    except UnreadablePaper as error:
        return _failed(item, error, tools.fingerprint)
    except MemoryError:
        short = UnreadablePaper(item.name, "it takes more memory than there is", code="too_large")
        return _failed(item, short, tools.fingerprint)
    except Exception as error:  # noqa: BLE001 - the one boundary: one paper never costs another
        wrong = UnreadablePaper(
            item.name,
            f"stedenband failed on it ({type(error).__name__}: {error})",
            "Please report this with the paper, if it is public.",
            code="internal",
        )
        return _failed(item, wrong, tools.fingerprint)


def _failed(item: SourceItem, error: UnreadablePaper, fingerprint: str) -> Analysis:
    notice = Notice(
        code=error.code, level="loss", doc=item.name, message=error.reason, remedy=error.remedy
    )
    document = Document(id=item.sha256, name=item.name, text="")
    return Analysis(document=document, status="failed", notices=(notice,), fingerprint=fingerprint)


def batches(items: Sequence[SourceItem], size: int) -> Iterable[tuple[SourceItem, ...]]:
    """`items` in order, `size` at a time."""
    step = max(size, 1)
    return (tuple(items[at : at + step]) for at in range(0, len(items), step))


def refused(failures: Sequence[StedenbandError]) -> tuple[Analysis, ...]:
    """A failed analysis for each paper that its source could not hand over."""
    return tuple(
        Analysis(
            document=Document(id="", name=Path(failure.subject).name, text=""),
            status="failed",
            notices=(
                Notice(
                    code="not_fetched",
                    level="loss",
                    doc=Path(failure.subject).name,
                    message=failure.reason,
                    remedy=failure.remedy,
                ),
            ),
        )
        for failure in failures
    )
