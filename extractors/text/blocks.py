"""Lines to blocks: which lines make one paragraph, heading, note, list item, head or foot.

Works on a whole paper at a time: what a heading is shows only beside the paper's usual text, and
a running head only by coming back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.records import PassageKind
from extractors.text.page_style import Style
from extractors.text.rows import Row, moved
from extractors.text.turns import begins_turn

_BULLET = re.compile(r"^([•▪●◦■–—*\-\uf0b7\uf0a7o])\s+(?=\S)")
_NUMBER = re.compile(r"^(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_NOTE = re.compile(r"^(\d{1,3})[.)]?\s+(?=\S)")
_TOC = re.compile(r"\S.*?(?:\s*\.{3,}\s*|\s+)\d{1,3}$")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_NUMBERED_TITLE = re.compile(r"\d{1,2}[.)]?\s+[A-Z][^.;]*\.$")  # "3. Vaststelling agenda."
_HEADING_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together, with what they are."""

    kind: PassageKind
    rows: tuple[Row, ...]
    label: str = ""
    level: int = 0

    @property
    def page(self) -> int:
        return self.rows[0].page

    @property
    def text(self) -> str:
        return " ".join(row.text for row in self.rows)


class _Sheet:
    """A page's lines beside the paper's style: where its columns end on the right."""

    def __init__(self, rows: Sequence[Row], style: Style) -> None:
        self._rows = rows
        self.style = style
        self._near = 2 * style.size

    def right_of(self, row: Row) -> float:
        """The right edge of the column in which `row` stands: of lines that begin where it does."""
        return max(r.x1 for r in self._rows if abs(r.x0 - row.x0) <= self._near)


def page_blocks(
    rows: Sequence[Row], style: Style, *, running: frozenset[Row], height: float
) -> list[Block]:
    """The blocks of one page, in reading order; notes and feet come after the text."""
    body = [row for row in rows if row not in running]
    feet = [Block(kind="running_head", rows=(row,)) for row in rows if row in running]
    toc = toc_rows(body)
    notes_at = _notes_start(body, style, height)
    blocks: list[Block] = []
    sheet = _Sheet(body[:notes_at], style)
    for index, row in enumerate(body[:notes_at]):
        before = body[index - 1] if index else None
        kind, label = _kind_of(row, before, style, toc)
        row_ = moved(row, len(label) + _blanks(row.text, label)) if kind == "list" else row
        last = blocks[-1] if blocks else None
        if last and before and kind == "body" and _stands_above(last, row, sheet):
            blocks[-1:] = [replace(last, kind="heading"), Block(kind=kind, rows=(row_,))]
        elif last and before and _continues(last, before, row, kind, sheet):
            blocks[-1] = replace(last, rows=(*last.rows, row))
        else:
            blocks.append(Block(kind=kind, rows=(row_,), label=label))
    return [*blocks, *note_blocks(body[notes_at:]), *feet]


def _mid_sentence(before: Row, row: Row, style: Style) -> bool:
    """A dash or number that happens to begin a line is no list item: the sentence runs on."""
    close = 0 < row.top - before.top <= 1.2 * style.pitch
    return (
        close
        and row.x0 <= before.x0 + 1
        and not _ENDS.search(before.text)
        and len(before.text) > 40
    )


def _blanks(text: str, label: str) -> int:
    rest = text[len(label) :]
    return len(rest) - len(rest.lstrip())


def toc_rows(rows: Sequence[Row]) -> frozenset[Row]:
    """Lines of a table of contents: at least three together that end in a page number apart."""
    found: list[Row] = []
    run: list[Row] = []
    for row in [*rows, None]:
        apart = row is not None and (
            (len(row.cells) > 1 and row.cells[-1][1].isdigit())
            or re.search(r"\.{4,}\s*\d+$", row.text)
        )
        if row is not None and apart and _TOC.match(row.text):
            run.append(row)
            continue
        if len(run) >= 3:
            found.extend(run)
        run = []
    return frozenset(found)


def _kind_of(
    row: Row, before: Row | None, style: Style, toc: frozenset[Row]
) -> tuple[PassageKind, str]:
    if row in toc:
        return "toc", ""
    if _is_heading(row, style):
        return "heading", ""
    item = _BULLET.match(row.text) or _NUMBER.match(row.text)
    if item and not (before and _mid_sentence(before, row, style)):
        return "list", item[1]
    if row.text.startswith(("“", "„")) and row.x0 > style.left + 0.5 * style.size:
        return "quote", ""
    return "body", ""


def _is_heading(row: Row, style: Style) -> bool:
    large = row.size >= 1.12 * style.size
    if not (large or row.bold) or len(row.text) > 160 or sum(c.isalnum() for c in row.text) < 3:
        return False
    if large:
        return bool(re.search(r"[^\W\d_]{2}|\d{4}", row.text))
    # Bold on its own: a heading only when it is short, starts high and does not end a sentence.
    ends = row.text.endswith((".", ",", ";")) and not _NUMBERED_TITLE.match(row.text)
    short = len(row.text) <= 90 and not ends
    upright = row.text[0].isalnum() and not row.text[0].islower()
    return row.size >= 0.95 * style.size and short and upright


