"""The rows of papers that could not be fetched or read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import StedenbandError, UnreadablePaper
from corpus.records import Analysis, Document, Notice, SourceItem


def failed(item: SourceItem, error: UnreadablePaper, fingerprint: str = "") -> Analysis:
    """The analysis of a paper that could not be read; without a fingerprint it is tried again."""
    notice = Notice(
        code=error.code, level="loss", doc=item.name, message=error.reason, remedy=error.remedy
    )
    document = Document(id=item.sha256, name=item.name, text="")
    return Analysis(document=document, status="failed", notices=(notice,), fingerprint=fingerprint)


def refused(failures: Sequence[StedenbandError]) -> tuple[Analysis, ...]:
    """A failed analysis for each paper that could not be handed over."""
    return tuple(map(_refused, failures))


def _refused(failure: StedenbandError) -> Analysis:
    fetched = isinstance(failure, UnreadablePaper)
    name = failure.subject if fetched else Path(failure.subject).name
    notice = Notice(
        code=failure.code if isinstance(failure, UnreadablePaper) else "not_fetched",
        level="loss",
        doc=name,
        message=failure.reason,
        remedy=failure.remedy,
    )
    document = Document(id="", name=name, text="")
    return Analysis(document=document, status="failed", notices=(notice,))
