"""Label template files on disk: a template with its parts and pictures, read strictly. No drawing and no parcel here.

A template is TOML in millimetres. Whatever is wrong is refused in one sentence with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from station.errors import SettingsTrouble
from station.labels.drawing import Area
from station.labels.saying import Say, both, worded
from station.labels.template_specs import (
    ELEMENTS_MAX,
    BarcodeSpec,
    Kind,
    LabelFile,
    PartSpec,
    PictureSpec,
    Sheet,
    SheetFile,
    Spec,
    TextSpec,
)
from station.labels.template_text import element_lines, is_sheet, key_line, parse

FILE_BYTES_MAX = 200_000
PICTURE_BYTES_MAX = 200_000
PICTURE_PIXELS_MAX = 4_000_000
"""A whole label at 600 dpi has eight million dots; a logo never half of them."""

PARTS_DEEP_MAX = 4
FIELD = re.compile(r"\{([a-z0-9_]+)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An element where it stands on the whole label, and under which conditions."""

    spec: Spec
    source: str  # file and line
    area: Area
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    """``continued``: the template of further labels; None when there may be none."""

    name: str
    kind: Kind
    width_dmm: int
    height_dmm: int
    placed: tuple[Placed, ...]
    pictures: Mapping[str, bytes]
    continued: TemplateFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """One file by itself, its own words said by ``say``. ``folders`` have what it names, the first one first."""

    path: Path
    text: str
    file: LabelFile
    folders: tuple[Path, ...]
    say: Say

    @property
    def name(self) -> str:
        return _named(self.path, self.folders)

    def source(self, number: int, key: str = "") -> str:
        return f"{self.name}, line {key_line(self.text, number, key)}"

    def beside(self, name: str) -> Path:
        """A file it names: of the folders where it lies in one of them, else beside it."""
        own = () if self.path.parent in self.folders else (self.path.parent,)
        places = [folder / name for folder in (*own, *self.folders)]
        return next((place for place in places if place.exists()), self.path.with_name(name))


def read_template(path: Path, folders: tuple[Path, ...] = (), say: Say = both) -> TemplateFile:
    """``folders``: where parts and pictures may lie beside the file's own folder; of two with one name the first."""
    read = _read(path, folders, say)
    file = _assembled(read)
    if not read.file.label.continued:
        return file
    further = read.beside(read.file.label.continued)
    return _with_further(file, file if further == path else _assembled(_part(read, read.file.label.continued, "")))


def _named(path: Path, folders: tuple[Path, ...]) -> str:
    """A file that may stand in the place of a shipped one is named whole."""
    return str(path) if len(folders) > 1 and path.parent in folders[:-1] else path.name


def read_sheet(path: Path) -> Sheet | None:
    """The sheet this file describes, or None when it is a label's template."""
    text = _text(path)
    return parse(text, SheetFile, path.name).sheet if is_sheet(text) else None


def step_dmm(spec: TextSpec) -> int:
    """How much lower each row of a repeated text stands."""
    return round((spec.step_mm or spec.box_mm[3]) * 10)


def _assembled(read: _Read) -> TemplateFile:
    placed = tuple(_placed(read, 0, 0, (), (read.path.name,)))
    if len(placed) > ELEMENTS_MAX:
        raise SettingsTrouble(f"more than {ELEMENTS_MAX} elements with all parts", where=read.name)
    label = read.file.label
    width_dmm, height_dmm = round(label.width_mm * 10), round(label.height_mm * 10)
    for one in placed:
        if not _with_rows(one).within(width_dmm, height_dmm):
            raise SettingsTrouble("this element leaves the label", where=one.source, remedy="Mend its box_mm.")
    pictures = {one.spec.file: one.source for one in placed if isinstance(one.spec, PictureSpec)}
    return TemplateFile(
        name=read.path.name,
        kind=label.kind,
        width_dmm=width_dmm,
        height_dmm=height_dmm,
        placed=placed,
        pictures={name: _picture(read.beside(name), source) for name, source in pictures.items()},
    )


def _with_further(file: TemplateFile, further: TemplateFile) -> TemplateFile:
    if (further.width_dmm, further.height_dmm) != (file.width_dmm, file.height_dmm):
        raise SettingsTrouble(f"it continues on {further.name}, which has another size", where=file.name)
    return TemplateFile(
        name=file.name,
        kind=file.kind,
        width_dmm=file.width_dmm,
        height_dmm=file.height_dmm,
        placed=file.placed,
        pictures=file.pictures,
        continued=further,
    )


def _read(path: Path, folders: tuple[Path, ...], say: Say) -> _Read:
    text = _text(path)
    name = _named(path, folders)
    file = parse(text, LabelFile, name)
    if len(element_lines(text)) != len(file.element):
        raise SettingsTrouble("elements are not written as [[element]]", where=name, remedy="Give each its own.")
    said = tuple(_said(spec, say) if isinstance(spec, TextSpec) else spec for spec in file.element)
    return _Read(path=path, text=text, file=replace(file, element=said), folders=folders, say=say)


def _said(spec: TextSpec, say: Say) -> TextSpec:
    """Its own words; each language begins a line where there is room for more than one."""
    return replace(spec, text=worded(spec.text, say, "\n" if spec.lines > 1 else " "))


