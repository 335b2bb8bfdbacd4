"""The test label: frame and rulers show what is cut off, lines and a black patch how dark it prints. No order on it."""

from __future__ import annotations

from typing import Final

from station.labels.drawing import Align, Area, Barcode, Box, Drawing, Element, Line, Symbology, Text
from station.labels.saying import Say

TICKS_MM: Final = 20  # how far in each ruler counts
_LINES_DMM: Final = (2, 3, 4, 5)
SAMPLE: Final = "朱镕基 陶喆 翀㛃 Grüße Łódź"  # read, not said


def trial_code(number: int, minute: int) -> str:
    """What stands on test label ``number``; ``minute`` of the epoch keeps yesterday's apart."""
    return f"T{number:02d}-{minute % 100_000:05d}"


def trial_drawing(media: str, code: str, bench: str, say: Say) -> Drawing:
    """For labels of ``media`` (``100x150`` in mm)."""
    width, height = (int(side) * 10 for side in media.split("x"))
    elements: list[Element] = [Box(area=_area(5, 5, width - 10, height - 10), stroke_dmm=5)]
    elements += _rulers(width, height)
    elements += _words(width, bench, say)
    elements += _density(width)
    left = 80 if width >= 700 else 40
    elements.append(Barcode(area=_area(left, 600, width - 2 * left, 150), symbology=Symbology.CODE128, text=code))
    elements.append(_text(left, 755, width - 2 * left, 35, code, align=Align.CENTRE))
    if height >= 1_200:
        how = say("边框四边都要完整。", "The frame must be whole on all four sides.")
        elements.append(Barcode(area=_area(left, 830, 260, 260), symbology=Symbology.QR, text=code))
        elements.append(_text(left + 280, 850, width - 2 * left - 280, 240, how, lines=6, size=32))
    return Drawing(width_dmm=width, height_dmm=height, elements=tuple(elements))


def _rulers(width: int, height: int) -> list[Element]:
    """A tick each millimetre from every edge inwards, longer at five, the number at each five."""
    middle = width // 2
    elements: list[Element] = []
    for mm in range(1, TICKS_MM + 1):
        far, is_fifth = mm * 10, mm % 5 == 0
        long = 40 if is_fifth else 20
        elements += [Line(area=_area(x, _ACROSS - long, 2, long)) for x in (far, width - far)]
        elements += [Line(area=_area(middle - long, y, long, 2)) for y in (far, height - far)]
        if is_fifth:
            elements += [_number(x - 22, _ACROSS + 4, mm) for x in (far, width - far)]
            elements += [_number(middle + 4, y - 13, mm) for y in (far, height - far)]
    return elements


_ACROSS: Final = 130
"""Where the rulers of the left and the right edge stand."""


def _number(x: int, y: int, mm: int) -> Text:
    return _text(x, y, 44, 26, str(mm), align=Align.CENTRE, size=22)


def _words(width: int, bench: str, say: Say) -> list[Element]:
    across = width - 160
    return [
        _text(80, 230, across, 52, f"{say('测试标签', 'Test label')} · {bench}", size=44, bold=True),
        _text(80, 290, across, 42, SAMPLE, size=36),
        _text(80, 340, across, 34, "abc ABC 0123456789 ¥ € № ß é ü ø ş", size=28),
    ]


def _density(width: int) -> list[Element]:
    """Pairs of thin lines that must stand apart, and a patch that must be black all over."""
    elements: list[Element] = []
    x = 80
    for thick in _LINES_DMM:
        for number in range(5):
            elements.append(Line(area=_area(x + number * thick * 2, 400, thick, 120)))
        elements.append(_text(x, 525, 80, 26, f"{thick / 10:g} mm", size=22))
        x += 90
    elements.append(Box(area=_area(x + 10, 400, width - 80 - x - 10, 120), filled=True))
    return elements


def _area(x: int, y: int, width: int, height: int) -> Area:
    return Area(x_dmm=x, y_dmm=y, width_dmm=width, height_dmm=height)


def _text(
    x: int,
    y: int,
    width: int,
    height: int,
    text: str,
    *,
    size: int = 30,
    bold: bool = False,
    align: Align = Align.LEFT,
    lines: int = 1,
) -> Text:
    return Text(
        area=_area(x, y, width, height), text=text, size_dmm=size, least_dmm=14, bold=bold, align=align, lines=lines
    )
