"""The settings of one bench: ``bench.toml`` of its home, read once into frozen values.

Every setting and its default stand here and, explained, in ``config/bench.toml``; a test holds the two equal. A key
that is not known is refused, so that a misspelt one is never a silent default. No part of the program reads TOML of
the home but this file, and nothing here changes a setting.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import fields, replace

from station.board_settings import BoardSettings
from station.codes import ARGUMENT_PATTERN
from station.device_settings import DeviceSettings
from station.errors import SettingsTrouble
from station.evidence_settings import EvidenceSettings
from station.home import Home
from station.media_settings import MediaSettings, PhotoSettings, Placed, photo_rules
from station.media_store_settings import MediaStoreSettings
from station.packing.model import CELLS_MAX
from station.packing.rules import Carton, MaterialRule, Person, Rules, Watch
from station.paper_settings import PaperSettings
from station.retention_settings import RetentionSettings
from station.screen_settings import ScreenSettings

FILE_BYTES_MAX = 1_000_000
GRACE_MS = 3_000
"""For how long a scanned unit may be on its way; lines that bring weights bring them when they are meant."""

Name = Annotated[
    str, Meta(pattern=r"^[A-Za-z0-9._-]{1,64}\Z", description="letters, digits, '.', '_' and '-', at most 64")
]
"""Part of the ledger's name ``org/bench/epoch``, so no blank and no slash."""

CartonCode = Annotated[
    str, Meta(pattern=rf"^{ARGUMENT_PATTERN}\Z", description="A-Z, 0-9 and, between them, '-', at most 32")
]
Grams = Annotated[int, Meta(ge=0, le=1_000_000)]
Sides = Annotated[
    str,
    Meta(
        pattern=r"^(?:[1-9][0-9]{0,3}(?:x[1-9][0-9]{0,3}){2})?\Z",
        description="length, width and height like '400x300x200'",
    ),
]


