"""What a dialect is: the shapes that scanner, scale and printer files take. Pure; no link, no Qt, no clock.

A dialect turns bytes, cut anywhere, into values and never raises on noise; ``station.registry`` finds it by its
file name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from station.packing.inputs import ScaleFault, ScanFault


@dataclass(frozen=True, slots=True, kw_only=True)
class RawScan:
    """One whole code as the scanner sent it: text with its GS separators (1Dh), AIM id apart (``]C1``) or empty."""

    text: str
    aim: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadScan:
    """A read that may not be used at all. ``text`` is what could be shown of it, never to be looked up."""

    fault: ScanFault
    text: str = ""


class ScannerDialect(Protocol):
    """``suffix`` ends a code and ``prefix`` may stand before it, as the scanner is programmed."""

    def __init__(self, *, suffix: bytes = b"", prefix: bytes = b"") -> None: ...

    def feed(self, data: bytes) -> list[RawScan | BadScan]: ...

    def gap(self) -> list[RawScan | BadScan]:
        """Nothing came for a while: what waits without its suffix is dropped and reported, never a code."""
        ...

    @property
    def waiting(self) -> bool:
        """Whether ``gap`` should be called when the line stays quiet."""
        ...

    def reset(self) -> None:
        """The link is new; nothing of before belongs to what comes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleFrame:
    """One whole answer of a scale. ``weight_mg`` is exact, or None when the frame carries no weight to be used."""

    weight_mg: int | None
    stable: bool
    fault: ScaleFault | None = None
    unit: str = ""  # as the scale wrote it
    step_mg: int = 0  # worth of the last digit shown (the scale's d); 0 when there is no weight


class ScaleDialect(Protocol):
    """``ask`` is sent every ``interval_ms``; ``zero`` is sent on a person's wish. Neither changes a setting."""

    ask: bytes
    interval_ms: int
    zero: bytes

    def feed(self, data: bytes) -> list[ScaleFrame]: ...

    def reset(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterStatus:
    """One status answer. ``ready`` needs a whole answer without a fault; silence and halves never give it.

    An answer that tells faults but no counts (``~HQES``) is not ``ready`` either way; without a fault it says nothing.
    """

    words: frozenset[str]  # ready, paper_out, head_open, paused, ribbon_out, buffer_full, hot, busy …
    ready: bool
    formats_waiting: int
    labels_remaining: int
    partial: bool  # a format has begun and not ended

    @property
    def cause(self) -> str:
        """The word to show first, or empty when nothing is wrong."""
        faults = self.words - NOT_FAULTS
        for word in URGENCY:
            if word in faults:
                return word
        return min(faults, default="")

    @property
    def at_rest(self) -> bool:
        """Everything received has been printed."""
        return self.ready and not (self.formats_waiting or self.labels_remaining or self.partial)


NOT_FAULTS = frozenset({"ready", "busy", "paper_low", "calibrate_media", "clean_head", "replace_head", "warning"})
URGENCY = ("head_open", "paper_out", "ribbon_out", "hot", "paused")


class StatusReader(Protocol):
    """Answers split at any byte, doubled, or with leftovers before them."""

    def feed(self, data: bytes) -> list[PrinterStatus]: ...


class PrinterLanguage(Protocol):
    """A printer language is a module: these names stand at its top. A bitmap is packed MSB first, 1 = black."""

    @property
    def speaks(self) -> str: ...

    def encode(self, bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1) -> bytes: ...

    def ready_request(self) -> bytes:
        """What to send to be told the status; safe at any moment, even inside a job."""
        ...

    def StatusReader(self) -> StatusReader: ...  # a class is called like a function


ScanExample: TypeAlias = tuple[bytes, tuple[RawScan | BadScan, ...], str]  # bytes, meaning, where the manual says so
ScaleExample: TypeAlias = tuple[bytes, tuple[ScaleFrame, ...], str]
