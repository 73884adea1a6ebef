"""Ties in enumerations without verbs: bracket lists, list items and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.records import Entity, Mention
from extractors.patterns import matcher
from extractors.sentences import Sentence
from extractors.ties.pairing import Pair, governments

_OPEN = re.compile(r"\s*\(\s*(?:met\s+)?")
_MANY = 2  # so many bracket pairs in one breath make a list of ties by themselves


def bracket_pairs(sentence: Sentence, provinces: dict[str, Entity]) -> tuple[Pair, ...]:
    """ "Gelderland: Arnhem (X), Nijmegen (Y, Z); Limburg (W): …": each with what its bracket holds.

    `provinces` are the Dutch provinces by name: a name before a colon is the province of it.
    """
    named = governments(sentence)
    found: list[Pair] = []
    for index, head in enumerate(named):
        if head.entity is None or not head.entity.is_dutch_government:
            continue
        inside = _bracketed(sentence, named[index + 1 :], head)
        if not inside:
            continue
        nl = head.entity
        closing = sentence.document.text.find(")", inside[-1].span.end) + 1
        if re.match(r"\s*:", sentence.document.text[closing : sentence.span.end]):
            nl = provinces.get(nl.name, nl)
        for foreign in inside:
            assert foreign.entity
            found.append(Pair(nl, foreign.entity, (head.span.start, closing)))
    return tuple(found) if len({pair.nl.id for pair in found}) >= _MANY else ()


def _bracketed(sentence: Sentence, after: Sequence[Mention], head: Mention) -> list[Mention]:
    """The foreign governments inside the bracket that opens right behind `head`."""
    text = sentence.document.text
    opening = _OPEN.match(text, head.span.end)
    if opening is None:
        return []
    closing = text.find(")", opening.end())
    inside: list[Mention] = []
    for mention in after:
        if mention.span.start >= closing or mention.entity is None:
            break
        if mention.entity.is_foreign_government:
            inside.append(mention)
    return inside if inside and inside[0].span.start <= opening.end() + 12 else []


def row_pairs(sentence: Sentence, owner: Entity | None) -> Iterator[Pair]:
    """A table row or list item under a heading of ties: its Dutch with its foreign governments.

    A row without a Dutch government is the owner's.
    """
    if not _is_listed(sentence):
        return
    named = governments(sentence)
    dutch = [m for m in named if m.entity and m.entity.is_dutch_government]
    foreign = [m for m in named if m.entity and m.entity.is_foreign_government]
    nl = dutch[0].entity if dutch else owner
    if nl is None or not foreign:
        return
    partners = foreign if sentence.passage.kind == "list" else foreign[:1]
    if sentence.passage.kind == "table":
        partners = _in_cell_of(foreign[0], foreign, sentence)
    for partner in partners:
        assert partner.entity
        ends = [partner.span, *(m.span for m in dutch[:1])]
        yield Pair(nl, partner.entity, (min(s.start for s in ends), max(s.end for s in ends)))


def _in_cell_of(first: Mention, foreign: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    stop = sentence.document.text.find("|", first.span.end)
    return [m for m in foreign if stop < 0 or m.span.start < stop]


def _is_listed(sentence: Sentence) -> bool:
    cues = matcher("ties")
    above = sentence.passage.section[-1:]
    if sentence.passage.kind == "table":
        return (
            cues.has(sentence.text, "strong")
            or re.search(r"\b(?:partner|zuster)\w*\s*:", sentence.text, re.IGNORECASE) is not None
            or any(cues.has(said, "heading") for said in (*above, sentence.document.title))
        )
    return sentence.passage.kind == "list" and any(cues.has(h, "heading") for h in above)
