"""Which tables the site shows, in what columns, under what Dutch names."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.reference.themes import load_themes
from outputs.merge import Record
from outputs.rows import Row, record_row

_STATUS = {"active": "actief", "ended": "beëindigd", "proposed": "voorgesteld", "unknown": ""}
_TYPES = {
    "tie_formed": "band gesloten", "tie_ended": "band beëindigd",
    "tie_proposed": "band voorgesteld",
    "agreement": "overeenkomst", "visit": "bezoek", "mission": "missie",
    "delegation_received": "delegatie ontvangen", "award": "prijs", "gift": "geschenk",
    "establishment": "oprichting", "conference": "conferentie", "speech": "toespraak",
    "policy": "beleid", "order": "order", "pressure": "druk", "appointment": "benoeming",
    "programme": "programma", "exchange": "uitwisseling", "incident": "voorval",
    "request": "verzoek", "other": "anders",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and its class."""

    text: str
    css: str = ""


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of the site: its Dutch title, and the table's columns it is made of."""

    title: str
    names: tuple[str, ...]

    def cell(self, row: Row) -> Cell:
        """What the site shows of a row in this column."""
        said = [_dutch(name, row[name]) for name in self.names if row[name]]
        css = f"status-{row['status']}" if self.names == ("status",) else ""
        return Cell("; ".join(part for part in said if part), css)


@dataclass(frozen=True, slots=True)
class Section:
    """A table on the site."""

    id: str
    title: str
    table: str
    columns: tuple[ShownColumn, ...]


def _section(id_: str, title: str, table: str, *columns: tuple[str, str]) -> Section:
    shown = (ShownColumn(name, tuple(of.split())) for name, of in columns)
    return Section(id_, title, table, tuple(shown))


SECTIONS = (
    _section(
        "banden", "Banden", "ties",
        ("Nederland", "nl_name"), ("Soort", "nl_kind"), ("Buitenland", "foreign_name"),
        ("Land", "foreign_country"), ("Sinds", "formed"), ("Tot", "ended"), ("Status", "status"),
    ),
    _section(
        "gebeurtenissen", "Gebeurtenissen", "events",
        ("Jaar", "year"), ("Wat", "type"), ("Nederland", "nl_parties"),
        ("Buitenland", "foreign_parties"), ("Anderen", "other_parties"), ("Thema's", "themes"),
    ),
    _section(
        "themas", "Thema's per plaats", "theme_by_place",
        ("Periode", "period"), ("Plaats", "nl_name"), ("Thema", "theme"),
        ("Buitenland", "foreign_name"), ("Zekerheid", "score"),
    ),
    _section(
        "actoren", "Actoren", "actors",
        ("Naam", "name"), ("Afkorting", "abbreviation"), ("Soort", "kind"), ("Land", "country"),
        ("Genoemd", "mentions"),
    ),
    _section(
        "bronnen", "Bronnen", "sources",
        ("Noot", "number"), ("Auteurs", "authors"), ("Titel", "title"), ("Uitgever", "publisher"),
        ("Datum", "date"), ("Soort", "kind"),
    ),
    _section(
        "cijfers", "Cijfers", "figures", ("Wat", "what"), ("Waarde", "value"), ("Eenheid", "unit"),
    ),
)  # fmt: skip


def title_of(record: Record) -> str:
    """A record in a few Dutch words, for a tooltip."""
    row = record_row(record)
    shown = next((s for s in SECTIONS if s.table == record.fact.table), None)
    if shown is None:
        return " ".join(v for k, v in row.items() if k not in _EVIDENCE and v)[:120]
    cells = [column.cell(row).text for column in shown.columns]
    return f"{shown.title}: {', '.join(c for c in cells if c)}"[:160]


_EVIDENCE = ("record_id", "doc", "page", "start", "end", "quote")


def _dutch(name: str, value: str) -> str:
    if name == "status":
        return _STATUS[value]
    if name == "type":
        return _TYPES.get(value, value)
    if name in ("theme", "themes"):
        labels = {theme.id: theme.nl for theme in load_themes()}
        return ", ".join(labels.get(part, part) for part in value.split(";"))
    return value.replace(";", "; ")
