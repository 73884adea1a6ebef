"""Lays a sample paper out as Markdown, or as plain text broken at a typewriter's width."""

from __future__ import annotations

import re
from textwrap import fill

from corpus.samples.makers.prose import NOTICE, Block, Prose

COLUMNS = 78


def make_markdown(prose: Prose) -> bytes:
    parts = [_markdown(block) for block in prose.blocks]
    return ("\n\n".join([*parts, "---", f"*{NOTICE}*"]) + "\n").encode()


def make_text(prose: Prose) -> bytes:
    parts = [prose.sender.upper(), *(_text(block) for block in prose.blocks)]
    return ("\n\n".join([*parts, "-" * COLUMNS, NOTICE]) + "\n").encode()


def _markdown(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * block.level} {block.text}"
    if block.kind == "list":
        return "\n".join(f"- {item}" for (item,) in block.lines)
    if block.kind == "table":
        head, *rows = ["| " + " | ".join(line) + " |" for line in block.lines]
        return "\n".join([head, "|" + " --- |" * len(block.lines[0]), *rows])
    if block.kind == "reference":
        return "  \n".join(f"**{label}:** {value}" for label, value in block.lines)
    if block.kind == "note":
        return f"[^{block.label}]: {block.text}"
    return "---" if block.kind == "break" else block.text.replace("\n", "  \n")


def _text(block: Block) -> str:
    if block.kind == "heading":
        title = re.sub(r"\*\*", "", block.text)
        return f"{title}\n{'=' * len(title)}" if block.level == 1 else title
    if block.kind == "list":
        return "\n".join(_wrapped(item, "- ", "  ") for (item,) in block.lines)
    if block.kind == "table":
        wide = [max(len(c) for c in column) for column in zip(*block.lines, strict=True)]
        return "\n".join(
            "  ".join(c.ljust(w) for c, w in zip(line, wide, strict=True)).rstrip()
            for line in block.lines
        )
    if block.kind == "reference":
        return "\n".join(f"{label}: {value}" for label, value in block.lines)
    if block.kind == "note":
        return _wrapped(f"[{block.label}] {block.text}", "", "    ")
    return (
        ""
        if block.kind == "break"
        else "\n".join(_wrapped(t, "", "") for t in block.text.split("\n"))
    )


def _wrapped(text: str, first: str, rest: str) -> str:
    bare = re.sub(r"\[\^(\d+)\]", r"[\1]", text.replace("**", ""))
    return fill(bare, COLUMNS, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
