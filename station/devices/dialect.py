"""What a dialect is: the shapes that scanner, scale and printer files take. Pure; no link, no Qt, no clock.

A dialect turns bytes, cut anywhere, into values and never raises on noise; ``station.registry`` finds it by its
file name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, TypeAlias

import deflate

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
    """``ask`` is sent every ``interval_ms`` (empty: the scale sends by itself), ``zero`` on a person's wish (empty:
    only the scale's own key does it). Neither changes a setting. ``unit`` is for frames that name none.
    """

    interval_ms: int
    zero: bytes

    def __init__(self, *, unit: str = "") -> None: ...

    @property
    def ask(self) -> bytes: ...

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
    mark: bool = False  # the answer to the question at a job's end: all before it is worked off, and nothing else

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
URGENCY = ("head_open", "cover_open", "paper_out", "ribbon_out", "hot", "paused")


def told(*words: str, waiting: int = 0, mark: bool = False) -> PrinterStatus:
    """A status in words; ``ready`` among them says that nothing is wrong."""
    return PrinterStatus(
        words=frozenset(words),
        ready="ready" in words,
        formats_waiting=0,
        labels_remaining=waiting,
        partial=False,
        mark=mark,
    )


class StatusReader(Protocol):
    """Answers split at any byte, doubled, or with leftovers before them."""

    def feed(self, data: bytes) -> list[PrinterStatus]: ...

    def asked(self) -> None:
        """A new question goes out: half an answer to the last one is worth nothing."""
        ...


class Confirms(StrEnum):
    """By what a printer says that a label is on paper."""

    COUNTS = "counts"  # its status tells what still waits
    MARK = "mark"  # a question at the job's end is answered only when the job is worked off
    BUSY = "busy"  # its status tells only whether it works at the moment
    NOTHING = "nothing"  # the packer has to look


class Sensing(StrEnum):
    """How a printer finds where a label begins."""

    GAP = "gap"
    MARK = "mark"
    CONTINUOUS = "continuous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What a job says of the printer before its picture. What is None stays as it is set in the printer.

    With ``sensing`` a job states the label's size and how it is found, without it neither: never half of it.
    """

    dpi: int = 203
    head_dots: int | None = None  # the widest picture
    sensing: Sensing | None = None
    gap_dmm: int = 30  # the gap between labels, or the height of the black mark
    speed: str | None = None  # as the language writes it
    darkness: int | None = None  # on the language's own scale
    right_dots: int = 0  # the picture is moved right and down by so much
    down_dots: int = 0
    cutter: bool = False
    feed_dots: int = 0  # after a label on continuous paper, to bring it to the cutter or the edge
    band_dots: int = 128  # rows of one raster command
    black: int | None = None  # the bit that prints a dot, where the printer differs from its language
    compact: bool = True  # False: for printers that cannot unpack the language's packed pictures
    paper_mm: tuple[int, int] | None = None  # an office printer's sheet; None: as large as the label


AS_IT_IS: Final = Setup()
"""Everything but the picture is left to the printer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a language can be told, with its least and most; None: nothing at all."""

    darkness: tuple[int, int] | None = None
    speed: tuple[float, float] | None = None
    width_dots: int = 32_000


class PrinterLanguage(Protocol):
    """A printer language is a module: these names stand at its top. A bitmap is packed MSB first, 1 = black.

    One whose labels cannot just follow each other in a job has ``encode_pages``, too (``pdf``).
    """

    @property
    def speaks(self) -> str: ...
    @property
    def mime(self) -> str: ...
    @property
    def confirms(self) -> Confirms: ...
    @property
    def reprints(self) -> bool:
        """Whether a label stopped by a fault is printed again by the printer itself, as the job demands it."""
        ...

    @property
    def LIMITS(self) -> Limits: ...

    def encode(
        self, bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1, setup: Setup = AS_IT_IS
    ) -> bytes: ...

    def ready_request(self) -> bytes:
        """What to send to be told the status; safe at any moment, even inside a job."""
        ...

    def StatusReader(self) -> StatusReader: ...  # a class is called like a function


def dots_per_mm(dpi: int) -> float:
    """What is sold as 203 dpi has 8 dots a millimetre."""
    return 8.0 if dpi == 203 else dpi / 25.4


def inverted(bitmap: bytes) -> bytes:
    """For languages in which 0 prints a dot; the bits beyond the picture's edge come out white."""
    return bitmap.translate(INVERTED)


INVERTED: Final = bytes(255 - byte for byte in range(256))


def packed(bitmap: bytes) -> bytes:
    """As a zlib stream (RFC 1950), for languages that unpack one."""
    return bytes(deflate.zlib_compress(bitmap, PACKING_LEVEL))


PACKING_LEVEL: Final = 7
"""Of libdeflate's 12: fewer bytes than zlib's level 6 in two fifths of its time.

Level 12 takes 30 times as long for 9 % less.
"""


def whole_rows(bitmap: bytes, width_dots: int, height_dots: int) -> int:
    """Bytes of one row of the bitmap."""
    row_bytes = (width_dots + 7) // 8
    assert height_dots > 0
    assert len(bitmap) == row_bytes * height_dots, "the bitmap is not width x height"
    return row_bytes


ScanExample: TypeAlias = tuple[bytes, tuple[RawScan | BadScan, ...], str]  # bytes, meaning, where the manual says so
ScaleExample: TypeAlias = tuple[bytes, tuple[ScaleFrame, ...], str]
