"""Papers that cannot be read: each is refused with its name, the cause and what to do."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadablePaper
from corpus.records import SourceItem
from extractors.text.reading import read_document
from tests.extractors.text.printing import drawn


def encrypted() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("geheim", canPrint=0))
    canvas.drawString(100, 700, "Geheim")
    canvas.save()
    return file.getvalue()


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


GOOD = drawn((70, 100, 11, "De raad besluit een band aan te gaan met Lünen."))
BAD = {
    "empty.pdf": (b"", "empty"),
    "blanks.txt": (b" \n\n ", "empty"),
    "cut.pdf": (GOOD[:400], "broken"),
    "locked.pdf": (encrypted(), "encrypted"),
    "scan.pdf": (drawn(), "scanned"),
    "photo.pdf": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "unsupported"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "unsupported"),
    "bits.txt": (bytes(range(256)) * 9, "unknown"),
    "table.xlsx": (zipped(xl__workbook=b"<x/>"), "unsupported"),
    "half.docx": (zipped(word__document_xml=b"<w:document", word__x=b"")[:60], "unsupported"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_paper_that_cannot_be_read_is_refused_by_name_with_the_cause(name):
    data, _ = BAD[name]
    with pytest.raises(UnreadablePaper) as refused:
        read_document(SourceItem(name=name, data=data))
    assert name in str(refused.value)


@pytest.mark.parametrize(
    ("name", "code"), [(n, c) for n, (_, c) in BAD.items() if n not in ("cut.pdf", "half.docx")]
)
def test_the_cause_has_a_code_of_its_own(name, code):
    with pytest.raises(UnreadablePaper) as refused:
        read_document(SourceItem(name=name, data=BAD[name][0]))
    assert refused.value.code == code


def test_a_library_that_reads_logs_no_lines_that_name_no_paper(caplog):
    boxless = GOOD.replace(b"/MediaBox", b"/MediaBux")
    reading = read_document(SourceItem(name="kaal.pdf", data=boxless))
    assert "Lünen" in reading.document.text
    assert caplog.records == []


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused_but_never_breaks_the_run(data):
    start = data.draw(st.integers(0, len(GOOD) - 1))
    junk = data.draw(st.binary(min_size=0, max_size=40))
    broken = GOOD[:start] + junk + GOOD[start + len(junk) :]
    try:
        reading = read_document(SourceItem(name="kapot.pdf", data=broken))
    except UnreadablePaper:
        return
    assert reading.document.text.strip()


@pytest.mark.shared
@pytest.mark.slow
def test_every_hostile_pdf_is_read_or_refused(shared):
    papers = sorted((shared / "data" / "pdf-hostile").glob("*.pdf"))
    assert len(papers) > 250
    for paper in papers:
        try:
            reading = read_document(SourceItem(name=paper.name, data=paper.read_bytes()))
        except UnreadablePaper:
            continue
        assert reading.document.text.strip(), paper.name
