"""From papers to tables, as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import ROOT
from tests.reading import bytes_of, rows_of

LETTER = """Gemeente Deventer

Aan de gemeenteraad. Sinds 1990 heeft Deventer een stedenband met Tartu in Estland.
In mei 2008 bezocht een delegatie uit Tartu onze stad.
"""
MINUTES = """Notulen van de raad van Almelo, 3 juni 2014

Almelo heeft sinds 1985 een jumelage met Iserlohn in Duitsland. De band met Denizli in
Turkije is in 2012 beëindigd.
"""


def stedenband(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "stedenband", *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    (folder / "notulen.txt").write_text(MINUTES, encoding="utf-8")
    return folder


def ties(out):
    return {(r["nl_name"], r["foreign_name"]): r["status"] for r in rows_of(out, "ties")}


def test_a_run_finds_the_ties_and_says_where_they_are(papers, tmp_path):
    done = stedenband("run", papers, "--out", tmp_path / "uit")
    assert done.returncode == 0, done.stderr
    assert ties(tmp_path / "uit") == {
        ("Deventer", "Tartu"): "active",
        ("Almelo", "Iserlohn"): "active",
        ("Almelo", "Denizli"): "ended",
    }
    assert done.stdout == ""
    assert "Dutch pipeline: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_run_reads_nothing_and_gives_the_same_bytes(papers, tmp_path):
    out = tmp_path / "uit"
    stedenband("run", papers, "--out", out)
    before = bytes_of(out / "tables")
    done = stedenband("run", papers, "--out", out)
    assert "0 papers read, 2 unchanged; version 1" in done.stderr
    assert bytes_of(out / "tables") == before


def test_neither_order_nor_hash_seed_nor_processes_change_a_byte(papers, tmp_path):
    first, second = papers / "brief.txt", papers / "notulen.txt"
    stedenband("run", first, second, "--out", tmp_path / "a", PYTHONHASHSEED="1")
    stedenband(
        "run", second, first, "--out", tmp_path / "b", "--runner", "processes", PYTHONHASHSEED="2"
    )
    for folder in ("tables", "maps", "site"):
        assert bytes_of(tmp_path / "a" / folder) == bytes_of(tmp_path / "b" / folder)


def test_a_changed_paper_is_read_again_and_the_version_says_what_changed(papers, tmp_path):
    out = tmp_path / "uit"
    stedenband("run", papers, "--out", out)
    (papers / "brief.txt").write_text(LETTER.replace("1990", "1991"), encoding="utf-8")
    done = stedenband("run", papers, "--out", out)
    assert "1 paper read, 1 unchanged; version 2" in done.stderr
    assert [r["formed"] for r in rows_of(out, "ties") if r["nl_name"] == "Deventer"] == ["1991"]


def bad_papers(folder: Path) -> None:
    good = ROOT / "corpus" / "samples" / "winterswijk-raadsbrief-2019.pdf"
    (folder / "afgebroken.pdf").write_bytes(good.read_bytes()[:2000])
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "onzin.pdf").write_bytes(bytes(range(256)) * 9)
    locked = Canvas(str(folder / "versleuteld.pdf"), encrypt=StandardEncryption("geheim"))
    locked.drawString(100, 700, "Geheim")
    locked.save()
    blank = Canvas(str(folder / "scan.pdf"))
    blank.rect(100, 100, 200, 200)
    blank.save()
    (folder / "nul.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Size 3/Root 1 0 R>>\n%%EOF\n"
    )


def test_bad_papers_are_named_with_cause_and_remedy_and_cost_the_good_ones_nothing(
    papers, tmp_path
):
    bad_papers(papers)
    done = stedenband("run", papers, "--out", tmp_path / "uit")
    assert done.returncode == 3
    rows = {r["doc"]: r for r in rows_of(tmp_path / "uit", "documents")}
    failed = {doc for doc, row in rows.items() if row["status"] == "failed"}
    assert failed == {
        "afgebroken.pdf", "leeg.pdf", "onzin.pdf", "versleuteld.pdf", "scan.pdf", "nul.pdf",
    }  # fmt: skip
    for doc in failed:
        assert f"! {doc}: " in done.stderr
        assert rows[doc]["message"]
    assert "Traceback" not in done.stderr
    assert len(ties(tmp_path / "uit")) == 3


def test_a_paper_that_goes_bad_does_not_cost_what_was_read_of_it(papers, tmp_path):
    out = tmp_path / "uit"
    stedenband("run", papers, "--out", out)
    (papers / "brief.txt").write_bytes(b"")
    done = stedenband("run", papers, "--out", out)
    assert done.returncode == 3
    assert ("Deventer", "Tartu") in ties(out)


def test_nothing_to_read_is_exit_code_1_with_one_line(tmp_path):
    done = stedenband("run", tmp_path / "nergens", "--out", tmp_path / "uit")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "nergens" in done.stderr


def test_an_output_folder_that_cannot_be_made_is_exit_code_1(papers, tmp_path):
    (tmp_path / "bezet").write_text("een bestand")
    done = stedenband("run", papers, "--out", tmp_path / "bezet" / "uit")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_show_prints_a_record_with_the_sentence_it_came_from(papers, tmp_path):
    out = tmp_path / "uit"
    stedenband("run", papers, "--out", out)
    [row] = [r for r in rows_of(out, "ties") if r["foreign_name"] == "Tartu"]
    done = stedenband("show", row["record_id"][:10], "--out", out)
    assert done.returncode == 0
    assert "een stedenband met Tartu" in done.stdout
    event = rows_of(out, "events")[0]["record_id"]
    assert "\nwhy\n" in stedenband("show", event, "--why", "--out", out).stdout


@pytest.mark.slow
def test_a_watched_run_is_a_prefect_flow_with_the_same_tables(papers, tmp_path):
    """A real, throw-away Prefect server: up to half a minute."""
    home = tmp_path / "prefect"
    home.mkdir()
    done = stedenband(
        "run", papers, "--out", tmp_path / "a", "--watch", "always", PREFECT_HOME=str(home)
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    stedenband("run", papers, "--out", tmp_path / "b")
    assert bytes_of(tmp_path / "a" / "tables") == bytes_of(tmp_path / "b" / "tables")
