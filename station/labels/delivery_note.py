"""The delivery note (发货单): what is in the box, for whoever opens it, as A4 pages. It never shows a price (E3).

What stands on it is handed in as text and figures; no order book is known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from station.labels.a4_page import BOTTOM_MM, LEFT_MM, RIGHT_MM, SHADE, TOP_MM, Align, Page, pages_pdf
from station.labels.saying import Say

ROW_MM = 11.0
HEAD_MM = 62.0
FOOT_MM = 16.0
LINES_MAX = 500
NOTES_MAX = 2_000
"""In one file; each order begins a page."""

_WIDTH_MM = RIGHT_MM - LEFT_MM
_NO, _ITEM, _SKU, _UNITS = (15.0, 10.0), (26.0, 104.0), (132.0, 42.0), (175.0, 20.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """``order`` is whose line it is where several orders are in the box."""

    sku: str
    name: str
    variant: str
    units: int
    gift: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNote:
    """``packed``: this is what a bench put into the box, else it is what was ordered. ``remark`` is empty mostly."""

    order: str
    shop: str
    service: str
    waybill: str
    day: str
    to: tuple[str, ...]
    sender: tuple[str, ...]
    lines: tuple[NoteLine, ...]
    packed: bool
    present: bool = False
    remark: str = ""

    @property
    def units(self) -> int:
        return sum(line.units for line in self.lines)


def notes_pdf(notes: Sequence[DeliveryNote], say: Say) -> bytes:
    """Each note on pages of its own, numbered by themselves. The application must exist."""
    assert 0 < len(notes) <= NOTES_MAX
    painters = []
    for note in notes:
        pages = _pages(note.lines)
        for number, (first, lines) in enumerate(pages, start=1):
            paint = partial(_paint, note=note, say=say)
            painters.append(partial(paint, first=first, lines=lines, number=number, of=len(pages)))
    return pages_pdf("Delivery note", painters)


def _pages(lines: Sequence[NoteLine]) -> list[tuple[int, Sequence[NoteLine]]]:
    """The first line's number and the lines of each page."""
    room = int((BOTTOM_MM - TOP_MM - HEAD_MM - FOOT_MM) / ROW_MM) - 1
    return [(start + 1, lines[start : start + room]) for start in range(0, len(lines), room)] or [(1, ())]


def _paint(
    page: Page, *, note: DeliveryNote, say: Say, first: int, lines: Sequence[NoteLine], number: int, of: int
) -> None:
    _paint_head(page, note, say)
    top = TOP_MM + HEAD_MM
    page.box(LEFT_MM, top, _WIDTH_MM, 7, SHADE)
    for words, (x, width), align in (
        ("No.", _NO, Align.LEFT),
        (say("商品", "item"), _ITEM, Align.LEFT),
        ("SKU", _SKU, Align.LEFT),
        (say("数量", "units"), _UNITS, Align.RIGHT),
    ):
        page.text(words, x + (1 if align is Align.LEFT else -1), top + 1.2, width, 3.4, bold=True, align=align)
    for place, line in enumerate(lines):
        _paint_line(page, line, say, first + place, top + 7 + place * ROW_MM)
    if number == of:
        y = top + 7 + len(lines) * ROW_MM + 2
        page.text(f"{say('合计', 'total')}  {note.units}", 100, y, 94, 5, bold=True, align=Align.RIGHT)
    page.text(f"{note.order}  {number}/{of}", LEFT_MM, 287, 180, 3.2, align=Align.RIGHT)


def _paint_head(page: Page, note: DeliveryNote, say: Say) -> None:
    page.text(say("发货单", "Delivery note"), LEFT_MM, TOP_MM, 110, 7, bold=True)
    page.text(note.shop, 125, TOP_MM + 1, 70, 5, align=Align.RIGHT)
    page.text(f"{say('订单', 'order')}  {note.order}", LEFT_MM, TOP_MM + 11, 110, 4.6, bold=True)
    page.text(note.day, 130, TOP_MM + 11, 65, 4, align=Align.RIGHT)
    way = "  ".join(part for part in (note.service, note.waybill) if part)
    page.text(way, LEFT_MM, TOP_MM + 18, 120, 4)
    if note.present:
        page.text(say("礼物", "Gift"), 150, TOP_MM + 18, 45, 4.6, bold=True, align=Align.RIGHT)
    for words, parts, x, width in (
        (say("收件人", "to"), note.to, LEFT_MM, 100),
        (say("发件人", "from"), note.sender, 122.0, 73),
    ):
        page.text(words, x, TOP_MM + 27, width, 3.2)
        for place, part in enumerate(parts):
            page.text(part, x, TOP_MM + 32 + place * 5.4, width, 4, bold=not place)
    remark = note.remark if note.packed else say("未装箱，按订单列出", "not packed yet: as ordered")
    if remark:
        page.text(remark, LEFT_MM, TOP_MM + 55, _WIDTH_MM, 3.8, bold=True)


def _paint_line(page: Page, line: NoteLine, say: Say, number: int, y: float) -> None:
    page.text(str(number), _NO[0] + 1, y + 1.4, _NO[1], 3.6)
    gift = f" ({say('赠品', 'free gift')})" if line.gift else ""
    page.text(f"{line.name or line.sku}{gift}", _ITEM[0] + 1, y + 1.2, _ITEM[1], 4)
    below = "  ".join(part for part in (line.variant, line.order) if part)
    page.text(below, _ITEM[0] + 1, y + 6.2, _ITEM[1], 3.2)
    page.text(line.sku, _SKU[0] + 1, y + 1.4, _SKU[1] - 2, 3.4)
    page.text(str(line.units), _UNITS[0] - 1, y + 1, _UNITS[1], 4.6, bold=True, align=Align.RIGHT)
    page.line(LEFT_MM, y + ROW_MM - 0.2, _WIDTH_MM)