def _placed(
    read: _Read, right_dmm: int, below_dmm: int, when: tuple[str, ...], chain: tuple[str, ...]
) -> Iterator[Placed]:
    """The elements of a file and of its parts. ``chain`` names the files on the way here."""
    for spec, number in zip(read.file.element, element_lines(read.text), strict=True):
        conditions = (*when, spec.when) if spec.when else when
        if isinstance(spec, PartSpec):
            source = read.source(number, "file")
            part = _part(read, spec.file, source)
            _refuse_cycle((*chain, spec.file), source)
            right, below = _tenths(spec.at_mm, read.source(number, "at_mm"))
            yield from _placed(part, right_dmm + right, below_dmm + below, conditions, (*chain, spec.file))
            continue
        if isinstance(spec, TextSpec | BarcodeSpec):
            _refuse_odd_braces(spec.text, read.source(number, "text"))
        if isinstance(spec, TextSpec) and (spec.least_mm or 0) > spec.size_mm:
            raise SettingsTrouble("least_mm is more than size_mm", where=read.source(number, "least_mm"))
        area = _area(spec, read.source(number, "box_mm"))
        yield Placed(spec=spec, source=read.source(number), area=area.moved(right_dmm, below_dmm), when=conditions)


def _part(read: _Read, name: str, source: str) -> _Read:
    path = read.beside(name)
    if not path.exists():
        known = ", ".join(sorted({found.name for at in (path.parent, *read.folders) for found in at.glob("*.toml")}))
        where = source or read.name
        raise SettingsTrouble(f"the template {name!r} is not there", where=where, remedy=f"Known: {known}.")
    return _read(path, read.folders, read.say)


def _refuse_cycle(chain: tuple[str, ...], source: str) -> None:
    if chain[-1] in chain[:-1]:
        raise SettingsTrouble(f"its parts go round in a circle: {' -> '.join(chain)}", where=source)
    if len(chain) > PARTS_DEEP_MAX:
        raise SettingsTrouble(f"parts lie more than {PARTS_DEEP_MAX} deep", where=source, remedy="Put them together.")


def _refuse_odd_braces(text: str, source: str) -> None:
    rest = FIELD.sub("", text)
    if "{" in rest or "}" in rest:
        odd = next(iter(re.findall(r"\{[^}]*}?|}", rest)))
        raise SettingsTrouble(
            f"{odd[:40]!r} is no field", where=source, remedy="A field is {lower_case}; docs/labels.md lists them."
        )


def _area(spec: Spec, source: str) -> Area:
    tenths = _tenths(spec.box_mm, source)
    if not tenths[2] or not tenths[3]:
        raise SettingsTrouble("box_mm has no width or no height", where=source, remedy="Give x, y, width, height.")
    return Area(x_dmm=tenths[0], y_dmm=tenths[1], width_dmm=tenths[2], height_dmm=tenths[3])


def _tenths(lengths_mm: tuple[float, ...], source: str) -> list[int]:
    tenths = [round(value * 10) for value in lengths_mm]
    if any(abs(tenth - value * 10) > 1e-6 for tenth, value in zip(tenths, lengths_mm, strict=True)):
        raise SettingsTrouble("a length is finer than a tenth of a millimetre", where=source, remedy="Round it.")
    return tenths


def _with_rows(placed: Placed) -> Area:
    """What a repeated text takes with all its rows."""
    spec, area = placed.spec, placed.area
    if not isinstance(spec, TextSpec) or not spec.each:
        return area
    more_dmm = step_dmm(spec) * (spec.rows - 1)
    return Area(x_dmm=area.x_dmm, y_dmm=area.y_dmm, width_dmm=area.width_dmm, height_dmm=area.height_dmm + more_dmm)


def _text(path: Path) -> str:
    try:
        return _bytes(path, FILE_BYTES_MAX, str(path)).decode("utf-8-sig")
    except FileNotFoundError:
        known = ", ".join(sorted(found.stem for found in path.parent.glob("*.toml"))) or "none"
        raise SettingsTrouble(f"there is no label template {path.stem[:60]!r}", remedy=f"Known: {known}.") from None
    except (OSError, UnicodeDecodeError) as error:
        what = "the file is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"cannot read: {error.strerror}"
        raise SettingsTrouble(what, where=str(path)[:200], remedy="Save it as readable UTF-8 text.") from error


def _bytes(path: Path, bytes_max: int, where: str) -> bytes:
    if path.stat().st_size > bytes_max:
        raise SettingsTrouble(f"{path.name} is larger than {bytes_max} bytes", where=where, remedy="Make it smaller.")
    return path.read_bytes()


def _picture(path: Path, source: str) -> bytes:
    """A PNG whose own head says that it is small enough to be decoded."""
    try:
        data = _bytes(path, PICTURE_BYTES_MAX, source)
    except OSError as error:
        raise SettingsTrouble(
            f"cannot read the picture {path.name!r}: {error.strerror}", where=source, remedy="Put it beside it."
        ) from error
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR":
        raise SettingsTrouble(f"the picture {path.name!r} is no PNG", where=source, remedy="Save it as PNG.")
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if not 0 < width * height <= PICTURE_PIXELS_MAX:
        raise SettingsTrouble(
            f"the picture {path.name!r} has {width} x {height} pixels, at most {PICTURE_PIXELS_MAX // 10**6} million"
            " are taken",
            where=source,
            remedy="Shrink it to the dots it covers on paper.",
        )
    return data
