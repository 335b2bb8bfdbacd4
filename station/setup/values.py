"""What set-up is made of: steps, questions, inputs and effects. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from station.setup.code_faults import HeardCode
from station.setup.proof import Programs
from station.ui.screen import Verdict, Words


class Step(StrEnum):
    LANGUAGE = "language"
    BENCH = "bench"
    SCANNER = "scanner"
    PRINTER = "printer"
    SCALE = "scale"
    CAMERA = "camera"
    COMMANDS = "commands"
    PRACTICE = "practice"
    FINISH = "finish"


STEPS: Final = tuple(Step)
WITHOUT_HARDWARE: Final = (Step.LANGUAGE, Step.BENCH, Step.FINISH)
"""Steps that touch no device, where "no hardware" would mean nothing."""


class Ended(StrEnum):
    PASSED = "passed"
    SKIPPED = "skipped"
    NO_HARDWARE = "no_hardware"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a step ended. ``facts`` are lines for the report, raw evidence among them."""

    ended: Ended
    at_us: int
    facts: tuple[str, ...] = ()


NOTHING: Final = Words(zh="", en="")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceWish:
    """One ``[[device]]`` as it shall stand in ``bench.toml``; empty values are left as they are."""

    kind: str
    name: str
    link: str
    speaks: str = ""
    media: str = ""
    dpi: int = 0
    profile: str = ""
    suffix: str = ""
    prefix: str = ""
    unit: str = ""
    photos_only: bool = False  # a camera that does not film


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What ``bench.toml`` shall say; empty values are left as they are."""

    language: str = ""
    theme: str = ""
    bench: str = ""
    orderbook: str = ""
    video_days: int = 0
    budget_gb: int = 0
    devices: tuple[DeviceWish, ...] = ()

    def device(self, kind: str) -> DeviceWish | None:
        return next((one for one in self.devices if one.kind == kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Make:
    """One file of ``config/scanners``, by its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language that a translator's file is there for; ``name`` as those call it who speak it."""

    short: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is so before set-up begins: the settings in force, and what this program knows."""

    language: str = "zh"
    theme: str = "light"
    bench: str = "B01"
    orderbook: str = "sqlite:///orders.db"
    video_days: int = 60
    budget_gb: int = 200
    devices: tuple[DeviceWish, ...] = ()
    profiles: tuple[tuple[str, str], ...] = ()  # of config/printers: id, name
    makes: tuple[Make, ...] = ()
    languages: tuple[Tongue, ...] = ()  # beside Chinese and English

    def device(self, kind: str) -> DeviceWish | None:
        return next((one for one in self.devices if one.kind == kind), None)


# Questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    key: str
    words: Words
    note: str = ""  # an address, a port


class Takes(StrEnum):
    CHOICE = "choice"
    TEXT = "text"  # choices stand beside it as suggestions
    CODE = "code"  # the scanner under test, or its keys
    WAIT = "wait"  # something is under way


class PictureKind(StrEnum):
    CODE128 = "code128"
    QR = "qr"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePicture:
    """To be shown large. ``caption`` says what it is."""

    kind: PictureKind
    text: str
    caption: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    words: Words
    takes: Takes = Takes.CHOICE
    choices: tuple[Choice, ...] = ()
    help: Words | None = None
    pictures: tuple[CodePicture, ...] = ()
    notes: tuple[tuple[Words, str], ...] = ()  # what, and where it is written
    figure: str = ""  # to be read from afar: the live weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of the last input."""

    verdict: Verdict
    words: Words
    way: Words | None = None  # what to do about it


# Inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The key of a choice, or a text."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeHeard:
    heard: HeardCode


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLink:
    link: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuned:
    """What an earlier set-up found of a printer: against its kind's own profile, named ``profile``."""

    profile: str
    right_mm: float = 0.0
    down_mm: float = 0.0
    darker: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksFound:
    links: tuple[FoundLink, ...]
    tuned: tuple[Tuned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookTried:
    """``trouble`` empty: it answered. Times are of one round trip and of the server's clock against ours."""

    trouble: str = ""
    round_trip_ms: float = 0.0
    clock_off_ms: float | None = None
    server: str = ""
    bench_taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPrinted:
    """``state``: printed, unknown, not_sent. ``code`` stands on the label."""

    state: str
    cause: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleFound:
    """``speaks`` may be several that read the same bytes, the likeliest first; none: ``why``."""

    speaks: tuple[str, ...]
    link: str
    needs_unit: bool = False
    why: Words = NOTHING
    heard: str = ""  # raw, as hex


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    weight_mg: int | None
    stable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureTaken:
    """``file`` empty: there is none, and ``trouble`` says why."""

    file: str = ""
    width: int = 0
    height: int = 0
    free_gb: int = 0  # of the disk that pictures go to
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundPlayed:
    """``can`` is False where the machine has no sound at all; whether it was heard, a person says."""

    can: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWritten:
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """One look at the practice parcel. ``code`` is what to scan next; ``sealed`` ends it."""

    words: Words
    verdict: Verdict = Verdict.INFO
    code: str = ""
    busy: bool = False  # an answer or a label is under way
    sealed: bool = False
    waybill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    sentence: str


Input: TypeAlias = (
    Answered
    | CodeHeard
    | LinksFound
    | BookTried
    | TrialPrinted
    | ScaleFound
    | Weighed
    | PictureTaken
    | SoundPlayed
    | FileWritten
    | Practised
    | Failed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammingCode:
    """A make's programming code: a picture to scan, or where its manual has it."""

    programs: Programs
    pictures: tuple[CodePicture, ...] = ()
    source: str = ""
    see: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Programming codes by make."""

    makes: Mapping[str, tuple[ProgrammingCode, ...]] = field(default_factory=lambda: MappingProxyType({}))


def say(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)
