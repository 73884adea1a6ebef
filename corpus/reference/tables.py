"""Reads the project's data files into frozen rows, and fingerprints them all.

A data file is CSV with a header, UTF-8; lines that start with `#` at its top say where it is from.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.errors import ReferenceDataError

DATA = Path(__file__).parent / "data"


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.csv` with blanks stripped.

    Raises ReferenceDataError where the file is missing or a row has too many or too few cells.
    """
    rows = []
    for row in csv.DictReader(_lines(name)):
        if None in row or None in row.values():
            path = DATA / f"{name}.csv"
            raise ReferenceDataError(str(path), f"a row has too many or too few cells: {row}")
        rows.append({key: value.strip() for key, value in row.items()})
    return tuple(rows)


def read_lines(name: str) -> tuple[str, ...]:
    """The rows of `data/<name>.csv` as lines of text: for a table too large to take apart whole.

    Raises ReferenceDataError where the file is missing.
    """
    return tuple(_lines(name)[1:])


def _lines(name: str) -> list[str]:
    path = DATA / f"{name}.csv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(str(path), f"cannot be read ({error})") from error
    return [line for line in lines if line.strip() and not line.startswith("#")]


def read_toml(name: str) -> dict[str, Any]:
    """What `data/<name>.toml` says; raises ReferenceDataError where it is no TOML."""
    path = DATA / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReferenceDataError(str(path), str(error)) from error


@cache
def fingerprint() -> str:
    """A hash over every data file: it changes when any of them does."""
    digest = sha256()
    for path in sorted(DATA.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(DATA).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
