"""The handover sheet (交接单): what a driver signs for, as A4 pages in vectors. It shows no buyer.

What stands on it is handed in as text and figures; no order book is known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPainter, QPdfWriter

from station.labels.faces import Face

DPI = 1200
PER_MM = DPI / 25.4
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 15.0, 195.0, 14.0, 283.0
ROW_MM = 6.0
HEAD_MM = 42.0
SIGNATURES_MM = 38.0
ROWS_MAX = 20_000
"""More parcels than a lorry takes; a sheet of them has some five hundred pages."""

_COLUMNS_MM = ((15.0, 14.0), (31.0, 62.0), (95.0, 58.0), (155.0, 18.0), (175.0, 20.0))
_HEADINGS = ("序号 No.", "运单号 waybill", "订单号 order", "打包台 bench", "重量 kg")
_SHADE = QColor(232, 232, 232)


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


class _Align(Enum):
    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight


def handover_pdf(sheet: HandoverSheet) -> bytes:
    """As many pages as the parcels need, each with the head, the last with the places to sign.

    The application must exist.
    """
    assert len(sheet.rows) <= ROWS_MAX
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Sealbench")
    writer.setTitle(f"Handover {sheet.number}")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        pages = _pages(sheet.rows)
        for number, rows in enumerate(pages):
            if number:
                writer.newPage()
            _paint_page(_Page(painter), sheet, rows, first=sum(map(len, pages[:number])) + 1)
            _Page(painter).text(f"{number + 1}/{len(pages)}", LEFT_MM, 287, 180, 3.2, align=_Align.RIGHT)
        _paint_signatures(_Page(painter), BOTTOM_MM - SIGNATURES_MM)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _pages(rows: Sequence[SheetRow]) -> list[Sequence[SheetRow]]:
    """The last page keeps room for the signatures, on a page of its own if need be."""
    room = int((BOTTOM_MM - TOP_MM - HEAD_MM) / ROW_MM) - 1
    last = int((BOTTOM_MM - TOP_MM - HEAD_MM - SIGNATURES_MM) / ROW_MM) - 1
    pages: list[Sequence[SheetRow]] = [rows[start : start + room] for start in range(0, len(rows), room)] or [()]
    if len(pages[-1]) > last:
        pages[-1:] = [pages[-1][:last], pages[-1][last:]]
    return pages


class _Page:
    """A painter that thinks in millimetres."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        bold: bool = False,
        align: _Align = _Align.LEFT,
    ) -> None:
        """One line, squeezed rather than cut when it is too wide: a number that lost its end is another number."""
        font = _font(bold=bold, size_dots=round(size * PER_MM))
        squeeze = min(1.0, width * PER_MM / max(1.0, QFontMetricsF(font).horizontalAdvance(text)))
        self._painter.save()
        self._painter.setFont(font)
        self._painter.translate(x * PER_MM, y * PER_MM)
        self._painter.scale(squeeze, 1.0)
        area = QRectF(0, 0, width * PER_MM / squeeze, size * 1.3 * PER_MM)
        self._painter.drawText(area, align.value | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        self._painter.restore()

    def box(self, x: float, y: float, width: float, height: float, colour: QColor | Qt.GlobalColor) -> None:
        self._painter.fillRect(QRectF(x * PER_MM, y * PER_MM, width * PER_MM, height * PER_MM), colour)

    def line(self, x: float, y: float, width: float) -> None:
        self.box(x, y, width, 0.2, Qt.GlobalColor.black)


def _font(*, bold: bool, size_dots: int) -> QFont:
    """Without localised forms: their digits have no character, and a waybill could not be searched for in the PDF."""
    font = QFont(Face(bold=bold, size_dots=size_dots, hinted=False).font)
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def _paint_page(page: _Page, sheet: HandoverSheet, rows: Sequence[SheetRow], *, first: int) -> None:
    _paint_head(page, sheet)
    top = TOP_MM + HEAD_MM
    page.box(LEFT_MM, top, RIGHT_MM - LEFT_MM, ROW_MM, _SHADE)
    _paint_cells(page, top, _HEADINGS, bold=True)
    for place, row in enumerate(rows):
        y = top + ROW_MM * (place + 1)
        cells = (str(first + place), row.waybill, row.order, row.bench, _kg(row.weight_mg))
        _paint_cells(page, y, cells, bold=False)
        page.line(LEFT_MM, y + ROW_MM, RIGHT_MM - LEFT_MM)


def _paint_head(page: _Page, sheet: HandoverSheet) -> None:
    page.text("快递交接单  Handover", LEFT_MM, TOP_MM, 110, 7, bold=True)
    page.text(f"No. {sheet.number}", 130, TOP_MM, 65, 7, bold=True, align=_Align.RIGHT)
    page.text(f"{sheet.carrier_zh}  {sheet.carrier_en}", LEFT_MM, TOP_MM + 10, 110, 5.5, bold=True)
    if not sheet.closed:
        page.text("未关闭，仅供核对  NOT CLOSED, not to be signed", 100, TOP_MM + 10.5, 95, 4, align=_Align.RIGHT)
    weight = f"{_kg(sheet.weight_mg)} kg"
    if sheet.unweighed:
        weight += f"（另有 {sheet.unweighed} 件未称重 not weighed）"
    facts = (
        (f"包裹 parcels: {sheet.parcels}", f"总重 total weight: {weight}"),
        (f"开始 opened: {sheet.opened}", f"交接 handed over: {sheet.closed or '-'}"),
        (f"交件人 handed over by: {sheet.by}", f"司机 driver: {sheet.driver or '-'}"),
    )
    for place, (left, right) in enumerate(facts):
        y = TOP_MM + 20 + place * 6.5
        page.text(left, LEFT_MM, y, 82, 4, bold=not place)
        page.text(right, 100, y, 95, 4, bold=not place)


def _paint_cells(page: _Page, y: float, cells: Sequence[str], *, bold: bool) -> None:
    for place, (cell, (x, width)) in enumerate(zip(cells, _COLUMNS_MM, strict=True)):
        align = _Align.RIGHT if place == len(cells) - 1 else _Align.LEFT
        page.text(cell, x + (1 if align is _Align.LEFT else -1), y + 0.9, width - 1, 3.3, bold=bold, align=align)


def _paint_signatures(page: _Page, top: float) -> None:
    for x, words in ((LEFT_MM, "交件人签名 handed over by"), (110.0, "司机签名 taken over by (driver)")):
        page.text(words, x, top + 4, 80, 4)
        page.line(x, top + 24, 82)
        page.text("日期时间 date and time", x, top + 25.5, 80, 3.2)


def _kg(weight_mg: int | None) -> str:
    """To the gram, rounded up as everywhere a carrier reads it."""
    return "-" if weight_mg is None else f"{-(-weight_mg // 1000) / 1000:.3f}"
