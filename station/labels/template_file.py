"""Label template files: what may stand in one, read strictly. No drawing and no parcel here.

A template is TOML in millimetres. Whatever is not one of the structs below is refused with its file and line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.labels.drawing import Align, Area, Symbology

FILE_BYTES_MAX = 200_000
PICTURE_BYTES_MAX = 200_000
ELEMENTS_MAX = 500

Millimetres = Annotated[float, Meta(ge=0, le=400)]
Size = Annotated[float, Meta(ge=1, le=60)]
BoxMm = tuple[Millimetres, Millimetres, Millimetres, Millimetres]  # x, y, width, height
FieldName = Annotated[str, Meta(pattern=r"^!?[a-z][a-z0-9_]*\Z")]


class TextSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="text"):
    box_mm: BoxMm
    text: str
    size_mm: Size
    least_mm: Size | None = None
    bold: bool = False
    inverse: bool = False
    middle: bool = False
    align: Align = Align.LEFT
    lines: Annotated[int, Meta(ge=1, le=20)] = 1
    when: FieldName = ""
    each: FieldName = ""
    step_mm: Size | None = None
    rows: Annotated[int, Meta(ge=1, le=50)] = 1


class BarcodeSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="barcode"):
    box_mm: BoxMm
    kind: Symbology
    text: str
    when: FieldName = ""


class LineSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="line"):
    box_mm: BoxMm
    when: FieldName = ""


class BoxSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="box"):
    box_mm: BoxMm
    filled: bool = False
    stroke_mm: Annotated[float, Meta(ge=0.1, le=5)] = 0.3
    when: FieldName = ""


class PictureSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="picture"):
    box_mm: BoxMm
    file: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+\.png\Z")]
    when: FieldName = ""


Spec: TypeAlias = TextSpec | BarcodeSpec | LineSpec | BoxSpec | PictureSpec
LengthMm = Annotated[float, Meta(ge=20, le=400)]


class Sheet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Paper that takes several labels: where each one's top left corner lies, and how large they are drawn."""

    width_mm: LengthMm
    height_mm: LengthMm
    slots_mm: Annotated[tuple[tuple[Millimetres, Millimetres], ...], Meta(min_length=1, max_length=24)]
    scale_percent: Annotated[int, Meta(ge=50, le=100)] = 100


