"""A scale without a scale: it speaks any protocol that is known here and shows what it is told lies on it.

MT-SICS is here, after its reference manual, sections S, SI, SIR, Z, T, @ and the error messages; all others are tables
in ``scale_firmware``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QObject, QTimer

from station.devices.framing import LineFramer
from station.devices.virtual.outlet import Outlet
from station.devices.virtual.scale_firmware import SPOKEN, WIRES, Act, Shown
from station.packing.inputs import ScaleFault

REPEAT_MS: Final = 200
UNHEARD_LIMIT: Final = 256  # bytes of commands that are none
STEP_MG: Final = 100  # the scale's d: 0.1 g
CAPACITY_MG: Final = 30_000_000


class VirtualScale(QObject):
    """Set by ``put``, ``fault`` and ``mute``; asked over its outlet."""

    def __init__(self, outlet: Outlet, *, speaks: str = "mt-sics") -> None:
        """``speaks`` is one of ``scale_firmware.SPOKEN``."""
        super().__init__()
        assert speaks in SPOKEN
        self._wire = WIRES.get(speaks)
        self._unheard = b""
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
        if self._wire is not None and self._wire.streams:
            self._repeat.start()

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
        if self._wire is not None:
            self._obey_bytes(data)
            return
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

    def _obey_bytes(self, data: bytes) -> None:
        """Commands of one byte or of a line, cut anywhere; what is none is passed over."""
        assert self._wire is not None
        self._unheard = (self._unheard + data)[-UNHEARD_LIMIT:]
        while self._unheard:
            known = [command for command in self._wire.obeys if self._unheard.startswith(command)]
            if known:
                self._unheard = self._unheard[len(known[0]) :]
                self._act(self._wire.obeys[known[0]])
            elif any(command.startswith(self._unheard) for command in self._wire.obeys):
                return
            else:
                self._unheard = self._unheard[1:]

    def _act(self, act: Act | bytes) -> None:
        assert self._wire is not None
        if act is Act.WEIGH:
            self._say_now()
        elif act is Act.ZERO:
            self._zeroed()
            self._write(self._wire.zeroed)
        elif isinstance(act, bytes):
            self._write(act)

    def _zeroed(self) -> str:
        if not self._stable:
            return "Z I"
        self._zero_mg = self._gross_mg
        return "Z A"

    def _say_now(self) -> None:
        if self._wire is None:
            self._say(self._answer())
            return
        fault = self._fault or (ScaleFault.OVERLOAD if self._shown_mg > CAPACITY_MG else None)
        self._write(self._wire.says(Shown(mg=self._shown_mg, stable=self._stable, fault=fault)))

    @property
    def _shown_mg(self) -> int:
        return round((self._gross_mg - self._zero_mg) / STEP_MG) * STEP_MG

    def _answer(self) -> str:
        shown_mg = self._shown_mg
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
        self._write(answer.encode("latin-1") + b"\r\n")

    def _write(self, data: bytes) -> None:
        if data and not self._muted:
            self.outlet.write(data)
