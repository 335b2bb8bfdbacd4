"""What a scanner's bytes make the bench hear: codes, refusals, or the scanner itself when it talks nonsense. Pure.

The same for a scanner that is there and for a recorded one.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, TypeAlias

from station import codes
from station.devices.babble import Babble
from station.devices.dialect import BadScan, RawScan, ScannerDialect
from station.packing.inputs import DeviceKind, LinkReport, Scan, ScanFault

Heard: TypeAlias = Scan | LinkReport

NOT_THERE: Final = MappingProxyType(
    {
        "not_found": "it is not plugged in, or is set up under another name: compare with devices list",
        "no_permission": "the system does not let this user read it: see the groups and rules in docs/scanners.md",
        "in_use": "another program has it: close that program, or the other bench",
        "ambiguous": "two of a kind are plugged in: add the serial number, or name the port's own path",
        "wrong_mode": "it is plugged in but does not speak this way: see its manual for the programming code or menu",
        "refused": "nothing listens at that address and port: see that the serial server is on, and its port's number",
        "unreachable": "nothing answers at that address: check the network, and the address",
        "flooded": "it sends without end: plug it in again; if it stays so, the scanner or its cable is broken",
        "frozen": "the camera gives no pictures: plug it in again, and see that no other program uses it",
        "no_multimedia": "Qt Multimedia cannot be loaded: sealbench doctor names the system package that is missing",
    }
)
"""Of the words of a link, in a sentence for who sets it up."""


class Hearing:
    """One scanner's dialect and its name."""

    def __init__(self, name: str, dialect: ScannerDialect, *, guard_ms: int) -> None:
        self._name = name
        self._dialect = dialect
        self._guard_ms = guard_ms
        self._babble = Babble()
        self._word = ""
        self._is_noisy = False  # bytes that are no text came, and the line has not been quiet since

    @property
    def waiting(self) -> bool:
        """Whether ``gap`` should be called when the line stays quiet."""
        return self._dialect.waiting or self._is_noisy

    @property
    def cause(self) -> str:
        """Why nothing of it can be used, in a sentence for who sets it up; or nothing."""
        return self._babble.sentence or NOT_THERE.get(self._word, "")

    def up(self) -> Heard:
        self._dialect.reset()
        self._babble.forget()
        self._is_noisy = False
        self._word = ""
        return self._report(up=True, word="ready")

    def down(self, word: str) -> Heard:
        self._word = word
        self._dialect.reset()
        return self._report(up=False, word=word)

    def feed(self, data: bytes) -> list[Heard]:
        return self._heard(self._dialect.feed(data))

    def gap(self) -> list[Heard]:
        self._is_noisy = False
        return self._heard(self._dialect.gap())

    def _trusted(self, scan: RawScan | BadScan) -> RawScan | BadScan:
        """In the midst of noise a few bytes may look like a short code: none counts before the line was quiet."""
        if isinstance(scan, RawScan) and self._is_noisy:
            return BadScan(fault=ScanFault.NOT_TEXT, text=scan.text)
        self._is_noisy = self._is_noisy or (isinstance(scan, BadScan) and scan.fault is ScanFault.NOT_TEXT)
        return scan

    def _heard(self, scans: list[RawScan | BadScan]) -> list[Heard]:
        heard: list[Heard] = []
        for scan in map(self._trusted, scans):
            if self._babble.hear(scan):
                heard.append(self._report(up=self._babble.cause is None, word=self._babble.cause or "ready"))
            if isinstance(scan, RawScan):
                heard.append(codes.read(scan.text, aim=scan.aim, device=self._name, guard_ms=self._guard_ms))
            elif self._babble.cause is None:
                heard.append(codes.faulty(scan.fault, device=self._name, text=scan.text))
        return heard

    def _report(self, *, up: bool, word: str) -> LinkReport:
        return LinkReport(device=self._name, kind=DeviceKind.SCANNER, up=up, word=word)
