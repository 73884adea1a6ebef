"""Blocks to the paper's final text: words mended, sentences carried over the page, offsets fixed.

Order within a page: its text, its notes, its heads and feet. A paragraph that runs on over a page
turn stands after its first page's notes, so that it is one stretch of text and pages still tile it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from corpus.records import Line, Page, Passage
from extractors.text.agenda import with_item_headings
from extractors.text.blocks import Block
from extractors.text.rows import Row
from extractors.text.runs import SOFT_HYPHEN
from extractors.text.turns import with_speakers

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# After a hyphen at a line's end these show that a part is left out: "in- en uitvoer".
_SUSPENDED = frozenset({"en", "of", "tot", "als", "dan", "noch", "respectievelijk", "resp."})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """A page's number and measures in points, and how its text stands turned."""

    number: int
    width: float
    height: float
    turned: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """The text with everything that points into it."""

    text: str
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]


def lay_out(pages: Sequence[tuple[PageSize, Sequence[Block]]]) -> LaidOut:
    """The final text of blocks that stand on pages."""
    writer = _Writer(_vocabulary(pages), _has_soft_hyphens(pages))
    for number, blocks in _in_order(pages):
        writer.turn_to(number)
        for block in with_item_headings(blocks):
            writer.write(block)
    return writer.finish([size for size, _ in pages])


def _has_soft_hyphens(pages: Sequence[tuple[PageSize, Sequence[Block]]]) -> bool:
    """Whether the typesetter marks its own hyphens; then a hard one belongs to its word."""
    rows = [row for _, blocks in pages for block in blocks for row in block.rows]
    return sum(row.text.endswith(SOFT_HYPHEN) for row in rows) >= 3


def _vocabulary(pages: Sequence[tuple[PageSize, Sequence[Block]]]) -> frozenset[str]:
    """The words that stand whole within a line: what a word parted at a line's end may be."""
    rows = [row.text for _, blocks in pages for block in blocks for row in block.rows]
    if not any(row.endswith("-") for row in rows):
        return frozenset()  # no word is parted
    words: set[str] = set()
    for row in rows:
        words.update(word.casefold() for word in _WORD.findall(row)[:-1])
    return frozenset(words)


def _in_order(
    pages: Sequence[tuple[PageSize, Sequence[Block]]],
) -> list[tuple[int, list[Block]]]:
    """Each page's blocks; a paragraph that runs on comes last on its first page."""
    ordered: list[tuple[int, list[Block]]] = []
    carried: Block | None = None
    for at, (size, found) in enumerate(pages):
        blocks = list(found)
        if carried is not None:
            head = next(i for i, b in enumerate(blocks) if _is_text(b))
            joined = replace(carried, rows=(*carried.rows, *blocks.pop(head).rows))
            ordered[-1][1].append(joined)
            carried = None
        following = pages[at + 1][1] if at + 1 < len(pages) else ()
        tail = _tail_that_runs_on(blocks, following)
        if tail is not None:
            carried = blocks.pop(tail)
        ordered.append((size.number, blocks))
    return ordered


def _is_text(block: Block) -> bool:
    return block.kind in ("body", "list", "quote")


def _tail_that_runs_on(blocks: Sequence[Block], following: Sequence[Block]) -> int | None:
    texts = [i for i, block in enumerate(blocks) if block.kind not in ("footnote", "running_head")]
    first = next((b for b in following if b.kind not in ("footnote", "running_head")), None)
    if not texts or first is None or not _is_text(blocks[texts[-1]]) or not _is_text(first):
        return None
    before, after = blocks[texts[-1]].text, first.text
    if _ENDS.search(before) or first.label:
        return None
    runs_on = before[-1:] in ("-", SOFT_HYPHEN, ",") or after[:1].islower() or len(before) > 60
    return texts[-1] if runs_on else None


