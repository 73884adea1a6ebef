"""Records made from marked-up text, so that a test reads as the sentence it is about.

`[Rotterdam|NL]` a Dutch municipality, `[Zeeland|NL/provincie]` a province, `[Shanghai|CN]` a foreign
city, `[Jiangsu|CN/provincie]`, `[China|CN/land]`, `[VNG|ORG]`, `[ICBC|ORG/bank]`, `[Van Agt|PER]`,
`[BRI|PROG]`, `[1985|1985]` a date with its EDTF value. Blank lines part passages; a line that starts
with `# ` is a heading, `- ` a list item, `^12 ` footnote 12, `> ` a quote, `| ` a table row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.records import Document, Entity, Mention, Page, Passage, Span
from corpus.records.document import PassageKind
from corpus.records.mentions import Label
from corpus.records.text import slug
from extractors.sentences import Sentence, build_sentences

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_KINDS: dict[str, PassageKind] = {"# ": "heading", "- ": "list", "> ": "quote", "| ": "table"}


def entity(name: str, spec: str) -> Entity:
    """`entity("Rotterdam", "NL")`: the entity that a mark stands for; its id is made of its name."""
    country, _, kind = spec.partition("/")
    if country == "ORG":
        return Entity(id=f"org:{slug(name)}", name=name, kind=kind or "other")
    if country == "PER":
        return Entity(id=f"per:{slug(name)}", name=name, kind="person")
    if country == "PROG":
        return Entity(id=f"org:{slug(name)}", name=name, kind="programme")
    kind = kind or ("gemeente" if country == "NL" else "stad")
    return Entity(id=f"{country}:{kind}:{slug(name)}", name=name, kind=kind, country=country)


def _kind(block: str) -> tuple[PassageKind, str, str]:
    kind = _KINDS.get(block[:2], "body")
    block = block if kind == "body" else block[2:]
    if note := re.match(r"\^(\d+) ", block):
        return "footnote", note[1], block[note.end() :]
    return kind, "", block


def document(marked: str, *, name: str = "test.txt", **facts: str) -> Document:
    """The document that marked-up text stands for; see the top of this file."""
    return parts(marked, name=name, **facts)[0]


def parts(
    marked: str, *, name: str = "test.txt", **facts: str
) -> tuple[Document, tuple[Mention, ...]]:
    """The document and its mentions."""
    text = ""
    marks: list[tuple[Span, str, str]] = []
    passages: list[Passage] = []
    section: tuple[str, ...] = ()
    for raw in re.split(r"\n\s*\n", marked.strip("\n")):
        kind, label, block = _kind(" ".join(line.strip() for line in raw.strip().splitlines()))
        text += "\n" if text else ""
        start, at = len(text), 0
        for mark in _MARK.finditer(block):
            text += block[at : mark.start()]
            marks.append((Span(len(text), len(text) + len(mark[1])), mark[1], mark[2]))
            text += mark[1]
            at = mark.end()
        text += block[at:]
        passages.append(
            Passage(
                index=len(passages),
                start=start,
                end=len(text),
                kind=kind,
                section=section,
                label=label,
            )
        )
        if kind == "heading":
            section = (text[start:],)
    made = Document(
        id=slug(name),
        name=name,
        text=text,
        passages=tuple(passages),
        pages=(Page(number=1, start=0, end=len(text)),),
        **facts,  # type: ignore[arg-type]  # names of text fields
    )
    return made, tuple(_mention(made, *mark) for mark in marks)


def sentences(
    marked: str, *, periods: Mapping[int, str] | None = None, **facts: str
) -> tuple[Sentence, ...]:
    """The sentences of marked-up text, parted after `.`, `?` and `!` before a capital."""
    made, mentions = parts(marked, **facts)
    return build_sentences(made, mentions, split=_split, periods=periods)


def _split(text: str) -> list[tuple[int, int]]:
    starts = [0, *(m.end() for m in re.finditer(r"(?<=[.!?]) (?=[A-Z'])", text))]
    return [
        (s, len(text[s:e].rstrip()) + s)
        for s, e in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def _mention(made: Document, span: Span, name: str, spec: str) -> Mention:
    label: Label = "PLACE"
    value = ""
    who: Entity | None = None
    if re.match(r"[\d]", spec):
        label, value = "DATE", spec
    else:
        kinds: dict[str, Label] = {"ORG": "ORG", "PER": "PER", "PROG": "PROG"}
        label = kinds.get(spec.partition("/")[0], "PLACE")
        who = entity(name, spec)
    return Mention(label=label, evidence=made.evidence(span), entity=who, value=value)
