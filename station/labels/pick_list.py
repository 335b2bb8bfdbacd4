"""The pick list (拣货单) as A4 pages, and the codes to stick on cells: drawn as labels are, so every code is read back.

What stands on them is handed in as text and figures; no order book is known here. They show no buyer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from station.labels.bars import CODE128_QUIET, modules
from station.labels.drawing import Align, Area, Barcode, Box, Drawing, Element, LabelTrouble, Line, Symbology, Text
from station.labels.faces import missing
from station.labels.printable import clean
from station.labels.saying import Say

PAGE_MM: Final = (210.0, 297.0)
LEFT_MM, TOP_MM, WIDTH_MM, BOTTOM_MM = 12.0, 12.0, 186.0, 284.0
HEAD_MM = 27.0
HEADINGS_MM = 7.0
ROW_MM = 13.5
CHIP_MM: Final = (15.0, 8.0)
CHIPS_ACROSS = 3
MODULE_MM = 0.26
"""The narrowest bar: three dots at the resolution in which the page is read back."""

ROWS_MAX = 2_000
_LOCATION, _ITEM, _UNITS, _CELLS, _CODE = (19.0, 31.0), (51.0, 43.0), (94.0, 12.0), (109.0, 45.0), (154.0, 44.0)
"""Left edge and width of each column; the row's number stands before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One stop. ``cells`` are cell and units, none in a batch without cells; ``done`` were scanned before printing."""

    location: str
    sku: str
    item: str
    code: str
    units: int
    done: int
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PickList:
    number: int
    code: str  # of the batch
    place: str
    opened: str
    by: str
    orders: int
    rows: tuple[ListRow, ...]

    @property
    def units(self) -> int:
        return sum(row.units for row in self.rows)


def list_pages(sheet: PickList, say: Say) -> list[Drawing]:
    """As many A4 pages as the stops need, each with the head. The application must exist."""
    assert len(sheet.rows) <= ROWS_MAX
    pages = _pages(sheet.rows)
    return [_page(sheet, say, rows, number, len(pages)) for number, rows in enumerate(pages, start=1)]


def _pages(rows: Sequence[ListRow]) -> list[list[tuple[int, ListRow]]]:
    """Rows with their numbers, parted where a page is full."""
    room = BOTTOM_MM - TOP_MM - HEAD_MM - HEADINGS_MM
    pages: list[list[tuple[int, ListRow]]] = [[]]
    left = room
    for number, row in enumerate(rows, start=1):
        height = _height_mm(row)
        if height > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append((number, row))
        left -= height
    return pages


