"""Papers that cannot be read: each is refused with its name, the cause and what to do."""

from __future__ import annotations

import io
import itertools
import zipfile

import docx
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


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    parts, places, at = [b"%PDF-1.7\n"], [], 9
    for number, said in enumerate(objects, start=1):
        places.append(at)
        parts.append(b"%d 0 obj %s endobj\n" % (number, said))
        at += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table)
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, at))
    return b"".join(parts)


SAID = b"BT /F1 12 Tf 50 700 Td (De raad besluit een band aan te gaan.) Tj ET"
STREAM = b"<</Length %d>>stream\n%s\nendstream" % (len(SAID), SAID)
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SCRIPT = b"/OpenAction<</S/JavaScript/JS(while(1);)>>"
HARM = {
    "script.pdf": pdf_of(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % SCRIPT,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, STREAM, FONT,
    ),
    "kring.pdf": pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", PAGE, STREAM, FONT,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HARM)
def test_scripts_are_not_run_and_circles_are_not_followed(name):
    document = read_document(SourceItem(name=name, data=HARM[name])).document
    assert "De raad besluit een band aan te gaan." in document.text


def word_with(body: bytes) -> bytes:
    """A Word document whose text part is `body`."""
    file, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(file)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            is_text = part.filename == "word/document.xml"
            new.writestr(part.filename, body if is_text else old.read(part))
    return made.getvalue()


LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise("abcdefghi"))
LAUGHING = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">{LAUGHS}]><w>&i;</w>'.encode()


@pytest.mark.parametrize(
    ("body", "cause"),
    [(LAUGHING, "cannot be opened"), (b"<w/>" + b" " * 400_000_000, "unpacks to 400 MB")],
)
def test_a_word_document_that_grows_without_end_is_refused(body, cause):
    with pytest.raises(UnreadablePaper, match=cause):
        read_document(SourceItem(name="groei.docx", data=word_with(body)))


@settings(max_examples=80)
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
