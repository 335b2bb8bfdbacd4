"""What a channel takes (``config/channels/*.toml``), read strictly. Making files for it is ``channel_pack``'s.

A file of the home's folder ``channels`` takes the place of the shipped one of the same name; a new name adds a channel.
Every figure says where it is from, or that nobody has confirmed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble, UsageTrouble
from station.home import Home
from station.orders.dispute_kinds import ATTACHED, Proof

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
    PAPERS = "papers"  # what somebody attached to the dispute: chats, invoices, certificates


class Format(StrEnum):
    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    TXT = "txt"
    ZIP = "zip"


class Way(StrEnum):
    """How papers go in."""

    FILES = "files"  # each a file of its own
    BY_KIND = "by_kind"  # one file for all of a kind
    IN_REPORT = "in_report"  # behind the report's own pages


class Formats(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    take: Annotated[tuple[Format, ...], Meta(min_length=1, max_length=5)]
    confirmed: bool
    source: Source
    as_of: date | None = None


class Figure(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``as_of``: when the source was written, or read where it bears no date."""

    most: Annotated[int, Meta(ge=1, le=2**31)]
    confirmed: bool
    source: Source
    as_of: date | None = None


class Papers(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which kinds are taken, what matters most first, and how many files of them."""

    kinds: Annotated[tuple[Proof, ...], Meta(min_length=1, max_length=20)]
    most: Annotated[int, Meta(ge=1, le=50)]
    way: Way = Way.FILES
    confirmed: bool
    source: Source
    as_of: date | None = None


class Once(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``yes``: what is sent once cannot be added to."""

    yes: bool
    confirmed: bool
    source: Source
    as_of: date | None = None


class Channel(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A figure that is not there is no limit that anybody knows. ``files`` and bytes do not count the text.

    ``answers``: words by which a dispute's own channel is known as this one; ``platforms``: of orders whose disputes it
    answers where nobody said a channel. ``answer_hours``: what it gives to answer, to compare with the notice.
    """

    zh: Words
    en: Words
    makes: Annotated[tuple[Make, ...], Meta(min_length=1, max_length=6)]
    formats: Formats
    language: str = "zh"
    answers: tuple[Words, ...] = ()
    platforms: tuple[Words, ...] = ()
    file_bytes: Figure | None = None
    total_bytes: Figure | None = None
    files: Figure | None = None
    pages: Figure | None = None
    characters: Figure | None = None
    once: Once | None = None
    papers: Papers | None = None
    answer_hours: Figure | None = None

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


def load_channels(config: Path, home: Home) -> dict[str, Channel]:
    """Every one, by name. Raises as ``read_channel`` does."""
    return {name: read_channel(file) for name, file in channel_files(config, home).items()}


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


_NEEDS: Mapping[Make, Format | None] = {
    Make.BUNDLE: Format.ZIP,
    Make.REPORT: Format.PDF,
    Make.PAGES: Format.JPG,
    Make.SHEET: Format.JPG,
    Make.PICTURES: Format.JPG,
    Make.TEXT: Format.TXT,
    Make.PAPERS: None,
}


def _refuse_contradictions(read: Channel, file: Path) -> None:
    lacking = [make for make in read.makes if (need := _NEEDS[make]) is not None and need not in read.formats.take]
    wrong = ""
    if lacking:
        wrong = f"{lacking[0]} is made as {_NEEDS[lacking[0]]}, which formats.take does not name"
    elif read.language not in ("zh", "en"):
        wrong = f"the language is {read.language[:20]!r}, and only zh and en are written"
    elif Make.TEXT in read.makes and read.characters is None:
        wrong = "a text is made, and characters does not say how long it may be"
    elif Make.BUNDLE in read.makes and len(read.makes) > 1:
        wrong = "the bundle has everything in it; nothing else is made beside it"
    else:
        wrong = _wrong_papers(read)
    if wrong:
        raise SettingsTrouble(wrong, where=str(file), remedy=_REMEDY)


def _wrong_papers(read: Channel) -> str:
    """Papers that have no place, or no kind that anybody can attach."""
    if read.papers is None:
        return "papers are made, and [papers] does not say which" if Make.PAPERS in read.makes else ""
    strange = [kind for kind in read.papers.kinds if kind not in ATTACHED]
    if strange:
        return f"papers.kinds: {strange[0]} is no paper that is attached"
    place = Make.REPORT if read.papers.way is Way.IN_REPORT else Make.PAPERS
    if place not in read.makes:
        return f"papers.way is {read.papers.way}, and makes does not name {place}"
    if read.papers.way is not Way.FILES and Format.PDF not in read.formats.take:
        return f"papers.way is {read.papers.way}, which needs pdf in formats.take"
    if not {Format.PDF, Format.JPG} & set(read.formats.take):
        return "papers are made as pdf or jpg, and formats.take names neither"
    return ""
