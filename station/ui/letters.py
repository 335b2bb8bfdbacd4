"""Measuring and fitting text. A text is never cut: it wraps, then steps down the type scale, then is reported.

One ``Letters`` belongs to one window. It keeps what it measured, and remembers texts that did not fit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

from station.ui.type import ROLES, Grid, Role

FAMILY: Final = "Noto Sans SC"
LINE_HEIGHT: Final = 1.2
_KEPT_MAX: Final = 2000
_NOTED_MAX: Final = 100
_SMALLEST_PX: Final = 10
_CODE: Final = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)+")
"""A SKU, an order number, a date: whoever compares it wants it whole."""
_NO_BREAK: Final = "\u2011"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """How a text is set: its rows, letter size and outer measures in pixels."""

    rows: tuple[str, ...]
    px: int
    bold: bool
    width: float
    line: float

    @property
    def height(self) -> float:
        return self.line * len(self.rows)


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    role: Role
    bold: bool
    width: int
    height: int
    lines: int
    floor: Role
    line_height: float
    grid: Grid
    may_go: bool = False


def load_fonts() -> None:
    """Make the shipped fonts known to Qt. Needs a running ``QGuiApplication``; a second call changes nothing."""
    if FAMILY in QFontDatabase.families():
        return
    for name in ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"):
        with as_file(files("station.assets.fonts") / name) as path:
            number = QFontDatabase.addApplicationFont(str(path))
        assert number >= 0, f"the program's own font {name} is missing"


class Letters:
    def __init__(self) -> None:
        self.misfits: list[str] = []
        self.left_out: list[str] = []
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._fits: dict[_Asked, Fitted | None] = {}
        self._advances: dict[tuple[str, int, bool], float] = {}

    def font(self, px: int, *, bold: bool) -> QFont:
        return self._face(px, bold)[0]

    def metrics(self, px: int, *, bold: bool) -> QFontMetricsF:
        return self._face(px, bold)[1]

    def advance(self, text: str, px: int, *, bold: bool) -> float:
        key = (text, px, bold)
        width = self._advances.get(key)
        if width is None:
            if len(self._advances) >= _KEPT_MAX:
                self._advances.clear()
            width = self._advances[key] = self._face(px, bold)[1].horizontalAdvance(text)
        return width

    def fit(
        self,
        text: str,
        grid: Grid,
        role: Role,
        *,
        width: float,
        height: float,
        bold: bool = False,
        lines: int = 2,
        floor: Role = Role.CAPTION,
        line_height: float = LINE_HEIGHT,
    ) -> Fitted:
        """Set ``text`` in the box: at ``role`` if it goes in, else smaller, down to ``floor``.

        Below the floor it still shrinks rather than being cut, and is noted in ``misfits``.
        """
        asked = _Asked(text, role, bold, int(width), int(height), lines, floor, line_height, grid)
        set_as = self._kept(asked)
        assert set_as is not None, "only what may go is not set at all"
        return set_as

    def fit_or_leave(
        self,
        text: str,
        grid: Grid,
        role: Role,
        *,
        width: float,
        height: float,
        bold: bool = False,
        lines: int = 2,
        floor: Role = Role.HINT,
        line_height: float = LINE_HEIGHT,
    ) -> Fitted | None:
        """The same for what may be missing (``docs/decisions/0079``): not set at all where it is not to be read."""
        return self._kept(_Asked(text, role, bold, int(width), int(height), lines, floor, line_height, grid, True))

    def _kept(self, asked: _Asked) -> Fitted | None:
        if asked not in self._fits:
            if len(self._fits) >= _KEPT_MAX:
                self._fits.clear()
            self._fits[asked] = self._set(asked)
        return self._fits[asked]

    def has_room(
        self, text: str, grid: Grid, role: Role, *, width: float, height: float, lines: int, line_height: float
    ) -> bool:
        """Whether it goes in as large as ``role``; nothing is noted."""
        asked = _Asked(text, role, False, int(width), int(height), lines, role, line_height, grid)
        return _goes_in(self._at(asked, grid.px(role)), asked, lines)

    def _set(self, asked: _Asked) -> Fitted | None:
        first, last = ROLES.index(asked.role), max(ROLES.index(asked.floor), ROLES.index(asked.role))
        for role in ROLES[first : last + 1]:
            found = self._at(asked, asked.grid.px(role))
            if _goes_in(found, asked, asked.lines):
                return found
        if asked.may_go:
            self.note_left_out(asked.text)
            return None
        self.note_misfit(asked.text)
        for px in range(asked.grid.px(ROLES[last]) - 1, _SMALLEST_PX - 1, -1):
            found = self._at(asked, px)
            if _goes_in(found, asked, 99):
                return found
        return found

    def _at(self, asked: _Asked, px: int) -> Fitted:
        rows = self._rows(asked.text, px, asked.bold, asked.width)
        width = max((self.advance(row, px, bold=asked.bold) for row in rows), default=0.0)
        return Fitted(rows=rows, px=px, bold=asked.bold, width=width, line=px * asked.line_height)

    def _rows(self, text: str, px: int, bold: bool, width: float) -> tuple[str, ...]:
        if "\n" not in text and self.advance(text, px, bold=bold) <= width:
            return (text,)
        rows = self._paragraphs(text, px, bold, width)
        if any(self.advance(row, px, bold=bold) > width + 0.5 for row in rows):
            return self._paragraphs(text, px, bold, width - 2)  # a word broken anywhere: set alone it is a little wider
        return rows

    def _paragraphs(self, text: str, px: int, bold: bool, width: float) -> tuple[str, ...]:
        return tuple(row for part in text.splitlines() for row in self._wrapped(part.strip(), px, bold, width))

    def _wrapped(self, text: str, px: int, bold: bool, width: float) -> list[str]:
        layout = QTextLayout(self._unbroken(text, px, bold, width), self.font(px, bold=bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        rows: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, px))
            line.setPosition(QPointF(0, 0))
            rows.append(_utf16_part(text, line.textStart(), line.textLength()).strip())
        layout.endLayout()
        return rows

    def _unbroken(self, text: str, px: int, bold: bool, width: float) -> str:
        """As long: in a code that goes into a row of its own, no hyphen is a place to break at."""

        def kept(code: re.Match[str]) -> str:
            goes_in = self.advance(code[0], px, bold=bold) <= width
            return code[0].replace("-", _NO_BREAK) if goes_in else code[0]

        return _CODE.sub(kept, text)

    def note_misfit(self, text: str) -> None:
        _note(self.misfits, text)

    def note_left_out(self, text: str) -> None:
        """Something that is said elsewhere, too, and had no room here."""
        _note(self.left_out, text)

    def _face(self, px: int, bold: bool) -> tuple[QFont, QFontMetricsF]:
        key = (px, bold)
        if key not in self._fonts:
            font = QFont(FAMILY)
            font.setPixelSize(px)
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            if px >= 177:  # 100 pt at 127 dots per inch and more: the tightening of the type table
                font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
            self._fonts[key] = (font, QFontMetricsF(font))
        return self._fonts[key]


def _note(notes: list[str], text: str) -> None:
    if text not in notes and len(notes) < _NOTED_MAX:
        notes.append(text)


def _goes_in(found: Fitted, asked: _Asked, lines: int) -> bool:
    return len(found.rows) <= lines and found.width <= asked.width + 0.5 and found.height <= asked.height + 0.5


def _utf16_part(text: str, start: int, length: int) -> str:
    """Qt counts in UTF-16 units, Python in characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[start * 2 : (start + length) * 2].decode("utf-16-le", "replace")
