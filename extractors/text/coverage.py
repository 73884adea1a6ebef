"""The second witness: where pypdfium2's text is in doubt, pdfplumber's is counted beside it.

pdfplumber (pdfminer.six 20260107) drops whole fonts without a word; pypdfium2 loses others, and
then says so: its characters have no letter, or a page draws text of which none came out. On the
307 hostile PDFs of pdf.js that test finds every page on which pdfplumber reads materially more.
Where the two differ materially the fuller text is used and a notice says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.records import Notice
from extractors.text.drawings import Drawing
from extractors.text.runs import Run, RunPage

# Counts that differ by more than this share (and more than a few characters) differ materially.
_MATERIAL = 0.02
_A_FEW = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What pdfplumber saw of a page: how many characters, and how many it could not name."""

    number: int
    chars: int
    unnamed: int = 0


Seen = tuple[RunPage, Witness, bool]  # the page as used, pdfplumber's count, whether it is its


def is_doubtful(page: RunPage, drawing: Drawing) -> bool:
    """Whether pypdfium2 may have lost text of a page."""
    return page.unmapped > _MATERIAL or ink(page) < drawing.texts


def witness(page: Any, number: int) -> Witness:
    """Pdfplumber's count of a page's characters and of the lines that may rule a table."""
    chars = [char["text"] for char in page.chars if not char["text"].isspace()]
    return Witness(
        number=number,
        chars=sum(len(text) for text in chars if not text.startswith("(cid:")),
        unnamed=sum(text.startswith("(cid:") for text in chars),
    )


def ink(page: RunPage) -> int:
    """How many characters that are not blank pypdfium2 read."""
    return sum(len(run.text) - run.text.count(" ") for run in page.runs)


def prefer_witness(page: RunPage, seen: Witness) -> bool:
    """Whether pdfplumber's text of the page is materially fuller."""
    return seen.chars - ink(page) > max(_A_FEW, _MATERIAL * max(ink(page), seen.chars))


def witness_runs(page: Any, number: int) -> RunPage:
    """The page's runs as pdfplumber has them, for pages where it reads more."""
    runs = tuple(
        Run(
            char["text"],
            float(char["x0"]),
            float(char["x1"]),
            float(char["bottom"]) - 0.2 * float(char["size"]),
            float(char["size"]),
            "bold" in char["fontname"].lower(),
            "italic" in char["fontname"].lower() or "oblique" in char["fontname"].lower(),
        )
        for char in page.chars
        if not char["text"].startswith("(cid:") and not char["text"].isspace()
    )
    return RunPage(number=number, width=float(page.width), height=float(page.height), runs=runs)


def disagreements(doc: str, pages: Sequence[Seen]) -> tuple[Notice, ...]:
    """One notice for the pages where pdfplumber lost text, one for those where pypdfium2 did."""
    lost = [
        (page, seen)
        for page, seen, swapped in pages
        if not swapped and ink(page) - seen.chars > max(_A_FEW, _MATERIAL * ink(page))
    ]
    gained = [(page, seen) for page, seen, swapped in pages if swapped]
    notices = []
    if lost:
        missing = sum(ink(page) - seen.chars for page, seen in lost)
        notices.append(_notice(doc, lost, f"pdfplumber misses {missing} characters", "pypdfium2"))
    if gained:
        notices.append(_notice(doc, gained, "pypdfium2 misses characters", "pdfplumber"))
    return tuple(notices)


def _notice(doc: str, pages: Sequence[tuple[RunPage, Witness]], message: str, used: str) -> Notice:
    numbers = [page.number for page, _ in pages]
    return Notice(
        code="readers_disagree",
        level="info",
        doc=doc,
        page=numbers[0],
        message=f"the two PDF readers differ on {len(numbers)} page(s) ({page_list(numbers)}): "
        f"{message}; the text of {used} is used there",
    )


def page_list(numbers: Sequence[int]) -> str:
    """Page numbers with runs drawn together.

    >>> page_list([1, 2, 3, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
