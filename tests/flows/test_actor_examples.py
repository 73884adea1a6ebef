"""Annotated papers become labelled candidates; the same papers train the same weights."""

import pytest

from corpus.errors import ModelMissing
from flows.actor_examples import read_actor_examples
from models.training.actors import train_actors

PAPER = """Gemeente Goor

De zeevaartschool ontving in 1998 twaalf leerlingen uit Altenburg. De firma Zubr legt een riool.
"""
GOLD = "doc,name,abbreviation,name_other,kind,country\nbrief.txt,Zeevaartschool,,,knowledge_institution,NL\n"


@pytest.fixture
def papers(tmp_path):
    for part in ("train-1", "test"):
        (tmp_path / part / "papers").mkdir(parents=True)
        (tmp_path / part / "gold").mkdir()
        (tmp_path / part / "papers" / "brief.txt").write_text(PAPER, encoding="utf-8")
        (tmp_path / part / "gold" / "actors.csv").write_text(GOLD, encoding="utf-8")
    return tmp_path


def test_a_candidate_that_a_reader_listed_is_an_actor(papers):
    examples = read_actor_examples(papers)
    assert {e.label for e in examples if "noun=school" in e.features} == {"actor"}
    assert {e.label for e in examples if "noun=firma" in e.features} <= {"none"}
    assert {e.group for e in examples} == {"brief.txt"}, "only the folders train-* are read"


def test_training_twice_gives_the_same_bytes(papers):
    examples = read_actor_examples(papers) * 3  # a feature of fewer is left out
    made = [train_actors(examples, papers / name) for name in ("one", "two")]
    one, two = ({p.name: p.read_bytes() for p in sorted(m.iterdir())} for m in made)
    assert one == two


def test_without_annotated_papers_nothing_is_trained(tmp_path):
    with pytest.raises(ModelMissing, match="train-"):
        read_actor_examples(tmp_path)
