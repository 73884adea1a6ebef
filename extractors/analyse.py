"""The walk: a paper that has been read becomes an analysis. Nothing here touches disk or net.

`load_tools` is the one place where pipelines, registers and classifiers are brought together;
after it, everything is functions from frozen values to frozen values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from corpus.records import Analysis, Document, Mention, Notice, Reading
from corpus.reference.organisations import load_organisations
from corpus.reference.places import load_places
from corpus.reference.tables import fingerprint as reference_fingerprint
from extractors.actors import find_actors, find_relations
from extractors.citations import find_citations
from extractors.entities.recogniser import Recogniser
from extractors.events import find_events
from extractors.figures import find_figures
from extractors.interests import Setting, find_interests
from extractors.periods import tell_periods
from extractors.sentences import Sentence
from extractors.telling import tell, with_references
from extractors.text.ocr import find_engine
from extractors.text.options import DEFAULTS, ReadingOptions
from extractors.themes import assign_themes, title_of, with_reasons
from extractors.ties import find_ties
from extractors.ties.headed import partners_above
from models.actor_classifier import load_actor_classifier
from models.dutch import DutchPipeline, load_dutch
from models.event_classifier import EventClassifier, load_event_classifier
from models.linear import LinearModel
from models.relation_classifier import RelationClassifier, load_relation_classifier
from models.theme_classifier import ThemeClassifier, load_theme_classifier

# Below this score a link rests on a guess that the user should know of.
_GUESS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the walk works with; heavy to load, never changed."""

    pipeline: DutchPipeline
    recogniser: Recogniser
    classifier: ThemeClassifier
    actors: LinearModel
    relations: RelationClassifier
    events: EventClassifier
    fingerprint: str
    reading: ReadingOptions = DEFAULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolsNote:
    """What the tools are: what decides whether a paper is unchanged, and what a user is told."""

    fingerprint: str
    pipeline: str


def describe_tools(
    pipeline: str = "", classifier: Path | None = None, reading: ReadingOptions = DEFAULTS
) -> ToolsNote:
    """What `load_tools` would load, without the registers. Raises as it does."""
    dutch, themes = load_dutch(pipeline), load_theme_classifier(classifier)
    engine = find_engine(reading.ocr_languages) if reading.ocr else None
    return ToolsNote(
        fingerprint=_fingerprint(
            dutch.name,
            dutch.version,
            themes.version,
            load_actor_classifier().version,
            load_relation_classifier().version,
            load_event_classifier().version,
            str(engine),
            str(reading.both_readers),
        ),
        pipeline=f"{dutch.name} {dutch.version} ({dutch.reason})",
    )


def load_tools(
    pipeline: str = "", classifier: Path | None = None, reading: ReadingOptions = DEFAULTS
) -> Tools:
    """The tools that the settings name; the defaults where they name none.

    Raises ModelMissing for a pipeline or classifier that is not there, ReferenceDataError for a
    data file that is malformed.
    """
    dutch = load_dutch(pipeline)
    return Tools(
        pipeline=dutch,
        recogniser=Recogniser(places=load_places(), organisations=load_organisations(), nlp=dutch),
        classifier=load_theme_classifier(classifier),
        actors=load_actor_classifier(),
        relations=load_relation_classifier(),
        events=load_event_classifier(),
        fingerprint=describe_tools(pipeline, classifier, reading).fingerprint,
        reading=reading,
    )


def analyse(reading: Reading, tools: Tools) -> Analysis:
    """Everything that one paper says, each fact with its evidence."""
    telling = tell(reading.document, tools.recogniser, split=tools.pipeline.sentences)
    document, owner, mentions = telling.document, telling.owner, telling.mentions
    told_of = tell_periods(document, telling.sentences)
    sentences = _with_themes(told_of.sentences, tools.classifier)
    told = with_references(sentences, owner)
    ties = find_ties(document, told, owner=owner, judge=tools.relations)
    setting = Setting(ties=ties, owner=owner, above=partners_above(told))
    events = find_events(told, owner=owner, ties=ties, classifier=tools.events)
    actors = find_actors(document, told, owner=owner, judge=tools.actors, facts=(ties, events))
    return Analysis(
        document=document,
        status="partly" if any(n.level == "loss" for n in reading.notices) else "ok",
        mentions=mentions,
        themes=assign_themes(document, tools.classifier, split=tools.pipeline.sentences),
        ties=ties,
        events=events,
        interests=with_reasons(
            find_interests(document, sentences, setting, in_sections=told_of.in_sections),
            tools.classifier,
        ),
        actors=actors,
        relations=find_relations(document, told, actors),
        citations=find_citations(document),
        figures=find_figures(document, sentences),
        periods=told_of.periods,
        passage_periods=told_of.by_passage,
        notices=(*reading.notices, *_doubts(document, mentions)),
        fingerprint=tools.fingerprint,
    )


def _with_themes(
    sentences: Sequence[Sentence], classifier: ThemeClassifier
) -> tuple[Sentence, ...]:
    predicted = classifier.predict(
        [sentence.text for sentence in sentences], [title_of(s.passage) for s in sentences]
    )
    return tuple(
        replace(sentence, themes=tuple(theme for theme, _ in themes))
        for sentence, themes in zip(sentences, predicted, strict=True)
    )


def _doubts(document: Document, mentions: Sequence[Mention]) -> tuple[Notice, ...]:
    found: list[Notice] = []
    guesses = sorted({m.surface for m in mentions if m.entity and m.score < _GUESS})
    if guesses:
        found.append(
            Notice(
                code="guessed_link",
                level="doubt",
                doc=document.name,
                message=f"{len(guesses)} names linked by guess: {', '.join(guesses[:10])}",
                remedy="look at these names in mentions.csv (score below 0.5)",
            )
        )
    if document.language and document.language != "nl":
        found.append(
            Notice(
                code="not_dutch",
                level="info",
                doc=document.name,
                message=f"the paper seems to be in {document.language}, not Dutch",
                remedy="what was found in it deserves a second look",
            )
        )
    return tuple(found)


def _fingerprint(*versions: str) -> str:
    """What makes "unchanged" decidable: models, reference data and the code of extraction."""
    here = Path(__file__).parent
    sources = (*sorted(here.rglob("*.py")), *sorted((here.parent / "corpus/records").glob("*.py")))
    digest = sha256()
    for source in sources:
        digest.update(source.read_bytes())
    whole = "\x1f".join((*versions, reference_fingerprint(), digest.hexdigest()))
    return sha256(whole.encode()).hexdigest()[:16]
