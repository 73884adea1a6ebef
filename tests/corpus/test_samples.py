"""The sample papers: made from their prose, marked as invented, and annotated truly."""

from __future__ import annotations

import tomllib
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest

from corpus.gold import Gold, load_gold
from corpus.records import SourceItem
from corpus.records.dates import is_edtf
from corpus.samples.makers.make import make
from corpus.samples.makers.prose import NOTICE, Prose, read_all
from corpus.sources import FolderSource
from extractors.text.reading import read_document

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
THEMES = SAMPLES.parent / "reference" / "data" / "themes.toml"
PROSES = read_all()
KINDS = """
    tie_formed tie_ended tie_proposed agreement visit mission delegation_received award gift
    establishment conference speech policy order pressure appointment programme exchange
    incident request other
""".split()  # noqa: SIM905 - the list as the contract writes it

papers = pytest.mark.parametrize("prose", PROSES, ids=[prose.name for prose in PROSES])


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold(SAMPLES / "gold")


def text_of(prose: Prose) -> str:
    item = SourceItem(name=prose.name, data=(SAMPLES / prose.name).read_bytes())
    return " ".join(read_document(item).document.text.split())


@papers
def test_making_a_paper_again_gives_the_same_bytes(prose):
    assert make(prose) == (SAMPLES / prose.name).read_bytes()


def marks(name: str, data: bytes) -> list[str]:
    """Where a file must say that it is invented: its metadata, and the foot of every page."""
    if name.endswith(".pdf"):
        paper = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in paper]
        return [paper.get_metadata_dict()["Subject"], *pages]
    if name.endswith(".docx"):
        word = docx.Document(BytesIO(data))
        foot = word.sections[0].footer.paragraphs[0].text
        return [word.core_properties.subject, foot]
    text = data.decode()
    return [*text.split("<body>")] if name.endswith(".html") else [text]


@papers
def test_a_paper_says_in_its_file_and_at_its_foot_that_it_is_invented(prose):
    places = marks(prose.name, (SAMPLES / prose.name).read_bytes())
    assert [place for place in places if NOTICE not in place] == []


@papers
def test_every_place_of_the_gold_stands_in_its_paper(prose, gold):
    text = text_of(prose)
    names = {tie.foreign_name for tie in gold.ties if tie.doc == prose.name}
    names |= {p for e in gold.events if e.doc == prose.name for p in e.foreign_parties}
    assert names
    assert {name for name in names if name not in text} == set()


@papers
def test_every_year_of_a_tie_stands_in_its_paper(prose, gold):
    text = text_of(prose)
    ties = [tie for tie in gold.ties if tie.doc == prose.name]
    years = {year for tie in ties for year in (tie.formed, tie.formalised, tie.ended) if year}
    # 1992 is told as "een jaar later".
    assert {year for year in years if year not in text} <= {"1992"}


def test_every_paper_is_annotated_and_every_annotation_has_its_paper(gold):
    assert gold.docs == tuple(sorted(prose.name for prose in PROSES))
    assert {row.doc for row in gold.themes} == set(gold.docs)


def test_the_folder_of_samples_gives_the_papers_and_nothing_else():
    found = {item.name for item in FolderSource([SAMPLES], max_bytes=1_000_000).items()}
    assert found == {prose.name for prose in PROSES}


def test_the_samples_are_many_and_of_every_format(gold):
    assert len(PROSES) >= 14
    assert len(gold.ties) >= 45
    assert {Path(p.name).suffix for p in PROSES} == {".pdf", ".docx", ".html", ".md", ".txt"}
    assert len({tie.foreign_country for tie in gold.ties}) >= 14


def test_the_gold_keeps_to_the_closed_lists(gold):
    themes = set(tomllib.loads(THEMES.read_text(encoding="utf-8")))
    used = {t for e in gold.events for t in e.themes} | {r.theme for r in gold.theme_by_place}
    used |= {t for row in gold.themes for t in row.theme_ids}
    assert used <= themes
    assert {event.type for event in gold.events} <= set(KINDS)
    assert {tie.status for tie in gold.ties} == {"active", "ended", "proposed", "unknown"}


def test_the_dates_of_the_gold_are_dates(gold):
    years = [y for t in gold.ties for y in (t.formed, t.formalised, t.ended) if y]
    years += [event.year.replace("-", "/") for event in gold.events]
    assert [year for year in years if not is_edtf(year)] == []


def test_what_happened_is_told_in_twelve_words_at_most(gold):
    assert [event.what for event in gold.events if len(event.what.split()) > 12] == []
