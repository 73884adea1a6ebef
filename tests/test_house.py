"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGES = ("corpus", "models", "extractors", "outputs", "flows")
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if "samples" not in path.parts
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_fits_in_400_lines_and_says_what_it_is_for(path):
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400
    assert ast.get_docstring(ast.parse(source)), "a module says what its room is for"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_fits_on_a_screen(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.body[0].lineno > 50]
    assert long == []


def test_a_public_function_has_a_docstring():
    bare = []
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
            if public and not ast.get_docstring(node):
                bare.append(f"{name(path)}: {node.name}")
    assert bare == []


def test_no_module_is_called_after_nothing():
    nothing = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [name(path) for path in MODULES if path.stem in nothing] == []


def test_the_packages_that_ship_are_our_five_and_no_tests():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["setuptools"]["packages"]["find"]["include"]
    assert sorted(included) == sorted(f"{package}*" for package in PACKAGES)


def test_the_lock_names_no_index():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in "\n".join(line for line in lock.splitlines() if line[:1] != "#")
    assert "--index-url" not in lock


def test_the_command_line_starts_without_heavy_libraries():
    """`--help` must not wait for spaCy, scikit-learn or Prefect."""
    code = (
        "import sys, flows.cli; "
        "print([m for m in ('spacy', 'sklearn', 'prefect', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_importing_a_run_touches_neither_disk_nor_prefect(tmp_path):
    code = "import sys, flows.run; print('prefect' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
    assert list(tmp_path.iterdir()) == []