def _continues(last: Block, before: Row, row: Row, kind: PassageKind, sheet: _Sheet) -> bool:
    """Whether `row` goes on with the block that `before` ends."""
    style = sheet.style
    pitch = max(style.pitch * max(row.size, before.size) / max(style.size, 1), 1)
    gap = row.top - before.top
    if last.kind == "heading":
        same = abs(row.size - before.size) < 0.6 and row.bold == before.bold
        return kind == "heading" and same and 0 < gap < 1.35 * pitch
    if (
        "toc" in (kind, last.kind)
        or kind in ("heading", "list")
        or abs(row.size - before.size) > 0.14 * style.size
    ):
        return False
    if gap < 0:  # the next column
        return not _ENDS.search(before.text)
    if kind == "body" and before.text[-1:] in ".!?:)" and begins_turn(row.text):
        return False
    outdented = last.kind == "list" and row.x0 < last.rows[0].x0 - 1
    return gap <= 1.35 * pitch and not outdented and not _short_end(before, row, sheet)


def _stands_above(last: Block, row: Row, sheet: _Sheet) -> bool:
    """A short line with room left for what follows it, above a full one: a heading by its place.

    Scans show no bold, and typed papers have none.
    """
    above, style = last.rows[0], sheet.style
    if len(last.rows) > 1 or last.kind != "body" or not 3 <= len(above.text) <= 60:
        return False
    wide = sheet.right_of(row) - row.x0
    near = 0 < row.top - above.top < 2.2 * style.pitch and abs(above.x0 - row.x0) < style.size
    return (
        near
        and wide > 14 * style.size
        and above.x1 - row.x0 < 0.6 * wide
        and row.x1 - row.x0 > 0.85 * wide
        and above.text[0].isupper()
        and row.text[0].isupper()
        and above.text[-1].isalnum()
    )


def _short_end(before: Row, row: Row, sheet: _Sheet) -> bool:
    """A line that stops well short of its column's edge and ends a sentence ends its paragraph."""
    if not _ENDS.search(before.text):
        return False
    right = sheet.right_of(before)
    room = (right - before.x0) * 0.25
    size = sheet.style.size
    indented = before.x0 + 0.8 * size < row.x0 < before.x0 + 4 * size
    return before.x1 < right - room or indented


def _notes_start(rows: Sequence[Row], style: Style, height: float) -> int:
    """The index of the first line of the notes at the page's bottom; len(rows) where none.

    Small print right above the first note is the rest of a note of the page before.
    """
    start = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        if row.size > 0.92 * style.size or row.top < 0.15 * height:
            break
        if (
            _NOTE.match(row.text)
            or _raised_start(row)
            or (start < len(rows) and index == start - 1 and _is_right_above(row, rows[start]))
        ):
            start = index
    return start


def _is_right_above(row: Row, below: Row) -> bool:
    return 0 < below.top - row.top < 1.6 * below.size and abs(row.size - below.size) < 0.6


def _raised_start(row: Row) -> bool:
    return bool(row.calls) and row.calls[0].at == 0


def note_blocks(rows: Sequence[Row]) -> list[Block]:
    """Notes at a page's bottom, each from its number to the next one that can follow it."""
    blocks: list[Block] = []
    for row in rows:
        label, rest = _note_label(row)
        number = int(label) if label else 0
        last = int(blocks[-1].label) if blocks and blocks[-1].label else 0
        if label and (not last or last < number <= last + 3):
            blocks.append(Block(kind="footnote", rows=(rest,), label=label))
        elif blocks:
            blocks[-1] = replace(blocks[-1], rows=(*blocks[-1].rows, row))
        else:
            blocks.append(Block(kind="footnote", rows=(row,)))
    return blocks


def _note_label(row: Row) -> tuple[str, Row]:
    if _raised_start(row):
        first = row.calls[0]
        return first.label, replace(row, calls=row.calls[1:])
    match = _NOTE.match(row.text)
    return (match[1], moved(row, match.end())) if match else ("", row)


def heading_levels(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with the level of each heading: by its number, else by its size and weight."""
    sizes = sorted(
        {(round(b.rows[0].size), b.rows[0].bold) for b in blocks if b.kind == "heading"},
        reverse=True,
    )
    leveled: list[Block] = []
    for block in blocks:
        if block.kind != "heading":
            leveled.append(block)
            continue
        level = sizes.index((round(block.rows[0].size), block.rows[0].bold)) + 1
        number = _HEADING_NUMBER.match(block.text)
        leveled.append(replace(block, level=level, label=number[1] if number else ""))
    return leveled


def continued_notes(blocks: Sequence[Block], style: Style) -> list[Block]:
    """`blocks` in which the rest of a note, on the next page, is a note with the same number.

    Above another note it has its place; alone it is small print at the end of its page, after a
    note that does not end.
    """
    labelled: list[Block] = []
    last: Block | None = None
    for at, block in enumerate(blocks):
        follows = last is not None and block.page == last.page + 1
        rest = block.kind == "footnote" and not block.label
        if follows and not rest and last is not None and not _ENDS.search(last.text):
            rest = _is_last_small_print(block, blocks[at + 1 :], style)
        if follows and rest and last is not None:
            labelled.append(replace(block, kind="footnote", label=last.label))
        else:
            labelled.append(block)
        if block.kind == "footnote" and block.label:
            last = block
    return labelled


def _is_last_small_print(block: Block, after: Sequence[Block], style: Style) -> bool:
    """Text smaller than the paper's, with nothing but heads and feet below it on its page."""
    below = [b for b in after if b.page == block.page and b.kind != "running_head"]
    small = block.rows[0].size <= 0.92 * style.size
    return block.kind == "body" and small and not below and not block.text[:1].isupper()
