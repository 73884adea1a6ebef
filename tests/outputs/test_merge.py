"""One dataset of many papers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outputs.merge import merge
from outputs.rows import record_row


def rows(dataset):
    return {r.id: record_row(r) for records in dataset.facts.values() for r in records}


def tie(dataset, foreign):
    (found,) = [r for r in dataset.facts["ties"] if r.fact.foreign.name == foreign]
    return found


@given(data=st.data())
def test_the_order_of_the_papers_does_not_matter(analyses, data):
    shuffled = data.draw(st.permutations(analyses))
    assert rows(merge(shuffled)) == rows(merge(analyses))


@given(data=st.data())
def test_a_paper_that_is_given_twice_counts_once(analyses, data):
    again = data.draw(st.lists(st.sampled_from(analyses)))
    assert rows(merge((*analyses, *again))) == rows(merge(analyses))


def test_one_tie_told_by_two_papers_is_one_record_with_the_evidence_of_both(dataset):
    record = tie(dataset, "Lünen")
    assert {e.doc for e in record.evidences} == {"zwolle-1992.txt", "zwolle-2012.txt"}


def test_the_latest_paper_says_how_a_tie_stands(dataset):
    fact = tie(dataset, "Lünen").fact
    assert (fact.status, fact.ended) == ("ended", "2011")


def test_papers_that_disagree_on_a_year_are_told_of(dataset):
    (conflict,) = [n for n in dataset.notices if n.code == "conflict"]
    assert "1974, 1978" in conflict.message


def test_two_papers_make_a_fact_surer_than_one_but_never_certain(analyses, dataset):
    alone = tie(merge(analyses[:1]), "Lünen").fact.confidence
    assert alone <= tie(dataset, "Lünen").fact.confidence < 1


def test_no_papers_make_an_empty_dataset():
    assert rows(merge(())) == {}
