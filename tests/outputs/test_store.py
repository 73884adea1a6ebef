"""The store: what is kept of papers, versions and reviews."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import StoreError
from outputs.merge import merge
from outputs.reviews import Review, apply_reviews
from outputs.store import open_store

WHEN = "2026-01-01T00:00:00Z"


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "stedenband.sqlite") as opened:
        yield opened


def test_what_is_kept_is_what_was_saved(store, analyses):
    for analysis in analyses:
        store.save(analysis)
    assert sorted(store.analyses(), key=lambda a: a.document.name) == sorted(
        analyses, key=lambda a: a.document.name
    )


def test_a_paper_is_known_by_its_bytes_its_name_and_the_pipeline_that_read_it(store, analyses):
    first = analyses[0]
    store.save(first)
    document = first.document
    assert store.known(document.id, document.name, first.fingerprint)
    assert not store.known(document.id, document.name, "another pipeline")
    assert not store.known("0" * 64, document.name, first.fingerprint)


def test_a_paper_that_fails_does_not_cost_what_was_read_of_it_before(store, analyses):
    store.save(analyses[0])
    store.save(replace(analyses[0], status="failed", ties=()))
    (kept,) = store.analyses()
    assert kept == analyses[0]


def test_a_version_counts_what_was_added_changed_and_removed(store, analyses):
    first = store.write_version(merge(analyses[:1]), created_at=WHEN)
    second = store.write_version(merge(analyses), created_at=WHEN)
    assert (first.number, first.removed) == (1, 0)
    assert second.number == 2
    assert second.added > 0
    assert second.changed > 0
    gone = store.write_version(merge(()), created_at=WHEN)
    assert gone.removed == first.added + second.added


def test_the_same_dataset_again_is_no_new_version(store, dataset):
    assert store.write_version(dataset, created_at=WHEN).number == 1
    again = store.write_version(dataset, created_at=WHEN)
    assert (again.number, again.added, again.changed, again.removed) == (1, 0, 0, 0)


def test_a_record_is_found_by_the_start_of_its_id(store, dataset):
    store.write_version(dataset, created_at=WHEN)
    record = dataset.facts["ties"][0]
    assert store.find(record.id[:10])["evidence"][0]["quote"] == record.evidences[0].quote


@pytest.mark.parametrize("asked", ["tie-zzzz", "tie-", "%"])
def test_an_id_that_is_not_one_records_is_refused(store, dataset, asked):
    store.write_version(dataset, created_at=WHEN)
    with pytest.raises(StoreError):
        store.find(asked)


def test_a_file_that_is_no_store_is_refused_with_what_to_do(tmp_path):
    file = tmp_path / "brief.sqlite"
    file.write_text("Geachte raad, " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="--out"), open_store(file):
        pass


def review(record, verdict, **said):
    return Review(record_id=record.id, verdict=verdict, by="an", at=WHEN, **said)


def test_a_record_that_an_analyst_rejects_is_out_until_it_is_accepted_again(dataset):
    record = dataset.facts["ties"][0]
    rejected = apply_reviews(dataset, [review(record, "reject")])
    assert record not in rejected.facts["ties"]
    again = apply_reviews(dataset, [review(record, "reject"), review(record, "accept")])
    assert record in again.facts["ties"]


def test_a_correction_replaces_a_text_and_must_be_a_date_where_one_belongs(store, dataset):
    record = dataset.facts["ties"][0]
    correction = review(record, "correct", field="formed", value="1969")
    store.add_review(correction)
    corrected = apply_reviews(dataset, store.reviews())
    assert corrected.facts["ties"][0].fact.formed == "1969"
    with pytest.raises(ValueError, match="EDTF"):
        apply_reviews(dataset, [review(record, "correct", field="formed", value="ooit")])
    with pytest.raises(ValueError, match="text field"):
        apply_reviews(dataset, [review(record, "correct", field="foreign", value="x")])
