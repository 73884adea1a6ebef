"""Papers are read within bounds: one that hangs, breaks down or reaches out costs only its row."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from corpus.records import SourceItem
from extractors.text.options import ReadingOptions
from flows import guard
from flows.choice import ToolChoice
from flows.guard import analyse_guarded
from tests.conftest import ROOT

LETTER = b"Gemeente Zwolle\n\nZwolle heeft een stedenband met L\xc3\xbcnen in Duitsland.\n"


def item(name, data=LETTER):
    return SourceItem(name=name, data=data)


def hangs(paper, _):
    import time

    time.sleep(60 if paper.name == "hangt.txt" else 0)
    return guard._analyse(paper, ToolChoice())


def breaks_down(paper, _):
    import os

    if paper.name == "breekt.txt":
        os.abort()
    return guard._analyse(paper, ToolChoice())


def eats(paper, _):
    from corpus.errors import UnreadablePaper
    from flows.steps import failed

    try:
        return bytearray(10_000_000_000)
    except MemoryError:
        return failed(paper, UnreadablePaper(paper.name, "no memory", code="too_large"))


@pytest.mark.slow
def test_a_paper_that_takes_too_long_is_ended_and_the_next_one_read(monkeypatch):
    monkeypatch.setattr(guard, "_GRACE", 15)  # a new process loads its tools within it
    monkeypatch.setattr(guard, "_analyse", hangs)
    choice = ToolChoice(reading=ReadingOptions(seconds=1))
    found = {
        a.document.name: a for a in analyse_guarded([item("hangt.txt"), item("goed.txt")], choice)
    }
    assert found["hangt.txt"].notices[0].code == "timeout"
    assert "paper_seconds" in found["hangt.txt"].notices[0].remedy
    assert found["goed.txt"].status == "ok"


@pytest.mark.slow
def test_a_paper_that_breaks_its_process_costs_no_other(monkeypatch):
    monkeypatch.setattr(guard, "_analyse", breaks_down)
    found = {
        a.document.name: a
        for a in analyse_guarded([item("breekt.txt"), item("goed.txt")], ToolChoice())
    }
    assert found["breekt.txt"].notices[0].code == "crashed"
    assert found["goed.txt"].status == "ok"


@pytest.mark.slow
def test_a_paper_gets_no_more_memory_than_it_may_have(monkeypatch):
    monkeypatch.setattr(guard, "_analyse", eats)
    [found] = analyse_guarded([item("groot.txt")], ToolChoice())
    assert found.notices[0].code == "too_large"


@pytest.fixture(scope="module")
def hook():
    return guard._forbid(Path(tempfile.gettempdir()).resolve())


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (socket.socket, ("127.0.0.1", 80))),
        ("os.system", (b"ls",)),
        ("subprocess.Popen", ("/bin/sh", ["sh"], None, None)),
        ("open", ("/etc/stedenband", "w", 0)),
        ("open", ("/srv/notulen.txt", None, 0o102)),
        ("os.remove", ("/etc/hosts", -1)),
    ],
)
def test_reading_a_paper_may_not_reach_out(hook, event, arguments):
    with pytest.raises(PermissionError, match="reading a paper may not"):
        hook(event, arguments)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("/etc/hosts", "r", 0)),
        ("open", (f"{tempfile.gettempdir()}/scan.png", "wb", 0)),
        ("open", ("/dev/null", "w", 0)),
        ("subprocess.Popen", ("/usr/bin/tesseract", ["tesseract"], None, None)),
    ],
)
def test_it_may_read_and_write_what_is_temporary_and_start_tesseract(hook, event, arguments):
    assert hook(event, arguments) is None, "nothing is raised"


def test_the_hook_holds_in_a_process_of_its_own(tmp_path):
    code = (
        "from flows.guard import _confine; import socket; _confine();"
        "socket.create_connection(('127.0.0.1', 9))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "reading a paper may not do this: socket.connect" in done.stderr
