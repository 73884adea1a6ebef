"""Ties of the government that a paper comes from, where the paper takes them as understood.

A letter to the council does not say "the municipality of X has a stedenband with Y" in each
sentence. It has a heading "Y", or says "het oudste contact is dat met Y", and goes on about "de
band". Every such sentence is a clue; a partner with clues enough is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.records import Entity, Mention
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence
from extractors.ties.headed import partners_above
from extractors.ties.pairing import Group, Pair, groups

_NEARBY = 1_500  # characters around a passage in which a paper that tells of ties names one
_NEAR = 70  # characters between a word of bonds and the partner's name
_WEIGHTS = {"strong": 0.7, "joined": 0.7, "bond": 0.35, "clue": 0.35, "ended": 0.35}
_WHERE = re.compile(r"\b(?:in|te|naar|bij|vanuit)\s+$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+(?:met|tussen)\s+(?:(?:de|het|onze)\s+)?(?:[A-Z][\w-]+e\s+)?(?:(?:stad|gemeente|provincie)\s+)?"
)
_HEADED = 0.3  # more for what stands under the partner's own heading
ENOUGH = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A sentence that links the owner to a partner; `weight` is below zero for a denial."""

    pair: Pair
    sentence: Sentence
    weight: float

    @property
    def among_ties(self) -> bool:
        """Whether it is sure itself, or the paper names ties around it."""
        return self.weight >= _WEIGHTS["strong"] or stands_among_ties(self.sentence)


def stands_among_ties(sentence: Sentence) -> bool:
    """Whether the paper names ties nearby, in its title or in the headings above."""
    document, passage = sentence.document, sentence.passage
    near = document.text[max(0, passage.start - _NEARBY) : passage.end + _NEARBY]
    said = (document.title, *passage.section, near)
    return any(matcher("ties").has(text, "strong", "heading") for text in said)


def clues_about(sentences: Sequence[Sentence], owner: Entity) -> Iterator[Clue]:
    """Every clue in the paper, in its order."""
    headed = partners_above(sentences)
    passage, last = -1, None
    for sentence in sentences:
        if sentence.passage.kind in ("heading", "table", "footnote"):
            passage, last = sentence.passage.index, None
            continue
        if sentence.passage.index != passage:
            if last is not None and is_refused(sentence.text):
                yield Clue(pair=Pair(owner, last, _at(sentence)), sentence=sentence, weight=-1.0)
            passage, last = sentence.passage.index, headed.get(sentence.passage.index)
        foreign = [g for g in groups(sentence) if not g.dutch]
        partner = foreign[0] if len(foreign) == 1 else None
        if partner and _is_within(partner, headed.get(sentence.passage.index)):
            partner = None  # "Met Gdańsk als hoofdstad is deze regio": under the region's name
        if partner and (last is None or _weight(sentence, partner.mentions)):
            yield from _named(sentence, partner, owner, headed)
            last = partner.mentions[-1].entity or last
        elif len(foreign) < 2 and last is not None and not _others(sentence, owner):
            under = headed.get(sentence.passage.index) == last
            yield from _understood(sentence, last, owner, under=under)


def _is_within(group: Group, topic: Entity | None) -> bool:
    named = group.mentions[0].entity
    return (
        topic is not None
        and named is not None
        and topic != named
        and (topic.kind in ("provincie", "district") and topic.country == named.country)
    )


def _named(
    sentence: Sentence, group: Group, owner: Entity, headed: Mapping[int, Entity]
) -> Iterator[Clue]:
    if _others(sentence, owner):
        return
    weight = _weight(sentence, group.mentions)
    if not weight:
        return
    for mention in group.mentions:
        assert mention.entity
        under = headed.get(sentence.passage.index) == mention.entity
        above = matcher("ties").has(" ".join(sentence.passage.section[-1:]), "strong")
        more = _HEADED if (under or above) and weight > 0 else 0.0
        yield Clue(pair=_pair(owner, mention), sentence=sentence, weight=weight + more)


def _others(sentence: Sentence, owner: Entity) -> set[str]:
    return {m.entity.id for m in sentence.dutch_governments if m.entity} - {owner.id}


