"""Files written whole or not at all: a reader never sees half a table."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from corpus.errors import StoreError


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path` in one step; raises StoreError where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise StoreError(
            str(path), f"cannot be written ({error.strerror})", "Name another --out."
        ) from error
