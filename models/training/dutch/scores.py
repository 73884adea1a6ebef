"""What a Dutch pipeline scores: names on each test set, syntax on the treebank, speed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from models.dutch import DutchPipeline, load_syntax
from models.scoring import Score
from models.training.dutch.test_sets import NameSpan, TestSet
from models.training.dutch.treebank import read_treebank

FindNames = Callable[[Sequence[str]], Sequence[Sequence[NameSpan]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One line of the table: a figure of a pipeline on a data set."""

    pipeline: str
    data: str
    what: str  # a label, `micro`, or a measure of syntax
    precision: float
    recall: float
    f1: float
    count: int  # names or tokens in the gold


def names_of(pipeline: DutchPipeline) -> FindNames:
    """What the pipeline alone tags."""

    def find(texts: Sequence[str]) -> list[list[NameSpan]]:
        return [[(n.start, n.end, n.label) for n in names] for names in pipeline.entities(texts)]

    return find


def score_names(pipeline: str, test: TestSet, find: FindNames) -> Iterator[ScoreRow]:
    """Exact spans and labels, by label and together; labels the set does not mark do not count."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for text, found in zip(test.texts, find([t.text for t in test.texts]), strict=True):
        gold = frozenset(text.names)
        told = frozenset(name for name in found if name[2] in test.labels)
        right.update(label for *_, label in gold & told)
        wrong.update(label for *_, label in told - gold)
        missed.update(label for *_, label in gold - told)
    for label in (*sorted(test.labels), "micro"):
        counts = [c.total() if label == "micro" else c[label] for c in (right, wrong, missed)]
        score = Score(right=counts[0], wrong=counts[1], missed=counts[2])
        yield score_row(pipeline, test.name, label, score)


def score_syntax(name: str, treebank: Path) -> Iterator[ScoreRow]:
    """Tags, lemmas, trees and sentence ends on a CoNLL-U file, on its own tokens."""
    nlp = load_syntax(name)
    pairs = [
        Example(_bare(nlp, Doc(nlp.vocab).from_bytes(gold.to_bytes())), gold)
        for gold in read_treebank(treebank)
    ]
    told = list(nlp.pipe([pair.predicted for pair in pairs]))
    scored = nlp.evaluate(
        [Example(doc, pair.reference) for doc, pair in zip(told, pairs, strict=True)]
    )
    tokens = sum(len(pair.reference) for pair in pairs)
    for measure in ("pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f"):
        value = float(scored.get(measure) or 0.0)
        yield ScoreRow(
            pipeline=name,
            data=treebank.name,
            what=measure,
            precision=value,
            recall=value,
            f1=value,
            count=tokens,
        )


def _bare(nlp: Language, gold: Doc) -> Doc:
    words = [token.text for token in gold]
    return Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in gold])


def words_a_second(pipeline: DutchPipeline, texts: Sequence[str]) -> float:
    """How fast names are tagged, tokenising included, on this machine."""
    tokens = sum(len(pipeline.nlp.make_doc(text)) for text in texts)
    start = perf_counter()
    pipeline.entities(texts)
    return tokens / (perf_counter() - start)


def score_row(pipeline: str, data: str, what: str, score: Score) -> ScoreRow:
    """A line of the table for names, or themes, that were right, wrong or missed."""
    return ScoreRow(
        pipeline=pipeline,
        data=data,
        what=what,
        precision=round(score.precision, 4),
        recall=round(score.recall, 4),
        f1=round(score.f1, 4),
        count=score.right + score.missed,
    )
