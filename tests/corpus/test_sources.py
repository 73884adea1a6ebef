"""Papers from disk and memory: what is taken, under which name, and what a failure costs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.errors import SourceError
from corpus.records import SourceItem
from corpus.sources import FolderSource, MemorySource, distinct_names


def put(root: Path, name: str, data: bytes = b"x") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names(*paths: Path, max_bytes: int = 100) -> list[str]:
    found = FolderSource(paths, max_bytes=max_bytes).items()
    return [f"! {i.reason}" if isinstance(i, SourceError) else i.name for i in found]


def test_a_folder_gives_its_papers_in_order_of_name(tmp_path):
    for name in ("b.pdf", "a.DOCX", "c/a.html", "d.txt", "c/z.md"):
        put(tmp_path, name)
    assert names(tmp_path) == ["a.DOCX", "b.pdf", "d.txt", "a.html", "z.md"]


def test_what_is_no_paper_is_passed_by_in_a_folder(tmp_path):
    for name in ("README.md", "readme.txt", ".geheim.pdf", "~$brief.docx", "foto.jpg", "tabel.csv"):
        put(tmp_path, name)
    for folder in ("gold", "makers", ".git", "c/gold"):
        put(tmp_path, f"{folder}/brief.pdf")
    put(tmp_path, "brief.pdf")
    assert names(tmp_path) == ["brief.pdf"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path):
    assert names(put(tmp_path, "gold/README.scan")) == ["README.scan"]


def test_namesakes_in_different_folders_are_told_apart_by_their_folder(tmp_path):
    put(tmp_path, "2019/brief.pdf", b"1")
    put(tmp_path, "2020/brief.pdf", b"2")
    put(tmp_path, "2020/nota.pdf")
    assert names(tmp_path) == ["2019/brief.pdf", "2020/brief.pdf", "nota.pdf"]


def test_namesakes_are_told_apart_even_where_their_folders_share_a_name(tmp_path):
    first, second = put(tmp_path, "a/in/brief.pdf"), put(tmp_path, "b/in/brief.pdf")
    assert names(first, second) == ["a/in/brief.pdf", "b/in/brief.pdf"]


def test_a_paper_given_twice_is_read_once(tmp_path):
    path = put(tmp_path, "brief.pdf")
    assert names(tmp_path, path, path) == ["brief.pdf"]


def test_a_paper_that_is_too_large_does_not_cost_the_others(tmp_path):
    put(tmp_path, "a.pdf", b"x" * 101)
    put(tmp_path, "b.pdf")
    refused, taken = FolderSource([tmp_path], max_bytes=100).items()
    assert isinstance(refused, SourceError)
    assert "larger" in refused.reason
    assert "max_megabytes" in refused.remedy
    assert isinstance(taken, SourceItem)


def test_a_missing_file_does_not_cost_the_others(tmp_path):
    assert names(tmp_path / "weg.pdf", put(tmp_path, "b.pdf")) == [
        "! there is no such file",
        "b.pdf",
    ]


def test_a_link_to_nowhere_does_not_cost_the_others(tmp_path):
    (tmp_path / "a.pdf").symlink_to(tmp_path / "weg.pdf")
    put(tmp_path, "b.pdf")
    assert names(tmp_path) == ["! there is no such file", "b.pdf"]


def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.pdf")
    assert names(tmp_path) == ["! there is no such file"]


def test_a_folder_without_papers_says_so(tmp_path):
    assert names(tmp_path) == ["! there is no paper in this folder"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_paper_that_may_not_be_read_does_not_cost_the_others(tmp_path):
    put(tmp_path, "a.pdf").chmod(0)
    put(tmp_path, "b.pdf")
    assert names(tmp_path)[1] == "b.pdf"


def test_papers_of_one_name_are_numbered_in_order():
    given = [SourceItem(name=name, data=b"") for name in ("a.pdf", "a.pdf", "a (2).pdf", "a.pdf")]
    found = [item.name for item in distinct_names(given)]
    assert found == ["a.pdf", "a (2).pdf", "a (2) (2).pdf", "a (3).pdf"]


def test_numbering_keeps_a_name_that_is_made_of_folders():
    given = [SourceItem(name="x/download", data=b"")] * 2
    assert [item.name for item in distinct_names(given)] == ["x/download", "x/download (2)"]


def test_memory_gives_back_what_it_was_given():
    given = (SourceItem(name="a", data=b"1"), SourceError("b", "weg"))
    assert tuple(MemorySource(given).items()) == given
