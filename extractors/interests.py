"""What the interest in a Dutch place is about, and when: the rows behind theme_by_place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.records import Document, Entity, Interest, Tie
from corpus.records.dates import first_year
from extractors.patterns import matcher
from extractors.sentences import Sentence

# How sure it is that the theme is of this pair: the partner is one of the place's ties and named
# in the sentence; the sentence stands under it; neither. By hand, in order.
_SAID, _CARRIED, _GUESSED = 0.8, 0.6, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a sentence's theme belongs to, and how sure that is."""

    nl: tuple[Entity, ...]
    foreign: tuple[Entity, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the whole paper says: whose it is, its ties, and the partner above each passage."""

    ties: Sequence[Tie] = ()
    owner: Entity | None = None
    above: Mapping[int, Entity] = field(default_factory=dict)  # by the passage's index

    def tied(self, foreign: Sequence[Entity]) -> tuple[Entity, ...]:
        """The Dutch governments that the paper ties to one of `foreign`."""
        wanted = {entity.id for entity in foreign}
        return tuple(dict.fromkeys(tie.nl for tie in self.ties if tie.foreign.id in wanted))

    def partners(self, nl: Entity) -> tuple[Entity, ...]:
        """The foreign governments that the paper ties to `nl`."""
        return tuple(dict.fromkeys(tie.foreign for tie in self.ties if tie.nl.id == nl.id))


def find_interests(
    document: Document,
    sentences: Sequence[Sentence],
    setting: Setting,
    *,
    in_sections: bool = False,
) -> tuple[Interest, ...]:
    """One interest for each Dutch place, period and theme that the paper links to abroad.

    A sentence tells one if it has a theme and is about a Dutch place and about abroad: see
    `_of_owner` for papers of a Dutch government, `_of_others` for papers about several. The period
    is the paper's own, empty where it tells of none; a paper about several places that is parted
    by period (`in_sections`) tells of no interests outside those parts. The years are those of the
    dates in the sentences, else of the paper.
    """
    found: dict[tuple[str, str, str], list[tuple[Interest, float]]] = {}
    owner = setting.owner
    is_council = owner is not None and owner.is_dutch_government
    told = _of_owner(sentences, setting) if is_council else _of_others(sentences, setting)
    for sentence, about in told:
        period, year = sentence.period, _year(document, sentence)
        if in_sections and not period and not is_council:
            continue
        for place in about.nl:
            for theme in sentence.themes:
                interest = Interest(
                    nl=place,
                    theme=theme,
                    period=period,
                    years=(year,) if year else (),
                    foreign=about.foreign or setting.partners(place)[:1],
                    confidence=about.score,
                    evidences=(sentence.evidence,),
                )
                found.setdefault((place.id, period, theme), []).append((interest, about.score))
    merged = [_merged(items) for items in found.values()]
    return tuple(sorted(merged, key=lambda i: (i.period, i.nl.name, i.theme, i.key)))


def _of_owner(
    sentences: Sequence[Sentence], setting: Setting
) -> Iterator[tuple[Sentence, Attribution]]:
    """The sentences with a theme of a paper that comes from a Dutch government.

    Its Dutch side is the government itself, unless the sentence names another that the paper ties
    to the partner. Its foreign side is the partner that the sentence names, else the last that was
    named in its passage, else the one that it stands under, else the last of its section.
    """
    passage = -1
    section: tuple[str, ...] = ()
    last: Entity | None = None
    for sentence in sentences:
        if sentence.passage.index != passage:
            passage = sentence.passage.index
            kept = last if section == sentence.passage.section else None
            section = sentence.passage.section
            last = setting.above.get(passage) or kept
        named = _entities(sentence, foreign=True)
        foreign = named or ((last,) if last else ())
        if sentence.themes and sentence.passage.kind != "heading" and foreign:
            about = _by_ties(sentence, foreign, setting, is_named=bool(named))
            if about is not None:
                yield sentence, about
        last = named[-1] if named else last


def _by_ties(
    sentence: Sentence, foreign: tuple[Entity, ...], setting: Setting, *, is_named: bool
) -> Attribution | None:
    assert setting.owner
    tied = setting.tied(foreign)
    own = tuple(p for p in foreign if setting.owner in setting.tied((p,)))
    dutch = tuple(e for e in _entities(sentence, foreign=False) if e in tied)
    if own:
        others = tuple(e for e in dutch if e != setting.owner)
        nl = others if others and setting.owner not in dutch else (setting.owner,)
        return Attribution(nl=nl, foreign=own, score=_SAID if is_named else _CARRIED)
    if dutch:
        return Attribution(nl=dutch, foreign=foreign, score=_CARRIED)
    is_under = setting.above.get(sentence.passage.index) in foreign
    if tied or not (is_under or matcher("interests").has(sentence.text, "together")):
        return None
    return Attribution(nl=(setting.owner,), foreign=foreign, score=_GUESSED)


def _of_others(
    sentences: Sequence[Sentence], setting: Setting
) -> Iterator[tuple[Sentence, Attribution]]:
    """The sentences with a theme of a paper about several Dutch places.

    The Dutch side is named in the sentence or before it in the passage, else the paper's owner; the
    sentence, or one before it where no other place was named since, is about abroad.
    """
    passage, abroad = -1, False
    carried: tuple[Entity, ...] = ()
    for sentence in sentences:
        if sentence.passage.index != passage:
            passage, carried, abroad = sentence.passage.index, (), False
        named = _entities(sentence, foreign=False)
        abroad_here = _is_abroad(sentence)
        places = named or carried or ((setting.owner,) if setting.owner else ())
        told = sentence.passage.kind != "heading" and places and sentence.themes
        if told and (abroad_here or (abroad and not named)):
            score = _SAID if named else _CARRIED
            foreign = _entities(sentence, foreign=True)
            yield sentence, Attribution(nl=places, foreign=foreign, score=score)
        carried, abroad = named or carried, abroad or abroad_here


def _entities(sentence: Sentence, *, foreign: bool) -> tuple[Entity, ...]:
    mentions = sentence.foreign_governments if foreign else sentence.dutch_governments
    return tuple(dict.fromkeys(m.entity for m in mentions if m.entity))


def _is_abroad(sentence: Sentence) -> bool:
    foreign = any(
        m.entity and m.entity.country not in ("", "NL") and m.label == "PLACE"
        for m in sentence.mentions
    )
    return foreign or matcher("interests").has(sentence.text, "abroad")


def _year(document: Document, sentence: Sentence) -> int | None:
    dates = [m.value for m in sentence.mentions if m.label == "DATE" and m.value]
    years = [year for value in dates if (year := first_year(value))]
    return years[-1] if years else first_year(document.published)


def _merged(items: Sequence[tuple[Interest, float]]) -> Interest:
    ranked = sorted(items, key=lambda pair: (-pair[1], pair[0].evidences[0].start))
    foreign = tuple(dict.fromkeys(e for interest, _ in ranked for e in interest.foreign))
    missed = 1.0
    for _, score in items:
        missed *= 1 - score * 0.8  # each telling makes it surer, none makes it certain
    best = ranked[0][0]
    return Interest(
        nl=best.nl,
        theme=best.theme,
        period=best.period,
        years=tuple(sorted({year for interest, _ in ranked for year in interest.years})),
        foreign=foreign,
        confidence=round(1 - missed, 3),
        evidences=tuple(dict.fromkeys(e for interest, _ in ranked for e in interest.evidences)),
    )
