"""Which candidate tells which gold event, and what ships."""

from __future__ import annotations

import pytest

from corpus.errors import ModelMissing, ReferenceDataError
from flows.event_examples import event_examples
from models.event_classifier import NONE, TOLD, load_event_classifier
from models.training.events import GoldEvent, SeenCandidate, label_candidates, read_written

TYPES = frozenset(
    [
        "tie_formed",
        "tie_ended",
        "tie_proposed",
        "agreement",
        "visit",
        "mission",
        "delegation_received",
        "award",
        "gift",
        "establishment",
        "conference",
        "speech",
        "policy",
        "order",
        "pressure",
        "appointment",
        "programme",
        "exchange",
        "incident",
        "request",
        "other",
    ]
)


def seen(text, year=2008, date=None, names=("zwolle", "lunen")):
    return SeenCandidate(
        paper="p", years=frozenset({year}), date=date or str(year), is_said=True, text=text,
        around=text, names=frozenset(names), features={"always": 1.0},
    )  # fmt: skip


def gold(what, type_="visit", year=2008, month="", day=""):
    return GoldEvent(
        paper="p", type=type_, years=frozenset({year}), month=month, day=day,
        names=frozenset({"zwolle", "lunen"}), own=frozenset({"zwolle"}), what=what,
    )  # fmt: skip


def labels(candidates, *events):
    return [example.label for example in label_candidates(candidates, events)]


def test_a_candidate_has_the_type_of_the_event_whose_words_and_year_it_shares():
    told = [seen("In 2008 bezocht de raad Lünen."), seen("In 2008 was de begroting hoog.")]
    assert labels(told, gold("Raad bezoekt Lünen")) == ["visit", NONE]


def test_another_year_is_another_event():
    assert labels([seen("In 2009 bezocht de raad Lünen.", 2009)], gold("Raad bezoekt Lünen")) == [
        NONE
    ]


def test_of_two_events_of_one_year_the_words_and_the_month_decide():
    told = [
        seen("In mei 2008 bezocht de raad Lünen.", date="2008-05"),
        seen("In juni 2008 schonk Lünen een klok.", date="2008-06"),
    ]
    events = (gold("Raad bezoekt Lünen", month="5"), gold("Lünen schenkt klok", "gift", month="6"))
    assert labels(told, *events) == ["visit", "gift"]


def test_the_letterhead_tells_nothing_though_it_has_the_owner_and_the_year():
    head = seen("Gemeente Zwolle, 3 mei 2008", names=("zwolle",))
    assert labels([head], gold("Zwolle krijgt klok")) == [NONE]


def test_every_written_sentence_has_a_type_of_the_contract():
    assert {sentence.type for sentence in read_written()} <= {*TYPES, NONE}


def test_a_written_line_without_type_is_refused(tmp_path):
    path = tmp_path / "events.txt"
    path.write_text("@ 1998-05 Zwolle\nIn 1997 kwam men.\n", encoding="utf-8")
    with pytest.raises(ReferenceDataError, match="In 1997"):
        read_written(path)


def test_the_classifier_that_ships_knows_the_types_of_the_contract_and_explains_itself():
    classifier = load_event_classifier()
    assert set(classifier.type.classes) <= TYPES
    assert set(classifier.told.classes) == {NONE, TOLD}
    assert classifier.explain({"word:bezocht": 1.0, "time:said": 1.0}, "visit")


def test_training_without_papers_says_what_is_missing(tmp_path):
    with pytest.raises(ModelMissing, match="train-"):
        event_examples(tmp_path)
