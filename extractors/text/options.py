"""How papers are read: what a user may choose, small enough to travel to any process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """Choices of the reader; part of what an analysis depends on."""

    both_readers: bool = False  # count every page with pdfplumber too, not only doubtful ones
    ocr: bool = True  # send pages without usable text through Tesseract, where it is installed
    ocr_languages: str = "nld+eng"
    seconds: int = 120  # that one paper may take; reading of scans stops before
    megabytes: int = 4000  # of memory that the process that reads papers may take
    unpacked_megabytes: int = 300  # that a packed paper or an archive may unpack to
    inner_papers: int = 200  # papers that an archive or e-mail may hold


DEFAULTS = ReadingOptions()