def _weight(sentence: Sentence, mentions: Sequence[Mention]) -> float:
    """How much the sentence links its partner to us, by the nearest word of bonds."""
    start = mentions[0].span.start - sentence.span.start
    end = mentions[-1].span.end - sentence.span.start
    # "in Brno" says where, not with whom, unless a word that means a tie says otherwise.
    where = _WHERE.search(sentence.text[max(0, start - 12) : start]) is not None
    best = 0.0
    for cue in matcher("ties").find(sentence.text, *_WEIGHTS):
        apart = start - cue.end if cue.end <= start else cue.start - end
        if apart <= _NEAR and not (where and _WEIGHTS[cue.kind] < _WEIGHTS["strong"]):
            best = max(best, _WEIGHTS[cue.kind], _directly(sentence, cue, start))
    if not best:
        return 0.0
    if is_denied(sentence.text):
        return -1.0
    if best < _WEIGHTS["strong"] and matcher("ties").has(sentence.text, "others"):
        return 0.0
    return best


def _directly(sentence: Sentence, cue: CueMatch, start: int) -> float:
    """More where the partner is the word's own object and it is one of agreements, or lasts:
    "de intentieverklaring met X", "de band met X, in 1957 begonnen"."""
    if not _OBJECT.fullmatch(sentence.text[cue.end : start]):
        return 0.0
    agreed = matcher("ties").has(cue.text, "agreement")
    lasts = matcher("ties").has(sentence.text, "since", "formed") and bool(
        sentence.labelled("DATE")
    )
    return _WEIGHTS["strong"] if agreed or lasts else 0.0


def _understood(
    sentence: Sentence, partner: Entity, owner: Entity, *, under: bool
) -> Iterator[Clue]:
    """A sentence without names that goes on about the tie: "De band dateert van 1966"."""
    kinds = ("strong", "anaphor", "signed", *(("joined", "clue", "ended") if under else ()))
    cues = matcher("ties").find(sentence.text, *kinds)
    refused = is_refused(sentence.text)
    if cues or refused:
        lasting = matcher("ties").has(sentence.text, "active", "formed", "since")
        weight = _WEIGHTS["bond"] + (_HEADED if under or lasting else 0.0)
        denied = refused or is_denied(sentence.text)
        pair = Pair(owner, partner, _at(sentence))
        yield Clue(pair=pair, sentence=sentence, weight=-1.0 if denied else weight)


def _at(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def is_refused(text: str) -> bool:
    """Whether a sentence turns down what was asked or proposed before it."""
    return matcher("ties").has(text, "refused")


def is_denied(text: str) -> bool:
    """Whether a sentence says that there is no tie; "nooit verbroken" says that there is one."""
    if matcher("ties").has(text, "alive", "not_yet"):
        return False
    if matcher("ties").has(text, "denied", "refused"):
        return True
    cues = matcher("ties").find(text, "strong", "joined", "bond", "clue")
    for cue in cues:
        before, after = text[max(0, cue.start - 35) : cue.start], text[cue.end :]
        if re.search(r"\b(?:geen|noch|evenmin|zonder)\b[^,;]*$", before):
            return True
        if re.search(r"\bniet[.!]?$", after) and not matcher("ties").has(after, "ended"):
            return True
    return False


def _pair(owner: Entity, mention: Mention) -> Pair:
    assert mention.entity
    return Pair(owner, mention.entity, (mention.span.start, mention.span.end))


def enough(clues: Sequence[Clue]) -> float:
    """How surely the clues make a partner, 0 to 0.9; 0 where they do not.

    Weak words alone ("contact", "samenwerking") never make one: a partner is called so, or is told
    of where the paper tells of ties.
    """
    denied = any(clue.weight < 0 for clue in clues)
    said = sum(clue.weight for clue in clues if clue.weight > 0)
    if (denied and said < 2 * ENOUGH) or not any(clue.among_ties for clue in clues):
        return 0.0
    return min(said, 0.9) if said >= ENOUGH else 0.0
