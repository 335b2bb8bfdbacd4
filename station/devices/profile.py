"""Printer profiles: what one model of printer speaks, how wide it prints and how it is set. TOML in, frozen values out.

Shipped ones are ``config/printers/*.toml``; a home may have its own in ``printers/``. A mistake is one sentence that
names file and key, and nothing is printed with half a profile.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Protocol

import msgspec
from msgspec import Meta, Struct

from station.devices.dialect import Limits, PrinterLanguage, Sensing, Setup, dots_per_mm
from station.devices.printer import Asks
from station.errors import SettingsTrouble
from station.registry import find, known

FILE_BYTES_MAX: Final = 100_000
Millimetres = Annotated[float, Meta(ge=0, le=1_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """A ``[[device]]`` of kind printer with its profile read in."""

    speaks: str
    dpi: int
    setup: Setup
    asks: Asks
    language: PrinterLanguage
    reprints: bool | None = None  # whether it prints a stopped label again by itself; None: as its language says

    def encode(self, bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1) -> bytes:
        """The language's bytes for this printer; a picture that its head cannot print is refused."""
        refuse_too_wide(self.setup, width_dots)
        return self.language.encode(bitmap, width_dots, height_dots, copies=copies, setup=self.setup)


class Described(Protocol):
    """What of a ``[[device]]`` is needed here."""

    @property
    def name(self) -> str: ...
    @property
    def speaks(self) -> str: ...
    @property
    def dpi(self) -> int: ...
    @property
    def profile(self) -> str: ...


def equipment(described: Described) -> Equipment:
    """What the device speaks and how it is set. ``described.profile`` is a file's path, or empty."""
    if not described.profile:
        language = _language(described.speaks, where=f"device {described.name!r}")
        setup = Setup(dpi=described.dpi)
        return Equipment(speaks=described.speaks, dpi=described.dpi, setup=setup, asks=Asks.LANGUAGE, language=language)
    found = load(Path(described.profile))
    if described.speaks not in ("", found.speaks):
        raise SettingsTrouble(
            f"device {described.name!r} speaks {described.speaks!r}, its profile {found.speaks!r}",
            where=described.profile,
            remedy="Leave speaks out, or choose another profile.",
        )
    return found


def load(path: Path) -> Equipment:
    """The profile in a file."""
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise SettingsTrouble("the file is too large for a printer profile", where=str(path))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = "the profile is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"cannot read: {error.strerror}"
        raise SettingsTrouble(what, where=str(path), remedy="Save it as readable UTF-8 text.") from error
    return read(text, file=str(path))


def read(text: str, *, file: str) -> Equipment:
    """The profile in a TOML text; ``file`` is only named in what a person is told."""
    try:
        profile = msgspec.convert(tomllib.loads(text), _Profile)
    except tomllib.TOMLDecodeError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=file, remedy="Mend that line.") from error
    except msgspec.ValidationError as error:
        raise _refusal(str(error), file) from error
    language = _language(profile.speaks, where=file)
    _refuse_beyond(profile, language.LIMITS, file)
    setup = _setup(profile)
    return Equipment(
        speaks=profile.speaks,
        dpi=profile.dpi,
        setup=setup,
        asks=Asks(profile.status),
        language=language,
        reprints=profile.reprints,
    )


def refuse_too_wide(setup: Setup, width_dots: int) -> None:
    """A head prints no dot beyond its own: the rest of the label would be lost without a word."""
    if too_wide(setup, width_dots):
        raise SettingsTrouble(
            f"the label is {width_dots} dots wide, the print head {setup.head_dots}",
            remedy="Choose a narrower template or a wider printer.",
        )


def too_wide(setup: Setup, width_dots: int) -> bool:
    return setup.head_dots is not None and setup.right_dots + width_dots > setup.head_dots


class _Profile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file; ``config/printers/zpl-4in-203.toml`` explains every key."""

    name: Annotated[str, Meta(min_length=1, max_length=100)]
    speaks: Annotated[str, Meta(min_length=1, max_length=64)]
    dpi: Annotated[int, Meta(ge=150, le=1_200)]
    width_mm: Millimetres
    sensing: Literal["gap", "mark", "continuous"] | None = None
    gap_mm: Annotated[float, Meta(ge=0, le=50)] = 3.0
    speed: Annotated[float, Meta(ge=0, le=100)] | None = None
    darkness: Annotated[int, Meta(ge=0, le=100)] | None = None
    right_mm: Millimetres = 0.0
    down_mm: Millimetres = 0.0
    cutter: bool = False
    feed_mm: Millimetres = 0.0
    band_dots: Annotated[int, Meta(ge=8, le=255)] = 128
    black: Literal[0, 1] | None = None
    compact: bool = True
    status: Literal["language", "port", "nobody"] = "language"
    reprints: bool | None = None
    paper_mm: Annotated[str, Meta(pattern=r"^[1-9][0-9]{1,2}x[1-9][0-9]{1,2}\Z")] | None = None


def _setup(profile: _Profile) -> Setup:
    per_mm = dots_per_mm(profile.dpi)
    paper = None if profile.paper_mm is None else profile.paper_mm.split("x")
    return Setup(
        dpi=profile.dpi,
        head_dots=int(profile.width_mm * per_mm) or None,
        sensing=None if profile.sensing is None else Sensing(profile.sensing),
        gap_dmm=round(profile.gap_mm * 10),
        speed=None if profile.speed is None else f"{profile.speed:g}",
        darkness=profile.darkness,
        right_dots=round(profile.right_mm * per_mm),
        down_dots=round(profile.down_mm * per_mm),
        cutter=profile.cutter,
        feed_dots=round(profile.feed_mm * per_mm),
        band_dots=profile.band_dots,
        black=profile.black,
        compact=profile.compact,
        paper_mm=None if paper is None else (int(paper[0]), int(paper[1])),
    )


def _language(speaks: str, *, where: str) -> PrinterLanguage:
    if speaks not in known("printer"):
        raise SettingsTrouble(
            f"no printer speaks {speaks!r}", where=where, remedy=f"Known: {', '.join(known('printer'))}."
        )
    language: Any = find("printer", speaks)
    checked: PrinterLanguage = language
    return checked


def _refuse_beyond(profile: _Profile, limits: Limits, file: str) -> None:
    for key, value, span in (
        ("darkness", profile.darkness, limits.darkness),
        ("speed", profile.speed, limits.speed),
    ):
        if value is None:
            continue
        if span is None:
            raise SettingsTrouble(f"{key}: {profile.speaks} has no word for it", where=file, remedy="Leave it out.")
        if not span[0] <= value <= span[1]:
            raise SettingsTrouble(
                f"{key}: {value:g} is not from {span[0]:g} to {span[1]:g} in {profile.speaks}", where=file
            )


def _refusal(message: str, file: str) -> SettingsTrouble:
    """One sentence out of msgspec's ``Expected `int`, got `str` - at `$.dpi` ``."""
    what, _, path = message.replace("`", "").partition(" - at ")
    unknown = re.search(r"contains unknown field (.*)", what)
    if unknown:
        names = ", ".join(_Profile.__struct_fields__)
        return SettingsTrouble(f"unknown key {unknown[1]!r}", where=file, remedy=f"Known here: {names}.")
    missing = re.search(r"missing required field (.*)", what)
    if missing:
        return SettingsTrouble(f"{missing[1]}: this key is missing", where=file, remedy="Every profile needs it.")
    if "matching regex" in what:
        what = "it is written like '210x297'"
    return SettingsTrouble(f"{path.removeprefix('$.')}: {what}", where=file, remedy="Mend that value.")
