"""The shipped fonts as Qt faces: loading, measuring and whether a character has a glyph. No layout, no painting.

Only the shipped fonts are used, never one that happens to be installed, so that a label looks the same everywhere and
a missing glyph is found here and not on paper.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QRawFont

FONTS: Final = Path(__file__).resolve().parent.parent / "assets" / "fonts"
FILES: Final = {False: "NotoSansSC_400Regular.ttf", True: "NotoSansSC_700Bold.ttf"}


class Face:
    """One weight at one size in dots."""

    def __init__(self, *, bold: bool, size_dots: int, hinted: bool) -> None:
        self.font = QFont(_family())
        self.font.setPixelSize(size_dots)
        self.font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        self.font.setHintingPreference(_hinting(hinted))
        aliasing = QFont.StyleStrategy.NoAntialias if hinted else QFont.StyleStrategy.PreferAntialias
        self.font.setStyleStrategy(aliasing | QFont.StyleStrategy.NoFontMerging)
        self._metrics = QFontMetricsF(self.font)

    def width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)


class Faces:
    """The faces one painting needs, each made once. ``hinted`` is for dots, unhinted for vectors."""

    def __init__(self, *, hinted: bool) -> None:
        self._hinted = hinted
        self._faces: dict[tuple[bool, int], Face] = {}

    def face(self, *, bold: bool, size_dots: int) -> Face:
        key = (bold, size_dots)
        if key not in self._faces:
            self._faces[key] = Face(bold=bold, size_dots=size_dots, hinted=self._hinted)
        return self._faces[key]


def missing(text: str, *, bold: bool) -> str:
    """The first character the shipped font cannot draw, or nothing."""
    glyphs = QRawFont.fromFont(Face(bold=bold, size_dots=20, hinted=True).font)
    return next((c for c in dict.fromkeys(text) if not glyphs.supportsCharacter(ord(c))), "")


@cache
def _family() -> str:
    """The family name both files share, once they are known to Qt (the application must exist)."""
    assert QGuiApplication.instance() is not None, "a label is drawn after the application has been made"
    families = {QFontDatabase.applicationFontFamilies(_added(FONTS / name))[0] for name in FILES.values()}
    assert len(families) == 1
    return families.pop()


def _added(path: Path) -> int:
    number = QFontDatabase.addApplicationFont(str(path))
    assert number >= 0, f"the shipped font {path.name} does not load"
    return number


def _hinting(hinted: bool) -> QFont.HintingPreference:
    return QFont.HintingPreference.PreferFullHinting if hinted else QFont.HintingPreference.PreferNoHinting
