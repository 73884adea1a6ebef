"""Lays a sample paper out as a page of a municipality's site."""

from __future__ import annotations

import re
from html import escape

from corpus.samples.makers.prose import NOTICE, Block, Prose

PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="author" content="{sender}">
<meta name="date" content="{date}">
<meta name="description" content="{notice}">
</head>
<body>
<header><p class="afzender">{sender}</p></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/bestuur">Bestuur</a></li><li><a href="/contact">Contact</a></li></ul></nav>
<main>
{body}
</main>
<footer><p>{notice}</p></footer>
</body>
</html>
"""


def make(prose: Prose) -> bytes:
    body = "\n".join(_block(block) for block in prose.blocks)
    page = PAGE.format(
        title=escape(prose.title),
        sender=escape(prose.sender),
        date=prose.date.date().isoformat(),
        notice=NOTICE,
        body=body,
    )
    return page.encode()


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"<h{block.level}>{_rich(block.text)}</h{block.level}>"
    if block.kind == "list":
        return (
            "<ul>\n" + "\n".join(f"<li>{_rich(item)}</li>" for (item,) in block.lines) + "\n</ul>"
        )
    if block.kind == "table":
        return _table(block)
    if block.kind == "reference":
        pairs = "\n".join(f"<dt>{_rich(a)}</dt><dd>{_rich(b)}</dd>" for a, b in block.lines)
        return f"<dl>\n{pairs}\n</dl>"
    if block.kind == "note":
        return f'<p class="noot" id="noot{block.label}"><sup>{block.label}</sup> {_rich(block.text)}</p>'
    return "<hr>" if block.kind == "break" else f"<p>{_rich(block.text)}</p>"


def _table(block: Block) -> str:
    head, *rows = block.lines
    out = [
        "<table>",
        "<thead><tr>" + "".join(f"<th>{_rich(c)}</th>" for c in head) + "</tr></thead>",
        "<tbody>",
    ]
    out += ["<tr>" + "".join(f"<td>{_rich(c)}</td>" for c in row) + "</tr>" for row in rows]
    return "\n".join([*out, "</tbody>", "</table>"])


def _rich(text: str) -> str:
    marked = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text, quote=False))
    marked = re.sub(r"\[\^(\d+)\]", r'<sup><a href="#noot\1">\1</a></sup>', marked)
    return marked.replace("\n", "<br>\n")
