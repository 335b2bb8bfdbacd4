"""A template and what a parcel puts into it: together drawings. Pure; reading the file is ``template_file``.

Values never change the layout: they fill ``{field}`` places, switch elements (``when``) and repeat rows (``each``).
Rows that find no room go on to further labels where the template has a ``continued``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias, assert_never

from station.errors import SettingsTrouble
from station.labels.drawing import Barcode, Box, Drawing, Element, LabelTrouble, Line, Picture, Text
from station.labels.field_words import fault
from station.labels.printable import clean
from station.labels.saying import Say, both
from station.labels.template_file import FIELD, Placed, TemplateFile, read_template, step_dmm
from station.labels.template_specs import BarcodeSpec, BoxSpec, LineSpec, PictureSpec, TextSpec

FIELD_CHARACTERS_MAX = 2_000
PAGES_MAX = 20
"""Labels of one parcel; more is a mistake and not a parcel."""

Rows: TypeAlias = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a parcel gives a template: texts by name and, for lists, rows of texts by name."""

    texts: Mapping[str, str]
    rows: Mapping[str, Rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    file: TemplateFile

    def draw(self, fields: Fields) -> Drawing:
        """The one label of a parcel; a field the parcel does not have, or a row too many, is refused by name."""
        chunks = _chunks(self.file, None, fields)
        return _drawn(self.file, fields.texts, chunks[0], 1, 1)

    def pages(self, fields: Fields) -> tuple[Drawing, ...]:
        """The label, and after it as many further ones as the rows need."""
        chunks = _chunks(self.file, self.file.continued, fields)
        files = (self.file, *[self.file.continued or self.file] * (len(chunks) - 1))
        numbered = enumerate(zip(files, chunks, strict=True), start=1)
        return tuple(_drawn(file, fields.texts, rows, number, len(chunks)) for number, (file, rows) in numbered)


def load(path: Path, folders: tuple[Path, ...] = (), say: Say = both) -> Template:
    return Template(file=read_template(path, folders, say))


def _drawn(file: TemplateFile, texts: Mapping[str, str], rows: Mapping[str, Rows], page: int, pages: int) -> Drawing:
    fields = Fields(texts={**texts, "page": str(page), "pages": str(pages)}, rows=rows)
    elements = [element for placed in file.placed for element in _elements(placed, fields, file.pictures)]
    return Drawing(width_dmm=file.width_dmm, height_dmm=file.height_dmm, elements=tuple(elements))


def _chunks(file: TemplateFile, continued: TemplateFile | None, fields: Fields) -> list[Mapping[str, Rows]]:
    """The rows of each label, in order; a list at its end is empty on the labels after it."""
    room = _room(file)
    further = _room(continued) if continued else {}
    chunks: list[Mapping[str, Rows]] = [
        {name: rows[: room[name]] if name in room else rows for name, rows in fields.rows.items()}
    ]
    left = {name: fields.rows.get(name, ())[most:] for name, most in room.items()}
    while any(left.values()):
        if len(chunks) == PAGES_MAX or any(rows and name not in further for name, rows in left.items()):
            raise _no_room(file, fields)
        chunks.append({name: left.get(name, ())[: further.get(name, 0)] for name in fields.rows})
        left = {name: rows[further.get(name, 0) :] for name, rows in left.items()}
    return chunks


def _room(file: TemplateFile) -> dict[str, int]:
    """How many rows of each list a label takes: as many as its shortest column."""
    room: dict[str, int] = {}
    for spec in (placed.spec for placed in file.placed):
        if isinstance(spec, TextSpec) and spec.each:
            room[spec.each] = min(spec.rows, room.get(spec.each, spec.rows))
    return room


def _no_room(file: TemplateFile, fields: Fields) -> LabelTrouble:
    room = _room(file)
    name = next(name for name, most in room.items() if len(fields.rows.get(name, ())) > most)
    count = len(fields.rows[name])
    source = next(one.source for one in file.placed if isinstance(one.spec, TextSpec) and one.spec.each == name)
    return LabelTrouble(
        f"{name} has {count} rows, the label has room for {room[name]}",
        said=fault("too_many_rows", field=name, count=count, most=room[name]),
        field=name,
        where=source,
    )


def _elements(placed: Placed, fields: Fields, pictures: Mapping[str, bytes]) -> Iterator[Element]:
    spec, area, source = placed.spec, placed.area, placed.source
    present = [_present(when, fields, source) for when in placed.when]
    if isinstance(spec, TextSpec | BarcodeSpec):
        _refuse_unknown(spec, fields, source)
    if not all(present):
        return
    match spec:
        case TextSpec() if spec.each:
            for number, row in enumerate(fields.rows[spec.each]):
                yield _text(placed, spec, {**fields.texts, **row}, below_dmm=number * step_dmm(spec))
        case TextSpec():
            yield _text(placed, spec, fields.texts, below_dmm=0)
        case BarcodeSpec():
            text, field = _filled(spec.text, fields.texts, source, cleaned=False)
            yield Barcode(area=area, symbology=spec.kind, text=text, field=field, source=source)
        case LineSpec():
            yield Line(area=area)
        case BoxSpec():
            yield Box(area=area, filled=spec.filled, stroke_dmm=round(spec.stroke_mm * 10))
        case PictureSpec():
            yield Picture(area=area, png=pictures[spec.file], source=source)
        case _:
            assert_never(spec)


def _text(placed: Placed, spec: TextSpec, values: Mapping[str, str], *, below_dmm: int) -> Text:
    text, field = _filled(spec.text, values, placed.source, cleaned=True)
    return Text(
        area=placed.area.moved(0, below_dmm),
        text=text,
        size_dmm=round(spec.size_mm * 10),
        least_dmm=round((spec.least_mm or spec.size_mm) * 10),
        bold=spec.bold,
        inverse=spec.inverse,
        align=spec.align,
        middle=spec.middle,
        lines=spec.lines,
        field=field,
        source=placed.source,
    )


def _refuse_unknown(spec: TextSpec | BarcodeSpec, fields: Fields, source: str) -> None:
    """Also where a condition leaves the element out: a typo shows at the first label, not at the first gift."""
    known: dict[str, str] = dict(fields.texts)
    if isinstance(spec, TextSpec) and spec.each:
        rows = fields.rows.get(spec.each)
        if rows is None:
            raise SettingsTrouble(
                f"there is no list {spec.each!r}", where=source, remedy=_known(spec.each, fields.rows)
            )
        if not rows:
            return
        known |= rows[0]
    for name in FIELD.findall(spec.text):
        if name not in known:
            raise SettingsTrouble(f"there is no field {name!r}", where=source, remedy=_known(name, known))


def _filled(pattern: str, values: Mapping[str, str], source: str, *, cleaned: bool) -> tuple[str, str]:
    """The pattern with its places filled, and the names of the fields in it."""
    names = FIELD.findall(pattern)
    for name in names:
        if len(values[name]) > FIELD_CHARACTERS_MAX:
            raise LabelTrouble(
                f"{name} is far too long for a label: {len(values[name])} characters",
                said=fault("far_too_long", field=name, count=len(values[name])),
                field=name,
                where=source,
                remedy="Have the office shorten it.",
            )
    shown = {name: _shown(name, values[name]) if cleaned else values[name] for name in names}
    text = FIELD.sub(lambda found: shown[found[1]], pattern)
    return text.strip(), " and ".join(dict.fromkeys(names))


def _shown(name: str, value: str) -> str:
    """As it may be printed; only fields named ``…_lines`` keep their line breaks."""
    return "\n".join(map(clean, value.split("\n"))) if name.endswith("_lines") else clean(value)


def _present(when: str, fields: Fields, source: str) -> bool:
    name = when.removeprefix("!")
    if name in fields.rows:
        value = bool(fields.rows[name])
    elif name in fields.texts:
        value = bool(fields.texts[name])
    else:
        raise SettingsTrouble(f"there is no field {name!r}", where=source, remedy=_known(name, fields.texts))
    return value != when.startswith("!")


def _known(name: str, names: Mapping[str, object]) -> str:
    near = get_close_matches(name, names, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(sorted(names))}."
