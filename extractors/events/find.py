"""All events of a paper: told by a cue with a date, and the forming and ending of its ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.records import Document, Entity, Event, Tie
from extractors.events.dating import BY_PERIOD, When, dates_in, when_of
from extractors.events.parties import Parties, is_about_abroad, parties_of
from extractors.events.wording import wording
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence

_TIES = ("tie_formed", "tie_ended", "tie_proposed")
_LEAST = 0.3  # events below this confidence are left out


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    *,
    owner: Entity | None = None,
    ties: Sequence[Tie] = (),
) -> tuple[Event, ...]:
    """One event for each type, year and set of parties; evidence of all its tellings."""
    del document  # its sentences carry it
    found: dict[tuple[str, ...], Event] = {}
    events = (*_of_ties(ties), *_told(sentences, owner, has_ties=bool(ties)))
    for event in events:
        key = event.key
        found[key] = _joined(found[key], event) if key in found else event
    return tuple(sorted(found.values(), key=lambda e: (e.when, e.type, e.key)))


def _of_ties(ties: Sequence[Tie]) -> Iterator[Event]:
    for tie in ties:
        for type_, when in (("tie_formed", tie.formed), ("tie_ended", tie.ended)):
            if when:
                telling = [e for e in tie.evidences if when[:4] in e.quote] or tie.evidences[:1]
                yield Event(
                    type=type_,
                    when=when,
                    nl_parties=(tie.nl,),
                    foreign_parties=(tie.foreign,),
                    what=wording(telling[0].quote, 0),
                    confidence=tie.confidence,
                    evidences=tuple(telling),
                )


def _told(
    sentences: Sequence[Sentence], owner: Entity | None, *, has_ties: bool
) -> Iterator[Event]:
    passage, carried = -1, ""
    for sentence in sentences:
        if sentence.passage.index != passage:
            passage, carried = sentence.passage.index, ""
        if sentence.passage.kind in ("body", "list", "quote", "footnote", "table"):
            yield from _in_sentence(sentence, carried, owner, has_ties=has_ties)
        dates = dates_in(sentence)
        carried = dates[-1].value if dates else carried


def _in_sentence(
    sentence: Sentence, carried: str, owner: Entity | None, *, has_ties: bool
) -> Iterator[Event]:
    if not (is_about_abroad(sentence) or _is_tie_talk(sentence)):
        return
    seen: set[tuple[str, str]] = set()
    for cue in matcher("events").find(sentence.text):
        when = when_of(sentence, cue, carried)
        if cue.kind == "not" or when is None or (cue.kind, when.date) in seen:
            continue
        if _is_denied(sentence.text, cue):
            continue
        event = _event(sentence, cue, when, owner)
        told_by_tie = has_ties and event is not None and event.type == "tie_formed"
        if event is not None and event.confidence >= _LEAST and not told_by_tie:
            seen.add((cue.kind, when.date))
            yield event


def _event(sentence: Sentence, cue: CueMatch, when: When, owner: Entity | None) -> Event | None:
    parties: Parties = parties_of(
        sentence, start=sentence.span.start, end=sentence.span.end, owner=owner
    )
    if not parties:
        return None
    if when.confidence <= BY_PERIOD and not (parties.dutch or parties.foreign):
        return None
    return Event(
        type=cue.kind,
        when=when.date,
        nl_parties=parties.dutch,
        foreign_parties=parties.foreign,
        other_parties=parties.others,
        themes=sentence.themes,
        what=wording(sentence.text, cue.start),
        confidence=when.confidence,
        evidences=(sentence.evidence,),
    )


def _is_tie_talk(sentence: Sentence) -> bool:
    return matcher("ties").has(sentence.text, "strong")


def _is_denied(text: str, cue: CueMatch) -> bool:
    """Planned, conditional or denied: "zal bezoeken", "geen delegatie"."""
    near = text[max(0, cue.start - 40) : cue.end + 15]
    return matcher("events").has(near, "not")


def _joined(first: Event, second: Event) -> Event:
    better, other = (first, second) if first.confidence >= second.confidence else (second, first)
    return Event(
        type=better.type,
        when=max(first.when, second.when, key=len),
        nl_parties=better.nl_parties,
        foreign_parties=better.foreign_parties,
        other_parties=better.other_parties,
        themes=tuple(dict.fromkeys((*first.themes, *second.themes))),
        what=better.what,
        confidence=better.confidence,
        evidences=tuple(dict.fromkeys((*better.evidences, *other.evidences))),
    )
