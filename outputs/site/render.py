"""The dataset as a static site: one page of tables and maps, one page per paper.

No request to elsewhere, no script from elsewhere; text of papers is escaped and cannot run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from corpus.records.ids import hashed_id
from corpus.reference.themes import load_themes
from outputs.files import write_whole
from outputs.maps import dots_of, periods_of
from outputs.merge import FACT_TABLES, Dataset
from outputs.paper_rows import document_rows
from outputs.rows import record_row
from outputs.site.paper_page import Quoted, anchor, parts_of
from outputs.site.sections import SECTIONS, Section, title_of

_LONG = 320  # characters of a quote that a table shows
# What the site says of how it is known whose paper it is.
_OWNER_REASONS = {
    "source": "volgens de bron",
    "sender": "afzender",
    "letterhead": "briefhoofd",
    "file_name": "bestandsnaam",
    "text": "waar het stuk vooral over gaat",
    "": "",
}


def write_site(dataset: Dataset, folder: Path) -> Path:
    """Writes the site; its index page. Maps are looked for in `../maps` and copied in."""
    environment = Environment(
        loader=PackageLoader("outputs.site", "templates"), autoescape=True, trim_blocks=False
    )
    static = Path(__file__).parent / "static"
    for path in sorted(static.iterdir()):
        write_whole(folder / "static" / path.name, path.read_bytes())
    pages = {
        a.document.name: f"papers/{hashed_id('paper', a.document.name)}.html"
        for a in dataset.analyses
    }
    index = environment.get_template("index.html").render(
        root="",
        counts={table: len(rows) for table, rows in dataset.facts.items()},
        maps=list(_maps(dataset, folder)),
        sections=[_section(section, dataset, pages) for section in SECTIONS],
        papers=[
            {**row, "href": pages[row["doc"]] if row["status"] != "failed" else ""}
            for row in document_rows(dataset)
        ],
    )
    quotes = _quotes(dataset)
    wanted = set()
    template = environment.get_template("stuk.html")
    owners = {row["doc"]: row["owner"] for row in document_rows(dataset)}
    for analysis in dataset.analyses:
        if analysis.status == "failed":
            continue
        document = analysis.document
        own = quotes.get(document.name, [])
        page = template.render(
            root="../",
            title=document.title or document.name,
            doc=document.name,
            published=document.published,
            owner=owners[document.name],
            owner_reason=_OWNER_REASONS[document.owner_reason],
            facts=_facts_of(own),
            parts=parts_of(analysis, own),
        )
        path = folder / pages[document.name]
        write_whole(path, page.encode())
        wanted.add(path)
    for path in (folder / "papers").glob("*.html"):
        if path not in wanted:
            path.unlink()
    write_whole(folder / "index.html", index.encode())
    return folder / "index.html"


def _facts_of(quotes: Sequence[Quoted]) -> list[dict[str, str]]:
    seen: dict[str, dict[str, str]] = {}
    for quote in quotes:
        record = quote.anchor.rpartition("-")[0]
        seen.setdefault(record, {"anchor": quote.anchor, "title": quote.title})
    return list(seen.values())


def _maps(dataset: Dataset, folder: Path) -> Iterator[dict[str, str]]:
    labels = {theme.id: theme.nl for theme in load_themes()}
    for period in reversed(periods_of(dataset)):
        made = folder.parent / "maps" / f"{period}.svg"
        if made.is_file():
            write_whole(folder / "maps" / made.name, made.read_bytes())
            alt = "; ".join(f"{d.name}: {labels[d.theme]}" for d in dots_of(dataset, period))
            yield {"period": period, "src": f"maps/{made.name}", "alt": alt}


def _section(section: Section, dataset: Dataset, pages: Mapping[str, str]) -> dict[str, Any]:
    rows = []
    for record in dataset.facts[section.table]:
        cells = record_row(record)
        first = record.evidences[0]
        quote = first.quote if len(first.quote) <= _LONG else f"{first.quote[:_LONG]}…"
        page = f", p. {first.page}" if first.page else ""
        rows.append(
            {
                "id": record.id,
                "cells": [column.cell(cells) for column in section.columns],
                "quote": quote,
                "href": f"{pages[first.doc]}#{anchor(record)}",
                "where": f"{first.doc}{page}",
            }
        )
    return {"id": section.id, "title": section.title, "columns": section.columns, "rows": rows}


def _quotes(dataset: Dataset) -> dict[str, list[Quoted]]:
    """Every piece of evidence by paper."""
    found: dict[str, list[Quoted]] = {}
    for table in FACT_TABLES:
        for record in dataset.facts[table]:
            title = title_of(record)
            for index, evidence in enumerate(record.evidences):
                quoted = Quoted(evidence.start, evidence.end, anchor(record, index), title)
                found.setdefault(evidence.doc, []).append(quoted)
    return found
