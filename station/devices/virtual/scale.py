"""A scale without a scale: it speaks MT-SICS and shows what it is told lies on it.

Source: "MT-SICS Reference Manual", sections S, SI, SIR, Z, T, @ and the error messages.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QObject, QTimer

from station.devices.framing import LineFramer
from station.devices.virtual.outlet import Outlet
from station.packing.inputs import ScaleFault

REPEAT_MS: Final = 200
STEP_MG: Final = 100  # the scale's d: 0.1 g
CAPACITY_MG: Final = 30_000_000


class VirtualScale(QObject):
    """Set by ``put``, ``fault`` and ``mute``; asked over its outlet."""

    def __init__(self, outlet: Outlet) -> None:
        super().__init__()
        self.outlet = outlet
        outlet.setParent(self)
        outlet.received.connect(self._received)
        self._framer = LineFramer(suffix=b"\n", limit=64)
        self._gross_mg = 0
        self._zero_mg = 0
        self._stable = True
        self._fault: ScaleFault | None = None
        self._muted = False
        self._repeat = QTimer(self)
        self._repeat.setInterval(REPEAT_MS)
        self._repeat.timeout.connect(self._say_now)

    def put(self, gross_mg: int, *, stable: bool = True) -> None:
        """What lies on the pan now; shown from the zero point, rounded to the scale's step."""
        self._gross_mg = gross_mg
        self._stable = stable

    def fault(self, fault: ScaleFault | None) -> None:
        self._fault = fault

    def mute(self, muted: bool) -> None:
        """A scale that is switched off: the line stands and nothing is said."""
        self._muted = muted

    def close(self) -> None:
        self._repeat.stop()
        self.outlet.close()

    def _received(self, data: bytes) -> None:
        for line in self._framer.feed(data):
            if isinstance(line, bytes) and not self._muted:
                self._obey(line.decode("latin-1"))

    def _obey(self, command: str) -> None:
        if command != "SI":
            self._repeat.stop()
        match command:
            case "SI":
                self._say_now()
            case "S":
                self._say(self._answer() if self._stable else "S I")
            case "SIR":
                self._say_now()
                self._repeat.start()
            case "Z":
                self._say(self._zeroed())
            case "T":
                self._say("T I")
            case "@":
                self._say('I4 A "VIRTUAL"')
            case _:
                self._say("ES")

    def _zeroed(self) -> str:
        if not self._stable:
            return "Z I"
        self._zero_mg = self._gross_mg
        return "Z A"

    def _say_now(self) -> None:
        self._say(self._answer())

    def _answer(self) -> str:
        shown_mg = round((self._gross_mg - self._zero_mg) / STEP_MG) * STEP_MG
        if self._fault is ScaleFault.BROKEN:
            return "EL"
        if self._fault is ScaleFault.NOT_A_WEIGHT:
            return f"S S {12:>10} PCS"
        if self._fault is ScaleFault.OVERLOAD or shown_mg > CAPACITY_MG:
            return "S +"
        if self._fault is ScaleFault.UNDERLOAD:
            return "S -"
        return f"S {'S' if self._stable else 'D'} {Decimal(shown_mg).scaleb(-3):>10.1f} g"

    def _say(self, answer: str) -> None:
        if not self._muted:
            self.outlet.write(answer.encode("latin-1") + b"\r\n")
