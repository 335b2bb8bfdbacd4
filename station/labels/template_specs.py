"""What may stand in a template file, as structs. No reading, no drawing.

Whatever is not one of these is refused by ``template_file`` with its file and line.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from station.labels.drawing import Align, Symbology

ELEMENTS_MAX = 500

Millimetres = Annotated[float, Meta(ge=0, le=400)]
Size = Annotated[float, Meta(ge=1, le=80)]
LengthMm = Annotated[float, Meta(ge=20, le=400)]
BoxMm = tuple[Millimetres, Millimetres, Millimetres, Millimetres]  # x, y, width, height
FieldName = Annotated[str, Meta(pattern=r"^!?[a-z][a-z0-9_]*\Z")]
TemplateName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+\.toml\Z", max_length=100)]
PictureName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+\.png\Z", max_length=100)]
Kind = Literal["", "domestic", "international"]


class TextSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="text"):
    box_mm: BoxMm
    text: Annotated[str, Meta(max_length=2_000)]
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
    text: Annotated[str, Meta(max_length=500)]
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
    file: PictureName
    when: FieldName = ""


class PartSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="part"):
    """All elements of another template beside this one, moved to ``at_mm``."""

    file: TemplateName
    at_mm: tuple[Millimetres, Millimetres] = (0.0, 0.0)
    when: FieldName = ""


Spec: TypeAlias = TextSpec | BarcodeSpec | LineSpec | BoxSpec | PictureSpec


class LabelHead(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``continued``: the template of further labels, when a list has more rows than this one has room for."""

    width_mm: LengthMm
    height_mm: LengthMm
    kind: Kind = ""
    continued: TemplateName = ""


class LabelFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    label: LabelHead
    element: Annotated[tuple[Spec | PartSpec, ...], Meta(min_length=1, max_length=ELEMENTS_MAX)]


class Sheet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Paper that takes several labels: where each one's top left corner lies, and how large they are drawn."""

    width_mm: LengthMm
    height_mm: LengthMm
    slots_mm: Annotated[tuple[tuple[Millimetres, Millimetres], ...], Meta(min_length=1, max_length=40)]
    scale_percent: Annotated[int, Meta(ge=50, le=100)] = 100


class SheetFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    sheet: Sheet
