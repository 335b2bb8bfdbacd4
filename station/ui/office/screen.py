"""What the office window shows, as values: the rail of pages, a head, a field, tables and panes, six commands. Pure.

Every page of the office is made of these and of nothing else, so that all look and behave alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias

from PySide6.QtGui import QImage

from station.ui.screen import CommandView, Verdict
from station.ui.widgets.marks import Mark
from station.ui.words import Words

NOTHING: Final = Words(zh="", en="")


class Page(StrEnum):
    """In the order of the rail: the first nine have Ctrl and their number, the last F1."""

    TODAY = "today"
    ORDERS = "orders"
    IMPORT = "import"
    DISPUTES = "disputes"
    LABELS = "labels"
    PEOPLE = "people"
    SETTINGS = "settings"
    DEVICES = "devices"
    SETUP = "setup"
    HELP = "help"


class Tone(StrEnum):
    PLAIN = "plain"
    QUIET = "quiet"
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """``code``: a number or a name of any length, whose middle may be left out."""

    words: Words
    tone: Tone = Tone.PLAIN
    bold: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    head: Words
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """The rows in view, of which the ``first`` is so many from the top; None: it is still being read."""

    name: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...] | None, ...]
    first: int = 0
    total: int = 0
    cursor: int = 0
    empty: Words = NOTHING
    empty_how: Words = NOTHING
    waiting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    words: Words
    after: Words = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A name and what it is, on one row as long as both go in."""

    name: Words
    value: Words
    tone: Tone = Tone.PLAIN
    code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    words: Words
    tone: Tone = Tone.PLAIN
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    number: int
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One point of a parcel's timeline."""

    time: str
    words: Words
    detail: Words = NOTHING
    mark: Mark | None = None
    icon: str = ""
    day: str = ""  # where a new one begins
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """``key`` says which picture it is: two of one key are the same. ``paper``: dots, on a white ground."""

    key: str
    caption: Words
    image: QImage = field(compare=False, repr=False)
    paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Side by side, as high as there is room."""

    several: tuple[Picture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One read of a device: its bytes as hex and as text, and what was understood of them, if anything yet."""

    time: str
    as_hex: str
    as_text: str
    understood: Words = NOTHING
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """A bar for each of the newest milliseconds, the newest at the right; ``slow_ms``: from there on it is felt."""

    name: Words
    took_ms: tuple[int, ...]
    slow_ms: int
    empty: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A QR code that a phone reads: ``text`` in the language that leads."""

    text: Words
    caption: Words


Block: TypeAlias = Heading | Fact | Line | Choice | Moment | Pictures | Heard | Times | Square


@dataclass(frozen=True, slots=True, kw_only=True)
class PaneView:
    """Blocks under each other; the first ``top`` are scrolled away."""

    name: Words
    blocks: tuple[Block, ...]
    top: int = 0


Part: TypeAlias = TableView | PaneView


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """The line that is typed into: to search, or to answer what is asked. ``asks``: what it is for."""

    asks: Words
    typed: str = ""
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What has happened, or what stands in the way, and what to do about it."""

    verdict: Verdict
    headline: Words
    detail: Words = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeScreen:
    """``left`` and ``right`` share the work; ``share`` is what the left has. ``own``: a page with its own view."""

    page: Page
    title: Words
    path: tuple[Words, ...] = ()
    summary: Words = NOTHING
    said: Said | None = None
    waiting: Words = NOTHING
    offline: Words = NOTHING
    field: FieldView | None = None
    left: Part | None = None
    right: PaneView | None = None
    share: float = 0.62
    commands: tuple[CommandView, ...] = ()
    hint: Words = NOTHING
    own: bool = False
    rail: tuple[Page, ...] = tuple(Page)
