"""What the documentation says is so: its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
import subprocess

import pytest

from flows.cli import app
from tests.conftest import ROOT

PAGES = sorted({ROOT / "README.md", *ROOT.glob("docs/*.md"), ROOT / "CONTRIBUTING.md"})


def commands():
    from typer.main import get_command

    root = get_command(app)
    for name, command in root.commands.items():
        yield name
        yield from (f"{name} {sub}" for sub in getattr(command, "commands", ()))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_a_link_to_a_file_leads_to_a_file(page):
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)", text)
    missing = [to for to in links if "://" not in to and not (page.parent / to).exists()]
    assert missing == []


def test_every_command_is_in_the_readme_and_the_readme_names_no_other():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = set(re.findall(r"`stedenband ([a-z]+(?: (?:info|install|train|evaluate))?)", readme))
    there = set(commands())
    assert {c for c in said if c.split()[0] in there or c in there} == said
    groups = {name for name in there if any(other.startswith(name + " ") for other in there)}
    assert {c.split()[0] for c in said} >= {c.split()[0] for c in there - groups}


def test_every_target_of_make_is_told_by_make_help():
    told = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    targets = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [line.split("\t")[0] for line in told.stdout.splitlines()] == targets[0].split()