LanguageName = Annotated[
    str,
    Meta(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?\Z", description="zh, en or another language's short name like de or pt_BR"),
]

SecondLanguage = Annotated[str, Meta(pattern=r"^([a-z]{2,3}(_[A-Z]{2})?)?\Z", description="like language, or nothing")]


class BenchSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Name = "B01"
    org: Name = "local"
    shop: Name = "demo"
    place: Annotated[str, Meta(pattern=r"^([a-z0-9][a-z0-9-]{0,39})?\Z", description="a place's id, or nothing")] = ""
    orderbook: Annotated[str, Meta(min_length=1, max_length=500)] = "sqlite:///orders.db"
    language: LanguageName = "zh"
    second_language: SecondLanguage = ""
    theme: Literal["light", "dark", "high_contrast", "colour_safe"] = "light"
    require_sign_in: bool = False
    lock_after_s: Annotated[int, Meta(ge=0, le=86_400)] = 600

    @property
    def terminal_language(self) -> Literal["zh", "en"]:
        """Of answers that a verb words in two languages only (decision 0084)."""
        return "zh" if self.language == "zh" else "en"


class PackingSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    weigh: Literal["auto", "always", "never"] = "auto"
    tolerance_g: Grams = 10
    tolerance_percent: Annotated[int, Meta(ge=0, le=100)] = 5
    near_zero_g: Grams = 5
    holds_max_age_s: Annotated[int, Meta(ge=0, le=86_400)] = 900
    holds_deadline_ms: Annotated[int, Meta(ge=100, le=60_000)] = 1_500
    default_carton: Annotated[str, Meta(max_length=64)] = ""
    item_first: bool = True
    next_order: bool = True
    affinity_s: Annotated[int, Meta(ge=0, le=86_400)] = 1_800
    wave_orders: Annotated[int, Meta(ge=0, le=100)] = 0
    reserved_numbers: Annotated[int, Meta(ge=0, le=2_000)] = 0
    witness: Literal["off", "warn", "stop"] = "stop"


class PickingSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sort wall as it stands in the hall; together its cells are how many orders a batch has."""

    wall_rows: Annotated[int, Meta(ge=1, le=20)] = 5
    wall_columns: Annotated[int, Meta(ge=1, le=20)] = 12
    voice: bool = True

    @property
    def cells(self) -> int:
        return min(CELLS_MAX, self.wall_rows * self.wall_columns)


class CartonSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    code: CartonCode
    name: Annotated[str, Meta(min_length=1, max_length=100)]
    tare_g: Grams
    filler_g: Grams = 0
    sides_mm: Sides = ""


class LabelSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    template: Name = "waybill-100x150"
    intl_template: Name = "waybill-intl-100x150"
    masked: bool = True
    languages: Annotated[tuple[LanguageName, ...], Meta(min_length=1, max_length=2)] = ("zh", "en")


class ImportSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    folder: Annotated[str, Meta(max_length=500)] = ""
    every_s: Annotated[int, Meta(ge=1, le=3_600)] = 5


class Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    bench: BenchSettings = msgspec.field(default_factory=BenchSettings)
    packing: PackingSettings = msgspec.field(default_factory=PackingSettings)
    label: LabelSettings = msgspec.field(default_factory=LabelSettings)
    imports: ImportSettings = msgspec.field(default_factory=ImportSettings, name="import")
    picking: PickingSettings = msgspec.field(default_factory=PickingSettings)
    cartons: Annotated[tuple[CartonSettings, ...], Meta(max_length=200)] = msgspec.field(default=(), name="carton")
    devices: Annotated[tuple[DeviceSettings, ...], Meta(max_length=50)] = msgspec.field(default=(), name="device")
    papers: Annotated[tuple[PaperSettings, ...], Meta(max_length=20)] = msgspec.field(default=(), name="paper")
    media: MediaSettings = msgspec.field(default_factory=MediaSettings)
    media_store: MediaStoreSettings = msgspec.field(default_factory=MediaStoreSettings)
    photos: Annotated[tuple[PhotoSettings, ...], Meta(max_length=50)] = msgspec.field(default=(), name="photo")
    screen: ScreenSettings = msgspec.field(default_factory=ScreenSettings)
    board: BoardSettings = msgspec.field(default_factory=BoardSettings)
    evidence: EvidenceSettings = msgspec.field(default_factory=EvidenceSettings)
    retention: RetentionSettings = msgspec.field(default_factory=RetentionSettings)

    def devices_of(self, kind: str) -> tuple[DeviceSettings, ...]:
        return tuple(device for device in self.devices if device.kind == kind)

    def weighs(self, *, by_lines: bool) -> bool:
        """``auto`` weighs where there is something to weigh with: a scale, or lines that bring weights."""
        can = by_lines or bool(self.devices_of("scale"))
        return self.packing.weigh == "always" or (self.packing.weigh == "auto" and can)

    def rules(
        self,
        roster: Mapping[str, Person],
        *,
        materials: tuple[MaterialRule, ...] = (),
        weighed_by_lines: bool = False,
    ) -> Rules:
        """What the packing core may decide by; grams become milligrams here and nowhere else."""
        packing = self.packing
        return Rules(
            require_sign_in=self.bench.require_sign_in,
            item_first=packing.item_first,
            gives_next=packing.next_order,
            weigh=self.weighs(by_lines=weighed_by_lines),
            tolerance_mg=packing.tolerance_g * 1000,
            tolerance_percent=packing.tolerance_percent,
            near_zero_mg=packing.near_zero_g * 1000,
            watch=Watch(packing.witness),
            grace_ms=GRACE_MS if self.devices_of("scale") else 0,
            holds_max_age_s=packing.holds_max_age_s,
            cartons=tuple(_carton(carton) for carton in self.cartons),
            default_carton=packing.default_carton,
            materials=materials,
            roster=roster,
            papers=tuple(paper.rule() for paper in self.papers),
            photos=photo_rules(
                self.photos, tuple(Placed(name=camera.name, role=camera.role) for camera in self.devices_of("camera"))
            ),
            video=tuple(camera.name for camera in self.devices_of("camera") if camera.video),
        )


def load(home: Home) -> Settings:
    """The bench's settings; a home without ``bench.toml`` has all defaults. Addresses come out absolute."""
    settings = read(_text(home.settings_file), file=str(home.settings_file))
    return replace(
        settings,
        bench=replace(settings.bench, orderbook=home.relative(settings.bench.orderbook)),
        devices=tuple(
            replace(device, link=home.relative(device.link), profile=_profile_file(device, home))
            for device in settings.devices
        ),
    )


def profile_files(home: Home) -> dict[str, Path]:
    """Printer profiles by name; one of the home's own stands before a shipped one of the same name."""
    folders = (config_dir() / "printers", home.root / "printers")
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}


