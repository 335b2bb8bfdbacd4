"""Where in a step set-up stands: one value a step. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from station.setup.code_faults import Judgement
from station.setup.effects import Effect
from station.setup.values import (
    BookTried,
    Catalogue,
    DeviceWish,
    Ended,
    FoundLink,
    Outcome,
    PictureTaken,
    Practised,
    ScaleFound,
    Step,
    Surroundings,
    Told,
    TrialPrinted,
    Tuned,
    Wish,
)


class LanguageAsks(StrEnum):
    LANGUAGE = "language"
    THEME = "theme"
    SOUND = "sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageStage:
    asks: LanguageAsks = LanguageAsks.LANGUAGE
    has_sound: bool = True


class BenchAsks(StrEnum):
    NAME = "name"
    BOOK = "book"
    ADDRESS = "address"
    TRYING = "trying"
    TRIED = "tried"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchStage:
    asks: BenchAsks = BenchAsks.NAME
    name: str = ""
    address: str = ""
    tried: BookTried | None = None


class ScannerAsks(StrEnum):
    LOOKING = "looking"
    LINK = "link"
    ADDRESS = "address"
    PROOF = "proof"
    MAKE = "make"
    CODES = "codes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerStage:
    asks: ScannerAsks = ScannerAsks.LOOKING
    links: tuple[FoundLink, ...] = ()
    link: str = ""  # "keyboard": it types into the window
    clean: int = 0
    suffix: str = ""
    judgement: Judgement | None = None
    make: str = ""
    heard: tuple[str, ...] = ()  # raw, for the report


class PrinterAsks(StrEnum):
    LOOKING = "looking"
    LINK = "link"
    ADDRESS = "address"
    PROFILE = "profile"
    MEDIA = "media"
    READY = "ready"
    PRINTING = "printing"
    CUT_OFF = "cut_off"
    HOW_MUCH = "how_much"
    DARKNESS = "darkness"
    SCAN_BACK = "scan_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterStage:
    asks: PrinterAsks = PrinterAsks.LOOKING
    links: tuple[FoundLink, ...] = ()
    tuned: tuple[Tuned, ...] = ()
    wish: DeviceWish | None = None
    side: str = ""
    right_mm: float = 0.0
    down_mm: float = 0.0
    darker: int = 0
    printed: TrialPrinted | None = None
    trials: int = 0


class ScaleAsks(StrEnum):
    LOOKING = "looking"
    LINK = "link"
    ADDRESS = "address"
    MAY_ASK = "may_ask"
    FINDING = "finding"
    NOT_FOUND = "not_found"
    WHICH = "which"
    UNIT = "unit"
    EMPTY = "empty"
    MASS = "mass"
    ON = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStage:
    asks: ScaleAsks = ScaleAsks.LOOKING
    links: tuple[FoundLink, ...] = ()
    link: str = ""
    found: ScaleFound | None = None
    wish: DeviceWish | None = None
    weight_mg: int | None = None
    stable: bool = False
    zero_mg: int = 0
    mass_mg: int = 0


class CameraAsks(StrEnum):
    LOOKING = "looking"
    LINK = "link"
    ADDRESS = "address"
    TAKING = "taking"
    LOOK = "look"
    VIDEO = "video"
    PARCELS = "parcels"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraStage:
    asks: CameraAsks = CameraAsks.LOOKING
    links: tuple[FoundLink, ...] = ()
    link: str = ""
    picture: PictureTaken | None = None
    photos_only: bool = False
    parcels: int = 0


class CommandsAsks(StrEnum):
    WRITING = "writing"
    SCAN = "scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandsStage:
    asks: CommandsAsks = CommandsAsks.WRITING
    file: str = ""


class PracticeAsks(StrEnum):
    START = "start"
    PACKING = "packing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeStage:
    asks: PracticeAsks = PracticeAsks.START
    seen: Practised | None = None


class FinishAsks(StrEnum):
    WRITE = "write"
    WRITING = "writing"
    REPORT = "report"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishStage:
    asks: FinishAsks = FinishAsks.WRITE
    file: str = ""
    report: str = ""


Stage: TypeAlias = (
    LanguageStage
    | BenchStage
    | ScannerStage
    | PrinterStage
    | ScaleStage
    | CameraStage
    | CommandsStage
    | PracticeStage
    | FinishStage
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """All that is known of one set-up. ``only``: one step was asked for, what follows is its writing."""

    step: Step
    stage: Stage
    around: Surroundings
    wish: Wish = field(default_factory=Wish)
    outcomes: Mapping[Step, Outcome] = field(default_factory=lambda: MappingProxyType({}))
    catalogue: Catalogue = field(default_factory=Catalogue)
    told: Told | None = None
    only: bool = False
    over: bool = False

    @property
    def language(self) -> str:
        return self.wish.language or self.around.language

    def device(self, kind: str) -> DeviceWish | None:
        """As wished, else as it stands in bench.toml already."""
        return self.wish.device(kind) or self.around.device(kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one input comes to. ``ended`` closes the step with ``facts``; ``wish`` is the new one, if it changed."""

    stage: Stage
    effects: tuple[Effect, ...] = ()
    told: Told | None = None
    ended: Ended | None = None
    facts: tuple[str, ...] = ()
    wish: Wish | None = None
