"""How fast PDFs are read, beside pdfplumber, and whether the same tables are found.

    python benchmarks/reading.py PAPER.pdf ...

For each paper: pages a second of the whole reader (bytes to passages) and of pdfplumber's
extract_text on the same pages; then over all of them. Best of three rounds, one process.
"""

from __future__ import annotations

import io
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from corpus.errors import UnreadablePaper
from extractors.text.options import ReadingOptions
from extractors.text.pdf import read_pdf

ROUNDS = 3


def main(papers: list[str]) -> None:
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    total = ours_total = theirs_total = 0.0
    print(f"{'':<52} pages   ours/s  pdfplumber/s  times    tables")
    for paper in papers:
        data = Path(paper).read_bytes()
        pages, tables = _pages(data), _tables(data)
        try:
            found = _ours(data)
        except UnreadablePaper as error:
            print(f"{Path(paper).name[:50]:<52} {error.reason}")
            continue
        ours, theirs = _best(lambda d=data: _ours(d)), _best(lambda d=data: _text(d))
        total, ours_total, theirs_total = total + pages, ours_total + ours, theirs_total + theirs
        print(
            f"{Path(paper).name[:50]:<52} {pages:>5} {pages / ours:>8.1f} {pages / theirs:>13.1f}"
            f" {theirs / ours:>6.1f} {found:>4} of {tables}"
        )
    if total:
        print(
            f"{'all':<52} {total:>5.0f} {total / ours_total:>8.1f} {total / theirs_total:>13.1f}"
            f" {theirs_total / ours_total:>6.1f}"
        )


def _best(read: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read()
        times.append(time.perf_counter() - start)
    return min(times)


def _ours(data: bytes) -> int:
    """Reads the paper; the number of its tables' rows."""
    laid = read_pdf(data, "paper.pdf", ReadingOptions(ocr=False)).laid
    return sum(passage.kind == "table" for passage in laid.passages)


def _text(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def _pages(data: bytes) -> int:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _tables(data: bytes) -> int:
    """Rows with text of pdfplumber's tables of two rows and columns or more."""
    rows = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for table in page.find_tables():
                grid = table.extract()
                if len(grid) > 1 and max(map(len, grid)) > 1:
                    rows += sum(any(cell and cell.strip() for cell in row) for row in grid)
            page.close()
    return rows


if __name__ == "__main__":
    main(sys.argv[1:])
