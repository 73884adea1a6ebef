"""Which formats there are, and writing one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.errors import SettingsError
from outputs.export.ftm import write_ftm
from outputs.export.jsonl import write_jsonl
from outputs.export.package import write_package
from outputs.export.parquet import write_parquet
from outputs.export.xlsx import write_xlsx
from outputs.merge import Dataset
from outputs.tables import write_tables

Writer = Callable[[Dataset, Path], tuple[Path, ...]]
FORMATS: dict[str, Writer] = {
    "csv": write_tables,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
    "jsonl": write_jsonl,
    "ftm": write_ftm,
    "datapackage": write_package,
}


def export(dataset: Dataset, format_: str, folder: Path) -> tuple[Path, ...]:
    """The files written to `folder`.

    Raises SettingsError for a format that there is not, StoreError where it cannot be written.
    """
    if format_ not in FORMATS:
        known = ", ".join(FORMATS)
        raise SettingsError("--format", f"there is no format {format_!r}", f"Use one of {known}.")
    return FORMATS[format_](dataset, folder)
