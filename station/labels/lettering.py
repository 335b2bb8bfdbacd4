"""Where the letters of a text go: wrapping, shrinking to the least size, refusing what does not fit. Paints nothing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from station.labels.drawing import LabelTrouble, Text
from station.labels.faces import Face, Faces, missing, needed
from station.labels.field_words import fault
from station.labels.script_fonts import JOINERS

VIRAMA = 9
"""The combining class of signs that put the next consonant below or beside this one."""

WRITTEN_BEFORE = "เแโใไເແໂໃໄ"
"""Thai and Lao vowels that stand before the consonant they follow in speech."""

ORPHAN_CHARACTERS = 4
"""A last line shorter than this takes something from the lines above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    face: Face
    size_dots: int
    lines: tuple[str, ...]

    @property
    def height_dots(self) -> float:
        return self.size_dots * self.face.line_height * len(self.lines)

    def baseline_dots(self, line: int) -> float:
        """Of the line counted from 0, below the lettering's top."""
        return self.size_dots * (line * self.face.line_height + self.face.baseline)


def fit(text: Text, faces: Faces, dots_per_dmm: float) -> Lettering:
    """The largest lettering that fits the text's area, a dot at a time; refused by name when the least does not."""
    width, height = text.area.width_dmm * dots_per_dmm, text.area.height_dmm * dots_per_dmm
    size, least = round(text.size_dmm * dots_per_dmm), round(text.least_dmm * dots_per_dmm)
    step = max(1, (size - least) // 12)
    fonts = needed(text.text)
    for dots in [*range(size, least, -step), least]:
        face = faces.face(bold=text.bold, size_dots=dots, fonts=fonts)
        room = min(text.lines, int(height / (dots * face.line_height)))
        lines = _paragraphs(text.text, face, width, room)
        if lines is not None:
            return Lettering(face=face, size_dots=dots, lines=lines)
    raise LabelTrouble(
        f"the text of {_name(text)} does not fit its {text.area.width_dmm / 10:g} x {text.area.height_dmm / 10:g} mm",
        said=fault("too_long", field=_name(text)),
        field=_name(text),
        where=text.source,
        remedy="Have the office shorten it.",
    )


def refuse_missing_glyphs(texts: list[Text]) -> None:
    """Every character of every text has a glyph in the shipped fonts, or the first that has none is named."""
    for bold in (False, True):
        chosen = [text for text in texts if text.bold is bold]
        character = missing("".join(text.text for text in chosen).replace("\n", ""), bold=bold)
        if character:
            text = next(text for text in chosen if character in text.text)
            name, code = unicodedata.name(character, "unnamed").lower(), f"U+{ord(character):04X}"
            raise LabelTrouble(
                f"the character {character!r} ({code}, {name}) in {_name(text)} cannot be printed",
                said=fault("no_glyph", field=_name(text), character=character, code=code),
                field=_name(text),
                where=text.source,
                remedy="Have the office write it another way.",
            )


def _paragraphs(text: str, face: Face, width: float, room: int) -> tuple[str, ...] | None:
    """A template's own line breaks first; an empty line between them takes no room."""
    lines: list[str] = []
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        wrapped = _wrapped(paragraph, face, width, room - len(lines)) if room > len(lines) else None
        if wrapped is None:
            return None
        lines += wrapped
    return tuple(lines)


def _wrapped(text: str, face: Face, width: float, room: int) -> tuple[str, ...] | None:
    """At most ``room`` lines no wider than ``width``, or None when the text needs more."""
    if face.width(text) <= width:
        return (text,)
    lines = _lines(text, face, width, room)
    if lines is not None and len(lines[-1]) < ORPHAN_CHARACTERS:
        narrower = width - (width - face.width(lines[-1])) / len(lines)
        return _lines(text, face, narrower, room) or lines
    return lines


def _lines(text: str, face: Face, width: float, room: int) -> tuple[str, ...] | None:
    lines: list[str] = []
    rest = text
    while rest and len(lines) < room:
        end = _break(rest, face, width)
        if not end:
            return None
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return None if rest else tuple(lines)


def _break(text: str, face: Face, width: float) -> int:
    """How many characters the next line takes: as many as fit, back to where a line may end."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if face.width(text[:middle].rstrip()) <= width else (low, middle - 1)
    if low == len(text):
        return low
    soft = next((end for end in range(low, 0, -1) if _may_break(text, end)), low)
    return next((end for end in range(soft, 0, -1) if _between_letters(text, end)), soft)


def _between_letters(text: str, end: int) -> bool:
    """Not before a mark or a joiner, within letters that stand below each other, or behind a vowel written first."""
    before, after = text[end - 1], text[end]
    if unicodedata.category(after).startswith("M") or after in JOINERS or before in JOINERS:
        return False
    return unicodedata.combining(before) != VIRAMA and before not in WRITTEN_BEFORE


def _may_break(text: str, end: int) -> bool:
    """At a blank, after a hyphen and beside a wide character.

    Never before a closing mark or behind an opening one, within ``1103 室`` or among the groups of a telephone number.
    """
    before, after = text[end - 1], text[end]
    if unicodedata.category(after) in ("Pe", "Pf", "Po") or unicodedata.category(before) in ("Ps", "Pi"):
        return False
    following = text[end:].lstrip()
    if text[:end].rstrip()[-1:].isdigit() and following and (_wide(following[0]) or following[0].isdigit()):
        return False
    return before in " -/," or after == " " or _wide(before) or _wide(after)


def _wide(character: str) -> bool:
    """Of a script that breaks beside any letter: Chinese and Japanese, not Korean, whose words stand apart."""
    return unicodedata.east_asian_width(character) in ("W", "F") and not "\uac00" <= character <= "\ud7a3"


def _name(text: Text) -> str:
    return text.field or repr(text.text)
