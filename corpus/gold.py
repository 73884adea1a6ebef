"""What a careful reader found in papers, read from a folder of annotations into typed rows.

The folder's form is that of `corpus/samples/gold/README.md`: one CSV file a table, the paper's
file name in the column `doc`. Rows are what evaluation compares with; they are no records, for
nobody typed in their evidence.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from corpus.errors import ReferenceDataError

Cells = tuple[str, ...]
if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTie:
    """A tie; years as the paper says them, empty where it does not."""

    doc: str
    nl_name: str
    nl_kind: str
    foreign_name: str
    foreign_kind: str
    foreign_country: str
    status: str
    nl_province: str = ""
    formed: str = ""
    formalised: str = ""
    ended: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """A happening; `year` may be a range `2004-2006`."""

    doc: str
    year: str
    type: str
    month: str = ""
    day: str = ""
    nl_parties: Cells = ()
    foreign_parties: Cells = ()
    other_parties: Cells = ()
    themes: Cells = ()
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldActor:
    """An organisation, office or government with a part in the story."""

    doc: str
    name: str
    kind: str
    abbreviation: str = ""
    name_other: Cells = ()
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldInterest:
    """A theme that a Dutch and a foreign government share in a period: a row of theme_by_place."""

    doc: str
    nl_name: str
    theme: str
    period: str = ""  # only where the paper itself tells of periods
    foreign_name: Cells = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSource:
    """A source cited in a numbered note, or in a list without numbers."""

    doc: str
    kind: str
    number: str = ""
    authors: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """A number that a paper states."""

    doc: str
    what: str
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPeriod:
    """A span of years that a paper itself tells apart."""

    doc: str
    start: str
    end: str
    leader: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldThemes:
    """The themes of a paper as a whole."""

    doc: str
    theme_ids: Cells = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAlias:
    """Another name that counts as the canonical one."""

    name: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """All annotations of a folder."""

    ties: tuple[GoldTie, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    actors: tuple[GoldActor, ...] = ()
    theme_by_place: tuple[GoldInterest, ...] = ()
    sources: tuple[GoldSource, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    periods: tuple[GoldPeriod, ...] = ()
    themes: tuple[GoldThemes, ...] = ()
    aliases: tuple[GoldAlias, ...] = ()

    @property
    def docs(self) -> Cells:
        """The names of the annotated papers, in order."""
        of_facts = {row.doc for row in self.ties} | {row.doc for row in self.events}
        of_names = {row.doc for row in self.actors} | {row.doc for row in self.sources}
        return tuple(sorted(of_facts | of_names | {row.doc for row in self.themes}))


def load_gold(folder: Path) -> Gold:
    """The annotations in `folder`; a table that has no file there has no rows.

    Raises ReferenceDataError, naming file and line, where a column or a needed cell is missing.
    """
    if not folder.is_dir():
        raise ReferenceDataError(str(folder), "there is no such folder of annotations")
    return Gold(
        ties=load_rows(folder / "ties.csv", GoldTie),
        events=load_rows(folder / "events.csv", GoldEvent),
        actors=load_rows(folder / "actors.csv", GoldActor),
        theme_by_place=load_rows(folder / "theme_by_place.csv", GoldInterest),
        sources=load_rows(folder / "sources.csv", GoldSource),
        figures=load_rows(folder / "figures.csv", GoldFigure),
        periods=load_rows(folder / "periods.csv", GoldPeriod),
        themes=load_rows(folder / "themes.csv", GoldThemes),
        aliases=load_rows(folder / "aliases.csv", GoldAlias),
    )


def load_rows(path: Path, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of one table; none where there is no such file. Raises as `load_gold` does."""
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return tuple(_row(f"{path}, line {reader.line_num}", cells, kind) for cells in reader)


def _row(where: str, cells: Mapping[str, str], kind: type[Row]) -> Row:
    # csv says too few cells with values of None, too many with a key of None.
    if None in cells or None in cells.values():
        raise ReferenceDataError(where, "too many or too few cells")
    columns = {column.name: column for column in fields(kind)}
    if unknown := sorted(cells.keys() - columns):
        raise ReferenceDataError(where, f"there is no column {', '.join(unknown)}")
    said: dict[str, str | Cells] = {}
    for name, column in columns.items():
        cell = cells.get(name, "").strip()
        if not cell and column.default is MISSING:
            raise ReferenceDataError(where, f"says nothing for {name}")
        said[name] = _parts(cell) if column.default == () else cell
    return kind(**said)


def _parts(cell: str) -> Cells:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
