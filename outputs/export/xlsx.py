"""One workbook with a sheet a table. Text stays text: no cell of a paper is taken for a formula."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from outputs.columns import TABLES, columns_of
from outputs.export.values import Value, typed_rows
from outputs.files import write_whole
from outputs.merge import Dataset

_LONGEST = 32_767  # characters that a cell of Excel holds
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed date, so that equal data give equal bytes


def write_xlsx(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """The workbook `stedenband.xlsx`; a text longer than a cell holds is cut."""
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _MADE
    for table in TABLES:
        sheet = book.create_sheet(table)
        sheet.freeze_panes = "B2"
        head = []
        for column in columns_of(table):
            cell = WriteOnlyCell(sheet, column.name)
            cell.font = Font(bold=True)
            head.append(cell)
        sheet.append(head)
        for row in typed_rows(dataset, table):
            sheet.append([_cell(sheet, value) for value in row.values()])
    buffer = io.BytesIO()
    book.save(buffer)
    path = folder / "stedenband.xlsx"
    write_whole(path, _timeless(buffer.getvalue()))
    return (path,)


def _cell(sheet: object, value: Value) -> WriteOnlyCell | Value:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", value)[:_LONGEST])
    cell.data_type = "s"  # openpyxl would take "=1+1" for a formula
    return cell


def _timeless(data: bytes) -> bytes:
    """The same archive without the times of its making."""
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as was, ZipFile(buffer, "w", ZIP_DEFLATED) as now:
        for name in was.namelist():
            now.writestr(ZipInfo(name, (2000, 1, 1, 0, 0, 0)), was.read(name), ZIP_DEFLATED)
    return buffer.getvalue()