def template_folders(home: Home) -> tuple[Path, ...]:
    """Where label templates lie: the home's own before the shipped ones."""
    return home.root / "labels", config_dir() / "labels"


def _profile_file(device: DeviceSettings, home: Home) -> str:
    if not device.profile:
        return ""
    files = profile_files(home)
    if device.kind != "printer" or device.profile not in files:
        what = "only a printer has a profile" if device.kind != "printer" else f"no printer profile {device.profile!r}"
        raise SettingsTrouble(
            f"device {device.name!r}: {what}",
            where=str(home.settings_file),
            remedy=f"Known: {', '.join(sorted(files))}; your own go into {home.root / 'printers'}.",
        )
    return str(files[device.profile].resolve())


def read(text: str, *, file: str) -> Settings:
    """Settings from the text of a ``bench.toml``; ``file`` is only named in what a person is told."""
    try:
        settings = msgspec.convert(tomllib.loads(text), Settings)
    except tomllib.TOMLDecodeError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=file, remedy="Mend that line.") from error
    except msgspec.ValidationError as error:
        raise _refusal(str(error), file) from error
    _refuse_contradictions(settings, file)
    return settings


def given(home: Home) -> frozenset[str]:
    """Which settings of single tables the home's file gives, as ``table.key``; all others have their defaults."""
    document = tomllib.loads(_text(home.settings_file))
    return frozenset(
        f"{table}.{key}" for table, values in document.items() if isinstance(values, dict) for key in values
    )


def load_materials() -> tuple[MaterialRule, ...]:
    """Which goods ask for which packing material (``config/rules/materials.toml``)."""
    path = config_dir() / "rules" / "materials.toml"
    try:
        return msgspec.convert(tomllib.loads(_text(path)), _Materials).material
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsTrouble(f"the material rules do not read: {error}", where=str(path), remedy="Mend it.") from error


def config_dir() -> Path:
    """The shipped ``config/``: inside the installed package, else beside the checkout's ``station/``."""
    package = Path(__file__).resolve().parent
    installed = package / "_config"
    return installed if installed.is_dir() else package.parent / "config"


class _Materials(Struct, frozen=True, forbid_unknown_fields=True):
    material: tuple[MaterialRule, ...] = ()


def _carton(carton: CartonSettings) -> Carton:
    length, width, height = map(int, carton.sides_mm.split("x")) if carton.sides_mm else (0, 0, 0)
    return Carton(
        code=carton.code,
        name=carton.name,
        tare_mg=carton.tare_g * 1000,
        filler_mg=carton.filler_g * 1000,
        sides_mm=(length, width, height) if carton.sides_mm else None,
    )


def _text(path: Path) -> str:
    """The file's text, or nothing when there is no file."""
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise SettingsTrouble("the file is too large", where=str(path), remedy="Settings need a few kilobytes.")
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        what = "the file is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"cannot read: {error.strerror}"
        raise SettingsTrouble(what, where=str(path), remedy="Save it as readable UTF-8 text.") from error


