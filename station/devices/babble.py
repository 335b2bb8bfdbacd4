"""A scanner of which nothing can be used: one word with the likely cause, not a refusal a line. Pure; no clock.

Noise at full speed would be a hundred refusals a second, each recorded and shown. After some bad reads on end the
device itself is the news, until it sends one whole code.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from station.devices.dialect import BadScan, RawScan
from station.packing.inputs import ScanFault

ON_END: Final = 8
"""So many bad reads without one good between them; a worn label alone is tried a few times less."""


GARBLED: Final = "\ufffd"
"""How a byte that is no text is shown."""


class Cause(StrEnum):
    """Words of ``LinkReport``."""

    NOISE = "noise"  # no text: wrong baud rate, parity or cable
    NO_SUFFIX = "no_suffix"  # codes that never end, or run into each other
    UNREADABLE = "unreadable"  # control characters: another suffix, or keys that are no text


SENTENCES: Final = MappingProxyType(
    {
        Cause.NOISE: "what comes is no text: most likely another baud rate or parity is set, or the cable is bad",
        Cause.NO_SUFFIX: "codes come without their end: program the scanner to send the suffix that is set for it"
        " (and the prefix, if one is set)",
        Cause.UNREADABLE: "codes come with control characters: another suffix or a preamble is programmed than is set,"
        " or the scanner types keys that are no text",
    }
)
_CAUSES: Final = {
    ScanFault.NOT_TEXT: Cause.NOISE,
    ScanFault.TOO_LONG: Cause.NO_SUFFIX,
    ScanFault.INCOMPLETE: Cause.NO_SUFFIX,
    ScanFault.CONTROL_CHARACTERS: Cause.UNREADABLE,
}


def _fault(scan: BadScan) -> ScanFault:
    """At a wrong baud rate hardly a byte is an end, so that what comes is incomplete first of all; it is noise."""
    garbled = scan.text.count(GARBLED) * 2 >= len(scan.text) > 0
    return ScanFault.NOT_TEXT if garbled and scan.fault is ScanFault.INCOMPLETE else scan.fault


class Babble:
    """Bad reads on end, and what they look like."""

    def __init__(self) -> None:
        self._faults: Counter[ScanFault] = Counter()
        self.cause: Cause | None = None

    def hear(self, scan: RawScan | BadScan) -> bool:
        """Whether ``cause`` has changed: come with the last of many bad reads, or gone with a whole code."""
        before = self.cause
        if isinstance(scan, RawScan):
            self.forget()
        elif self.cause is None:
            self._faults[_fault(scan)] += 1
            self.cause = self._found()
        return self.cause is not before

    @property
    def sentence(self) -> str:
        return SENTENCES[self.cause] if self.cause else ""

    def forget(self) -> None:
        """The link is new."""
        self._faults.clear()
        self.cause = None

    def _found(self) -> Cause | None:
        if self._faults.total() < ON_END:
            return None
        if self._faults[ScanFault.NOT_TEXT] * 4 >= self._faults.total():
            return Cause.NOISE  # noise holds a line's end and a control character here and there
        return _CAUSES[self._faults.most_common(1)[0][0]]