def _height_mm(row: ListRow) -> float:
    lines = -(-len(row.cells) // CHIPS_ACROSS)
    return max(ROW_MM, 4 + lines * (CHIP_MM[1] + 1.2))


def _page(sheet: PickList, say: Say, rows: Sequence[tuple[int, ListRow]], number: int, of: int) -> Drawing:
    elements = [*_head(sheet, say), *_headings(say, has_cells=any(row.cells for row in sheet.rows))]
    top = TOP_MM + HEAD_MM + HEADINGS_MM
    for place, row in rows:
        elements += _row(place, row, say, top)
        top += _height_mm(row)
    elements.append(_text(f"{number}/{of}", LEFT_MM, 287, WIDTH_MM, 5, size=3.2, align=Align.RIGHT))
    return Drawing(width_dmm=_dmm(PAGE_MM[0]), height_dmm=_dmm(PAGE_MM[1]), elements=tuple(elements))


def _head(sheet: PickList, say: Say) -> Iterator[Element]:
    yield _text(say("拣货单", "Pick list"), LEFT_MM, TOP_MM, 80, 9, size=7, bold=True)
    yield _text(f"No. {sheet.number}", 92, TOP_MM, 40, 9, size=7, bold=True)
    yield _code(sheet.code, 140, TOP_MM, 58, 11)
    yield _text(sheet.code, 140, TOP_MM + 11.2, 58, 4.5, size=3.2, align=Align.CENTRE)
    facts = [f"{say('仓库', 'place')}: {sheet.place}"] if sheet.place else []
    facts += [f"{say('订单', 'orders')}: {sheet.orders}", f"{say('件数', 'units')}: {sheet.units}"]
    yield _text(" · ".join(facts), LEFT_MM, TOP_MM + 11, 125, 6, size=4.2, bold=True)
    yield _text(f"{say('开单', 'opened')}: {sheet.opened} · {sheet.by}", LEFT_MM, TOP_MM + 18, 125, 5.5, size=3.6)


def _headings(say: Say, *, has_cells: bool) -> Iterator[Element]:
    y = TOP_MM + HEAD_MM
    yield Box(area=_area(LEFT_MM, y, WIDTH_MM, 6), filled=True)
    cells = (say("格 × 件", "cell × units"), _CELLS) if has_cells else ("", _CELLS)
    for words, (x, width) in (
        (say("库位", "location"), _LOCATION),
        (say("商品", "item"), _ITEM),
        (say("件", "qty"), _UNITS),
        cells,
        (say("条码", "barcode"), _CODE),
    ):
        if words:
            yield _text(words, x, y + 0.4, width, 5.2, size=3.4, bold=True, inverse=True)


def _row(number: int, row: ListRow, say: Say, y: float) -> Iterator[Element]:
    yield _text(str(number), LEFT_MM, y + 1.2, 6.5, 5, size=3, least=2)
    yield Box(area=_area(LEFT_MM, y + 7, 4, 4))
    location = _shortened(row.location, 24) or say("无库位", "none")
    yield _text(location, *_at(_LOCATION, y + 1), 8, size=6.4, least=2.4, bold=True)
    yield _text(_shortened(row.sku, 80), *_at(_ITEM, y + 0.8), 5, size=3.8, least=1.8, bold=True, lines=2)
    yield _text(_shortened(row.item, 80), *_at(_ITEM, y + 5.6), 7.4, size=2.9, least=2.0, lines=2)
    yield _text(str(row.units), *_at(_UNITS, y + 1), 9, size=7.5, least=3, bold=True, align=Align.RIGHT)
    if row.done:
        yield _text(f"✓ {row.done}", *_at(_UNITS, y + 9.2), 3.6, size=2.6, least=1.6, align=Align.RIGHT)
    for place, (cell, units) in enumerate(row.cells):
        down, across = divmod(place, CHIPS_ACROSS)
        yield from _chip(cell, units, _CELLS[0] + across * CHIP_MM[0], y + 1.8 + down * (CHIP_MM[1] + 1.2))
    if _fits(row.code, _CODE[1]):
        yield _code(row.code, *_at(_CODE, y + 1.5), 7)
        yield _text(row.code, *_at(_CODE, y + 8.8), 3.8, size=2.6, least=1.8, align=Align.CENTRE)
    yield Line(area=_area(LEFT_MM, y + _height_mm(row) - 0.1, WIDTH_MM, 0.2))


def _chip(cell: int, units: int, x: float, y: float) -> Iterator[Element]:
    """The cell's number in a frame, and how many go there."""
    yield Box(area=_area(x, y, 8.6, CHIP_MM[1]), stroke_dmm=4)
    yield _text(str(cell), x + 0.6, y + 0.4, 7.4, CHIP_MM[1] - 0.8, size=6, least=3, bold=True, align=Align.CENTRE)
    yield _text(f"×{units}", x + 9.1, y + 1, 5, 6, size=3.8, least=1.2)


def cell_label(cell: int, code: str, order: str, *, width_mm: float, height_mm: float) -> Drawing:
    """What is stuck on a cell: its number to be read from afar, its code for the bench's scanner."""
    high = height_mm * 0.5
    elements = (
        _text(str(cell), 2, 1, width_mm - 4, high, size=min(high * 0.92, width_mm / 2), bold=True, align=Align.CENTRE),
        _text(
            _shortened(order, 40),
            2,
            1 + high,
            width_mm - 4,
            height_mm * 0.1,
            size=height_mm * 0.08,
            least=1.2,
            align=Align.CENTRE,
        ),
        _code(code, 0, 1 + height_mm * 0.62, width_mm, height_mm * 0.22),
        _text(code, 2, height_mm * 0.88, width_mm - 4, height_mm * 0.1, size=height_mm * 0.08, align=Align.CENTRE),
    )
    return Drawing(width_dmm=_dmm(width_mm), height_dmm=_dmm(height_mm), elements=elements)


def _fits(code: str, width_mm: float) -> bool:
    """Whether a code can be drawn and read; one that cannot is left to the reader's eyes."""
    try:
        bits = modules(Barcode(area=_area(0, 0, 1, 1), symbology=Symbology.CODE128, text=code))[0]
    except LabelTrouble:
        return False
    return (len(bits) + 2 * CODE128_QUIET) * MODULE_MM <= width_mm


def _shortened(text: str, places: int) -> str:
    """What fits, a Chinese character counting twice."""
    kept = ""
    for character in text:
        places -= 2 if east_asian_width(character) in "WF" else 1
        if places < 1:
            return f"{kept}…"
        kept += character
    return kept


def _shown(text: str, *, bold: bool) -> str:
    """A list is not a label: what has no glyph becomes a question mark and does not stop the walk."""
    shown = clean(text)
    while character := missing(shown, bold=bold):
        shown = shown.replace(character, "?")
    return shown


def _text(
    text: str,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    size: float,
    least: float | None = None,
    bold: bool = False,
    inverse: bool = False,
    align: Align = Align.LEFT,
    lines: int = 1,
) -> Text:
    return Text(
        area=_area(x, y, width, height),
        text=_shown(text, bold=bold),
        size_dmm=_dmm(size),
        least_dmm=_dmm(size / 2 if least is None else least),
        bold=bold,
        inverse=inverse,
        align=align,
        middle=lines == 1,
        lines=lines,
        field=text[:40],
        source="pick list",
    )


def _code(text: str, x: float, y: float, width: float, height: float) -> Barcode:
    area = _area(x, y, width, height)
    return Barcode(area=area, symbology=Symbology.CODE128, text=text, field=text, source="pick list")


def _at(column: tuple[float, float], y: float) -> tuple[float, float, float]:
    return column[0], y, column[1]


def _area(x: float, y: float, width: float, height: float) -> Area:
    return Area(x_dmm=_dmm(x), y_dmm=_dmm(y), width_dmm=_dmm(width), height_dmm=_dmm(height))


def _dmm(length_mm: float) -> int:
    return round(length_mm * 10)
