"""Which tools to load and how to read: small enough to travel to any process or machine."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.text.options import DEFAULTS, ReadingOptions
from flows.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolChoice:
    """Which tools to load and how to read: small enough to travel to any process or machine."""

    pipeline: str = ""
    classifier: str = ""
    reading: ReadingOptions = DEFAULTS


def choice_of(settings: Settings) -> ToolChoice:
    """The tools and the way of reading that the settings ask for."""
    return ToolChoice(
        pipeline=settings.pipeline,
        classifier=settings.classifier,
        reading=ReadingOptions(
            both_readers=settings.both_readers,
            ocr=settings.ocr,
            ocr_languages=settings.ocr_languages,
            seconds=settings.paper_seconds,
            megabytes=settings.paper_megabytes,
        ),
    )
