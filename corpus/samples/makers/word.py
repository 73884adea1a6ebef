"""Lays a sample paper out as a Word file, with fixed dates inside and on the archive's members."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from corpus.samples.makers.prose import NOTICE, Block, Prose

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say


def make(prose: Prose) -> bytes:
    paper = docx.Document()
    _describe(paper, prose)
    section = paper.sections[0]
    section.header.paragraphs[0].text = prose.sender
    section.footer.paragraphs[0].text = NOTICE
    for block in prose.blocks:
        _add(paper, block)
    into = BytesIO()
    paper.save(into)
    return _still(into)


def _describe(paper: Document, prose: Prose) -> None:
    facts = paper.core_properties
    facts.title, facts.author, facts.subject = prose.title, prose.sender, NOTICE
    facts.keywords, facts.comments, facts.language = "verzonnen", NOTICE, "nl-NL"
    facts.created = facts.modified = prose.date
    facts.last_modified_by, facts.revision = prose.sender, 1


def _add(paper: Document, block: Block) -> None:
    if block.kind == "heading":
        paper.add_heading(block.text, level=block.level)
    elif block.kind == "list":
        for (item,) in block.lines:
            _runs(paper.add_paragraph(style="List Bullet"), item)
    elif block.kind in ("table", "reference"):
        _table(paper, block)
    elif block.kind == "break":
        paper.add_page_break()
    elif block.kind == "note":
        _runs(paper.add_paragraph(), f"{block.label}. {block.text}")
    else:
        _runs(paper.add_paragraph(), block.text)


def _table(paper: Document, block: Block) -> None:
    style = "Table Grid" if block.kind == "table" else None
    table = paper.add_table(rows=0, cols=len(block.lines[0]), style=style)
    for line in block.lines:
        for cell, text in zip(table.add_row().cells, line, strict=True):
            _runs(cell.paragraphs[0], text)


def _runs(paragraph: Paragraph, text: str) -> None:
    for part in re.split(r"(\*\*.+?\*\*|\[\^\d+\])", text):
        if note := re.fullmatch(r"\[\^(\d+)\]", part):
            paragraph.add_run(note[1]).font.superscript = True
        elif part.startswith("**") and part.endswith("**"):
            paragraph.add_run(part[2:-2]).bold = True
        elif part:
            paragraph.add_run(part)


def _still(packed: BytesIO) -> bytes:
    into = BytesIO()
    with ZipFile(packed) as old, ZipFile(into, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            member = ZipInfo(name, EPOCH)
            member.compress_type = ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return into.getvalue()
