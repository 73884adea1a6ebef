"""The round trip: what engines set comes back, every word in its order and of its kind."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.records import SourceItem
from extractors.text.reading import read_document
from tests.extractors.text.stories import (
    RUNNING_HEAD,
    Part,
    by_fpdf,
    by_html,
    by_reportlab,
    by_word,
    tell,
)

ENGINES = {
    "reportlab.pdf": by_reportlab,
    "two-columns.pdf": lambda parts: by_reportlab(parts, columns=2),
    "fpdf2.pdf": by_fpdf,
    "word.docx": by_word,
    "page.html": by_html,
}


def words_read(name: str, data: bytes) -> list[tuple[str, str]]:
    """The words of the paper's own text with their kinds; a table's header names are left out."""
    document = read_document(SourceItem(name=name, data=data)).document
    found: list[tuple[str, str]] = []
    for passage in document.passages:
        text = document.text_of(passage)
        # On a single page nothing comes back: a running head cannot be told from a line of text.
        if passage.kind == "running_head" or text in (RUNNING_HEAD, "Partner; Land; Sinds"):
            continue
        if passage.kind == "table":
            text = " ".join(re.findall(r": ([^;]+)", text))
        found.extend((word, passage.kind) for word in text.split())
    return found


def right(parts: list[Part], read: list[tuple[str, str]]) -> tuple[int, int]:
    """Words that came back in their order and of their kind; how many there were on either side."""
    told = [word for part in parts for word in part.words()]
    blocks = SequenceMatcher(None, told, read, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks), max(len(told), len(read))


@pytest.mark.parametrize("name", ENGINES)
def test_of_sixty_papers_all_but_one_word_in_two_hundred_come_back(name):
    counts = []
    for seed in range(60):
        parts = tell(seed)
        counts.append(right(parts, words_read(name, ENGINES[name](parts))))
    share = sum(hit for hit, _ in counts) / sum(whole for _, whole in counts)
    assert share >= 0.995, (share, [seed for seed, (h, w) in enumerate(counts) if h < w][:10])


@settings(max_examples=25)
@given(st.integers(60, 10**9), st.sampled_from(sorted(ENGINES)))
def test_no_word_is_lost_or_made_up_whatever_is_told(seed, name):
    parts = tell(seed)
    told = sorted(word for part in parts for word, _ in part.words())
    assert sorted(word for word, _ in words_read(name, ENGINES[name](parts))) == told
