"""All events of a paper: what its sentences tell, and the forming and ending of its ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.records import Entity, Event, Tie
from extractors.events.candidates import candidates
from extractors.events.decide import Decided, EventClassifier, decide
from extractors.events.merging import merged
from extractors.events.parties import parties_of
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
    told = decide(candidates(sentences, owner=owner), classifier)
    return merged((*_of_ties(ties), *(e for item in told if (e := _event(item)))))


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
        what=wording(sentence.text, max(candidate.time.end - sentence.span.start, 0)),
        confidence=item.confidence,
        evidences=(sentence.evidence,),
        why=item.why,
    )
