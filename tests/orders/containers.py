"""Rows of text into every kind of file that shops send, from the formats' own documents."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from typing import Literal
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[str]]
Merge = tuple[int, int, int]
"""Column, first row and last row, counted from 1: cells merged into one."""

TEXT_KINDS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "tsv", "tsv-16", "semicolons", "quoted")


def text(rows: Rows, kind: str) -> bytes:
    """A table as text: comma-separated in the encoding ``kind`` names, or one of the other habits of exports."""
    delimiter = {"tsv": "\t", "tsv-16": "\t", "semicolons": ";"}.get(kind, ",")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if kind == "quoted" else csv.QUOTE_MINIMAL
    encoding = {"tsv": "utf-8", "tsv-16": "utf-16", "semicolons": "utf-8-sig", "quoted": "gb18030"}.get(kind, kind)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def flat(rows: Rows) -> bytes:
    """Cells between tabs as they are, nothing quoted: the flat files of Amazon."""
    return "".join("\t".join(row) + "\r\n" for row in rows).encode()


def xlsx(rows: Rows, merges: Sequence[Merge] = ()) -> bytes:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for row in rows:
        page.append(list(row))
        for cell in page[page.max_row]:
            cell.data_type = "s"  # text that begins with = is not a formula
    for column, first, last in merges:
        page.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(rows: Rows) -> bytes:
    """An OpenDocument spreadsheet of one table (OASIS OpenDocument 1.2, part 1, section 9), text cells only."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    body = f'<office:spreadsheet><table:table table:name="Orders">{lines}</table:table></office:spreadsheet>'
    content = f'<office:document-content {_SPACES} office:version="1.2"><office:body>{body}</office:body>'
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", _ODS)
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content}</office:document-content>')
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _ods_cell(cell: str) -> str:
    if not cell:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
