"""What a channel takes (``config/channels/*.toml``), read strictly. Making files for it is ``channel_pack``'s.

A file of the home's folder ``channels`` takes the place of the shipped one of the same name; a new name adds a channel.
Every figure says where it is from, or that nobody has confirmed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble, UsageTrouble
from station.home import Home

FOLDER = "channels"
FILE_BYTES_MAX = 100_000
CHANNELS_MAX = 200
_REMEDY = 'docs/evidence.md, "What the channels take", says what each key means.'

Words = Annotated[str, Meta(min_length=1, max_length=100)]
Source = Annotated[str, Meta(min_length=1, max_length=500)]


class Make(StrEnum):
    """What can be made for a channel."""

    BUNDLE = "bundle"  # the whole verifiable bundle
    REPORT = "report"  # one PDF
    PAGES = "pages"  # the report's facts as pictures, where no PDF is taken
    SHEET = "sheet"  # contact sheets of stamped pictures, in place of video
    PICTURES = "pictures"  # photos and the label
    TEXT = "text"  # the facts in so many characters


class Format(StrEnum):
    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    TXT = "txt"
    ZIP = "zip"


class Formats(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    take: Annotated[tuple[Format, ...], Meta(min_length=1, max_length=5)]
    confirmed: bool
    source: Source


class Figure(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    most: Annotated[int, Meta(ge=1, le=2**31)]
    confirmed: bool
    source: Source


class Once(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``yes``: what is sent once cannot be added to."""

    yes: bool
    confirmed: bool
    source: Source


class Channel(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A figure that is not there is no limit that anybody knows. ``files`` and bytes do not count the text."""

    zh: Words
    en: Words
    makes: Annotated[tuple[Make, ...], Meta(min_length=1, max_length=5)]
    formats: Formats
    language: str = "zh"
    file_bytes: Figure | None = None
    total_bytes: Figure | None = None
    files: Figure | None = None
    pages: Figure | None = None
    characters: Figure | None = None
    once: Once | None = None

    def limits(self) -> Iterator[tuple[str, Figure]]:
        names = ("file_bytes", "total_bytes", "files", "pages", "characters")
        return ((name, figure) for name in names if (figure := getattr(self, name)) is not None)

    @property
    def takes_one_submission(self) -> bool:
        return self.once is not None and self.once.yes


def channel_files(config: Path, home: Home) -> dict[str, Path]:
    """By name."""
    found: dict[str, Path] = {}
    for folder in (config / FOLDER, home.root / FOLDER):
        found |= {file.stem: file for file in sorted(folder.glob("*.toml"))[:CHANNELS_MAX]}
    return dict(sorted(found.items()))


def load_channel(name: str, config: Path, home: Home) -> Channel:
    """Raises:
    UsageTrouble: no channel is called so.
    SettingsTrouble: its file cannot be read, or contradicts itself.
    """
    files = channel_files(config, home)
    if name not in files:
        near = get_close_matches(name, files, n=1)
        remedy = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(files)}."
        raise UsageTrouble(f"no channel is called {name[:40]!r}", remedy=remedy)
    return read_channel(files[name])


def read_channel(file: Path) -> Channel:
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise SettingsTrouble("the file is too large", where=str(file), remedy="A channel needs a kilobyte.")
        read = msgspec.toml.decode(file.read_bytes(), type=Channel)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at ")
        key = path.strip("`").removeprefix("$").removeprefix(".")
        raise SettingsTrouble(f"{key or 'the file'}: {what}", where=str(file), remedy=_REMEDY) from error
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsTrouble(f"this settings file cannot be read: {error}", where=str(file), remedy=_REMEDY) from error
    _refuse_contradictions(read, file)
    return read


_NEEDS = {
    Make.BUNDLE: Format.ZIP,
    Make.REPORT: Format.PDF,
    Make.PAGES: Format.JPG,
    Make.SHEET: Format.JPG,
    Make.PICTURES: Format.JPG,
    Make.TEXT: Format.TXT,
}


def _refuse_contradictions(read: Channel, file: Path) -> None:
    lacking = [make for make in read.makes if _NEEDS[make] not in read.formats.take]
    wrong = ""
    if lacking:
        wrong = f"{lacking[0]} is made as {_NEEDS[lacking[0]]}, which formats.take does not name"
    elif read.language not in ("zh", "en"):
        wrong = f"the language is {read.language[:20]!r}, and only zh and en are written"
    elif Make.TEXT in read.makes and read.characters is None:
        wrong = "a text is made, and characters does not say how long it may be"
    elif Make.BUNDLE in read.makes and len(read.makes) > 1:
        wrong = "the bundle has everything in it; nothing else is made beside it"
    if wrong:
        raise SettingsTrouble(wrong, where=str(file), remedy=_REMEDY)
