"""The tables with their description as one zip: a Frictionless Data Package."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from outputs.files import write_whole
from outputs.merge import Dataset
from outputs.tables import write_tables


def write_package(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """`stedenband-datapackage.zip`; the same data, the same bytes."""
    buffer = io.BytesIO()
    with tempfile.TemporaryDirectory() as made, ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for path in sorted(write_tables(dataset, Path(made))):
            info = ZipInfo(path.name, (2000, 1, 1, 0, 0, 0))
            archive.writestr(info, path.read_bytes(), ZIP_DEFLATED)
    path = folder / "stedenband-datapackage.zip"
    write_whole(path, buffer.getvalue())
    return (path,)
