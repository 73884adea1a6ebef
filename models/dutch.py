"""Chooses, loads and names the Dutch pipeline. The one room that loads spaCy.

The order: what the settings name; `nl_core_news_lg` where it is installed; else the embedded
default that ships with the project, `models/nl_stedenband`. Sentences are ended by punctuation and
the abbreviations of council papers, whichever pipeline tags the names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from corpus.errors import ModelMissing
from corpus.reference.tables import read_rows
from models.labels import BRIDGE, ContractLabel
from models.name_features import build_name_embed

LARGE = "nl_core_news_lg"
EMBEDDED = "nl_stedenband"
SHIPPED = Path(__file__).parent / EMBEDDED
# What naming does not need; loaded by `syntax` alone.
_SYNTAX = ("tagger", "morphologizer", "trainable_lemmatizer", "lemmatizer", "parser", "senter")
_BATCH = 64  # texts that are tagged together
_OPENING = re.compile(r"[.!?…]\s+(?P<quote>['\"“‘„(])\s*$")
_INITIAL = re.compile(r"(?:[A-Z]\.(?:[a-z]\.)*)+$")  # "J.", "P.v.d." of P.v.d.A.


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedName:
    """A name in a text: offsets into it, the contract's label, how sure."""

    start: int
    end: int
    label: ContractLabel
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DutchPipeline:
    """A loaded pipeline; `reason` says why this one."""

    nlp: Language
    name: str
    version: str
    reason: str

    def sentences(self, text: str) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence in `text`, without the blanks around it."""
        spans: list[tuple[int, int]] = []
        for start, end in _cut(self._sentence_doc(text)):
            stretch = text[start:end]
            left = start + len(stretch) - len(stretch.lstrip())
            right = start + len(stretch.rstrip())
            if left < right:
                spans.append((left, right))
        return tuple(spans)

    def entities(self, texts: Sequence[str]) -> list[tuple[TaggedName, ...]]:
        """The names in each text, in the contract's labels; none where nothing tags names."""
        if not self.nlp.has_pipe("ner"):
            return [() for _ in texts]
        return [_bridged(doc) for doc in self.nlp.pipe(texts, batch_size=_BATCH)]

    def _sentence_doc(self, text: str) -> Doc:
        """Tokens with sentence starts by punctuation: trained parsers split headings wrongly."""
        return sentencizer()(text)


@cache
def load_dutch(name: str = "") -> DutchPipeline:
    """The pipeline `name` (a package or a folder), else the best that is installed.

    Raises ModelMissing where a pipeline that was asked for by name is not there.
    """
    if name and name != EMBEDDED:
        return _installed(name, f"the settings ask for {name}")
    if not name and find_spec(LARGE) is not None:
        return _installed(LARGE, f"{LARGE} is installed")
    said = "the settings ask for it" if name else f"{LARGE} is not installed"
    return _installed(EMBEDDED, said)


def load_syntax(name: str = "") -> Language:
    """The whole pipeline with tags, lemmas and trees: slower, for what needs a parse.

    Raises ModelMissing as `load_dutch` does.
    """
    return _load(load_dutch(name).name, exclude=())


def _installed(name: str, reason: str) -> DutchPipeline:
    nlp = _load(name, exclude=(*_SYNTAX, "attribute_ruler"))
    if nlp.has_pipe("tok2vec") and not _is_listened_to(nlp):
        nlp.remove_pipe("tok2vec")
    return DutchPipeline(
        nlp=nlp, name=name, version=str(nlp.meta.get("version", "")), reason=reason
    )


def _load(name: str, exclude: Sequence[str]) -> Language:
    assert build_name_embed, "registers the embedding that the default is made with"
    try:
        nlp = spacy.load(SHIPPED if name == EMBEDDED else name, exclude=exclude)
    except (OSError, ValueError) as error:
        reason = "this Dutch pipeline is not installed"
        raise ModelMissing(name, f"{reason} ({error})", "Run: stedenband model install") from error
    nlp.max_length = 20_000_000  # characters; nothing that is loaded here grows faster than text
    return nlp


def _is_listened_to(nlp: Language) -> bool:
    """Whether the names are tagged on the pipeline's shared embedding, not one of their own."""
    return "Tok2VecListener" in str(nlp.config["components"].get("ner", {}))


def _bridged(doc: Doc) -> tuple[TaggedName, ...]:
    return tuple(
        TaggedName(
            start=span.start_char,
            end=span.end_char,
            label=BRIDGE[span.label_].label,
            score=BRIDGE[span.label_].score,
        )
        for span in doc.ents
        if span.label_ in BRIDGE
    )


@cache
def sentencizer() -> Language:
    """Dutch tokens and sentence ends; abbreviations of council papers are one token each."""
    nlp = spacy.blank("nl")
    tokenizer: Any = nlp.tokenizer
    for row in read_rows("abbreviations"):
        word = row["abbreviation"]
        for form in {word, word[0].upper() + word[1:]}:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…"]})
    nlp.max_length = 20_000_000  # characters; there is no parser whose memory grows with it
    return nlp


def _cut(doc: Doc) -> list[tuple[int, int]]:
    """The sentencizer's sentences; one that follows an initial or starts small is joined on."""
    text = doc.text  # spaCy joins it anew each time that it is asked for
    cut: list[tuple[int, int]] = []
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        if cut and (quote := _OPENING.search(text[cut[-1][0] : cut[-1][1]])):
            # The sentencizer leaves an opening quote with the sentence before it.
            start = cut[-1][0] + quote.start("quote")
            cut[-1] = (cut[-1][0], start)
        if cut and not _ends(text[cut[-1][0] : cut[-1][1]], text[start:end]):
            cut[-1] = (cut[-1][0], end)
        else:
            cut.append((start, end))
    return cut


def _ends(before: str, after: str) -> bool:
    """Whether a full stop between these two ends a sentence."""
    last = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    first = after.lstrip()[:1]
    if _INITIAL.search(last) or re.fullmatch(r"\(?\d{1,3}\.", before.strip()):
        return False
    return not (first.islower() or first in ",;:)]")
