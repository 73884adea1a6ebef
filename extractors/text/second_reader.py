"""pdfplumber, asked where it is needed: for tables, and where pypdfium2's text is in doubt."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from corpus.records import Notice
from extractors.text.coverage import (
    Seen,
    disagreements,
    is_doubtful,
    prefer_witness,
    witness,
    witness_runs,
)
from extractors.text.drawings import Drawing
from extractors.text.ruled_tables import Grid, Tables, find_grids, write_tables
from extractors.text.runs import RunPage


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """The pages, mended where pdfplumber reads more, with their tables."""

    pages: tuple[RunPage, ...]
    tables: tuple[Tables, ...]
    notices: tuple[Notice, ...] = ()


def read_second(
    data: bytes,
    name: str,
    pages: Sequence[RunPage],
    drawings: Sequence[Drawing],
    *,
    every_page: bool = False,
) -> SecondReading:
    """What pdfplumber adds to `pages`; with `every_page` it counts all of them."""
    counted = {p.number for p, d in zip(pages, drawings, strict=True) if is_doubtful(p, d)}
    if every_page:
        counted = {page.number for page in pages}
    ruled = {p.number for p, d in zip(pages, drawings, strict=True) if d.has_grid and not p.turned}
    if not counted | ruled:
        return SecondReading(pages=tuple(pages), tables=((),) * len(pages))
    mended = list(pages)
    grids: list[tuple[Grid, ...]] = [()] * len(pages)
    seen: list[Seen] = []
    notices: tuple[Notice, ...] = ()
    try:
        with _quiet_pdfminer(), pdfplumber.open(io.BytesIO(data)) as pdf:
            for at, page in enumerate(pdf.pages[: len(pages)]):
                if at + 1 in counted:
                    seen.append(_counted(page, mended[at]))
                    mended[at] = seen[-1][0]
                if at + 1 in ruled:
                    grids[at] = find_grids(page, mended[at])
                page.close()
    except PDFPasswordIncorrect:
        notices = (_no_witness(name, "it asks for a password"),)
    except Exception as error:  # noqa: BLE001 - pdfminer raises whatever a broken file makes it raise
        notices = (_no_witness(name, f"{type(error).__name__}: {error}"),)
    return SecondReading(
        pages=tuple(mended),
        tables=tuple(write_tables(grids)),
        notices=(*disagreements(name, seen), *notices),
    )


def _counted(page: Any, read: RunPage) -> Seen:
    """The page as the fuller reader has it, with what pdfplumber counts."""
    count = witness(page, read.number)
    swapped = prefer_witness(read, count)
    return witness_runs(page, read.number) if swapped else read, count, swapped


@contextmanager
def _quiet_pdfminer() -> Iterator[None]:
    """No log lines of pdfminer: they name no paper, and their causes are counted here."""
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _no_witness(name: str, reason: str) -> Notice:
    return Notice(
        code="one_reader",
        level="doubt",
        doc=name,
        message=f"only pypdfium2 read this paper; pdfplumber failed ({reason[:120]})",
        remedy="compare a page with the paper",
    )
