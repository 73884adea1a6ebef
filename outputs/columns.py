"""Each table's columns, said once: name, type, meaning. Tables, exports and docs follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "integer", "number"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the header, its type as in Frictionless Table Schema, its meaning."""

    name: str
    meaning: str
    type: ColumnType = "string"


ID = Column("record_id", "stable id of the record: the same fact from the same papers has the same")
EVIDENCE = (
    Column("doc", "name of the paper, as given"),
    Column("page", "page from 1; empty for formats without pages", "integer"),
    Column("start", "first character in the paper's text (texts.jsonl)", "integer"),
    Column("end", "character after the last", "integer"),
    Column("quote", "the text from start to end"),
)
_CONFIDENCE = Column("confidence", "how sure the extraction is, 0 to 1", "number")

_FACTS: dict[str, tuple[Column, ...]] = {
    "ties": (
        Column("nl_name", "Dutch municipality or province, official name"),
        Column("nl_kind", "gemeente or provincie"),
        Column("nl_province", "province of the municipality"),
        Column("foreign_name", "foreign government, canonical name"),
        Column("foreign_kind", "stad, provincie or district"),
        Column("foreign_country", "ISO 3166-1 alpha-2"),
        Column("formed", "when the tie was formed (EDTF)"),
        Column("formalised", "when it was made official, where that differs (EDTF)"),
        Column("ended", "when it ended (EDTF)"),
        Column("status", "active, ended, proposed or unknown"),
        _CONFIDENCE,
    ),
    "actors": (
        Column("name", "name in use"),
        Column("abbreviation", "its abbreviation"),
        Column("name_other", "other names, joined with ;"),
        Column("kind", "closed list of kinds of actor"),
        Column("country", "ISO 3166-1 alpha-2 of its seat, where clear"),
        Column("mentions", "how often the papers name it", "integer"),
    ),
    "actor_relations": (
        Column("subject", "actor"),
        Column("relation", "closed list of relations"),
        Column("object", "actor"),
    ),
    "events": (
        Column("year", "year, or a range 2008-2010"),
        Column("month", "1 to 12, where said", "integer"),
        Column("day", "1 to 31, where said", "integer"),
        Column("type", "closed list of event types"),
        Column("nl_parties", "Dutch governments, joined with ;"),
        Column("foreign_parties", "foreign governments, joined with ;"),
        Column("other_parties", "organisations and persons, joined with ;"),
        Column("themes", "theme ids, joined with ;"),
        Column("what", "what happened, in at most twelve words"),
        _CONFIDENCE,
    ),
    "theme_by_place": (
        Column("nl_name", "Dutch municipality or province"),
        Column("period", "start-end of a period that the paper itself tells of, else empty"),
        Column("foreign_name", "foreign governments concerned, joined with ;"),
        Column("theme", "theme id"),
        Column("score", "how surely the papers link the theme to the place, 0 to 1", "number"),
    ),
    "periods": (
        Column("start", "first year"),
        Column("end", "last year"),
        Column("leader", "person after whom the paper names it"),
        Column("label", "the paper's name for it"),
    ),
    "figures": (
        Column("what", "what is counted"),
        Column("value", "the number", "number"),
        Column("unit", "its unit"),
    ),
    "sources": (
        Column("number", "number of the note"),
        Column("authors", "authors as written"),
        Column("title", "title"),
        Column("publisher", "publisher or periodical"),
        Column("date", "date (EDTF)"),
        Column("url", "address"),
        Column("kind", "closed list of kinds of source"),
    ),
}

_OTHERS: dict[str, tuple[Column, ...]] = {
    "documents": (
        Column("doc", "name of the paper"),
        Column("sha256", "hash of its bytes"),
        Column("title", "title"),
        Column("kind", "raadsbrief, notulen, motie, rapport …"),
        Column("published", "date of the paper (EDTF)"),
        Column("owner", "Dutch government it comes from"),
        Column("language", "BCP 47"),
        Column("pages", "number of pages; empty for formats without", "integer"),
        Column("chars", "characters of text", "integer"),
        Column("status", "ok, partly, failed or skipped"),
        Column("message", "what was lost or is worth knowing"),
        Column("theme_ids", "its main themes, joined with ;"),
    ),
    "passages": (
        *EVIDENCE[:4],
        Column("section", "headings above it, in minutes also who speaks, joined with ' > '"),
        Column("kind", "body, heading, footnote, list, table, quote, caption, toc, running_head"),
        Column("text", "its text"),
        Column("themes", "theme ids, joined with ;"),
        Column("scores", "their probabilities, joined with ;"),
        Column("nl_names", "Dutch governments named in it, joined with ;"),
        Column("period", "the paper's own period that it is about"),
    ),
    "mentions": (
        *EVIDENCE[:4],
        Column("surface", "the name as written"),
        Column("label", "PER, PLACE, ORG, PROG or DATE"),
        Column("entity", "canonical name; for a date its EDTF value"),
        Column("score", "how sure the link is, 0 to 1", "number"),
        Column("context", "body, heading, footnote, citation or toc"),
    ),
    "notices": (
        Column("doc", "name of the paper"),
        Column("page", "page, where it is about one", "integer"),
        Column("code", "what it is, for programs"),
        Column("level", "info, doubt or loss"),
        Column("message", "what it is, for people"),
        Column("remedy", "what to do"),
    ),
    "drift": (
        Column("scope", "all, or a Dutch place"),
        Column("theme", "theme id"),
        Column("from", "earlier window"),
        Column("to", "later window"),
        Column("share_from", "share of passages with the theme in the earlier window", "number"),
        Column("share_to", "share in the later window", "number"),
        Column("change", "share_to less share_from", "number"),
        Column("p_value", "two-sided, Fisher's exact test", "number"),
        Column("n", "passages in both windows", "integer"),
    ),
    "evidence": (),
}


def columns_of(table: str) -> tuple[Column, ...]:
    """All columns of a table, the id first and the evidence, where it has any, last.

    Raises KeyError for a table that is not in the contract.
    """
    if table == "evidence":
        return (ID, *EVIDENCE)
    if table in _FACTS:
        return (ID, *_FACTS[table], *(() if table in WITHOUT_EVIDENCE else EVIDENCE))
    return (ID, *_OTHERS[table])


FACT_TABLES = tuple(_FACTS)
# Its start and end are years; its evidence stands in the evidence table.
WITHOUT_EVIDENCE = ("periods",)
TABLES = (*_FACTS, *_OTHERS)
