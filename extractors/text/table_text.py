"""A table's rows as text: "header: cell; header: cell", so that facts are found in them too."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.patterns import matcher


def table_texts(rows: Sequence[Sequence[str]], *, headed: bool | None = None) -> tuple[str, ...]:
    """The rows with text, as text; `headed` where the file itself says whether row 1 is a header.

    >>> table_texts([["Datum", "5 juni 2018"], ["Betreft", "stedenband"]])
    ('Datum: 5 juni 2018', 'Betreft: stedenband')
    """
    rows = [row for row in rows if any(row)]
    header = has_header(rows) if headed is None else headed and len(rows) > 1
    return tuple(text for text in row_texts(rows, headed=header) if text)


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Row 1 is a header when it is full and short; two columns may be a label and what it says."""
    if len(rows) < 2 or len(rows[0]) < 2 or not all(rows[0]):
        return False
    return len(rows[0]) > 2 or not _is_labelled(rows)


def _is_labelled(rows: Sequence[Sequence[str]]) -> bool:
    """Whether two columns are labels and values: "Datum | 5 juni 2018", as in a reference block."""
    firsts = [row[0].strip() for row in rows]
    labels = matcher("reference_block")
    known = [m for first in firsts for m in labels.find(first)[:1] if m.end >= len(first) - 2]
    return len(known) * 2 >= len(rows) or all(first.endswith(":") for first in firsts)


def row_texts(rows: Sequence[Sequence[str]], *, headed: bool) -> list[str]:
    """One text for each row, empty where it has none."""
    if not headed and rows and all(len(row) == 2 for row in rows) and _is_labelled(rows):
        return [row_text(row[:1], row[1:]) if all(row) else row_text((), row) for row in rows]
    return [row_text(rows[0] if headed and index else (), row) for index, row in enumerate(rows)]


def row_text(header: Sequence[str], cells: Sequence[str]) -> str:
    """A table's row as text.

    >>> row_text(["Gemeente", "Sinds"], ["Goes", "1990"])
    'Gemeente: Goes; Sinds: 1990'
    """
    if not header:
        return "; ".join(cell for cell in cells if cell)
    named = zip(header, cells, strict=False)
    return "; ".join(f"{name.rstrip(':')}: {cell}" for name, cell in named if cell)
