"""What was read as rows: papers, passages, mentions, notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpus.records import Analysis, Document, Mention, ThemeAssignment
from corpus.records.ids import hashed_id
from corpus.reference.places import load_places
from outputs.merge import Dataset
from outputs.rows import Row, joined, number

_MOST_THEMES = 5
_SHARE = 0.1  # of the passages with a theme that one must have to be the paper's own


def document_rows(dataset: Dataset) -> Iterator[Row]:
    """One row a paper, those that failed too."""
    for analysis in dataset.analyses:
        document = analysis.document
        yield {
            "record_id": hashed_id("doc", document.name, document.id),
            "doc": document.name,
            "sha256": document.id,
            "title": document.title,
            "kind": document.kind,
            "published": document.published,
            "owner": owner_name(analysis),
            "language": document.language,
            "pages": str(len(document.pages) or ""),
            "chars": str(len(document.text)),
            "status": analysis.status,
            "message": _message(analysis),
            "theme_ids": joined(paper_themes(analysis)),
        }


def owner_name(analysis: Analysis) -> str:
    """The name of the government that a paper comes from."""
    owner = analysis.document.owner
    for mention in analysis.mentions:
        if mention.entity and mention.entity.id == owner:
            return mention.entity.name
    registered = load_places().get(owner)
    return registered.name if registered else owner


def _message(analysis: Analysis) -> str:
    said = [n for n in analysis.notices if n.level in ("loss", "info")]
    return "; ".join(
        dict.fromkeys(
            f"{n.message}. {n.remedy}".strip(" .") if n.remedy else n.message for n in said
        )
    )


def paper_themes(analysis: Analysis) -> tuple[str, ...]:
    """The themes that most of a paper's passages with themes have, the commonest first."""
    counts = Counter(assignment.theme for assignment in analysis.themes)
    passages = len({assignment.passage for assignment in analysis.themes})
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    least = max(1, _SHARE * passages)
    return tuple(theme for theme, count in ranked if count >= least)[:_MOST_THEMES]


def passage_rows(dataset: Dataset) -> Iterator[Row]:
    """One row a passage, in the order of the text."""
    for analysis in dataset.analyses:
        document = analysis.document
        themes: dict[int, list[ThemeAssignment]] = {}
        for assignment in analysis.themes:
            themes.setdefault(assignment.passage, []).append(assignment)
        names = dutch_names(analysis)
        periods = analysis.passage_periods
        for passage in document.passages:
            assigned = themes.get(passage.index, [])
            yield {
                "record_id": hashed_id(
                    "passage", document.name, str(passage.start), str(passage.end)
                ),
                **_where(document, passage.start, passage.end),
                "section": " > ".join(filter(None, (*passage.section, passage.speaker))),
                "kind": passage.kind,
                "text": document.text_of(passage),
                "themes": joined(a.theme for a in assigned),
                "scores": joined(number(a.score) for a in assigned),
                "nl_names": joined(names.get(passage.index, ())),
                "period": periods[passage.index] if passage.index < len(periods) else "",
            }


def dutch_names(analysis: Analysis) -> dict[int, list[str]]:
    """The Dutch governments that each passage names, by its index."""
    found: dict[int, list[str]] = {}
    at = 0
    passages = analysis.document.passages
    for mention in analysis.mentions:
        while at + 1 < len(passages) and passages[at].end <= mention.span.start:
            at += 1
        entity = mention.entity
        if entity and entity.is_dutch_government and passages[at].start <= mention.span.start:
            names = found.setdefault(passages[at].index, [])
            if entity.name not in names:
                names.append(entity.name)
    return found


def mention_rows(dataset: Dataset) -> Iterator[Row]:
    """One row a mention, in the order of the text."""
    for analysis in dataset.analyses:
        document = analysis.document
        for mention in analysis.mentions:
            yield {
                "record_id": hashed_id(
                    "mention", document.name, str(mention.span.start), str(mention.span.end)
                ),
                **_where(document, mention.span.start, mention.span.end),
                "surface": mention.surface,
                "label": mention.label,
                "entity": _stands_for(mention),
                "score": number(mention.score),
                "context": mention.context,
            }


def _stands_for(mention: Mention) -> str:
    return mention.entity.name if mention.entity else mention.value


def _where(document: Document, start: int, end: int) -> Row:
    page = document.page_at(start)
    return {"doc": document.name, "page": str(page or ""), "start": str(start), "end": str(end)}


def notice_rows(dataset: Dataset) -> Iterator[Row]:
    """Every doubt and loss, by paper; then what the papers together give doubt of."""
    notices = [n for analysis in dataset.analyses for n in analysis.notices]
    for index, notice in enumerate((*notices, *dataset.notices)):
        yield {
            "record_id": hashed_id("notice", notice.doc, notice.code, notice.message, str(index)),
            "doc": notice.doc,
            "page": str(notice.page or ""),
            "code": notice.code,
            "level": notice.level,
            "message": notice.message,
            "remedy": notice.remedy,
        }
