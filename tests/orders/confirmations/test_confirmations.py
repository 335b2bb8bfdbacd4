"""Every platform's file, from its own examples: one module each, found by its file's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from station.registry import find, known
from station.reports.table import write_file

FORMATS = known("confirmation")


def test_the_platforms() -> None:
    """The platforms that the sellers use each have a format, and there is one for all others."""
    assert {"alibaba", "aliexpress", "amazon", "generic", "shopify", "taobao"} <= set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_examples(name: str) -> None:
    """Each example gives its row, with a cell for each heading, order number and waybill among them."""
    form = find("confirmation", name)
    for shipped, row in form.EXAMPLES:
        assert form.row(shipped) == row
        assert len(row) == len(form.HEADERS)
        assert {shipped.order, shipped.waybill} <= set(row)


@pytest.mark.parametrize(
    ("name", "ending"), [(name, end) for name in FORMATS for end in find("confirmation", name).ENDINGS]
)
def test_the_files(name: str, ending: str, tmp_path: Path) -> None:
    """Every ending a platform takes can be written, and long numbers stay text in it."""
    form = find("confirmation", name)
    path = tmp_path / f"out{ending}"
    write_file(path, form.HEADERS, [row for _shipped, row in form.EXAMPLES])
    order = form.EXAMPLES[0][0].order
    if ending == ".xlsx":
        sheet = load_workbook(path).active
        assert sheet is not None
        assert [cell.value for row in sheet.iter_rows() for cell in row if cell.value == order] == [order]
    else:
        assert order in path.read_text("utf-8-sig")


@pytest.mark.parametrize(("carrier", "code", "name"), [("DHL", "DHL", ""), ("", "Other", "ePacket")])
def test_a_carrier_amazon_has_no_code_for(carrier: str, code: str, name: str) -> None:
    """A carrier with Amazon's code goes by it alone; any other is Other, with its name."""
    form = find("confirmation", "amazon")
    row = dict(zip(form.HEADERS, form.row(replace(form.EXAMPLES[0][0], carrier=carrier)), strict=True))
    assert (row["carrier-code"], row["carrier-name"]) == (code, name)
