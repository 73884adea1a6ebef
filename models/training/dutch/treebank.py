"""The Universal Dependencies treebank: CoNLL-U to spaCy documents, and its names as silver.

The treebank marks names and where they begin and end, not what they are. What a name is follows
from Alpino's lists, its gender (places are neuter) and its neighbours; where these disagree it is
left open, which the training takes as unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span, Token
from spacy.training.converters.conllu_to_docs import conllu_to_docs

from models.name_features import FIRST, LAST, ORGANISATION, OTHER, PERSON, PLACE

_TOGETHER = 8  # sentences a document, so that the parser learns where they end
_NAME_TAGS = ("SPEC|deeleigen", "N|eigen")
_ABBREVIATION = re.compile(r"[A-Z]{3,6}$")  # of no other kind: a party, a company, a body
_TITLES = frozenset({"dr.", "drs.", "prof.", "mr.", "ir.", "ing.", "ds."})
NameLabel = Literal["PER", "PLACE", "ORG"]
_LABELS: dict[int, NameLabel] = {PERSON: "PER", PLACE: "PLACE", ORGANISATION: "ORG"}
# What stands right before a name of this kind.
_CUES: dict[NameLabel, str] = {
    "PLACE": "in te uit naar nabij bij rond",
    "PER": "minister premier president burgemeester wethouder koning koningin prins prinses paus"
    " keizer generaal kolonel professor dr. mr. mevrouw meneer heer schrijver dichter zanger"
    " zangeres acteur actrice regisseur schilder componist trainer coach filosoof kanselier"
    " staatssecretaris kamerlid senator woordvoerder directeur",
    "ORG": "bedrijf concern maatschappij partij vakbond omroep krant dagblad uitgeverij bank club"
    " ploeg stichting ministerie universiteit",
}
_BEFORE = {word: label for label, words in _CUES.items() for word in words.split()}


def read_treebank(path: Path) -> list[Doc]:
    """The treebank's sentences with tags, lemmas and trees, some to a document."""
    text = path.read_text(encoding="utf-8")
    docs: Any = conllu_to_docs(text, n_sents=_TOGETHER, no_print=True)  # type: ignore[no-untyped-call]
    return list(docs)


def with_silver_names(docs: Sequence[Doc], bits: Mapping[str, int]) -> Iterator[Doc]:
    """The documents with their names typed; names of unknown kind are missing, not absent."""
    for doc in docs:
        typed, missing = [], []
        for span in name_spans(doc):
            label = name_kind(span, bits)
            if label is None:
                missing.append(span)
            elif label:
                typed.append(Span(doc, span.start, span.end, label=label))
        doc.set_ents(typed, missing=missing, default="outside")
        yield doc


def filled(docs: Sequence[Doc], teacher: Language, bits: Mapping[str, int]) -> Iterator[Doc]:
    """The documents in which names left open have the kind that a trained pipeline gives them.

    Self-training with a check: its span must be the treebank's, and its kind must be one of the
    lists' if they have the name. The rest stays open.
    """
    for doc in docs:
        told = teacher(Doc(teacher.vocab, words=[t.text for t in doc], spaces=_blanks(doc))).ents
        labels = {(span.start, span.end): span.label_ for span in told}
        open_spans = [s for s in name_spans(doc) if s[0].ent_iob == 0]
        sure = []
        for span in open_spans:
            label = labels.get((span.start, span.end))
            listed = [_LABELS[kind] for kind in _LABELS if bits.get(span.text, 0) & kind]
            if label and (not listed or label in listed):
                sure.append(Span(doc, span.start, span.end, label=label))
        filled_at = {(span.start, span.end) for span in sure}
        rest = [s for s in open_spans if (s.start, s.end) not in filled_at]
        doc.set_ents([*doc.ents, *sure], missing=rest, default="outside")
        yield doc


def _blanks(doc: Doc) -> list[bool]:
    return [bool(token.whitespace_) for token in doc]


def name_spans(doc: Doc) -> Iterator[Span]:
    """Each name as the treebank joins its parts (relation `flat`)."""
    at = 0
    while at < len(doc):
        token = doc[at]
        if not token.tag_.startswith(_NAME_TAGS):
            at += 1
            continue
        end = at + 1
        while end < len(doc) and _belongs(doc[end], token):
            end += 1
        yield doc[at + (doc[at].lower_ in _TITLES and end - at > 1) : end]
        at = end


def _belongs(token: Token, head: Token) -> bool:
    return token.dep_ == "flat" and token.head.i == head.i


def name_kind(span: Span, bits: Mapping[str, int]) -> NameLabel | Literal[""] | None:
    """What a name is: a label, "" for a name of none of these kinds, None where unsure."""
    if span.text.islower():  # months and days are names in this treebank
        return ""
    said = bits.get(span.text, 0)
    kinds = [kind for kind in _LABELS if said & kind]
    told = _BEFORE.get(span.doc[span.start - 1].lower_) if span.start else None
    if len(span) > 1:
        sure = _person_by_parts(span, bits, kinds)
    else:
        sure = _by_gender(span[0], said, kinds, told)
    return sure or _by_lists(said, kinds, told)


def _by_lists(
    said: int, kinds: Sequence[int], told: NameLabel | None
) -> NameLabel | Literal[""] | None:
    if len(kinds) == 1:
        return _LABELS[kinds[0]]
    if not kinds:
        return "" if said & OTHER else told
    return told if told in [_LABELS[kind] for kind in kinds] else None


def _by_gender(
    token: Token, said: int, kinds: list[int], told: NameLabel | None
) -> NameLabel | None:
    """Places are neuter, persons are not; a first name or surname may be a person's."""
    if said & (FIRST | LAST) and PERSON not in kinds:
        kinds.append(PERSON)
    if PLACE in kinds and ("onz" in token.tag_ or told == "PLACE") and told != "PER":
        return "PLACE"
    if PERSON in kinds and ("zijd" in token.tag_ or told == "PER") and ORGANISATION not in kinds:
        return "PER"
    if not kinds and not said & OTHER and _ABBREVIATION.match(token.text):
        return "ORG"
    return None


def _person_by_parts(span: Span, bits: Mapping[str, int], kinds: Sequence[int]) -> NameLabel | None:
    if len(kinds) == 1:
        return None
    first, last = bits.get(span[0].text, 0), bits.get(span[-1].text, 0)
    initials = span[0].text.endswith(".") and len(span[0].text) <= 4
    fits = (first & FIRST or initials) and (not kinds or PERSON in kinds)
    return "PER" if fits and not last & ORGANISATION else None


def write_docs(docs: Sequence[Doc], path: Path) -> Path:
    """Documents in spaCy's own format."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return path
