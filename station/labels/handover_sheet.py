"""The handover sheet (交接单): what a driver signs for, as A4 pages in vectors. It shows no buyer.

What stands on it is handed in as text and figures; no order book is known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtGui import QImage

from station.labels.a4_page import BOTTOM_MM, LEFT_MM, RIGHT_MM, SHADE, TOP_MM, Align, Page, pages_pdf
from station.labels.saying import Say

ROW_MM = 6.0
HEAD_MM = 42.0
LEG_MM = 6.5
SIGNATURES_MM = 46.0
ROWS_MAX = 20_000
"""More parcels than a lorry takes; a sheet of them has some five hundred pages."""

_COLUMNS_MM = ((15.0, 14.0), (31.0, 62.0), (95.0, 58.0), (155.0, 18.0), (175.0, 20.0))
DITTO = "〃"  # read, not said
Cells: TypeAlias = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    waybill: str
    order: str
    bench: str
    weight_mg: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSheet:
    """``closed`` is empty while parcels may still be added: the sheet then says that it is none to sign.

    ``parcels`` counts boxes, of which ``unweighed`` are not in ``weight_mg``. Times are local, as people tell them.
    ``first_leg`` says where the parcels go first, empty where the carrier takes them all the way. ``signature`` is a
    picture of the driver's; without one the sheet has room for a pen.
    """

    number: int
    carrier_zh: str
    carrier_en: str
    opened: str
    closed: str
    by: str
    driver: str
    rows: tuple[SheetRow, ...]
    parcels: int
    weight_mg: int
    unweighed: int
    first_leg: str = ""
    signature: bytes = b""


def handover_pdf(sheet: HandoverSheet, say: Say) -> bytes:
    """As many pages as the parcels need, each with the head, the last with the places to sign.

    The application must exist.
    """
    assert len(sheet.rows) <= ROWS_MAX
    pages = _pages(_cells(sheet.rows), _head_mm(sheet))
    painters = [
        partial(_paint_page, sheet=sheet, say=say, rows=rows, number=number, of=len(pages))
        for number, rows in enumerate(pages, start=1)
    ]
    return pages_pdf(f"Handover {sheet.number}", painters)


def _cells(rows: Sequence[SheetRow]) -> list[Cells]:
    """As they are painted. Boxes are numbered, and weighed once: further orders in a box stand below it."""
    boxes: dict[str, list[SheetRow]] = {}
    for row in rows:
        boxes.setdefault(row.waybill or row.order, []).append(row)
    cells: list[Cells] = []
    for number, (first, *others) in enumerate(boxes.values(), start=1):
        cells.append((str(number), first.waybill, first.order, first.bench, _kg(first.weight_mg)))
        cells += (("", DITTO, other.order, other.bench, DITTO) for other in others)
    return cells


def _head_mm(sheet: HandoverSheet) -> float:
    return HEAD_MM + (LEG_MM if sheet.first_leg else 0)


def _pages(rows: Sequence[Cells], head_mm: float) -> list[Sequence[Cells]]:
    """The last page keeps room for the signatures, on a page of its own if need be."""
    room = int((BOTTOM_MM - TOP_MM - head_mm) / ROW_MM) - 1
    last = int((BOTTOM_MM - TOP_MM - head_mm - SIGNATURES_MM) / ROW_MM) - 1
    pages: list[Sequence[Cells]] = [rows[start : start + room] for start in range(0, len(rows), room)] or [()]
    if len(pages[-1]) > last:
        pages[-1:] = [pages[-1][:last], pages[-1][last:]]
    return pages


def _paint_page(page: Page, *, sheet: HandoverSheet, say: Say, rows: Sequence[Cells], number: int, of: int) -> None:
    _paint_head(page, sheet, say)
    top = TOP_MM + _head_mm(sheet)
    page.box(LEFT_MM, top, RIGHT_MM - LEFT_MM, ROW_MM, SHADE)
    _paint_cells(page, top, _headings(say), bold=True)
    for place, cells in enumerate(rows):
        y = top + ROW_MM * (place + 1)
        _paint_cells(page, y, cells, bold=False)
        page.line(LEFT_MM, y + ROW_MM, RIGHT_MM - LEFT_MM)
    page.text(f"{number}/{of}", LEFT_MM, 287, 180, 3.2, align=Align.RIGHT)
    if number == of:
        _paint_signatures(page, BOTTOM_MM - SIGNATURES_MM, sheet, say)


def _headings(say: Say) -> Cells:
    return (
        say("序号", "No."),
        say("运单号", "waybill"),
        say("订单号", "order"),
        say("工位", "bench"),
        f"{say('重量', 'weight')} kg",
    )


def _paint_head(page: Page, sheet: HandoverSheet, say: Say) -> None:
    page.text(say("快递交接单", "Handover"), LEFT_MM, TOP_MM, 110, 7, bold=True)
    page.text(f"No. {sheet.number}", 130, TOP_MM, 65, 7, bold=True, align=Align.RIGHT)
    page.text(f"{sheet.carrier_zh}  {sheet.carrier_en}", LEFT_MM, TOP_MM + 10, 110, 5.5, bold=True)
    if not sheet.closed:
        words = say("未关闭，仅供核对", "NOT CLOSED, not to be signed")
        page.text(words, 100, TOP_MM + 10.5, 95, 4, align=Align.RIGHT)
    weight = f"{_kg(sheet.weight_mg)} kg"
    if sheet.unweighed:
        weight += f" ({sheet.unweighed} {say('件未称重', 'not weighed')})"
    facts = (
        (f"{say('包裹', 'parcels')}: {sheet.parcels}", f"{say('总重', 'total weight')}: {weight}"),
        (f"{say('开始', 'opened')}: {sheet.opened}", f"{say('交接', 'handed over')}: {sheet.closed or '-'}"),
        (f"{say('交件人', 'handed over by')}: {sheet.by}", f"{say('司机', 'driver')}: {sheet.driver or '-'}"),
    )
    for place, (left, right) in enumerate(facts):
        y = TOP_MM + 20 + place * 6.5
        page.text(left, LEFT_MM, y, 82, 4, bold=not place)
        page.text(right, 100, y, 95, 4, bold=not place)
    if sheet.first_leg:
        where = f"{say('头程', 'first leg')}: {sheet.first_leg}"
        page.text(where, LEFT_MM, TOP_MM + 20 + len(facts) * 6.5, 180, 4)


def _paint_cells(page: Page, y: float, cells: Cells, *, bold: bool) -> None:
    for place, (cell, (x, width)) in enumerate(zip(cells, _COLUMNS_MM, strict=True)):
        align = Align.RIGHT if place == len(cells) - 1 else Align.LEFT
        page.text(cell, x + (1 if align is Align.LEFT else -1), y + 0.9, width - 1, 3.3, bold=bold, align=align)


def _paint_signatures(page: Page, top: float, sheet: HandoverSheet, say: Say) -> None:
    """Two frames: a name under the first, the driver's own hand or room for it in the second."""
    for x, words, who in (
        (LEFT_MM, say("交件人签名", "handed over by"), sheet.by),
        (110.0, say("司机签名", "taken over by (driver)"), sheet.driver),
    ):
        page.text(words, x, top + 4, 80, 4)
        page.frame(x, top + 11, 85, 24)
        name, when = who or say("姓名", "name"), say("日期时间", "date and time")
        page.text(f"{name}    {when}: {sheet.closed}", x, top + 37, 85, 3.2)
    image = QImage.fromData(sheet.signature) if sheet.signature else QImage()
    if not image.isNull():
        page.picture(image, 111, top + 12, 83, 22)


def _kg(weight_mg: int | None) -> str:
    """To the gram, rounded up as everywhere a carrier reads it."""
    return "-" if weight_mg is None else f"{-(-weight_mg // 1000) / 1000:.3f}"
