"""Historical newspapers with names (Europeana Newspapers NER, KB, CC0): one token a line, IOB.

The text is read by OCR, in old spelling, without sentence ends; punctuation is glued to words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

_CHUNK = 50  # words a document: there are no sentences to cut at
_LABELS = {"PER": "PER", "LOC": "PLACE", "ORG": "ORG"}
_EDGE = ".,;:!?()[]«»\"'„“”*-—"
# Every fifth stretch of ten documents (500 words) is for testing only: the file holds several
# newspapers one after the other.
_STRETCH, _HELD_OUT = 10, 5


def read_newspapers(path: Path, nlp: Language) -> tuple[list[Doc], list[Doc]]:
    """The documents to train on and those to test on, tokenised by `nlp`."""
    train: list[Doc] = []
    test: list[Doc] = []
    for at, chunk in enumerate(_chunks(path)):
        held_out = at // _STRETCH % _HELD_OUT == 0
        (test if held_out else train).append(_doc(chunk, nlp))
    return train, test


def _chunks(path: Path) -> Iterator[list[tuple[str, str]]]:
    chunk: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.rpartition(" ")
        if not word:
            continue
        if len(chunk) >= _CHUNK and tag == "O":
            yield chunk
            chunk = []
        chunk.append((word, tag))
    if chunk:
        yield chunk


def _doc(chunk: list[tuple[str, str]], nlp: Language) -> Doc:
    """The words as running text; a name's edges are free of glued punctuation."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    inside = ""  # the label of the name that the word before belongs to
    for word, tag in chunk:
        start = len(text) + (1 if text else 0)
        text = f"{text} {word}" if text else word
        label = _LABELS.get(tag[2:], "")
        if label and tag.startswith("I-") and label == inside:
            spans[-1] = (spans[-1][0], len(text), label)
        elif label:
            spans.append((start, len(text), label))
        inside = label
    doc = nlp.make_doc(text)
    found = []
    for start, end, label in spans:
        bare = text[start:end].rstrip(_EDGE)
        bare_start = start + len(bare) - len(bare.lstrip(_EDGE))
        span = doc.char_span(bare_start, start + len(bare), label, alignment_mode="expand")
        if bare and span is not None:
            found.append(span)
    doc.ents = tuple(filter_spans(found))
    return doc