@dataclass(slots=True)
class _Writer:
    """Writes blocks one after another and remembers where everything came to stand."""

    vocabulary: frozenset[str]
    hard_hyphens: bool = False
    parts: list[str] = field(default_factory=list)
    length: int = 0
    starts: dict[int, int] = field(default_factory=dict)
    lines: dict[int, list[Line]] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    section: list[tuple[int, str]] = field(default_factory=list)
    calls: list[tuple[str, int, int]] = field(default_factory=list)  # label, page, offset
    page_of: list[int] = field(default_factory=list)  # of each passage

    def turn_to(self, number: int) -> None:
        self.starts.setdefault(number, self.length)

    def write(self, block: Block) -> None:
        if self.length:
            self._add("\n")
        start = self.length
        for index, row in enumerate(block.rows):
            following = block.rows[index + 1] if index + 1 < len(block.rows) else None
            self._write_row(row, following)
        if self.length == start:
            return
        text = "".join(self.parts)[start:] if block.kind == "heading" else ""
        if block.kind == "heading":
            self.section = [(lv, t) for lv, t in self.section if lv < block.level]
        self.passages.append(
            Passage(
                index=len(self.passages),
                start=start,
                end=self.length,
                kind=block.kind,
                section=tuple(t for _, t in self.section),
                label=block.label,
                level=block.level,
            )
        )
        self.page_of.append(block.page)
        if block.kind == "heading":
            self.section.append((block.level, text))

    def _write_row(self, row: Row, following: Row | None) -> None:
        self.turn_to(row.page)
        start = self.length
        text = unicodedata.normalize("NFC", row.text)
        kept, glue = text, ""
        if following is not None:
            kept, glue = mend(text, following.text, self.vocabulary, keeps_hard=self.hard_hyphens)
        kept = kept.replace(SOFT_HYPHEN, "-")
        for call in row.calls:
            self.calls.append((call.label, row.page, start + min(call.at, len(kept))))
        self._add(kept)
        self.lines.setdefault(row.page, []).append(Line(start=start, end=self.length, box=row.box))
        self._add(glue)

    def _add(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)

    def finish(self, sizes: Sequence[PageSize]) -> LaidOut:
        text = "".join(self.parts)
        starts = [self.starts.get(size.number) for size in sizes]
        pages: list[Page] = []
        end = len(text)
        for size, start in reversed(list(zip(sizes, starts, strict=True))):
            begin = end if start is None else start
            pages.append(
                Page(
                    number=size.number,
                    start=begin,
                    end=end,
                    width=round(size.width, 1),
                    height=round(size.height, 1),
                    lines=tuple(self.lines.get(size.number, ())),
                    turned=size.turned,
                )
            )
            end = begin
        pages.reverse()
        if pages:
            pages[0] = replace(pages[0], start=0)
        return LaidOut(text=text, pages=tuple(pages), passages=with_speakers(text, self._tied()))

    def _tied(self) -> tuple[Passage, ...]:
        """Notes with the place that calls them: on their own page, else the nearest before."""
        labels = frozenset(p.label for p in self.passages if p.kind == "footnote")
        calls = [
            (label, on, offset)
            for drawn, on, offset in self.calls
            for label in parted_labels(drawn, labels)
        ]
        tied: list[Passage] = []
        for passage, page in zip(self.passages, self.page_of, strict=True):
            places = [
                (abs(page - on), offset)
                for label, on, offset in calls
                if passage.kind == "footnote" and label == passage.label and abs(page - on) <= 1
            ]
            tied.append(replace(passage, called_at=min(places)[1]) if places else passage)
        return tuple(tied)


def parted_labels(drawn: str, labels: Collection[str]) -> tuple[str, ...]:
    """The notes that raised figures call; two calls may stand together without a blank.

    >>> parted_labels("6263", {"62", "63"})
    ('62', '63')
    """
    if drawn in labels:
        return (drawn,)
    for cut in range(1, len(drawn)):
        first, second = drawn[:cut], drawn[cut:]
        if first in labels and second in labels and int(second) == int(first) + 1:
            return first, second
    return (drawn,)


def mend(
    line: str, following: str, vocabulary: frozenset[str], *, keeps_hard: bool = False
) -> tuple[str, str]:
    """What to keep of a line, and what stands between it and the next.

    A typesetter's hyphen goes. A hard one goes only where the word without it is the likelier:
    never before a capital or figure, never where a part is left out ("in- en uitvoer"), and where
    the paper itself writes the word with or without it, as the paper does. `keeps_hard`: the paper
    marks its typesetter's hyphens, so that a hard one always stays.
    """
    if line.endswith(SOFT_HYPHEN):
        return line[:-1], ""
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    suspended = word.casefold().strip(".,;") in _SUSPENDED
    if not line.endswith("-") or line.endswith((" -", "--")) or line == "-" or suspended:
        return line, "" if line.endswith("/") else " "
    if keeps_hard or not word[:1].islower():
        return line, ""
    left = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*-$", line)
    right = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", word)
    if left is None or right is None or _is_compound(left[0], right[0], vocabulary):
        return line, ""
    return line[:-1], ""


def _is_compound(left: str, right: str, vocabulary: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word: so written elsewhere, or after capitals ("CPB-")."""
    hyphened, joined = (left + right).casefold(), (left[:-1] + right).casefold()
    return (hyphened in vocabulary and joined not in vocabulary) or left[:-1].isupper()
