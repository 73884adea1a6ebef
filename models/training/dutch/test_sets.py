"""Texts with their names, for scoring any pipeline: nothing here trains anything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc

from models.labels import ContractLabel
from models.training.dutch.council import COUNCIL, read_council
from models.training.dutch.newspapers import read_newspapers

NameSpan = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A text and its names: start, end, contract label."""

    text: str
    names: tuple[NameSpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSet:
    """Texts in which all names of `labels` are marked."""

    __test__ = False  # its name is no pytest class's

    name: str
    labels: frozenset[ContractLabel]
    texts: tuple[NamedText, ...]
    marks_kind: bool = True  # `gemeente X` is marked whole, as the contract has it


def read_test_sets(data: Path | None) -> Iterator[TestSet]:
    """The sets that are there: the project's own, and those of the folder `data`."""
    own = [s for s in read_council(COUNCIL) if s.part == "test"]
    yield TestSet(
        name="council sentences, test part",
        labels=frozenset({"PER", "PLACE", "ORG", "PROG", "DATE"}),
        texts=tuple(
            NamedText(text=s.text, names=tuple((a, b, label) for a, b, label, _ in s.marks))
            for s in own
        ),
    )
    if data is None:
        return
    news = frozenset[ContractLabel]({"PER", "PLACE", "ORG"})
    if (path := data / "conll2002" / "ned.testa").is_file():
        yield TestSet(
            name="CoNLL-2002 testa", labels=news, texts=tuple(_conll(path)), marks_kind=False
        )
    if (path := data / "policy-toponyms" / "paragraphs.json").is_file():
        places = frozenset[ContractLabel]({"PLACE"})
        yield TestSet(name="policy toponyms", labels=places, texts=tuple(_toponyms(path)))
    if (path := data / "europeana-ner" / "enp_NL.kb.bio").is_file():
        _, held_out = read_newspapers(path, spacy.blank("nl"))
        yield TestSet(
            name="Europeana, held-out part",
            labels=news,
            texts=tuple(_named(held_out)),
            marks_kind=False,
        )


def _named(docs: Sequence[Doc]) -> Iterator[NamedText]:
    for doc in docs:
        names = tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
        yield NamedText(text=doc.text, names=names)


def _conll(path: Path) -> Iterator[NamedText]:
    """Sentences of `word tag label` lines in IOB2; MISC is no label of the contract."""
    labels = {"PER": "PER", "LOC": "PLACE", "ORG": "ORG"}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, names = "", []
        for line in block.splitlines():
            word, _, tag = line.rpartition(" ")
            word = word.split(" ")[0]
            if not word or word == "-DOCSTART-":
                continue
            start = len(text) + bool(text)
            text = f"{text} {word}" if text else word
            if tag.startswith("B-"):
                names.append((start, len(text), tag[2:]))
            elif tag.startswith("I-") and names:
                names[-1] = (names[-1][0], len(text), names[-1][2])
        if text:
            kept = tuple((a, b, labels[label]) for a, b, label in names if label in labels)
            yield NamedText(text=text, names=kept)


def _toponyms(path: Path) -> Iterator[NamedText]:
    for paragraph in json.loads(path.read_text(encoding="utf-8")):
        names = tuple((e["start_pos"], e["end_pos"], "PLACE") for e in paragraph["entities"])
        yield NamedText(text=paragraph["text"], names=names)
