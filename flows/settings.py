"""Every setting, read once into one frozen object and passed down as plain arguments.

Order, later wins: the defaults below, `stedenband.toml`, the environment (`STEDENBAND_OUT`, …),
the command line. `stedenband.toml` at the project's root lists them all.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.errors import SettingsError

RunnerName = Literal["auto", "here", "processes", "dask"]
Watch = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user can choose. Each field's comment is its documentation."""

    out: str = "stedenband-out"  # folder that results are written to
    store: str = ""  # address of the store; empty: stedenband.sqlite under `out`
    pipeline: str = ""  # spaCy pipeline; empty: nl_core_news_lg where installed, else the default
    classifier: str = ""  # folder of a theme classifier; empty: the one that ships
    papers: tuple[str, ...] = ()  # files, folders, globs, addresses that `refresh` looks at
    runner: RunnerName = "auto"  # where papers are read: here, processes, dask
    workers: int = 0  # processes; 0: as many as there are processors
    dask_address: str = ""  # scheduler, e.g. tcp://10.0.0.5:8786; empty: a local cluster
    batch: int = 8  # papers a task takes at a time
    watch: Watch = "auto"  # run as a Prefect flow: auto = when PREFECT_API_URL is set
    max_megabytes: int = 200  # a larger paper is not read
    paper_seconds: int = 120  # that reading one paper may take; scans take 2 to 3 a page
    paper_megabytes: int = 4000  # of memory that the process that reads a paper may take
    ocr: bool = True  # read pages without usable text with Tesseract, where it is installed
    ocr_languages: str = "nld+eng"  # languages that Tesseract looks for, in its own names
    both_readers: bool = False  # count every page of a PDF with pdfplumber too: slow
    allow_private: bool = False  # fetch from addresses inside the own network


def load_settings(
    path: Path | None = None, *, environment: Mapping[str, str] | None = None, **given: Any
) -> Settings:
    """The settings of `path` (or `stedenband.toml` here, if any), environment and command line.

    Values of None in `given` count as not given. Raises SettingsError for an unknown key or a
    value that cannot be, naming the file and the nearest key.
    """
    settings = Settings()
    file = path or Path("stedenband.toml")
    if path is not None or file.is_file():
        settings = _with(settings, _read(file), str(file))
    variables = os.environ if environment is None else environment
    prefix = "STEDENBAND_"
    named = {
        key.removeprefix(prefix).lower(): value
        for key, value in variables.items()
        if key.startswith(prefix)
    }
    settings = _with(settings, named, "the environment")
    return _with(settings, {k: v for k, v in given.items() if v is not None}, "the command line")


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(str(file), str(error), "Mend the file or name another.") from error


def _with(settings: Settings, values: Mapping[str, Any], origin: str) -> Settings:
    known = {f.name: f for f in fields(Settings)}
    for key, value in values.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"Did you mean `{near[0]}`?" if near else f"Known: {', '.join(known)}."
            raise SettingsError(origin, f"unknown setting `{key}`", hint)
        settings = replace(settings, **{key: _checked(key, value, origin)})
    return settings


def _checked(key: str, value: Any, origin: str) -> Any:
    default = getattr(Settings(), key)
    choices = {"runner": get_args(RunnerName), "watch": get_args(Watch)}.get(key)
    if choices and value not in choices:
        raise SettingsError(origin, f"`{key}` cannot be {value!r}", f"Use {', '.join(choices)}.")
    if isinstance(default, bool):
        return (
            value if isinstance(value, bool) else str(value).lower() in ("1", "true", "ja", "yes")
        )
    if isinstance(default, int):
        return _whole(key, value, origin)
    if isinstance(default, tuple):
        return tuple(value.split(os.pathsep)) if isinstance(value, str) else tuple(value)
    return str(value)


def _whole(key: str, value: Any, origin: str) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(origin, f"`{key}` must be a whole number, not {value!r}") from error
    if number < 0:
        raise SettingsError(origin, f"`{key}` cannot be below 0")
    return number
