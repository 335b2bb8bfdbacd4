"""Inside a guest kernel: scanners and a scale on the kernel's own drivers, pulled and put back while in use.

A program, started by ``tools/guest-inputs``; every device is open at once, on one event loop, as at a bench. Prints
``ran:``, ``failed:`` or ``could not run:`` and what came of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from tempfile import NamedTemporaryFile
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from station.clock import SystemClock
from station.device_settings import DeviceSettings
from station.devices.device import Scale, build
from station.devices.scanner import Scanner
from station.packing.inputs import LinkReport, Reading, Scan
from tests.devices import gadgets
from tests.devices.gadgets import Gadget

SHOWN_MS = 1_000
"""A pulled cable is shown within a second."""

WAIT_S = 15.0
CODES = ("SSCC-001234", "A_b/[7]=x;z", "4006381333931")
MANY = 20


@dataclass(slots=True, kw_only=True)
class Unit:
    """One device at the bench and its inside. ``records`` are what it sends for a code or a weight in grams."""

    name: str
    kind: Literal["scanner", "scale"]
    link: str
    speaks: str
    gadget: Gadget
    records: Callable[[str], list[bytes]]
    values: tuple[str, ...] = CODES
    heard: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    words: list[tuple[float, str]] = field(default_factory=list)
    device: Scanner | Scale | None = None
    shown: str = ""  # what lies on a scale: it sends on and on
    beat: QTimer = field(default_factory=QTimer)

    def stream(self) -> None:
        """As a USB scale does, ten times a second, whether somebody listens or not."""
        self.beat.timeout.connect(self._send_on)
        self.beat.start(100)

    def _send_on(self) -> None:
        for record in self.records(self.shown):
            self.gadget.offer(record)

    def open(self) -> None:
        device = build(
            DeviceSettings(name=self.name, kind=self.kind, link=self.link, speaks=self.speaks), SystemClock()
        )
        assert isinstance(device, Scanner | Scale)
        self.device = device
        device.said.connect(self.hear)
        device.open()

    def hear(self, said: object) -> None:
        match said:
            case LinkReport():
                self.words.append((time.monotonic(), said.word))
            case Scan(fault=None):
                self.heard.append(said.text)
            case Scan():
                self.refused.append(str(said.fault))
            case Reading(stable=True, weight_mg=int(weight_mg)):
                self.heard.append(str(weight_mg // 1_000))
            case _:
                self.refused.append(repr(said))

    @property
    def word(self) -> str:
        return self.words[-1][1] if self.words else ""

    def send(self, value: str) -> None:
        if self.kind == "scale":
            self.shown = value
            return
        self.gadget.write(*self.records(value))

    def send_half(self) -> None:
        """The first half of what a code takes, and no more."""
        records = self.records("LOST-HALF-" * 8)
        first = records[: max(len(records) // 2, 1)] if len(records) > 1 else [records[0][: len(records[0]) // 2]]
        self.gadget.write(*first)


def units() -> list[Unit]:
    def scanner(name: str, scheme: str, gadget: Gadget, records: Callable[[str], list[bytes]]) -> Unit:
        link = f"{scheme}:{gadgets.VENDOR:04x}:{gadget.product:04x}"
        return Unit(name=name, kind="scanner", link=link, speaks="", gadget=gadget, records=records)

    weighing = gadgets.scale()
    return [
        scanner("HID keyboard (evdev, grabbed)", "evdev", gadgets.keyboard(), gadgets.typed_reports),
        scanner("HID POS scanner (hidraw)", "hid", gadgets.pos_scanner(), gadgets.scan_reports),
        scanner("CDC serial scanner (ttyACM)", "serial", gadgets.serial_scanner(), gadgets.line),
        Unit(
            name="HID scale (hidraw)",
            kind="scale",
            link=f"hid:{gadgets.VENDOR:04x}:{weighing.product:04x}",
            speaks="usb-hid",
            gadget=weighing,
            records=lambda grams: gadgets.weight_report(int(grams)),
            values=("1284", "20", "40000"),
            shown="0",
        ),
    ]


def say(went_well: bool, what: str) -> None:
    sys.stdout.write(f"{'ran' if went_well else 'failed'}: {what}\n")
    sys.stdout.flush()


def until(happened: Callable[[], bool], *, within_s: float = WAIT_S) -> bool:
    """The event loop runs meanwhile; whether it happened in time."""
    loop, tick, deadline = QEventLoop(), QTimer(), time.monotonic() + within_s
    tick.timeout.connect(lambda: loop.quit() if happened() or time.monotonic() > deadline else None)
    tick.start(5)
    loop.exec()
    return happened()


def heard_all(unit: Unit, values: list[str]) -> bool:
    return until(lambda: len(unit.heard) >= len(values)) and unit.heard == values


def in_use(unit: Unit) -> None:
    """Every code whole, in order and once; many on end too."""
    unit.heard.clear()
    for number, value in enumerate(unit.values, start=1):
        unit.send(value)
        until(lambda: unit.kind != "scale" or len(unit.heard) >= number)  # noqa: B023 - waited for at once
    whole = heard_all(unit, list(unit.values))
    say(whole and not unit.refused, f"{unit.name}: {unit.heard} heard, refused {unit.refused}")
    unit.heard.clear()
    if unit.kind == "scanner":
        many = [f"N-{number:04}" for number in range(MANY)]
        for code in many:
            unit.send(code)
        say(heard_all(unit, many), f"{unit.name}: {len(unit.heard)} of {MANY} codes without a pause")
        unit.heard.clear()


def pulled(unit: Unit, others: list[Unit]) -> None:
    """In the midst of a code; what was sent before is heard, the half is not, the others work on."""
    if unit.kind == "scanner":
        unit.send_half()
        until(lambda: False, within_s=0.1)
    begun, known = time.monotonic(), len(unit.words)
    unit.gadget.pull()
    shown = until(lambda: len(unit.words) > known)
    took_ms = (unit.words[-1][0] - begun) * 1_000 if shown else -1.0
    say(shown and took_ms <= SHOWN_MS, f"{unit.name}: pulled out, shown as {unit.word!r} after {took_ms:.0f} ms")
    for other in others:
        other.heard.clear()
        other.send(other.values[0] if other.kind == "scanner" else str(700 + known + len(unit.name)))
    deaf = [other.name for other in others if not until(lambda: bool(other.heard))]  # noqa: B023 - waited for at once
    say(not deaf, f"{unit.name}: out, the {len(others)} others are heard" + (f" but {deaf}" if deaf else ""))
    for other in others:
        other.heard.clear()


def put_back(unit: Unit) -> None:
    """Into another port, under another node: found by what it is."""
    before = unit.gadget.controller
    begun = time.monotonic()
    unit.gadget.plug()
    unit.shown = unit.values[1]
    back = until(lambda: unit.word == "ready")
    took_ms = (time.monotonic() - begun) * 1_000
    say(back, f"{unit.name}: put into {unit.gadget.controller} (was {before}), back after {took_ms:.0f} ms")
    unit.send(unit.values[1])
    say(heard_all(unit, [unit.values[1]]), f"{unit.name}: then {unit.heard} heard")
    unit.heard.clear()
    unit.refused.clear()


def second_opening(unit: Unit) -> None:
    """Two programs on one device."""
    second = Unit(
        name=f"{unit.name}, opened twice", kind=unit.kind, link=unit.link, speaks=unit.speaks, gadget=unit.gadget,
        records=unit.records,
    )  # fmt: skip
    second.open()
    until(lambda: bool(second.words), within_s=5)
    assert second.device is not None
    say(second.word == "in_use", f"{second.name}: {second.word!r} {getattr(second.device, 'cause', '')}")
    second.device.close()


def hub_reset(everyone: list[Unit]) -> None:
    """All at once out and in, as when the hub falls out."""
    for unit in everyone:
        unit.gadget.pull()
    gone = until(lambda: all(unit.word != "ready" for unit in everyone), within_s=5)
    for unit in everyone:
        unit.gadget.plug()
    begun = time.monotonic()
    back = until(lambda: all(unit.word == "ready" for unit in everyone))
    say(gone and back, f"hub: {len(everyone)} devices gone at once, all back after {time.monotonic() - begun:.1f} s")


def held_up(unit: Unit) -> None:
    """The whole program stands still while codes are typed, as on a machine that swaps or wakes from sleep.

    The kernel's buffer overflows: what is heard are whole codes that were sent, and the loss has a word.
    """
    sent = [f"HELD-UP-{number:03}" for number in range(200)]
    with NamedTemporaryFile() as file:
        file.write(b"".join(record for code in sent for record in unit.records(code)))
        file.flush()
        script = f"kill -STOP {os.getpid()}; cat {file.name} > {unit.gadget.inside()}; kill -CONT {os.getpid()}"
        subprocess.run(["sh", "-c", f"({script}) &"], check=True)
        until(lambda: False, within_s=1)
        until(lambda: bool(unit.refused) or len(unit.heard) == len(sent))
        until(lambda: False, within_s=1)
    halves = sorted(set(unit.heard) - set(sent))
    told = len(unit.heard) == len(sent) or bool(unit.refused)
    unit.heard.clear()
    unit.refused.clear()
    unit.send(CODES[0])
    after = heard_all(unit, [CODES[0]])
    say(
        told and not halves and after,
        f"{unit.name}: program held up over {len(sent)} codes: halves {halves}, loss told {told}, next whole {after}",
    )
    unit.heard.clear()
    unit.refused.clear()


def main() -> None:
    application = QCoreApplication([])
    everyone = units()
    count = gadgets.wait_for_controllers(len(everyone) + 1)
    if count <= len(everyone):
        sys.stdout.write(f"could not run: {len(everyone)} USB gadgets, the kernel has {count} controllers\n")
        return
    for unit in everyone:
        unit.gadget.make()
        unit.open()
    missing = [unit.name for unit in everyone if not until(lambda: unit.word == "not_found", within_s=5)]  # noqa: B023
    say(not missing, f"before anything is plugged in: not_found{f' but {missing}' if missing else ''}")
    for unit in everyone:
        unit.gadget.plug()
        say(until(lambda: _is_open(unit)), f"{unit.name}: plugged in, {unit.link} found")  # noqa: B023
    everyone[-1].stream()
    for unit in everyone:
        in_use(unit)
    held_up(everyone[0])
    for unit in everyone[:-1]:
        second_opening(unit)
    for unit in everyone:
        pulled(unit, [other for other in everyone if other is not unit])
        put_back(unit)
    hub_reset(everyone)
    for unit in everyone:
        assert unit.device is not None
        unit.device.close()
    del application


def _is_open(unit: Unit) -> bool:
    """A scale says ready with its first weight."""
    if unit.kind == "scale" and unit.word != "ready" and os.path.exists("/dev/hidraw0"):
        return True
    return unit.word == "ready"


if __name__ == "__main__":
    main()
