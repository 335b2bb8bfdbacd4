"""USB devices made of the kernel's own gadgets, inside a guest: plugged in, written to from their inside, pulled.

Each has a controller of its own (``dummy_hcd num=…``), because one has too few endpoints for all; a replug takes the
next free one, which to the host is another port.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from station.devices.key_layout import US
from station.devices.key_typing import chord
from station.devices.scales.usb_hid import USUAL
from station.devices.virtual.scanner import DESCRIPTOR, pos_reports

CONFIGFS: Final = Path("/sys/kernel/config/usb_gadget")
CONTROLLERS: Final = Path("/sys/class/udc")
VENDOR: Final = 0x0C2E
KEYBOARD: Final = bytes.fromhex(
    "05010906a101050719e029e71500250175019508810295017508810395057501050819012905910295017503910395067508150025650507"
    "190029658100c0"
)
"""HID 1.11, appendix B.1: a boot keyboard."""
KEYS: Final = {
    **{letter: 4 + at for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz")},
    **{digit: 30 + at for at, digit in enumerate("1234567890")},
    **dict(zip(" -=[]\\;'`,./", (44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56), strict=True)),
}
ENTER, SHIFT, CTRL = 40, 0x02, 0x01
MODIFIERS: Final = {42: SHIFT, 29: CTRL}
NODE_S: Final = 10.0


@dataclass(slots=True, kw_only=True)
class Gadget:
    """``function`` is configfs' name (``hid``, ``acm``); ``told`` are the files of its folder."""

    product: int
    serial: str
    function: str
    told: dict[str, bytes] = field(default_factory=dict)
    controller: str = ""

    @property
    def folder(self) -> Path:
        return CONFIGFS / self.serial

    @property
    def _function(self) -> Path:
        return self.folder / "functions" / f"{self.function}.{self.serial}"

    def make(self) -> None:
        for path in (self.folder / "strings/0x409", self.folder / "configs/c.1", self._function):
            path.mkdir(parents=True, exist_ok=True)
        (self.folder / "idVendor").write_text(f"{VENDOR:#06x}")
        (self.folder / "idProduct").write_text(f"{self.product:#06x}")
        (self.folder / "strings/0x409/serialnumber").write_text(self.serial)
        (self.folder / "strings/0x409/product").write_text(self.serial)
        for name, content in self.told.items():
            (self._function / name).write_bytes(content)
        (self.folder / "configs/c.1" / self._function.name).symlink_to(self._function)

    def plug(self) -> None:
        """Into the controller after its last one, of those that are free."""
        taken = {(one / "UDC").read_text().strip() for one in CONFIGFS.iterdir()}
        free = sorted({one.name for one in CONTROLLERS.iterdir()} - taken)
        self.controller = next((name for name in free if name > self.controller), free[0])
        (self.folder / "UDC").write_text(self.controller)

    def pull(self) -> None:
        (self.folder / "UDC").write_text("\n")

    def write(self, *records: bytes) -> None:
        """From the device's inside; waits until the host has taken each."""
        file = os.open(self.inside(), os.O_WRONLY)
        try:
            for record in records:
                os.write(file, record)
        finally:
            os.close(file)

    def offer(self, record: bytes) -> None:
        """Lost when the host does not take it just now: a scale that sends on and on."""
        try:
            file = os.open(self.inside(), os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            return
        with contextlib.suppress(OSError):
            os.write(file, record)
        os.close(file)

    def inside(self) -> str:
        """The node of its inside."""
        if self.function == "acm":
            return f"/dev/ttyGS{(self._function / 'port_num').read_text().strip()}"
        number = (self._function / "dev").read_text().strip().partition(":")[2]
        return f"/dev/hidg{number}"


def keyboard() -> Gadget:
    return _hid(0x0B61, "KEYS1", KEYBOARD, report_bytes=8, subclass=1, protocol=1)


def pos_scanner() -> Gadget:
    return _hid(0x0B81, "POS1", DESCRIPTOR, report_bytes=64)


def scale() -> Gadget:
    return _hid(0x8003, "SCALE1", USUAL, report_bytes=6)


def serial_scanner() -> Gadget:
    return Gadget(product=0x0B6A, serial="CDC1", function="acm")


def key_reports(text: str) -> list[bytes]:
    """Boot keyboard reports that type ``text``: each key down, then all up."""
    reports = []
    for character in text:
        *held, code = chord(character, US)
        usage = ENTER if character == "\r" else KEYS[US.plain[code]]
        reports += [bytes((sum(MODIFIERS[key] for key in held), 0, usage)).ljust(8, b"\0"), bytes(8)]
    return reports


def typed_reports(text: str) -> list[bytes]:
    return key_reports(text + "\r")


def line(text: str) -> list[bytes]:
    """What a serial scanner sends."""
    return [f"{text}\r".encode()]


def scan_reports(text: str) -> list[bytes]:
    return pos_reports(text.encode(), "]C0")


def weight_report(grams: int) -> list[bytes]:
    """Stable, in grams, as a Dymo sends it."""
    return [bytes((3, 4, 2, 0)) + grams.to_bytes(2, "little")]


def wait_for_controllers(count: int) -> int:
    """How many there are at last."""
    for _ in range(round(NODE_S * 10)):
        if CONTROLLERS.is_dir() and len(list(CONTROLLERS.iterdir())) >= count:
            break
        threading.Event().wait(0.1)
    return len(list(CONTROLLERS.iterdir())) if CONTROLLERS.is_dir() else 0


def _hid(
    product: int, serial: str, descriptor: bytes, *, report_bytes: int, subclass: int = 0, protocol: int = 0
) -> Gadget:
    told = {
        "protocol": b"%d" % protocol,
        "subclass": b"%d" % subclass,
        "report_length": b"%d" % report_bytes,
        "report_desc": descriptor,
    }
    return Gadget(product=product, serial=serial, function="hid", told=told)
