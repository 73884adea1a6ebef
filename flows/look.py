"""Commands that look at a finished dataset: show, drift, export, site."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from corpus.errors import StoreError
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


def find_record(record_id: str, settings: Settings) -> dict[str, Any]:
    """One record with its evidence, by its id or the start of it.

    Raises StoreError where no record, or more than one, has it.
    """
    load_dataset(settings)
    with open_store(store_address(settings)) as store:
        return store.find(record_id)


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
