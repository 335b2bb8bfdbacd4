"""The pick list on paper and the cells' labels: every code reads back, nothing is lost however much there is."""

from __future__ import annotations

import pytest

from station.labels.documents import label_pdf
from station.labels.drawing import Barcode, Box, Drawing, LabelTrouble, Text
from station.labels.pick_list import ListRow, PickList, cell_label, list_pages
from station.labels.render import render
from station.labels.saying import both

pytestmark = pytest.mark.usefixtures("qapp")


def _row(number: int, **values: object) -> ListRow:
    given: dict[str, object] = {
        "location": f"A-{number}", "sku": f"SKU-{number}", "item": "白色马克杯 330 ml", "code": "6901234567892",
        "units": number, "done": 0, "cells": ((1, number),),
    }  # fmt: skip
    return ListRow(**{**given, **values})  # type: ignore[arg-type]


def _list(*rows: ListRow) -> PickList:
    return PickList(number=3, code="PICK-3", place="", opened="2026-11-22 09:00", by="李四", orders=6, rows=rows)


def _texts(page: Drawing) -> list[str]:
    return [element.text for element in page.elements if isinstance(element, Text)]


def _codes(page: Drawing) -> list[str]:
    return [element.text for element in page.elements if isinstance(element, Barcode)]


def test_a_stop_shows_place_number_and_cells() -> None:
    """Place, SKU, units, each cell with its share and the piece's barcode stand in one row."""
    (page,) = list_pages(_list(_row(5, cells=((2, 3), (17, 2)))), both)
    assert {"A-5", "SKU-5", "白色马克杯 330 ml", "5", "2", "×3", "17", "×2", "6901234567892"} <= set(_texts(page))
    assert _codes(page) == ["PICK-3", "6901234567892"]
    assert label_pdf([page]).startswith(b"%PDF-")


def test_rows_run_over_pages() -> None:
    """Every stop is on some page, each page has its head, and all codes read back."""
    rows = [_row(number, cells=tuple((cell, 1) for cell in range(1, number % 70 + 2))) for number in range(1, 80)]
    pages = list_pages(_list(*rows), both)
    assert len(pages) > 4
    assert all("拣货单 Pick list" in _texts(page) for page in pages)
    assert [text for page in pages for text in _texts(page) if text.startswith("SKU-")] == [row.sku for row in rows]
    render(pages[0], 300)
    for page in pages:
        inside = [element.area for element in page.elements]
        assert all(area.within(page.width_dmm, page.height_dmm) for area in inside)


@pytest.mark.parametrize(
    "row",
    [
        _row(1, sku="很长的中文货号" * 9, item="一个非常长的商品名字" * 9, location="冷库二层东区第十五排" * 3),
        _row(1, item="emoji 😀 mug", location="", code="中文"),
        _row(1, code="X" * 200, units=99_999, done=99_998, cells=((200, 99_999),)),
    ],
    ids=["long", "odd", "large"],
)
def test_nothing_stops_the_walk(row: ListRow) -> None:
    """Names that are too long are shortened, odd characters become question marks, odd codes are left out."""
    (page,) = list_pages(_list(row), both)
    assert label_pdf([page]).startswith(b"%PDF-")
    assert len(_codes(page)) == (2 if row.code == "6901234567892" else 1)


def test_single_orders_have_no_cells_on_the_list() -> None:
    """A batch without cells has neither frames nor their heading."""
    (page,) = list_pages(_list(_row(1, cells=())), both)
    assert "格 cell × 件" not in _texts(page)
    assert sum(isinstance(element, Box) for element in page.elements) == 2  # the heading's ground and the box to tick


@pytest.mark.parametrize(("width", "height"), [(40, 20), (50, 30), (100, 150)])
@pytest.mark.parametrize(("cell", "code"), [(1, "CELL-1-1"), (200, "CELL-9999-200")])
def test_a_cells_label_reads_back(width: int, height: int, cell: int, code: str) -> None:
    """Number and code fit on every size of label, and the code is what the bench reads."""
    if width == 40 and cell == 200:
        with pytest.raises(LabelTrouble, match="too long"):
            render(cell_label(cell, code, "SO-1", width_mm=width, height_mm=height), 203)
        return
    drawing = cell_label(cell, code, "SO-2026-000000000001", width_mm=width, height_mm=height)
    render(drawing, 203)
    assert _codes(drawing) == [code]
