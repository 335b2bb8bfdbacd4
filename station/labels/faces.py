"""The shipped fonts as Qt faces: loading, measuring and whether a character has a glyph. No layout, no painting.

Only the shipped fonts are used, never one that happens to be installed, so that a label looks the same everywhere and
a missing glyph is found here and not on paper.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QRawFont

from station.labels.script_fonts import ISOLATES, JOINERS, ScriptFont, fonts_in

FONTS: Final = Path(__file__).resolve().parent.parent / "assets" / "fonts"
FILES: Final = {False: "NotoSansSC_400Regular.ttf", True: "NotoSansSC_700Bold.ttf"}

LINE_HEIGHT, BASELINE = 1.24, 1.0
"""Both in em heights: the Chinese em square with some air, and where in a line its letters stand."""


class Face:
    """One weight at one size in dots: the main font and, before it, those of ``fonts``."""

    def __init__(self, *, bold: bool, size_dots: int, hinted: bool, fonts: tuple[ScriptFont, ...] = ()) -> None:
        self.font = QFont([*(_script_family(font) for font in fonts), _family()])
        self.font.setPixelSize(size_dots)
        self.font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        self.font.setHintingPreference(_hinting(hinted))
        aliasing = QFont.StyleStrategy.NoAntialias if hinted else QFont.StyleStrategy.PreferAntialias
        self.font.setStyleStrategy(aliasing if fonts else aliasing | QFont.StyleStrategy.NoFontMerging)
        self._metrics = QFontMetricsF(self.font)
        self.line_height = max([LINE_HEIGHT, *(font.line_height for font in fonts)])
        self.baseline = max([BASELINE, *(font.baseline for font in fonts)])

    def width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)


class Faces:
    """The faces one painting needs, each made once. ``hinted`` is for dots, unhinted for vectors."""

    def __init__(self, *, hinted: bool) -> None:
        self._hinted = hinted
        self._faces: dict[tuple[bool, int, tuple[ScriptFont, ...]], Face] = {}

    def face(self, *, bold: bool, size_dots: int, fonts: tuple[ScriptFont, ...] = ()) -> Face:
        key = (bold, size_dots, fonts)
        if key not in self._faces:
            self._faces[key] = Face(bold=bold, size_dots=size_dots, hinted=self._hinted, fonts=fonts)
        return self._faces[key]


def needed(text: str) -> tuple[ScriptFont, ...]:
    """The fonts beside the main one that write this text, the text's own first; mostly none."""
    return tuple(font for font in fonts_in(text) if any(not _in_main(c) for c in set(text) if fonts_in(c) == (font,)))


def missing(text: str, *, bold: bool) -> str:
    """The first character that no shipped font can draw, or nothing."""
    glyphs = QRawFont.fromFont(Face(bold=bold, size_dots=20, hinted=True).font)
    return next((c for c in dict.fromkeys(text) if not glyphs.supportsCharacter(ord(c)) and not _elsewhere(c)), "")


def _elsewhere(character: str) -> bool:
    """Whether a script's font has it; regular and bold have the same characters."""
    return character in JOINERS + ISOLATES or any(_has(_raw(font), character) for font in fonts_in(character))


def _has(glyphs: QRawFont, character: str) -> bool:
    return glyphs.supportsCharacter(ord(character))


def _raw(font: ScriptFont) -> QRawFont:
    return QRawFont.fromFont(QFont(_script_family(font)))


@lru_cache(maxsize=4096)
def _in_main(character: str) -> bool:
    return _has(QRawFont.fromFont(QFont(_family())), character)


@cache
def _script_family(font: ScriptFont) -> str:
    """The family of a script's two files, loaded at the first text that needs it."""
    for bold in (False, True):
        family = QFontDatabase.applicationFontFamilies(_added(FONTS / "scripts" / font.file_name(bold=bold)))[0]
        assert family == font.family
    return font.family


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
