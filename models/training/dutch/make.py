"""Trains the embedded Dutch pipeline from the data, in steps that each leave their files.

1. name lists and vectors; 2. the syntax (tagger, morphologizer, lemmatizer, parser); 3. a teacher
of names, on silver, newspapers and council text; 4. the teacher fills in names that the lists left
open (with a check) and the recogniser is trained on all; 5. both are put together.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import spacy
import srsly
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc

from corpus.errors import ModelMissing
from models import name_features
from models.training.dutch import noise
from models.training.dutch.council import (
    COUNCIL,
    Marked,
    Part,
    as_docs,
    name_pools,
    read_council,
    swapped,
)
from models.training.dutch.name_lists import name_bits, read_alpino, write_name_lists
from models.training.dutch.newspapers import read_newspapers
from models.training.dutch.treebank import filled, read_treebank, with_silver_names, write_docs
from models.training.dutch.vectors import train_vectors, write_text

_HERE = Path(__file__).parent
_SWAPS = 6  # copies of each council sentence with other names
_NEWS = 4  # times that the newspapers are read for each time of the rest
_COUNCIL_SEED = 20261124
_NEEDED = ("ud", "alpino-names", "europeana-ner", "council-helmond")
Overrides = Mapping[str, Any]


def train_dutch(data: Path, work: Path) -> Path:
    """The folder of a pipeline trained on `data` (laid out as docs/models.md says).

    `work` keeps what each step makes.
    Raises ModelMissing where a data set is not there.
    """
    for name in _NEEDED:
        if not (data / name).is_dir():
            raise ModelMissing(str(data / name), "this training data is not there", _WHERE)
    work.mkdir(parents=True, exist_ok=True)
    _prepare(data, work)
    shared = {"paths.vectors": str(work / "vectors"), "paths.names": str(work / "names.npz")}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        syntax = pool.submit(_train, "syntax", work, "syntax", shared)
        pool.submit(_train_names, data, work, shared).result()
        syntax.result()
    return assemble(work / "syntax-trained", work / "ner-trained", work / "nl_stedenband")


_WHERE = "See docs/models.md for where each set is and under what licence."


def _prepare(data: Path, work: Path) -> None:
    """Name lists, vectors and the treebank in spaCy's format."""
    nlp = spacy.blank("nl")
    write_name_lists(read_alpino(data / "alpino-names"), work / "names.npz")
    council = (s.text for s in read_council() if s.part == "train")
    text = write_text(data, council, nlp, work / "text.txt")
    train_vectors(text, spacy.blank("nl"), work / "vectors")
    for part in ("train", "dev", "test"):
        docs = read_treebank(data / "ud" / f"{part}.conllu")
        write_docs(docs, work / f"syntax-{part}.spacy")


def _train_names(data: Path, work: Path, overrides: Overrides) -> None:
    nlp = spacy.blank("nl")
    alpino = read_alpino(data / "alpino-names")
    bits = name_bits(alpino)
    silver = list(with_silver_names(read_treebank(data / "ud" / "train.conllu"), bits))
    news, held_out = read_newspapers(data / "europeana-ner" / "enp_NL.kb.bio", nlp)
    council = council_docs(alpino, nlp)
    write_docs(held_out, work / "newspapers-test.spacy")
    write_docs(list(as_docs(_part("test"), nlp)), work / "council-test.spacy")
    write_docs(list(as_docs(_part("dev"), nlp)), work / "ner-dev.spacy")
    write_docs([*silver, *news * _NEWS, *council], work / "ner-train.spacy")
    _train("ner", work, "teacher", {**overrides, "training.max_epochs": 3})
    teacher = spacy.load(work / "teacher-trained")
    write_docs([*filled(silver, teacher, bits), *news * _NEWS, *council], work / "ner-train.spacy")
    _train("ner", work, "ner", overrides)


def _part(part: Part) -> list[Marked]:
    return [sentence for sentence in read_council(COUNCIL) if sentence.part == part]


def council_docs(alpino: Mapping[str, frozenset[str]], nlp: Language) -> list[Doc]:
    """The council sentences to train on, each with copies that have other names."""
    pools, random = name_pools(alpino), Random(_COUNCIL_SEED)
    sentences = _part("train")
    varied = [swapped(s, pools, random) for s in sentences for _ in range(_SWAPS) if s.marks]
    return list(as_docs([*sentences, *varied], nlp))


def _train(config: str, work: Path, name: str, overrides: Overrides) -> None:
    """One `spacy train` by a config of this folder; what it chose goes to `<name>-trained`."""
    assert name_features and noise, "register what the configs name"
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    paths = {
        "paths.train": str(work / f"{config}-train.spacy"),
        "paths.dev": str(work / f"{config}-dev.spacy"),
    }
    train(_HERE / f"{config}.cfg", work / name, overrides={**paths, **overrides})
    nlp = spacy.load(work / name / "model-best")
    nlp.to_disk(work / f"{name}-trained")


def assemble(syntax: Path, names: Path, to: Path) -> Path:
    """One pipeline of the syntax and the entity recogniser, with its sources and licence."""
    nlp, ner = spacy.load(syntax), spacy.load(names)
    nlp.add_pipe("ner", source=ner)
    _forget_paths(nlp)
    nlp.meta.update(
        name="stedenband",
        version="0.2.0",
        description="Dutch for council papers: tags, lemmas, trees and names.",
        author="stedenband",
        license="CC BY-SA 4.0",
        url="",
        sources=[
            {"name": "UD Dutch Alpino and LassySmall", "license": "CC BY-SA 4.0, LGPL 2.1"},
            {"name": "Alpino name lists", "license": "LGPL 2.1"},
            {"name": "Europeana Newspapers NER, KB", "license": "CC0"},
            {"name": "council sentences of stedenband", "license": "CC BY-SA 4.0"},
        ],
    )
    nlp.to_disk(to)
    _prune_strings(nlp, to / "vocab" / "strings.json")
    return to


def _prune_strings(nlp: Language, path: Path) -> None:
    """Leaves out the words of the training texts: only labels, lemmas' endings and what the
    tokenizer has need their strings. It saves 2 MB."""
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    trees: Any = srsly.msgpack_loads(lemmatizer.trees.to_bytes())
    strings = nlp.vocab.strings
    keep = set(spacy.blank("nl").vocab.strings)
    keep.update(strings[t[end]] for t in trees["trees"] for end in ("orig", "subst") if end in t)
    keep.update(label for labels in nlp.pipe_labels.values() for label in labels)
    srsly.write_json(path, sorted(keep))


def _forget_paths(nlp: Language) -> None:
    """The name lists are within the trained layers: whoever loads the pipeline has no files."""
    for pipe in nlp.pipe_names:
        model = nlp.get_pipe_config(pipe)["model"]
        embed = model.get("tok2vec", model).get("embed", {})
        if "names" in embed:
            embed["names"] = ""
    for path in nlp.config["paths"]:
        nlp.config["paths"][path] = None