class _Size(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    width_mm: LengthMm
    height_mm: LengthMm


class _LabelFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    label: _Size
    element: Annotated[tuple[Spec, ...], Meta(min_length=1, max_length=ELEMENTS_MAX)]


class _SheetFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    sheet: Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    name: str
    width_dmm: int
    height_dmm: int
    specs: tuple[Spec, ...]
    line_numbers: tuple[int, ...]  # where each element begins
    pictures: Mapping[str, bytes]


def read_template(path: Path) -> TemplateFile:
    text = _text(path)
    parsed = _parse(text, _LabelFile, path.name)
    line_numbers = _element_lines(text)
    if len(line_numbers) != len(parsed.element):
        raise SettingsTrouble("elements are not written as [[element]]", where=path.name, remedy="Give each its own.")
    width_dmm, height_dmm = round(parsed.label.width_mm * 10), round(parsed.label.height_mm * 10)
    for spec, number in zip(parsed.element, line_numbers, strict=True):
        source = f"{path.name}, line {number}"
        if not _whole_area(spec, source).within(width_dmm, height_dmm):
            raise SettingsTrouble("this element leaves the label", where=source, remedy="Mend its box_mm.")
    return TemplateFile(
        name=path.name,
        width_dmm=width_dmm,
        height_dmm=height_dmm,
        specs=parsed.element,
        line_numbers=line_numbers,
        pictures={spec.file: _picture(path, spec.file) for spec in parsed.element if isinstance(spec, PictureSpec)},
    )


def read_sheet(path: Path) -> Sheet | None:
    """The sheet this file describes, or None when it is a label's template."""
    text = _text(path)
    return _parse(text, _SheetFile, path.name).sheet if re.search(r"^\s*\[sheet]", text, re.MULTILINE) else None


def area(spec: Spec, source: str) -> Area:
    tenths = [round(value * 10) for value in spec.box_mm]
    if any(abs(tenth - value * 10) > 1e-6 for tenth, value in zip(tenths, spec.box_mm, strict=True)):
        raise SettingsTrouble("box_mm is finer than a tenth of a millimetre", where=source, remedy="Round it.")
    if not tenths[2] or not tenths[3]:
        raise SettingsTrouble("box_mm has no width or no height", where=source, remedy="Give x, y, width, height.")
    return Area(x_dmm=tenths[0], y_dmm=tenths[1], width_dmm=tenths[2], height_dmm=tenths[3])


def step_dmm(spec: TextSpec) -> int:
    """How much lower each row of a repeated text stands."""
    return round((spec.step_mm or spec.box_mm[3]) * 10)


def _whole_area(spec: Spec, source: str) -> Area:
    first = area(spec, source)
    if not isinstance(spec, TextSpec) or not spec.each:
        return first
    more_dmm = step_dmm(spec) * (spec.rows - 1)
    return Area(x_dmm=first.x_dmm, y_dmm=first.y_dmm, width_dmm=first.width_dmm, height_dmm=first.height_dmm + more_dmm)


def _text(path: Path) -> str:
    try:
        content = _bytes(path, FILE_BYTES_MAX)
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        known = ", ".join(sorted(found.stem for found in path.parent.glob("*.toml")))
        raise SettingsTrouble(f"there is no label template {path.stem!r}", remedy=f"Known: {known}.") from None
    except (OSError, UnicodeDecodeError) as error:
        what = "the file is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"cannot read: {error.strerror}"
        raise SettingsTrouble(what, where=str(path), remedy="Save it as readable UTF-8 text.") from error


def _bytes(path: Path, bytes_max: int) -> bytes:
    if path.stat().st_size > bytes_max:
        raise SettingsTrouble(f"the file is larger than {bytes_max} bytes", where=str(path), remedy="Make it smaller.")
    return path.read_bytes()


def _picture(template: Path, name: str) -> bytes:
    path = template.with_name(name)
    try:
        return _bytes(path, PICTURE_BYTES_MAX)
    except OSError as error:
        raise SettingsTrouble(
            f"cannot read the picture {name!r}: {error.strerror}", where=template.name, remedy="Put it beside it."
        ) from error


_File = TypeVar("_File", _LabelFile, _SheetFile)


def _parse(text: str, kind: type[_File], name: str) -> _File:
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=name, remedy="Mend that line.") from error
    except msgspec.ValidationError as error:
        raise _refusal(str(error), text, name) from error


def _refusal(message: str, text: str, name: str) -> SettingsTrouble:
    """One sentence with the line, out of msgspec's ``Expected `int`, got `str` - at `$.element[3].lines` ``."""
    what, _, path = message.partition(" - at ")
    found = re.match(r"`\$\.element\[(\d+)]\.?([a-z_]*)", path)
    unknown = re.search(r"unknown field `(.*)`", what)
    key = unknown[1] if unknown else found[2] if found else ""
    what = f"unknown key {key!r}" if unknown else f"{key}: {what.replace('`', '')}" if key else what.replace("`", "")
    numbers = _element_lines(text)
    if not found or int(found[1]) >= len(numbers):
        return SettingsTrouble(what, where=name, remedy="See docs/labels.md for what a template takes.")
    number = _key_line(text, numbers[int(found[1])], key)
    return SettingsTrouble(what, where=f"{name}, line {number}", remedy="See docs/labels.md for what it takes.")


def _element_lines(text: str) -> tuple[int, ...]:
    rows = enumerate(text.split("\n"), 1)
    return tuple(number for number, row in rows if re.match(r"\s*\[\[\s*element\s*]]", row))


def _key_line(text: str, first: int, key: str) -> int:
    """The line of ``key`` within the element that begins at ``first``; its first line when it is not there."""
    for number, row in enumerate(text.split("\n")[first:], first + 1):
        if row.lstrip().startswith("["):
            break
        if key and re.match(rf"\s*{re.escape(key)}\s*=", row):
            return number
    return first