def _refuse_contradictions(settings: Settings, file: str) -> None:
    for key, names in (
        ("device.name", [device.name for device in settings.devices]),
        ("carton.code", [carton.code for carton in settings.cartons]),
        ("paper.name", [paper.name for paper in settings.papers]),
    ):
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise SettingsTrouble(f"{key} {twice[0]!r} is there twice", where=file, remedy="Give each its own.")
    printers = {device.name for device in settings.devices_of("printer")}
    for paper in settings.papers:
        if paper.printer and paper.printer not in printers:
            raise SettingsTrouble(
                f"paper {paper.name!r}: no printer is called {paper.printer!r}",
                where=file,
                remedy=f"Known: {', '.join(sorted(printers)) or 'none'}.",
            )
    cameras = {device.name for device in settings.devices_of("camera")}
    for photo in settings.photos:
        if photo.camera not in ("", *cameras) or (photo.required and not cameras):
            what = f"no camera is called {photo.camera!r}" if cameras else "the bench has no camera"
            remedy = f"Known: {', '.join(sorted(cameras))}." if cameras else 'Add a [[device]] of kind = "camera".'
            raise SettingsTrouble(f"photo of {photo.moment}: {what}", where=file, remedy=remedy)
    cartons = {carton.code for carton in settings.cartons}
    default = settings.packing.default_carton
    if default and default not in cartons:
        raise SettingsTrouble(
            f"packing.default_carton {default!r} is no [[carton]]",
            where=file,
            remedy=f"Known: {', '.join(sorted(cartons)) or 'none'}.",
        )


def _refusal(message: str, file: str) -> SettingsTrouble:
    """One sentence out of msgspec's ``Expected `int`, got `str` - at `$.packing.tolerance_g` ``."""
    what, _, path = message.partition(" - at ")
    key = re.sub(r"\[[^]]*]", "", path.strip("`").removeprefix("$").removeprefix("."))
    unknown = re.search(r"contains unknown field `(.*)`", what)
    if unknown:
        return _unknown_key(key, unknown[1], file)
    missing = re.search(r"missing required field `(.*)`", what)
    if missing:
        what, key = "this setting is missing", f"{key}.{missing[1]}"
    if "matching regex" in what:
        what = "this value does not fit"
    return SettingsTrouble(f"{key}: {what.replace('`', '')}", where=file, remedy=_remedy(key))


def _unknown_key(table: str, key: str, file: str) -> SettingsTrouble:
    known = [path.removeprefix(f"{table}.") for path, _ in all_keys() if path.startswith(f"{table}." if table else "")]
    names = sorted({name.partition(".")[0] for name in known})
    close = get_close_matches(key, names, n=1)
    remedy = f"Did you mean {close[0]!r}?" if close else f"Known here: {', '.join(names)}."
    return SettingsTrouble(f"unknown setting {key!r} in [{table or 'the file'}]", where=file, remedy=remedy)


def _remedy(key: str) -> str:
    hint = dict(all_keys()).get(key, "")
    return f"It takes {hint}." if hint else "See config/bench.toml for what it takes."


def all_keys() -> Iterator[tuple[str, str]]:
    """Each setting as ``table.key`` and, in words, what it takes."""
    hints = get_type_hints(Settings, include_extras=True)
    for table in fields(Settings):
        struct = _struct_in(hints[table.name])
        for name, hint in get_type_hints(struct, include_extras=True).items():
            yield f"{table.encode_name}.{name}", _in_words(hint)


def _struct_in(hint: object) -> type[Struct]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        return hint
    return _struct_in(get_args(hint)[0])


def _in_words(hint: object) -> str:
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(repr(value) for value in get_args(hint))
    if hint is bool:
        return "true or false"
    kind, *metas = get_args(hint)
    meta = metas[0]
    if kind is int:
        return f"a whole number from {meta.ge} to {meta.le}"
    if get_origin(kind) is tuple:
        return f"a list of at most {meta.max_length}"
    return meta.description or f"text of at most {meta.max_length} characters"
