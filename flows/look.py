"""Commands that look at a finished dataset: show, drift, export, site."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from corpus.errors import SourceError, StoreError, UnreadablePaper
from corpus.records import SourceItem
from flows.settings import Settings
from outputs.drift import drift_rows as rows_of
from outputs.export import export
from outputs.merge import Dataset, merge
from outputs.site.render import write_site
from outputs.store import open_store


def store_address(settings: Settings) -> str:
    """Where the store is: as the settings say, else under the output folder."""
    return settings.store or str(Path(settings.out) / "stedenband.sqlite")


def load_dataset(settings: Settings) -> Dataset:
    """The dataset of the store; raises StoreError where there is none yet."""
    address = store_address(settings)
    if "://" not in address and not Path(address).is_file():
        raise StoreError(address, "there is no dataset here yet", "Run: stedenband run PAPERS")
    with open_store(address) as store:
        return merge(store.analyses())


def find_record(record_id: str, settings: Settings, *, why: bool = False) -> dict[str, Any]:
    """One record with its evidence, by its id or the start of it; `why`: with what the decision
    rested on, weightiest first.

    Raises StoreError where no record, or more than one, has it.
    """
    dataset = load_dataset(settings)
    with open_store(store_address(settings)) as store:
        record = store.find(record_id)
    if why:
        records = (r for rows in dataset.facts.values() for r in rows)
        fact = next((r.fact for r in records if r.id == record["record_id"]), None)
        record["why"] = list(fact.why) if fact else []
    return record


def picture_page(paper: Path, number: int, settings: Settings, to: Path | None) -> Path:
    """Draws a page of a PDF with what is found on it; where the picture is.

    Raises UnreadablePaper where the paper cannot be read or has no such page.
    """
    from extractors.analyse import analyse
    from extractors.text.columns import find_gutter
    from extractors.text.reading import read_document
    from flows.choice import choice_of
    from flows.steps import tools_for
    from outputs.page_picture import Layer, draw_page

    tools = tools_for(choice_of(settings))
    item = SourceItem(name=paper.name, data=_bytes(paper))
    analysis = analyse(read_document(item, tools.reading), tools)
    document = analysis.document
    if not 1 <= number <= len(document.pages):
        reason = f"it has pages 1 to {len(document.pages)}" if document.pages else "it has no pages"
        raise UnreadablePaper(paper.name, reason, "Name a page of a PDF.", code="no_page")
    layer = Layer(
        page=document.pages[number - 1],
        passages=document.passages,
        mentions=analysis.mentions,
        gutter=find_gutter(item.data, number),
    )
    target = to or Path(settings.out) / f"{paper.stem}-{number}.png"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(draw_page(item.data, layer))
    except OSError as error:
        raise StoreError(str(target), f"cannot be written ({error.strerror})") from error
    return target


def _bytes(paper: Path) -> bytes:
    try:
        return paper.read_bytes()
    except OSError as error:
        raise SourceError(str(paper), f"cannot be read ({error.strerror})") from error


def drift_rows(settings: Settings, *, by: str, window: str) -> list[dict[str, str]]:
    """The rows of the drift table for these choices."""
    return [dict(row) for row in rows_of(load_dataset(settings), by=by, window=window)]


def export_dataset(settings: Settings, format_: str, to: Path | None) -> tuple[Path, ...]:
    """The files of the export; under OUT/export where no place is named."""
    return export(load_dataset(settings), format_, to or Path(settings.out) / "export")


def build_site(settings: Settings) -> Path:
    """The folder of the site, built anew."""
    folder = Path(settings.out) / "site"
    write_site(load_dataset(settings), folder)
    return folder


def serve_site(folder: Path, port: int) -> None:
    """Serves the site to this machine only, until it is stopped."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        server.serve_forever()
