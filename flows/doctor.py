"""What is installed, what is missing or shadowed, what that costs, and how to get it."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from corpus.errors import StedenbandError

_OURS = ("corpus", "models", "extractors", "outputs", "flows")
_OLDEST = (3, 11)
Finding = dict[str, str]


def examine() -> list[Finding]:
    """One finding for each part; `state` is ok, missing (optional) or broken."""
    return [_python(), *_packages(), _pipeline(), _classifier(), _prefect(), _dask(), _ocr()]


def _finding(part: str, state: str, means: str, remedy: str = "") -> Finding:
    return {"part": part, "state": state, "means": means, "remedy": remedy}


def _python() -> Finding:
    said = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= _OLDEST:
        return _finding("Python", "ok", said)
    return _finding("Python", "broken", said, "Install Python 3.11 or newer")


def _packages() -> list[Finding]:
    """Our five packages have ordinary names: a user's own `models.py` may stand in their way."""
    home = Path(__file__).resolve().parent.parent
    found = []
    for name in _OURS:
        spec = find_spec(name)
        where = Path(spec.origin).resolve() if spec and spec.origin else None
        if where and where.is_relative_to(home):
            continue
        found.append(
            _finding(
                f"package {name}",
                "broken",
                f"comes from {where}",
                "Start stedenband from another folder, or install it in its own environment",
            )
        )
    return found or [_finding("packages", "ok", "all five come from this installation")]


def _pipeline() -> Finding:
    from models.dutch import EMBEDDED, load_dutch

    dutch = load_dutch()
    if dutch.name == EMBEDDED:
        return _finding(
            "Dutch pipeline",
            "ok",
            f"{dutch.name}, the embedded default: {dutch.reason}. Persons and organisations "
            "that no register has are found by their form only",
            "stedenband model install",
        )
    return _finding("Dutch pipeline", "ok", f"{dutch.name} {dutch.version}: {dutch.reason}")


def _classifier() -> Finding:
    from models.theme_classifier import load_theme_classifier

    try:
        return _finding("theme classifier", "ok", f"version {load_theme_classifier().version}")
    except StedenbandError as error:
        return _finding("theme classifier", "broken", error.reason, error.remedy)


def _prefect() -> Finding:
    try:
        return _finding(
            "Prefect", "ok", f"{version('prefect')}; used by schedule, and by run when watched"
        )
    except PackageNotFoundError:
        return _finding("Prefect", "broken", "not installed", "pip install prefect")


def _dask() -> Finding:
    if find_spec("prefect_dask"):
        return _finding("Dask", "ok", "papers can be spread over machines")
    return _finding(
        "Dask", "missing", "papers are read on this machine only", "pip install 'stedenband[dask]'"
    )


def _ocr() -> Finding:
    from extractors.text.ocr import find_engine
    from extractors.text.options import DEFAULTS

    wanted = DEFAULTS.ocr_languages
    engine = find_engine(wanted)
    get = "apt install tesseract-ocr tesseract-ocr-nld (macOS: brew install tesseract-lang)"
    if engine is None:
        return _finding("Tesseract", "missing", "scanned pages are reported, not read", get)
    if engine.languages != wanted:
        means = f"{engine.version}, with {engine.languages} only: Dutch scans are read badly"
        return _finding("Tesseract", "missing", means, get)
    means = f"{engine.version} ({engine.languages}): scanned pages are read, 2 to 3 s each"
    return _finding("Tesseract", "ok", means)
