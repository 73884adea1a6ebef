"""Which Dutch and which foreign governments of a sentence belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from corpus.records import Entity, Mention
from extractors.sentences import Sentence

# What may stand between two names of one enumeration.
_AND = re.compile(
    r"(?:\s*\([^)]{0,60}\))?\s*(?:,|en|of|alsook|alsmede|evenals|respectievelijk|resp\.|,\s*en|/|&|,\s*alsmede)?\s*"
    r"(?:met|in|te|(?:het|de|een)\s+)?\s*(?:[A-Z][a-zë]+e\s+)?(?:gemeenten?|stad|steden|provincies?|district)?\s*",
)
# What stands between a place and the province that it lies in.
_LIES_IN = re.compile(
    r",?\s*(?:\(|(?:gelegen )?in |(?:de|een) (?:\w+ )?\w*(?:stad|plaats|gemeente) (?:van|in) )?\s*"
    r"(?:de |het )?(?:[A-Z][\w-]+e )?"
)
_HYPHEN = re.compile(r"\s*[-\u2013\u2014/]\s*")


@dataclass(frozen=True, slots=True)
class Group:
    """Governments of one side that are named in one breath: "Almelo en Hengelo"."""

    dutch: bool
    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        return self.mentions[0].span.start

    @property
    def end(self) -> int:
        return self.mentions[-1].span.end


@dataclass(frozen=True, slots=True)
class Pair:
    """A Dutch and a foreign government that a sentence names together, and how they stand."""

    nl: Entity
    foreign: Entity
    at: tuple[int, int]  # from the first to the last of the two names
    hyphen: bool = False


def governments(sentence: Sentence) -> list[Mention]:
    """The mentions of Dutch and foreign governments, in order; adjectives are no party."""
    named = [
        m
        for m in sentence.mentions
        if m.entity and (m.entity.is_dutch_government or m.entity.is_foreign_government)
    ]
    return [
        m
        for index, m in enumerate(named)
        if not (index and _is_apposition(sentence, named[index - 1], m))
    ]


def _is_apposition(sentence: Sentence, place: Mention, province: Mention) -> bool:
    """ "Zwolle, provincie Overijssel", "Lublin in de provincie Lubelskie": where it lies."""
    if place.entity is None or province.entity is None or province.entity.kind != "provincie":
        return False
    between = sentence.between(place, province)
    apart = _LIES_IN.fullmatch(between) is not None
    said = re.match(r"(?:provincie|deelstaat)\b", province.surface, re.IGNORECASE) is not None
    inside = re.search(r"\(|\b(?:in|van)\b", between) is not None
    within = place.entity.country == province.entity.country
    return apart and within and place.entity.kind != "provincie" and (said or inside)


def groups(sentence: Sentence) -> list[Group]:
    """The governments of a sentence in their enumerations; those of hyphen pairs stand apart."""
    found: list[list[Mention]] = []
    hyphened = {place for pair in hyphen_pairs(sentence) for place in range(*pair.at)}
    for mention in governments(sentence):
        if mention.span.start in hyphened:
            continue
        if found and _joined(sentence, found[-1][-1], mention):
            found[-1].append(mention)
        else:
            found.append([mention])
    return [Group(_is_dutch(several[0]), tuple(several)) for several in found]


def _is_dutch(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.is_dutch_government


def _joined(sentence: Sentence, left: Mention, right: Mention) -> bool:
    if _is_dutch(left) != _is_dutch(right):
        return False
    between = sentence.between(left, right)
    # "Suriname" in "Paramaribo (Suriname) en Commewijne" is no party and may stand between.
    for mention in sentence.mentions:
        if left.span.end <= mention.span.start and mention.span.end <= right.span.start:
            between = between.replace(mention.surface, "", 1)
    return bool(between.strip()) and _AND.fullmatch(between) is not None


def hyphen_pairs(sentence: Sentence) -> Iterator[Pair]:
    """ "Zwolle-Lünen", "Lünen – Zwolle"."""
    named = governments(sentence)
    for left, right in pairwise(named):
        if _is_dutch(left) != _is_dutch(right) and _HYPHEN.fullmatch(sentence.between(left, right)):
            nl, foreign = (left, right) if _is_dutch(left) else (right, left)
            assert nl.entity and foreign.entity
            yield Pair(nl.entity, foreign.entity, (left.span.start, right.span.end), hyphen=True)


def group_pairs(sentence: Sentence, within: Sequence[Group]) -> Iterator[Pair]:
    """Each foreign group with the Dutch group before it, else the one behind it.

    With "respectievelijk" two groups of one length are paired name by name.
    """
    dutch: Group | None = None
    for index, group in enumerate(within):
        if group.dutch:
            dutch = group
            continue
        partner = dutch or next((g for g in within[index + 1 :] if g.dutch), None)
        if partner is None:
            continue
        zipped = "respectievelijk" in sentence.text.lower() and len(partner.mentions) == len(
            group.mentions
        )
        couples = (
            zip(partner.mentions, group.mentions, strict=True)
            if zipped
            else product(partner.mentions, group.mentions)
        )
        for nl, foreign in couples:
            assert nl.entity and foreign.entity
            ends = (nl.span, foreign.span)
            yield Pair(
                nl.entity,
                foreign.entity,
                (min(s.start for s in ends), max(s.end for s in ends)),
            )
