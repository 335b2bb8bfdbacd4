"""The screen as a value: what a packer sees, hears and may do, worked out from the job. Pure; no Qt.

``present`` is the only place that puts a job into words; widgets and the windowless bench only show the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from station.packing.effects import Tone
from station.packing.questions import Prompt
from station.ui.words import Words as Words
from station.ui.words import same

NO_WORDS: Final = same("")


class Stage(StrEnum):
    IDLE = "idle"
    PACKING = "packing"
    WEIGHING = "weighing"
    PROMPTING = "prompting"
    PRINTING = "printing"
    LABELLING = "labelling"
    SEALED = "sealed"
    STOPPED = "stopped"


class Verdict(StrEnum):
    OK = "ok"
    STOP = "stop"
    ATTENTION = "attention"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    sku: str
    name: Words
    variant: str
    needed: int
    packed: int
    picture: str
    by_hand: bool = False
    gift: bool = False
    order: str = ""  # whose line it is, where several orders share the waybill


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanView:
    """A row of the scan log."""

    at_us: int
    ok: bool
    what: Words
    code: str
    late: bool = False  # came while the bench was stopped: not what stopped it


@dataclass(frozen=True, slots=True, kw_only=True)
class Versus:
    """Scanned against wanted, on a stop."""

    scanned: Words
    scanned_variant: str
    scanned_code: str
    scanned_picture: str
    wanted: Words
    wanted_variant: str
    wanted_code: str
    wanted_picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One aspect of the open order in both versions, on a stop."""

    what: Words
    aspect: str
    of: Words  # the goods, of a quantity
    before: Words
    after: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationView:
    name: Words
    units: int
    weight_mg: int
    picture: str
    sku: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A slip, card or extra label of the parcel; ``state`` as the windowless bench tells it."""

    name: str
    printer: str
    state: str


class WitnessState(StrEnum):
    AWAITS = "awaits"
    AGREES = "agrees"
    QUIET = "quiet"  # the scale cannot tell


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessView:
    """The scale's side of the box while it is packed: what lies on the pan, and what should."""

    state: WitnessState
    words: Words
    weight_mg: int | None = None
    expected_mg: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandView:
    """One of the six command buttons. ``code`` is what its barcode carries."""

    command: str
    words: Words
    key: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    stage: Stage
    verdict: Verdict
    headline: Words
    detail: Words
    reason: str | None = None
    steps: tuple[Words, ...] = ()
    order: str | None = None
    part: int = 0  # the how-many-th parcel of its order; 0: the only one, as far as anybody knows
    joined: int = 0  # orders in this parcel; 0: just the one
    gift: bool = False
    service: Words = NO_WORDS
    note: str = ""  # buyer's message, verbatim
    note_read: bool = False
    deadline_us: int | None = None
    lines: tuple[LineView, ...] = ()
    next_line: int | None = None
    weight_mg: int | None = None
    expected_mg: tuple[int, int] | None = None
    zeroed: bool = True  # the pan was empty since the last parcel
    explanations: tuple[ExplanationView, ...] = ()
    witness: WitnessView | None = None
    waybill: str | None = None
    label: str | None = None  # requested, sent, printed, confirmed, unknown, void
    label_picture: str | None = None  # media file of the exact bitmap
    root: str = ""  # first characters, as on paper
    papers: tuple[PaperView, ...] = ()
    prompt: Prompt | None = None
    versus: Versus | None = None
    changes: tuple[ChangeView, ...] = ()
    clear_code: str = ""
    scans: tuple[ScanView, ...] = ()
    commands: tuple[CommandView, ...] = ()
    tone: Tone | None = None
    locked: tuple[Words, ...] = ()  # who may unlock the bench, and what becomes of its parcel
    pin_of: str = ""  # pseudonym of whom a PIN is asked
    pin_words: Words | None = None
    packer: str = ""
    packer_id: str = ""  # the pseudonym
    photos: int | None = None  # of this parcel; None at a bench without cameras
    refused: int = 0
    opened_us: int | None = None
    starts: bool = False  # nothing is known yet, and no scan is taken
