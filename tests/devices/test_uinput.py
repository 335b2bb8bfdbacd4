"""A keyboard scanner made by the kernel itself (uinput): grabbed, read, unplugged. Only where /dev/uinput is."""

from __future__ import annotations

import fcntl
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices.address import PluggedAs
from station.devices.device import build
from station.devices.key_layout import US
from station.devices.key_lines import event
from station.devices.key_typing import chord
from station.devices.plugged import keyboard_nodes
from station.packing.inputs import DeviceKind, LinkReport, Scan
from tests.devices.doubles import Ear, RunningClock

UINPUT = Path("/dev/uinput")
UI_DEV_CREATE, UI_DEV_DESTROY, UI_SET_EVBIT, UI_SET_KEYBIT = 0x5501, 0x5502, 0x40045564, 0x40045565
EV_SYN, EV_KEY, BUS_USB = 0, 1, 3
USB = PluggedAs(vendor=0x0C2E, product=0x0B61)
LINK = "evdev:0c2e:0b61"

pytestmark = pytest.mark.skipif(
    not (UINPUT.exists() and os.access(UINPUT, os.W_OK)), reason="no /dev/uinput: the kernel's part is not tried here"
)


class Keyboard:
    """A scanner plugged into the kernel."""

    def __init__(self) -> None:
        self.file = os.open(UINPUT, os.O_WRONLY | os.O_NONBLOCK)
        fcntl.ioctl(self.file, UI_SET_EVBIT, EV_KEY)
        for code in range(1, 128):
            fcntl.ioctl(self.file, UI_SET_KEYBIT, code)
        os.write(
            self.file, struct.pack("80sHHHHI256i", b"Scanner", BUS_USB, USB.vendor, USB.product, 1, 0, *(0,) * 256)
        )
        fcntl.ioctl(self.file, UI_DEV_CREATE)

    def type(self, text: str) -> None:
        for character in text:
            keys = chord(character, US)
            for code, value in [(key, 1) for key in keys] + [(key, 0) for key in reversed(keys)]:
                os.write(self.file, event(EV_KEY, code, value, at_ms=0) + event(EV_SYN, 0, 0, at_ms=0))

    def unplug(self) -> None:
        fcntl.ioctl(self.file, UI_DEV_DESTROY)
        os.close(self.file)


@pytest.fixture
def keyboard() -> Iterator[Keyboard]:
    made = Keyboard()
    yield made
    made.unplug()


def _waits(qtbot: QtBot) -> None:
    """udev makes the node some moments later."""
    qtbot.waitUntil(lambda: any(node.is_asked(USB) and os.path.exists(node.path) for node in keyboard_nodes()))


def test_a_kernel_keyboard(keyboard: Keyboard, qtbot: QtBot) -> None:
    """A scan typed through the kernel arrives whole, a second listener is refused, and a pulled cable is told."""
    _waits(qtbot)
    devices = [build(DeviceSettings(name=name, kind="scanner", link=LINK), RunningClock()) for name in ("one", "two")]
    ears = [Ear(), Ear()]
    for device, ear, word in zip(devices, ears, ("ready", "in_use"), strict=True):
        device.said.connect(ear.hear)
        device.open()
        name = "one" if word == "ready" else "two"
        ear.wait_for(qtbot, LinkReport(device=name, kind=DeviceKind.SCANNER, up=word == "ready", word=word))
    keyboard.type("SSCC-001234/_@\x1d21\r")
    qtbot.waitUntil(lambda: any(isinstance(said, Scan) for said in ears[0].heard))
    scan = ears[0].heard[-1]
    assert isinstance(scan, Scan)
    assert (scan.text, scan.fault) == ("SSCC-001234/_@\x1d21", None)
    for device in devices:
        device.close()
