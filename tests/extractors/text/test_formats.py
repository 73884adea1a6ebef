"""Word, web pages, Markdown and plain text: the same passages from each."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.passages import mend
from tests.extractors.text.printing import kinds, read

HTML = """<!doctype html><html><head><title>Brief</title><script>alert(1)</script></head><body>
<nav><a href="/">Startpagina</a></nav><main>
<h1>Raadsbrief</h1><p>Zwolle heeft een band met <b>Lünen</b>.<sup>1</sup></p>
<blockquote><p>Een citaat.</p></blockquote><ul><li>Eerste punt</li></ul>
<table><tr><th>Partner</th><th>Sinds</th></tr><tr><td>Lünen</td><td>1974</td></tr></table>
<p id="noot-1">1 De bron.</p></main><footer>Contact</footer></body></html>"""

MARKDOWN = """# Raadsbrief

Zwolle heeft een **band** met [Lünen](https://luenen.de).<sup>1</sup>

> Een citaat.

- Eerste punt

| Partner | Sinds |
| --- | --- |
| Lünen | 1974 |

---

<sup>1</sup> De bron.
"""


def test_a_web_page_is_read_without_its_menu_and_scripts():
    paper = read(HTML.encode(), "brief.html")
    assert kinds(paper) == [
        ("heading", "Raadsbrief"),
        ("body", "Zwolle heeft een band met Lünen."),
        ("quote", "Een citaat."),
        ("list", "Eerste punt"),
        ("table", "Partner; Sinds"),
        ("table", "Partner: Lünen; Sinds: 1974"),
        ("footnote", "De bron."),
    ]
    assert paper.text[: paper.passages[-1].called_at].endswith("Lünen.")


def test_markdown_is_read_without_its_mark_up():
    paper = read(MARKDOWN.encode(), "brief.md")
    assert ("body", "Zwolle heeft een band met Lünen.") in kinds(paper)
    assert ("table", "Partner: Lünen; Sinds: 1974") in kinds(paper)
    assert [k for k, _ in kinds(paper)][-1] == "footnote"
    assert paper.text[: paper.passages[-1].called_at].endswith("Lünen.")


def test_a_line_in_bold_is_a_heading_of_markdown_and_text_below_it_is_not():
    paper = read(b"**3. Intentieverklaring**\nHet college stemt in.", "besluiten.md")
    assert kinds(paper) == [
        ("heading", "3. Intentieverklaring"),
        ("body", "Het college stemt in."),
    ]


def test_a_word_document_keeps_its_headings_lists_and_tables():
    made = docx.Document()
    made.add_heading("Raadsbrief", 1)
    made.add_paragraph("Zwolle heeft een band met Lünen.")
    made.add_paragraph("Eerste punt", style="List Bullet")
    table = made.add_table(rows=2, cols=3)
    for row, cells in zip(
        table.rows, (("Stad", "Land", "Sinds"), ("Lünen", "DE", "1974")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    file = io.BytesIO()
    made.save(file)
    assert kinds(read(file.getvalue(), "brief.docx")) == [
        ("heading", "Raadsbrief"),
        ("body", "Zwolle heeft een band met Lünen."),
        ("list", "Eerste punt"),
        ("table", "Stad; Land; Sinds"),
        ("table", "Stad: Lünen; Land: DE; Sinds: 1974"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_in_a_common_encoding_is_read(encoding):
    assert read("Het café in Lünen.".encode(encoding), "brief.txt").text == "Het café in Lünen."


def test_a_file_is_read_for_what_it_is_not_for_what_it_is_called():
    assert kinds(read(HTML.encode(), "brief.txt"))[0] == ("heading", "Raadsbrief")


@pytest.mark.parametrize(
    ("line", "following", "kept"),
    [
        ("de vriendschaps-", "band met", "de vriendschaps"),
        ("de in-", "en uitvoer", "de in-"),
        ("het CPB-", "rapport", "het CPB-"),
        ("Noord-", "Holland", "Noord-"),
        ("in 2004-", "2012", "in 2004-"),
        ("een streep -", "zo dus", "een streep -"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_only_where_the_word_runs_on(line, following, kept):
    assert mend(line, following, frozenset())[0] == kept


@settings(max_examples=60)
@given(st.lists(st.text("abcdefgh éëABC.,", min_size=1, max_size=60), min_size=1, max_size=8))
def test_plain_text_loses_no_word_and_passages_tile_it(paragraphs):
    text = "\n\n".join(p.strip() for p in paragraphs if p.strip())
    if not text:
        return
    paper = read(text.encode(), "brief.txt")
    labels = "".join(p.label for p in paper.passages)
    assert sorted("".join(paper.text.split()) + labels) == sorted("".join(text.split()))
    ends = [0, *(p.end for p in paper.passages)]
    assert all(a <= p.start < p.end for a, p in zip(ends, paper.passages, strict=False))
