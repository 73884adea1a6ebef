"""The steps of a run: gathering papers, reading each behind one boundary, spreading the work."""

from __future__ import annotations

import pytest

from corpus.records import SourceItem
from flows.choice import ToolChoice
from flows.gather import gather
from flows.runners import analyse_batch, batches, choose_runner, run_items
from flows.settings import Settings

LETTER = "Gemeente Zwolle\n\nZwolle heeft een stedenband met Lünen in Duitsland.\n"
LETTER_BYTES = LETTER.encode()


def item(name, data=LETTER_BYTES):
    return SourceItem(name=name, data=data)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "onder").mkdir()
    (tmp_path / "onder" / "b.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("place", ["", "**/*.txt"])
def test_a_folder_and_a_pattern_give_every_paper_under_them(folder, place):
    gathered = gather((str(folder / place) if place else str(folder),), Settings())
    assert sorted(i.name for i in gathered.items) == ["a.txt", "b.txt"]


def test_a_place_that_is_not_there_is_a_failure_and_costs_the_others_nothing(folder):
    gathered = gather((str(folder), str(folder / "weg.pdf")), Settings())
    assert len(gathered.items) == 2
    assert [f.subject for f in gathered.failures] == [str(folder / "weg.pdf")]


def test_a_paper_that_cannot_be_read_costs_its_neighbours_nothing():
    papers = (item("goed.txt"), item("leeg.pdf", b""), item("ook.txt"))
    analyses = {a.document.name: a for a in analyse_batch(papers, ToolChoice())}
    assert {n: a.status for n, a in analyses.items()} == {
        "goed.txt": "ok",
        "leeg.pdf": "failed",
        "ook.txt": "ok",
    }
    assert analyses["leeg.pdf"].notices[0].code == "empty"
    assert analyses["leeg.pdf"].notices[0].remedy


def test_batches_keep_the_order_and_lose_nothing():
    items = [item(str(n)) for n in range(7)]
    cut = list(batches(items, 3))
    assert [len(batch) for batch in cut] == [3, 3, 1]
    assert [i for batch in cut for i in batch] == items


@pytest.mark.parametrize(
    ("count", "settings", "runner"),
    [
        (2, Settings(), "here"),
        (200, Settings(workers=2), "processes"),
        (200, Settings(workers=1), "here"),
        (2, Settings(dask_address="tcp://host:8786"), "dask"),
        (200, Settings(runner="here"), "here"),
    ],
)
def test_few_papers_are_read_here_and_many_in_processes(count, settings, runner):
    assert choose_runner([item(str(n)) for n in range(count)], settings) == runner


@pytest.mark.slow
def test_processes_make_of_papers_what_one_process_does():
    work = [item("a.txt"), item("b.txt")]
    here = list(run_items(work, ToolChoice(), runner="here", settings=Settings()))
    spread = run_items(work, ToolChoice(), runner="processes", settings=Settings(workers=2))
    by_name = {"key": lambda analysis: analysis.document.name}
    assert sorted(spread, **by_name) == sorted(here, **by_name)
