"""A label as a value: what stands where, in tenths of a millimetre. Pure; no Qt, no fonts, no files.

Nothing here knows a printer, a template file or an order: ``template`` makes drawings and ``paint`` paints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from station.errors import Trouble


class LabelTrouble(Trouble):
    """The label may not be printed as it stands. ``field`` names the value at fault.

    ``zh`` and ``en`` tell a packer at arm's length; the sentence tells who mends the template or the settings.
    """

    def __init__(self, what: str, *, said: tuple[str, str], field: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.zh, self.en = said
        self.field = field


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Symbology(StrEnum):
    CODE128 = "code128"
    QR = "qr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle in tenths of a millimetre from the label's top left corner."""

    x_dmm: int
    y_dmm: int
    width_dmm: int
    height_dmm: int

    def moved(self, right_dmm: int, below_dmm: int) -> Area:
        x_dmm, y_dmm = self.x_dmm + right_dmm, self.y_dmm + below_dmm
        return Area(x_dmm=x_dmm, y_dmm=y_dmm, width_dmm=self.width_dmm, height_dmm=self.height_dmm)

    def within(self, width_dmm: int, height_dmm: int) -> bool:
        right, bottom = self.x_dmm + self.width_dmm, self.y_dmm + self.height_dmm
        return min(self.x_dmm, self.y_dmm) >= 0 and right <= width_dmm and bottom <= height_dmm


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Text wrapped into at most ``lines`` lines, its em height shrunk from ``size_dmm`` down to ``least_dmm``."""

    area: Area
    text: str
    size_dmm: int
    least_dmm: int
    bold: bool = False
    inverse: bool = False  # white, for text on a filled box
    align: Align = Align.LEFT
    middle: bool = False  # centred in the area's height, else from its top
    lines: int = 1
    field: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Barcode:
    """A code drawn as large as whole dots allow, its quiet zone inside the area."""

    area: Area
    symbology: Symbology
    text: str
    field: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A horizontal or vertical rule, drawn as its own filled area."""

    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    area: Area
    filled: bool = False
    stroke_dmm: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A shipped picture (PNG), scaled into its area with its shape kept and every dot either black or white."""

    area: Area
    png: bytes
    source: str = ""


Element: TypeAlias = Text | Barcode | Line | Box | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    width_dmm: int
    height_dmm: int
    elements: tuple[Element, ...]

    def barcodes(self) -> list[Barcode]:
        return [element for element in self.elements if isinstance(element, Barcode)]
