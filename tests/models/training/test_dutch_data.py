"""What the Dutch pipeline is trained on: marked council sentences, silver names, newspapers."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
import spacy

from corpus.errors import ReferenceDataError
from models.name_features import FIRST, ORGANISATION, PERSON, PLACE
from models.training.dutch.council import as_docs, parse_marked, read_council, swapped
from models.training.dutch.newspapers import read_newspapers
from models.training.dutch.noise import council_noise
from models.training.dutch.treebank import read_treebank, with_silver_names

NLP = spacy.blank("nl")  # noqa: TID251 - a tokenizer, no pipeline

TREE = """# text = Piet Bakker woont in Lelie bij UNESCO
1	Piet	Piet	PROPN	SPEC|deeleigen	_	3	nsubj	_	_
2	Bakker	Bakker	PROPN	SPEC|deeleigen	_	1	flat	_	_
3	woont	wonen	VERB	WW|pv|tgw|met-t	_	0	root	_	_
4	in	in	ADP	VZ|init	_	5	case	_	_
5	Lelie	Lelie	PROPN	N|eigen|ev|basis|onz|stan	_	3	obl	_	_
6	bij	bij	ADP	VZ|init	_	7	case	_	_
7	Unesco	Unesco	PROPN	N|eigen|ev|basis|zijd|stan	_	3	obl	_	_

"""


def test_a_marked_line_is_a_text_with_its_names():
    marked = parse_marked("Wethouder [Bos|PER.sur] reist naar [Lviv|PLACE.city] [in 2019|DATE].")
    assert marked.text == "Wethouder Bos reist naar Lviv in 2019."
    assert [marked.text[a:b] for a, b, *_ in marked.marks] == ["Bos", "Lviv", "in 2019"]
    with pytest.raises(ReferenceDataError, match="unknown label"):
        parse_marked("[Bos|VOGEL] zingt.", "a.txt")


def test_names_are_swapped_and_the_rest_stays():
    marked = parse_marked("[BREDA|PLACE.nl] en [de VNG|ORG] in [Breda|PLACE.nl].")
    other = swapped(marked, {"PLACE.nl": ["Ede"]}, Random(1))
    assert other.text == "EDE en de VNG in Ede."
    assert [other.text[a:b] for a, b, *_ in other.marks] == ["EDE", "de VNG", "Ede"]


def test_the_projects_sentences_are_many_marked_well_and_split_for_good():
    sentences = read_council()
    assert len(sentences) >= 3000
    parts = Counter(s.part for s in sentences)
    assert parts["train"] > 2000 and parts["dev"] > 100 and parts["test"] == 500
    labels = Counter(label for s in sentences for *_, label, _ in s.marks)
    assert min(labels[x] for x in ("PER", "PLACE", "ORG", "PROG", "DATE")) >= 50
    assert not any(c in s.text for s in sentences for c in "[]")
    trained = {s.text for s in sentences if s.part != "test"}
    assert not [s.text for s in sentences if s.part == "test" and s.marks and s.text in trained]


def test_dates_are_left_to_the_patterns():
    (doc,) = as_docs([parse_marked("[Emmen|PLACE.nl], [3 mei 1994|DATE]")], NLP)
    assert [(e.text, e.label_) for e in doc.ents] == [("Emmen", "PLACE")]


def test_what_a_name_of_the_treebank_is_follows_from_lists_and_gender(tmp_path):
    path = tmp_path / "tree.conllu"
    path.write_text(TREE.replace("bij UNESCO", "bij Unesco"))
    lists = {"Piet": FIRST, "Lelie": PLACE | PERSON, "Unesco": ORGANISATION | PLACE | PERSON}
    (doc,) = with_silver_names(read_treebank(path), lists)
    assert [(e.text, e.label_) for e in doc.ents] == [("Piet Bakker", "PER"), ("Lelie", "PLACE")]
    assert doc[6].ent_iob == 0, "a name of which the lists say three things is left open"


def test_newspapers_lose_their_glued_punctuation_and_hold_a_part_back(tmp_path):
    path = tmp_path / "krant.bio"
    words = [("te", "O"), ("Parijs,", "B-LOC"), ("den", "O"), ("heer", "O"), ("J.", "B-PER")]
    words += [("Smit.", "I-PER"), ("zegt", "O")]
    path.write_text("".join(f"{word} {tag}\n" for word, tag in words * 400))
    train, held_out = read_newspapers(path, NLP)
    names = {(e.text, e.label_) for doc in train for e in doc.ents}
    assert names == {("Parijs", "PLACE"), ("J. Smit", "PER")}
    assert 0.1 < len(held_out) / (len(train) + len(held_out)) < 0.35


def test_noise_changes_the_words_and_keeps_what_is_marked():
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(1)
    (doc,) = as_docs([parse_marked("De wethouder van [Winterswijk|PLACE.nl] vergadert.")], NLP)
    augment = council_noise(share=1.0, kinds=["capitals"])
    plain, noisy = augment(NLP, Example(NLP.make_doc(doc.text), doc))
    assert noisy.reference.text == doc.text.upper()
    assert [e.text for e in noisy.reference.ents] == ["WINTERSWIJK"]
    assert plain.reference.text == doc.text
