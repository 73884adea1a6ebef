"""The contract that users' scripts rely on: files, columns, evidence."""

from __future__ import annotations

import json

import pytest

from outputs.columns import TABLES, columns_of
from tests.conftest import ROOT
from tests.reading import bytes_of, rows_of, texts_of

EVIDENCE = ["doc", "page", "start", "end", "quote"]
# As in the contract, after record_id.
CONTRACT = {
    "ties": "nl_name nl_kind nl_province foreign_name foreign_kind foreign_country formed formalised ended status confidence",
    "actors": "name abbreviation name_other kind country mentions",
    "actor_relations": "subject relation object",
    "events": "year month day type nl_parties foreign_parties other_parties themes what confidence",
    "theme_by_place": "nl_name period foreign_name theme score",
    "figures": "what value unit",
    "sources": "number authors title publisher date url kind",
}
WITHOUT_EVIDENCE = {
    "periods": "start end leader label",
    "documents": "doc sha256 title kind published owner language pages chars status message theme_ids",
    "passages": "doc page start end section kind text themes scores nl_names period",
    "mentions": "doc page start end surface label entity score context",
    "notices": "doc page code level message remedy",
    "drift": "scope theme from to share_from share_to change p_value n",
    "evidence": "doc page start end quote",
}


@pytest.mark.parametrize("table", CONTRACT)
def test_a_table_of_facts_has_the_contracts_columns_and_ends_with_its_evidence(samples_run, table):
    header = (samples_run / "tables" / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == ["record_id", *CONTRACT[table].split(), *EVIDENCE]


@pytest.mark.parametrize("table", WITHOUT_EVIDENCE)
def test_another_table_has_the_contracts_columns(samples_run, table):
    header = (samples_run / "tables" / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == ["record_id", *WITHOUT_EVIDENCE[table].split()]


@pytest.mark.parametrize("table", [*CONTRACT, "evidence"])
def test_every_quote_is_the_text_at_its_offsets(samples_run, table):
    texts = texts_of(samples_run)
    rows = rows_of(samples_run, table)
    wrong = [r for r in rows if texts[r["doc"]][int(r["start"]) : int(r["end"])] != r["quote"]]
    assert wrong == []


@pytest.mark.parametrize(("table", "column"), [("mentions", "surface"), ("passages", "text")])
def test_mentions_and_passages_are_the_text_at_their_offsets(samples_run, table, column):
    texts = texts_of(samples_run)
    rows = rows_of(samples_run, table)
    assert rows
    assert all(texts[r["doc"]][int(r["start"]) : int(r["end"])] == r[column] for r in rows)


def test_ids_are_unique_in_each_table(samples_run):
    for table in set(TABLES) - {"evidence"}:
        ids = [row["record_id"] for row in rows_of(samples_run, table)]
        assert len(ids) == len(set(ids)), table


def test_every_fact_has_all_its_evidence_in_the_evidence_table(samples_run):
    known = {row["record_id"] for row in rows_of(samples_run, "evidence")}
    for table in (*CONTRACT, "periods"):
        assert {row["record_id"] for row in rows_of(samples_run, table)} <= known


def test_the_data_package_describes_every_table(samples_run):
    package = json.loads((samples_run / "tables" / "datapackage.json").read_text(encoding="utf-8"))
    described = {
        resource["path"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in package["resources"]
    }
    assert described == {f"{t}.csv": [c.name for c in columns_of(t)] for t in TABLES}


def test_store_maps_and_site_are_where_the_contract_says(samples_run):
    assert (samples_run / "stedenband.sqlite").is_file()
    assert (samples_run / "site" / "index.html").is_file()
    maps = bytes_of(samples_run / "maps")
    assert (
        {name.rpartition(".")[0] for name in maps if name.endswith(".svg")}
        == {name.rpartition(".")[0] for name in maps if name.endswith(".png")}
        != set()
    )


def test_every_sample_paper_is_read_whole(samples_run):
    status = {row["doc"]: row["status"] for row in rows_of(samples_run, "documents")}
    assert len(status) >= 12
    assert set(status.values()) == {"ok"}


def test_every_command_of_the_contract_is_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in (
        "run",
        "refresh",
        "schedule",
        "drift",
        "show",
        "export",
        "site",
        "model",
        "doctor",
    ):
        assert f"`stedenband {command}" in readme
