"""Word vectors from text without labels: floret (explosion.ai), trained on one core, so the same
text gives the same vectors.

The text: the treebank's training part, council meetings, historical newspapers, and the council
sentences of this project. No test text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.training.initialize import convert_vectors

_LONGEST = 5000  # characters of a line: some meetings are one line
_WIDTH, _ROWS = 96, 20_000  # 7.7 MB


def write_text(data: Path, council: Iterator[str], nlp: Language, to: Path) -> Path:
    """All text, tokenised, a line a sentence or paragraph; repeated lines once."""
    seen: set[str] = set()
    with to.open("w", encoding="utf-8") as file:
        for line in (*_lines(data), *council):
            if line and line not in seen:
                seen.add(line)
                file.write(" ".join(t.text for t in nlp.make_doc(line[:_LONGEST])) + "\n")
    return to


def _lines(data: Path) -> Iterator[str]:
    for line in (data / "ud" / "train.conllu").read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ").strip()
    for paper in sorted((data / "council-helmond").glob("*.txt")):
        yield from map(str.strip, paper.read_text(encoding="utf-8").splitlines())
    news = (data / "europeana-ner" / "enp_NL.kb.bio").read_text(encoding="utf-8").splitlines()
    words = [line.rpartition(" ")[0] for line in news]
    for at in range(0, len(words), 30):
        yield " ".join(filter(None, words[at : at + 30]))


def train_vectors(text: Path, nlp: Language, to: Path) -> Path:
    """A folder with an empty pipeline that has the vectors: what `[initialize] vectors` reads."""
    import floret  # noqa: PLC0415 - only who trains needs it: pip install stedenband[train]

    trained = floret.train_unsupervised(
        str(text),
        model="skipgram",
        mode="floret",
        hashCount=2,
        bucket=_ROWS,
        minn=3,
        maxn=5,
        dim=_WIDTH,
        epoch=15,
        minCount=3,
        neg=10,
        lr=0.05,
        ws=5,
        thread=1,
    )
    table = to.with_suffix(".floret")
    trained.save_floret_vectors(str(table))
    convert_vectors(nlp, table, truncate=-1, prune=-1, mode="floret")
    nlp.to_disk(to)
    return to
