"""A recorded session of one device: bytes with their times and what they were understood as, to be replayed. Pure.

A file of JSON lines, so that one cut off is still good up to there. It holds every code scanned meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import msgspec
from msgspec import Struct

from station.packing.inputs import LinkReport, Reading, Scan

LINES_MAX: Final = 200_000
LINE_BYTES_MAX: Final = 200_000  # of one read: at most 64 KB, in hex
END: Final = "end"  # of the recording, in ``link``: how long it was quiet at last
WARNING: Final = "holds every code scanned meanwhile: order, waybill and serial numbers, badges"


class NotASession(Exception):
    """Its text says which line and what is wrong with it."""


class About(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The first line: the device as it was set up. The names are those of ``[[device]]``."""

    session: Literal[1] = 1
    personal: str = WARNING
    name: str
    kind: Literal["scanner", "scale"]
    link: str
    speaks: str = ""
    suffix: str = "\r"
    prefix: str = ""
    guard_ms: int = 0
    unit: Literal["", "g", "kg", "lb", "oz"] = ""


class Line(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One of three: ``hex`` that came, ``link`` that it went up or by which word down, ``said`` what was understood."""

    at_ms: int
    hex: str | None = None
    link: str | None = None
    said: dict[str, str | int | bool | None] | None = None

    @property
    def data(self) -> bytes:
        return bytes.fromhex(self.hex or "")


class Session(Struct, frozen=True, kw_only=True):
    about: About
    lines: tuple[Line, ...]

    @property
    def said(self) -> list[dict[str, str | int | bool | None]]:
        return [line.said for line in self.lines if line.said is not None]


def written(line: About | Line) -> bytes:
    return msgspec.json.encode(line) + b"\n"


def came(data: bytes, at_ms: int) -> Line:
    return Line(at_ms=at_ms, hex=data.hex())


def told(said: object) -> dict[str, str | int | bool | None] | None:
    """What of an input a replay must give again; None for what depends on the cable."""
    match said:
        case Scan():
            return {"scan": said.text, "aim": said.aim, "fault": said.fault and said.fault.value}
        case Reading():
            return {"weight_mg": said.weight_mg, "stable": said.stable, "fault": said.fault and said.fault.value}
        case LinkReport() if said.kind.value == "scanner" and said.word in ("noise", "no_suffix", "unreadable"):
            return {"device": said.word}
        case _:
            return None


def read(lines: Iterable[bytes]) -> Session:
    """Raises ``NotASession``."""
    about: About | None = None
    found: list[Line] = []
    for number, line in enumerate(lines, start=1):
        if number > LINES_MAX or len(line) > LINE_BYTES_MAX:
            raise NotASession(f"line {number}: a session has at most {LINES_MAX} lines of {LINE_BYTES_MAX} bytes")
        try:
            if about is None:
                about = msgspec.json.decode(line, type=About)
            else:
                found.append(_checked(msgspec.json.decode(line, type=Line)))
        except (msgspec.DecodeError, ValueError) as error:
            raise NotASession(f"line {number}: {error}") from error
    if about is None:
        raise NotASession("the file is empty")
    return Session(about=about, lines=tuple(found))


def _checked(line: Line) -> Line:
    """Hex that reads; a bad one is a ``ValueError``."""
    bytes.fromhex(line.hex or "")
    return line
