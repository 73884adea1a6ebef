"""All events of a paper: what its sentences tell, and the forming and ending of its ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from corpus.records import Entity, Event, Tie
from extractors.abroad import Abroad
from extractors.events.candidates import Candidate, candidates
from extractors.events.decide import Decided, EventClassifier, decide
from extractors.events.merging import merged
from extractors.events.parties import parties_of
from extractors.events.rules import found_cues
from extractors.events.wording import wording
from extractors.sentences import Sentence


def find_events(
    sentences: Sequence[Sentence],
    *,
    owner: Entity | None = None,
    ties: Sequence[Tie] = (),
    classifier: EventClassifier | None = None,
) -> tuple[Event, ...]:
    """The paper's events by date, each happening once, with the evidence of all its tellings.

    Without a classifier the rules of the cue table decide.
    """
    abroad = Abroad(sentences, tells_of_ties=bool(ties))
    possible = (
        candidate
        for candidate in candidates(sentences, owner=owner)
        if classifier is None or abroad.has(candidate.sentence.evidence)
    )
    told = decide(possible, classifier)
    # What was learnt reads an ending better than the tie finder does (docs/measurements.md).
    taken = ("tie_formed", "tie_ended") if classifier is None else ("tie_formed",)
    of_ties = (event for event in _of_ties(ties) if event.type in taken)
    formed = {(tie.nl.id, tie.foreign.id) for tie in ties if tie.formed}
    events = [(item, event) for item in told if (event := _event(item))]
    kept = (e for item, e in events if not (item.by_rule and _is_formed_again(e, formed)))
    return merged((*of_ties, *kept))


def _is_formed_again(event: Event, formed: AbstractSet[tuple[str, str]]) -> bool:
    """A tie is formed once: where the tie finder knows when, a cue beside another year says
    something else."""
    pairs = {(nl.id, foreign.id) for nl in event.nl_parties for foreign in event.foreign_parties}
    return event.type == "tie_formed" and bool(pairs) and pairs <= formed


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


def _event(item: Decided) -> Event | None:
    candidate = item.candidate
    parties = parties_of(candidate)
    if not parties:
        return None
    sentence = candidate.sentence
    return Event(
        type=item.type,
        when=candidate.time.when,
        nl_parties=parties.dutch,
        foreign_parties=parties.foreign,
        other_parties=parties.others,
        themes=sentence.themes,
        what=wording(sentence.text, _core(candidate, item.type)),
        confidence=item.confidence,
        evidences=(sentence.evidence,),
        why=item.why,
    )


def _core(candidate: Candidate, type_: str) -> int:
    """The offset in the sentence of the word that tells the happening; of its time where
    none does."""
    sentence = candidate.sentence
    before = candidate.start - sentence.span.start
    cues = [*found_cues("events", candidate.text), *found_cues("event_words", candidate.text)]
    of_type = [cue.start for cue in cues if cue.kind == type_]
    return before + of_type[0] if of_type else candidate.time.start - sentence.span.start
