"""Notes that point back, reference lists, and which stretches are bibliographic."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import SourceItem
from extractors.citations import citation_spans, find_citations
from extractors.text.reading import read_document
from tests.build import document

FIRST = '^1 Kees de Vries, "Winterswijk en Borken," Tubantia, 3 mei 2011.'


def test_ibid_cites_the_source_before_it_again():
    found = find_citations(document(f"{FIRST}\n\n^2 Ibid."))
    assert [(c.number, c.title) for c in found] == [
        ("1", "Winterswijk en Borken"),
        ("2", "Winterswijk en Borken"),
    ]


def test_a_note_that_names_an_earlier_note_cites_its_source():
    found = find_citations(
        document(f"{FIRST}\n\n^2 Raadsbesluit Borken, 4 mei 2012.\n\n^3 Zie noot 1.")
    )
    assert [c.title for c in found if c.number == "3"] == ["Winterswijk en Borken"]


def test_author_and_year_cite_the_earlier_source():
    found = find_citations(
        document("^1 Jansen, P. (2015). Banden in Twente. Boom.\n\n^2 Jansen 2015, p. 23.")
    )
    assert [c.title for c in found] == ["Banden in Twente", "Banden in Twente"]


BOOK = "^1 H. Smeets, Water en vrede. Roermond en zijn zusters (Maastricht 1996) 12."


@pytest.mark.parametrize(
    "back",
    [
        "Smeets, Water en vrede, 88.",
        "Smeets, a.w., p. 88.",
        "H. Smeets, op. cit., 88.",
        "Zie Smeets 1996, p. 88.",
        "Smeets, p. 88.",
        "Ibidem, 88.",
        "Noot 1, p. 88.",
        "Smeets, a.w. (noot 1), 88.",
    ],
)
def test_a_short_title_or_a_sign_cites_the_book_of_before(back):
    found = find_citations(document(f"{BOOK}\n\n^2 {back}"))
    assert [(c.number, c.authors, c.date) for c in found] == [
        ("1", "H. Smeets", "1996"),
        ("2", "H. Smeets", "1996"),
    ]


def test_a_note_may_cite_an_old_source_and_a_new_one():
    new = "T. Pas, Naar Polen, Sittard: Maaspers 2001"
    found = find_citations(document(f"{BOOK}\n\n^2 Smeets, Water en vrede, 88; {new}."))
    assert [c.authors for c in found] == ["H. Smeets", "H. Smeets", "T. Pas"]


def test_who_was_not_cited_before_is_not_pointed_back_to():
    found = find_citations(document(f"{BOOK}\n\n^2 Peters, a.w., p. 88."))
    assert [c.kind for c in found] == ["book", "remark"]


def test_ibid_with_nothing_before_it_is_a_remark():
    (found,) = find_citations(document("^1 Ibid."))
    assert found.kind == "remark"


def test_a_reference_list_under_its_heading_is_read_without_numbers():
    found = find_citations(
        document("# Literatuur\n\nJansen, P. (2015). Banden in Twente. Enschede: Twentse Pers.")
    )
    assert [(c.number, c.title) for c in found] == [("", "Banden in Twente")]


def test_notes_at_the_end_of_a_plain_text_have_their_numbers():
    text = (
        "NOTA\n\nDe band is van 1961 (1).\n\nNoten\n\n1) Raadsbesluit nr. 12, 13 mei 1961.\n"
        "2) H. Smeets, Water en vrede, Maastricht: Maaspers 1996.\n3) Exclusief btw.\n\n"
        "Literatuur\n\nT. Pas, Naar Polen, Sittard: Maaspers 2001."
    )
    paper = read_document(SourceItem(name="nota.txt", data=text.encode())).document
    assert [(c.number, c.title) for c in find_citations(paper)] == [
        ("1", "Raadsbesluit nr. 12"),
        ("2", "Water en vrede"),
        ("3", ""),
        ("", "Naar Polen"),
    ]


def test_a_paragraph_that_begins_with_a_raised_number_is_a_note_of_a_page():
    page = "<p>Van 1961<sup>1</sup>.</p><hr><p><sup>1</sup> Raadsbesluit nr. 12, 13 mei 1961.</p>"
    paper = read_document(
        SourceItem(name="nota.html", data=f"<html><body>{page}</body></html>".encode())
    ).document
    assert [(c.number, c.title) for c in find_citations(paper)] == [("1", "Raadsbesluit nr. 12")]


def test_body_text_is_no_source():
    assert find_citations(document("Gemeente Zwolle nam op 12 maart 2009 het besluit.")) == ()


def test_the_remark_beside_a_source_is_not_bibliographic():
    paper = document(
        '^1 Lublin bedankte per brief. Zie: Jan Smit, "Dank uit Lublin," De Stentor, 3 mei 2011.'
    )
    (span,) = citation_spans(paper)
    assert paper.text[: span.start].startswith("Lublin bedankte per brief.")
    assert "Dank uit Lublin" in paper.text[span.start : span.end]


@given(st.text(max_size=200))
def test_any_note_can_be_read_and_its_spans_lie_inside_it(text):
    paper = document("^1 x" + text.replace("\n", " ").replace("[", "(").replace("|", "/"))
    for span in citation_spans(paper):
        assert 0 <= span.start < span.end <= len(paper.text)


@pytest.mark.shared
def test_most_sources_of_the_report_are_found():
    report = Path(__file__).resolve().parents[3] / "shared" / "report" / "vriendschap-winnen.md"
    if not report.exists():
        pytest.skip("needs ../shared/report, which users' machines do not have")
    paper = read_document(SourceItem(name=report.name, data=report.read_bytes())).document
    assert sum(1 for c in find_citations(paper) if c.title) >= 70
