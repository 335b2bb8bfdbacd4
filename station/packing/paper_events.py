"""What is recorded of papers that go with a parcel: slips, cards, extra labels. A waybill is none of them.

As in ``events``: past tense, values, and a kind once shipped is only added to. Each names its order itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from station.packing.inputs import MediaFile, PrintState
from station.packing.model import JobId, OrderNo


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAsk:
    """One paper, as a rule of the bench's settings asks for it."""

    job: JobId
    name: str  # as people call it
    template: str
    printer: str
    line: int | None = None  # of the order, when it is about one line's goods
    times: int = 1


class PaperState(StrEnum):
    """Where a paper is; ``REQUESTED`` is drawn and not sent."""

    ASKED = "asked"
    REQUESTED = "requested"
    SENT = "sent"
    PRINTED = "printed"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper that goes with a parcel. ``cause`` is a printer's word, of a failed one a sentence."""

    job: JobId
    name: str
    printer: str
    order: OrderNo
    state: PaperState = PaperState.ASKED
    cause: str = ""
    cause_zh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersAsked:
    """The parcel's papers are wanted; ``again`` by a person who has seen that some did not come out."""

    order: OrderNo
    papers: tuple[PaperAsk, ...]
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequested:
    """Drawn and on disk with these exact bytes, before the first one leaves."""

    order: OrderNo
    job: JobId
    printer: str
    media: tuple[MediaFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReported:
    """What its printer says of it; ``cause`` as of a label's."""

    order: OrderNo
    job: JobId
    state: PrintState
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFailed:
    """It cannot be printed as it stands; the parcel goes on without it."""

    order: OrderNo
    job: JobId
    zh: str
    en: str


OfPapers: TypeAlias = PapersAsked | PaperRequested | PaperReported | PaperFailed
"""Each belongs to the order it names: a paper's last word may come while another order is open."""
