"""The words: what travels between the rooms. Frozen values, standard library only."""

from corpus.records.analysis import (
    Analysis,
    DocumentStatus,
    Notice,
    NoticeLevel,
    Reading,
)
from corpus.records.document import (
    Box,
    Document,
    Line,
    OwnerReason,
    Page,
    Passage,
    PassageKind,
    SourceItem,
)
from corpus.records.evidence import Evidence, Span
from corpus.records.facts import (
    Actor,
    ActorRelation,
    Citation,
    Event,
    Fact,
    Figure,
    Interest,
    Period,
    Tie,
    TieStatus,
)
from corpus.records.mentions import Entity, Label, Mention, MentionContext, ThemeAssignment

__all__ = [
    "Actor",
    "ActorRelation",
    "Analysis",
    "Box",
    "Citation",
    "Document",
    "DocumentStatus",
    "Entity",
    "Event",
    "Evidence",
    "Fact",
    "Figure",
    "Interest",
    "Label",
    "Line",
    "Mention",
    "MentionContext",
    "Notice",
    "NoticeLevel",
    "OwnerReason",
    "Page",
    "Passage",
    "PassageKind",
    "Period",
    "Reading",
    "SourceItem",
    "Span",
    "ThemeAssignment",
    "Tie",
    "TieStatus",
]
