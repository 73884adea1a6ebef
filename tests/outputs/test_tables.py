"""The tables, the drift and the exports: each says the same as the dataset."""

from __future__ import annotations

import csv
import io
import json
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet as pq
import pytest

from corpus.errors import SettingsError
from outputs.columns import columns_of
from outputs.drift import drift_rows
from outputs.export.formats import export
from outputs.tables import as_csv, table_rows, write_tables


@pytest.fixture
def tables(dataset, tmp_path):
    write_tables(dataset, tmp_path)
    return tmp_path


def read(folder, table):
    text = (folder / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_quote_stands_in_its_text_where_the_row_says(tables):
    lines = (tables / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {r["doc"]: r["text"] for r in map(json.loads, lines)}
    quoted = 0
    for file in tables.glob("*.csv"):
        for row in read(tables, file.stem):
            if row.get("quote"):
                quoted += 1
                stands = texts[row["doc"]][int(row["start"]) : int(row["end"])]
                assert stands == row["quote"], file.stem
    assert quoted > 10


def test_a_table_has_the_columns_that_the_contract_names(tables):
    for file in tables.glob("*.csv"):
        header = file.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert header == [column.name for column in columns_of(file.stem)]


def test_a_table_without_rows_still_has_its_header():
    (header,) = csv.reader(io.StringIO(as_csv("periods", iter(())).decode()))
    assert header == [column.name for column in columns_of("periods")]


def test_two_writings_of_one_dataset_are_the_same_bytes(dataset, tables, tmp_path_factory):
    again = tmp_path_factory.mktemp("again")
    write_tables(dataset, again)
    for file in tables.iterdir():
        assert file.read_bytes() == (again / file.name).read_bytes()


def test_drift_compares_shares_of_windows_that_hold_enough(dataset):
    assert drift_rows(dataset) == ()
    with pytest.raises(SettingsError, match="--by"):
        drift_rows(dataset, by="country")
    with pytest.raises(SettingsError, match="--window"):
        drift_rows(dataset, window="maand")


def test_parquet_json_and_excel_hold_the_rows_of_the_tables(dataset, tmp_path):
    for format_ in ("parquet", "jsonl", "xlsx", "datapackage", "ftm"):
        export(dataset, format_, tmp_path / format_)
    wanted = [row["record_id"] for row in table_rows(dataset, "ties")]
    parquet = pq.read_table(tmp_path / "parquet" / "ties.parquet").to_pylist()
    assert [row["record_id"] for row in parquet] == wanted
    lines = (tmp_path / "jsonl" / "ties.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["record_id"] for line in lines] == wanted
    book = openpyxl.load_workbook(next((tmp_path / "xlsx").glob("*.xlsx")))
    sheet = [[cell.value for cell in row] for row in book["ties"].iter_rows()]
    assert [row[0] for row in sheet[1:]] == wanted


def test_no_cell_of_an_excel_file_is_a_formula(dataset, tmp_path):
    export(dataset, "xlsx", tmp_path)
    book = openpyxl.load_workbook(next(tmp_path.glob("*.xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}


def test_the_data_package_describes_every_table(dataset, tmp_path):
    (packed,) = export(dataset, "datapackage", tmp_path)
    with ZipFile(packed) as archive:
        package = json.loads(archive.read("datapackage.json"))
        names = set(archive.namelist())
    ties = next(r for r in package["resources"] if r["name"] == "ties")
    assert [f["name"] for f in ties["schema"]["fields"]] == [c.name for c in columns_of("ties")]
    assert {r["path"] for r in package["resources"]} <= names


def test_follow_the_money_entities_point_at_entities_that_are_there(dataset, tmp_path):
    (file,) = export(dataset, "ftm", tmp_path)
    entities = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    ids = {entity["id"] for entity in entities}
    ties = [e for e in entities if e["schema"] == "UnknownLink"]
    assert len(ties) >= 2
    assert all(ids.issuperset(e["properties"]["subject"]) for e in ties)
