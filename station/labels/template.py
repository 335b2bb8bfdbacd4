"""A template and what a parcel puts into it: together a drawing. Pure; reading the file is ``template_file``.

Values never change the layout: they fill ``{field}`` places, switch elements (``when``) and repeat rows (``each``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from station.errors import SettingsTrouble
from station.labels.drawing import Barcode, Box, Drawing, Element, LabelTrouble, Line, Picture, Text
from station.labels.printable import clean
from station.labels.template_file import (
    BarcodeSpec,
    BoxSpec,
    LineSpec,
    PictureSpec,
    Spec,
    TemplateFile,
    TextSpec,
    area,
    read_template,
    step_dmm,
)

FIELD_CHARACTERS_MAX = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a parcel gives a template: texts by name and, for lists, rows of texts by name."""

    texts: Mapping[str, str]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    file: TemplateFile

    def draw(self, fields: Fields) -> Drawing:
        """The drawing of one parcel; a field the parcel does not have, or a row too many, is refused by name."""
        elements: list[Element] = []
        for spec, line in zip(self.file.specs, self.file.line_numbers, strict=True):
            elements += _elements(spec, fields, self, f"{self.file.name}, line {line}")
        return Drawing(width_dmm=self.file.width_dmm, height_dmm=self.file.height_dmm, elements=tuple(elements))


def load(path: Path) -> Template:
    return Template(file=read_template(path))


def _elements(spec: Spec, fields: Fields, template: Template, source: str) -> list[Element]:
    if spec.when and not _present(spec.when, fields, source):
        return []
    match spec:
        case TextSpec() if spec.each:
            return _repeated(spec, fields, source)
        case TextSpec():
            return [_text(spec, fields.texts, source, below_dmm=0)]
        case BarcodeSpec():
            text, field = _filled(spec.text, fields.texts, source, cleaned=False)
            return [Barcode(area=area(spec, source), symbology=spec.kind, text=text, field=field, source=source)]
        case LineSpec():
            return [Line(area=area(spec, source))]
        case BoxSpec():
            return [Box(area=area(spec, source), filled=spec.filled, stroke_dmm=round(spec.stroke_mm * 10))]
        case PictureSpec():
            return [Picture(area=area(spec, source), png=template.file.pictures[spec.file], source=source)]
        case _:
            assert_never(spec)


def _repeated(spec: TextSpec, fields: Fields, source: str) -> list[Element]:
    rows = fields.rows.get(spec.each)
    if rows is None:
        raise SettingsTrouble(f"there is no list {spec.each!r}", where=source, remedy=_known(fields.rows))
    if len(rows) > spec.rows:
        raise LabelTrouble(
            f"{spec.each} has {len(rows)} rows, the label has room for {spec.rows}",
            zh=f"面单放不下：{spec.each} 有 {len(rows)} 行，最多 {spec.rows} 行",
            field=spec.each,
            where=source,
        )
    step = step_dmm(spec)
    return [_text(spec, {**fields.texts, **row}, source, below_dmm=number * step) for number, row in enumerate(rows)]


def _text(spec: TextSpec, values: Mapping[str, str], source: str, *, below_dmm: int) -> Text:
    text, field = _filled(spec.text, values, source, cleaned=True)
    return Text(
        area=area(spec, source).lower(below_dmm),
        text=text,
        size_dmm=round(spec.size_mm * 10),
        least_dmm=round((spec.least_mm or spec.size_mm) * 10),
        bold=spec.bold,
        inverse=spec.inverse,
        align=spec.align,
        middle=spec.middle,
        lines=spec.lines,
        field=field,
        source=source,
    )


def _filled(pattern: str, values: Mapping[str, str], source: str, *, cleaned: bool) -> tuple[str, str]:
    """The pattern with its places filled, and the names of the fields in it."""
    names = re.findall(r"\{([a-z0-9_]+)}", pattern)
    for name in names:
        if name not in values:
            raise SettingsTrouble(f"there is no field {name!r}", where=source, remedy=_known(values))
        if len(values[name]) > FIELD_CHARACTERS_MAX:
            raise LabelTrouble(f"{name} is far too long for a label", zh=f"{name} 太长", field=name, where=source)
    shown = {name: clean(values[name]) if cleaned else values[name] for name in names}
    text = re.sub(r"\{([a-z0-9_]+)}", lambda found: shown[found[1]], pattern)
    return text.strip(), " and ".join(dict.fromkeys(names))


def _present(when: str, fields: Fields, source: str) -> bool:
    name = when.removeprefix("!")
    if name in fields.rows:
        value = bool(fields.rows[name])
    elif name in fields.texts:
        value = bool(fields.texts[name])
    else:
        raise SettingsTrouble(f"there is no field {name!r}", where=source, remedy=_known(fields.texts))
    return value != when.startswith("!")


def _known(names: Mapping[str, object]) -> str:
    return f"Known: {', '.join(sorted(names))}."
