"""HTML: the main content's headings, paragraphs, lists and tables; no menu, no scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from corpus.errors import UnreadablePaper
from corpus.records import PassageKind
from extractors.text.flowing import Paragraph
from extractors.text.rows import Call
from extractors.text.table_text import table_texts

_NOT_CONTENT = tuple(
    "script style noscript template head svg iframe nav header footer form aside".split()  # noqa: SIM905 - reads better
)
_INLINE = frozenset({"a", "b", "strong", "em", "i", "span", "sup", "br", "u"})
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = frozenset(
    {*_HEADINGS, "p", "li", "blockquote", "figcaption", "caption", "dd", "dt", "pre"}
)
_KINDS: dict[str, PassageKind] = {
    "li": "list",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
}
# A page of which more than this share is links has menus around its content.
_SITE_LINKS = 0.2
# trafilatura's names for what HTML calls otherwise (they are those of the TEI).
_FROM_TEI = {
    "item": "li",
    "list": "ul",
    "quote": "blockquote",
    "row": "tr",
    "cell": "td",
    "hi": "b",
}
_NOTE_ID = re.compile(r"(?:fn|footnote|noot|voetnoot|note)[-_:]?(\d{1,3})$", re.IGNORECASE)


def read_html(data: bytes, name: str) -> tuple[tuple[Paragraph, ...], str]:
    """The paragraphs of a page's main content, and its title.

    Raises UnreadablePaper where there is no content.
    """
    parser = lxml.html.HTMLParser(
        no_network=True, recover=True, huge_tree=False, encoding=_charset(data)
    )
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadablePaper(
            name, f"the HTML cannot be read ({error})", "Save the page again."
        ) from error
    title = " ".join((root.findtext(".//title") or "").split())
    main = _main(root)
    if main.tag == "body" and (found := _extracted(data, main)) is not None:
        main = found
    for element in list(main.iter(*_NOT_CONTENT)):
        if element is not main and element.getparent() is not None and not _is_letterhead(element):
            element.drop_tree()
    return tuple(_paragraphs(main)), title


def _charset(data: bytes) -> str:
    head = data[:2048].decode("ascii", "replace")
    named = re.search(r"charset=[\"']?([\w-]+)", head, re.IGNORECASE)
    if named:
        return named[1]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _main(root: Any) -> Any:
    for path in ("//main", "//*[@role='main']", "//article", "//*[@id='content']", "//body"):
        found = root.xpath(path)
        if found:
            return max(found, key=lambda element: len(element.text_content()))
    return root


def _extracted(data: bytes, body: Any) -> Any | None:
    """The main content of a page that does not mark it, where the page is more than its content.

    trafilatura finds it; a page without links around its text is all content.
    """
    linked = sum(len(link.text_content()) for link in body.iter("a"))
    if linked < _SITE_LINKS * max(len(body.text_content()), 1):
        return None
    xml = trafilatura.extract(data, output_format="xml", include_comments=False, favor_recall=True)
    if not xml:
        return None
    root = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    main = root.find(".//main")
    if main is None:
        return None
    for element in main.iter():
        element.tag = _FROM_TEI.get(element.tag, element.tag)
        if element.tag == "head":
            element.tag = element.get("rend") or "h2"
    return lxml.html.fromstring(etree.tostring(main, encoding="unicode"))


def _is_letterhead(element: Any) -> bool:
    """A head or foot inside the content (not the page's own) belongs to the paper."""
    return element.tag in ("header", "footer") and any(
        parent.tag in ("main", "article") for parent in element.iterancestors()
    )


def _paragraphs(main: Any) -> Iterator[Paragraph]:
    for element in main.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "table":
            yield from _table(element)
        elif element.tag in _BLOCKS and not _inside_table(element):
            if not any(child.tag in _BLOCKS for child in element.iterdescendants()):
                yield _paragraph(element)
        elif element.tag in ("div", "section", "article", "main", "td") and _has_own_text(element):
            yield from _loose(element)


def _inside_table(element: Any) -> bool:
    return any(parent.tag == "table" for parent in element.iterancestors())


def _has_own_text(element: Any) -> bool:
    own = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in own) and not _inside_table(element)


def _loose(element: Any) -> Iterator[Paragraph]:
    """Text that stands in a div with no paragraph around it."""
    own = element.text or ""
    for child in element:
        own += (child.text_content() if child.tag in _INLINE else "\f") + (child.tail or "")
    for piece in own.split("\f"):
        text = " ".join(piece.split())
        if text:
            yield Paragraph(kind="body", text=text)


def _paragraph(element: Any) -> Paragraph:
    text, calls = _text(element)
    level = _HEADINGS.get(element.tag, 0)
    holder = element if element.get("id") else element.getparent()
    note = _NOTE_ID.search(holder.get("id") or "") if holder is not None else None
    if note:
        return Paragraph(
            kind="footnote", text=re.sub(r"^\[?\d{1,3}[\].)]?\s+", "", text), label=note[1]
        )
    if calls and calls[0].at == 0 and text and not level:  # a raised number before all text
        return Paragraph(kind="footnote", text=text, label=calls[0].label, calls=calls[1:])
    kind: PassageKind = "heading" if level else _KINDS.get(element.tag, "body")
    if kind == "body" and any(parent.tag == "blockquote" for parent in element.iterancestors()):
        kind = "quote"
    return Paragraph(kind=kind, text=text, level=level, calls=calls)


def _text(element: Any) -> tuple[str, tuple[Call, ...]]:
    """The element's text with blanks squeezed, and the notes that raised numbers in it call."""
    text = ""
    calls: list[Call] = []
    for piece, label in _pieces(element):
        if label:
            calls.append(Call(label=label, at=len(text.rstrip())))
        squeezed = re.sub(r"\s+", " ", piece)
        text += squeezed if text and not text.endswith(" ") else squeezed.lstrip()
    return text.strip(), tuple(calls)


def _pieces(node: Any) -> Iterator[tuple[str, str]]:
    """Text in reading order; a raised number is no text but the label of a note."""
    yield node.text or "", ""
    for child in node:
        label = re.sub(r"\D", "", child.text_content()) if child.tag == "sup" else ""
        if label:
            yield "", label
        elif isinstance(child.tag, str):
            yield (" " if child.tag == "br" else ""), ""
            yield from _pieces(child)
        yield child.tail or "", ""


def _table(table: Any) -> Iterator[Paragraph]:
    rows = [
        ([_text(cell)[0] for cell in row.xpath("./th|./td")], not row.xpath("./td"))
        for row in table.iter("tr")
    ]
    rows = [(cells, headed) for cells, headed in rows if any(cells)]
    # A table that marks no header cell may have one all the same.
    headed = rows[0][1] if any(headed for _, headed in rows) else None
    for text in table_texts([cells for cells, _ in rows], headed=headed):
        yield Paragraph(kind="table", text=text)
