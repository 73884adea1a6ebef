"""Whether two forms of one paper read the same: passages as words in order, and notes with calls.

    python benchmarks/same_text.py PAPER.pdf PAPER.md

Prints word-level F1 of the text proper (headings, paragraphs, lists, quotes), in order, and of the
notes, and how many notes are tied to their call. Running heads and tables of contents are left out.
"""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from pathlib import Path

from corpus.records import Document, SourceItem
from extractors.text.reading import read_document


def main(first: str, second: str) -> None:
    one, other = _read(first), _read(second)
    for name, kinds in (("text", {"body", "heading", "list", "quote"}), ("notes", {"footnote"})):
        print(f"{name:<6} word F1 {_f1(_words(one, kinds), _words(other, kinds)):.4f}")
    for document in (one, other):
        notes = [p for p in document.passages if p.kind == "footnote"]
        tied = sum(note.called_at is not None for note in notes)
        print(f"{document.name}: {len(notes)} notes, {tied} tied to their call")


def _read(path: str) -> Document:
    data = Path(path).read_bytes()
    return read_document(SourceItem(name=Path(path).name, data=data)).document


def _words(document: Document, kinds: set[str]) -> list[str]:
    passages = (document.text_of(p) for p in document.passages if p.kind in kinds)
    return [word for passage in passages for word in passage.split()]


def _f1(one: list[str], other: list[str]) -> float:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / max(len(one) + len(other), 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
