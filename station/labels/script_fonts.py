"""Which of the shipped fonts writes which characters. A table; loading and measuring are the business of ``faces``.

The main font (Noto Sans SC) writes Chinese, Japanese, basic Latin, Greek and Cyrillic. What it lacks is in a small font
a script, made by ``tools/label-fonts`` and loaded at the first text that needs it, so that other labels never wait.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptFont:
    """``line_height`` and ``baseline`` are in em: scripts that stack marks need more than the Chinese square."""

    name: str
    characters: str  # as within a regular expression's brackets
    suffix: str = "ttf"
    line_height: float = 1.24
    baseline: float = 1.0

    @property
    def family(self) -> str:
        return f"Label Sans {self.name}"

    def file_name(self, *, bold: bool) -> str:
        return f"LabelSans{self.name}-{'Bold' if bold else 'Regular'}.{self.suffix}"


def _stacked(name: str, characters: str) -> ScriptFont:
    """A script with marks above and below its letters; the fonts keep within these heights."""
    return ScriptFont(name=name, characters=characters, line_height=1.4, baseline=1.07)


SCRIPT_FONTS: Final = (
    ScriptFont(
        name="Latin", characters=r"\u0100-\u052f\u1c80-\u1c8f\u1d00-\u1dbf\u1e00-\u1fff\u20a0-\u20bf\u2c60-\u2c7f"
    ),
    ScriptFont(name="Armenian", characters=r"\u0530-\u058f\ufb13-\ufb17"),
    ScriptFont(name="Hebrew", characters=r"\u0590-\u05ff\ufb1d-\ufb4f"),
    _stacked("Arabic", r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"),
    _stacked("Devanagari", r"\u0900-\u097f\ua8e0-\ua8ff"),
    _stacked("Bengali", r"\u0980-\u09ff"),
    _stacked("Gurmukhi", r"\u0a00-\u0a7f"),
    _stacked("Gujarati", r"\u0a80-\u0aff"),
    _stacked("Oriya", r"\u0b00-\u0b7f"),
    _stacked("Tamil", r"\u0b80-\u0bff"),
    _stacked("Telugu", r"\u0c00-\u0c7f"),
    _stacked("Kannada", r"\u0c80-\u0cff"),
    _stacked("Malayalam", r"\u0d00-\u0d7f"),
    _stacked("Sinhala", r"\u0d80-\u0dff"),
    _stacked("Thai", r"\u0e00-\u0e7f"),
    _stacked("Lao", r"\u0e80-\u0eff"),
    _stacked("Myanmar", r"\u1000-\u109f"),
    ScriptFont(name="Georgian", characters=r"\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f"),
    ScriptFont(name="Hangul", characters=r"\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3", suffix="otf"),
    ScriptFont(name="Ethiopic", characters=r"\u1200-\u139f"),
    _stacked("Khmer", r"\u1780-\u17ff\u19e0-\u19ff"),
)
JOINERS: Final = "\u200c\u200d"
"""They have no shape and change that of their neighbours."""

ISOLATES: Final = "\u2066\u2069"
"""Put around a telephone number by ``reading_order``; they have no shape."""

_ANY: Final = re.compile(f"[{''.join(font.characters for font in SCRIPT_FONTS)}]")


def fonts_in(text: str) -> tuple[ScriptFont, ...]:
    """The fonts that may have to write some of the text, in the table's order; mostly none."""
    if _ANY.search(text) is None:
        return ()
    return tuple(font for font in SCRIPT_FONTS if _pattern(font).search(text))


def font_of(character: str) -> ScriptFont | None:
    return next(iter(fonts_in(character)), None)


@cache
def _pattern(font: ScriptFont) -> re.Pattern[str]:
    return re.compile(f"[{font.characters}]")
