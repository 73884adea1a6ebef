"""Ties told in running text: a cue and its two ends, one of which may be understood."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.records import Entity
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence
from extractors.ties.pairing import Group, Pair, governments, group_pairs, groups, hyphen_pairs

_NEAR = 80  # characters between a cue and the foreign end that it speaks of
_STRONG, _WEAK = 0.9, 0.6
_CLAUSE = re.compile(
    r";\s|[,:]\s(?=(?:waar\w*|gevolgd|terwijl|maar|nadat|toen|omdat|zodat|hoewel|want|dat)\b)"
)
_OBJECT = re.compile(
    r"(?:[^.;,()]{0,40}\bmet\b)?\s*(?:met|van|is|te|:|genaamd)?\s*(?:de|het|onze|haar|zijn)?\s*(?:[A-Z][a-z]+e\s)?(?:\w+\s)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A pair that a sentence links, with how surely it does."""

    pair: Pair
    confidence: float


def told_pairs(
    sentence: Sentence, *, topic: Entity | None, owner: Entity | None = None
) -> Iterator[Told]:
    """The pairs that the sentence links; `topic` is the Dutch government that it goes on about,
    `owner` the one whose paper it is: with it, weaker words will do.

    Hyphen pairs need a cue in the sentence or in a heading above it.
    """
    cues = matcher("ties")
    if cues.has(sentence.text, "church"):
        return  # "een zustergemeente in Debrecen" is a congregation
    strong = cues.find(sentence.text, "strong")
    if not cues.has(sentence.text, "others"):
        strong = (*strong, *cues.find(sentence.text, "joined"))
    if cues.has(sentence.document.text_of(sentence.passage), "strong"):
        strong = (*strong, *cues.find(sentence.text, "bond"))  # "de band met X", said of a tie
    above = " ".join(sentence.passage.section)
    linked = {(p.nl.id, p.foreign.id) for p in hyphen_pairs(sentence)}
    for pair in hyphen_pairs(sentence):
        if strong or cues.has(above, "strong") or sentence.passage.kind == "heading":
            yield Told(pair=pair, confidence=_STRONG)
    for pair, confidence in _cued(sentence, strong, (topic, owner)):
        if (pair.nl.id, pair.foreign.id) not in linked:
            yield Told(pair=pair, confidence=confidence)


def _cued(
    sentence: Sentence,
    strong: Sequence[CueMatch],
    dutch: tuple[Entity | None, Entity | None],
) -> Iterator[tuple[Pair, float]]:
    topic, owner = dutch
    if strong:
        near = _near_cues(sentence, strong)
        for pair in _pairs(sentence, near, topic):
            yield pair, _STRONG
        return
    weak = matcher("ties").find(sentence.text, "weak")
    if weak and not matcher("ties").has(sentence.text, "others"):
        near = _near_cues(sentence, weak)
        said = {m for g in near if _is_government(sentence, g) for m in g.mentions}
        official = {m.entity for m in said}
        for pair in _pairs(sentence, near, None):
            if (pair.foreign in official or pair.nl == owner) and _directly(sentence, pair, weak):
                yield pair, _WEAK


def _near_cues(sentence: Sentence, cues: Sequence[CueMatch]) -> list[Group]:
    """The groups of the clauses with a cue; a clause without Dutch end goes on about the last."""
    found: list[Group] = []
    dutch: Group | None = None
    before: list[Group] = []
    for start, end in clauses(sentence):
        inside = [g for g in groups(sentence) if start <= g.start < end]
        here = [c for c in cues if start <= c.start + sentence.span.start < end]
        foreign = [g for g in inside if not g.dutch and _spoken_of(sentence, g, here)]
        if here and not inside and len(before) == 2 and before[0].dutch != before[1].dutch:
            found.extend(before)  # "A had contact met B, waarna een stedenband volgde"
        before = inside
        if foreign:
            own = [g for g in inside if g.dutch] or ([dutch] if dutch else [])
            found.extend(sorted([*own, *foreign], key=_start))
        dutch = next((g for g in reversed(inside) if g.dutch), dutch)
    return found


def _start(group: Group) -> int:
    return group.start


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Start and end of each clause: what begins with a relative or a conjunction stands apart."""
    cuts = [m.end() + sentence.span.start for m in _CLAUSE.finditer(sentence.text)]
    edges = [sentence.span.start, *cuts, sentence.span.end]
    return list(itertools.pairwise(edges))


def _spoken_of(sentence: Sentence, group: Group, cues: Sequence[CueMatch]) -> bool:
    for cue in cues:
        start, end = cue.start + sentence.span.start, cue.end + sentence.span.start
        if end <= group.start:
            between = sentence.document.text[end : group.start]
            if len(between) <= _NEAR + _names_in(sentence, end, group.start):
                return not _is_elsewhere(between)
        elif start >= group.end and start - group.end <= _NEAR:
            return True
    return False


def _names_in(sentence: Sentence, start: int, end: int) -> int:
    """Names between a cue and its end do not make the way longer."""
    return sum(
        len(m.span) + 5 for m in sentence.mentions if start <= m.span.start and m.span.end <= end
    )


def _is_elsewhere(between: str) -> bool:
    """The words between say that the place is where something is, not who the partner is."""
    return matcher("ties").first(between.rstrip(), "elsewhere") is not None


def _pairs(sentence: Sentence, near: Sequence[Group], topic: Entity | None) -> Iterator[Pair]:
    if any(g.dutch for g in near):
        yield from group_pairs(sentence, near)
    elif topic is not None and len(near) == 1:
        for group in near:
            if not _is_object(sentence, group):
                continue
            for foreign in group.mentions:
                assert foreign.entity
                yield Pair(topic, foreign.entity, (foreign.span.start, foreign.span.end))


def _is_object(sentence: Sentence, group: Group) -> bool:
    """Whose tie it is may be understood only where the foreign name is the cue's own object:
    "de stedenband met X", "partnerstad X", "X, onze zusterstad"."""
    text, offset = sentence.text, sentence.span.start
    for cue in matcher("ties").find(text, "strong", "bond"):
        before = sentence.document.text[cue.end + offset : group.start]
        if cue.end + offset <= group.start and _OBJECT.fullmatch(before):
            return True
    after = sentence.document.text[group.end : group.end + 40]
    partner = matcher("ties").first(after, "partner")
    return partner is not None and re.search(r"\bonze?\b", after[: partner.start]) is not None


def _is_government(sentence: Sentence, group: Group) -> bool:
    """Weak cues need a word that makes the foreign end a government, not just a place."""
    entity = group.mentions[0].entity
    if entity is not None and entity.kind in ("provincie", "district"):
        return True
    said = group.mentions[0].surface.lower()
    before = sentence.document.text[max(0, group.start - 30) : group.start].lower()
    kind = r"(?:gemeente|stad|steden|provincie|gemeenten|provincies|district|regio|deelstaat)\w*"
    return re.match(kind, said) is not None or re.search(rf"{kind}\s*$", before) is not None


def _directly(sentence: Sentence, pair: Pair, weak: Sequence[CueMatch]) -> bool:
    """The cue stands between the two names, or just before or behind them."""
    offset = sentence.span.start
    named = [m for m in governments(sentence) if m.entity in (pair.nl, pair.foreign)]
    if not named:
        return False
    left, right = named[0].span.end, named[-1].span.start
    return any(
        left <= cue.end + offset <= right
        or 0 <= named[0].span.start - (cue.end + offset) <= 25
        or 0 <= cue.start + offset - named[-1].span.end <= 40
        for cue in weak
    )
