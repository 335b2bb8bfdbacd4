"""USB printers without USB: the kernel's port over a pty, pyusb's calls on doubles, the thread between them."""

from __future__ import annotations

import errno
import os
import sys
import threading
import tty
from collections.abc import Iterator
from typing import Any

import pytest
import usb.core
import usb.util
from pytestqt.qtbot import QtBot

from station.devices.address import UsbAddress, UsblpAddress
from station.devices.dialect import told
from station.devices.pipe_link import PipeLink, PipeLost
from station.devices.port_status import meaning
from station.devices.printer_links import printer_link
from station.devices.usb_pipe import UsbPipe
from station.devices.usblp_link import UsblpLink
from station.errors import DeviceTrouble

ADDRESS = UsbAddress(vendor=0x0A5F, product=0x0120)
posix = pytest.mark.skipif(sys.platform == "win32", reason="usblp is Linux's")


@pytest.mark.parametrize(
    ("byte", "words"),
    [
        (0x18, {"ready"}),
        (0x38, {"paper_out"}),
        (0x30, {"paper_out"}),
        (0x08, {"offline"}),
        (0x10, {"error"}),
        (0x20, {"paper_out", "offline"}),
    ],
)
def test_port_status(byte: int, words: set[str]) -> None:
    """The port's three lines: no error, selected, no paper. 18h is a healthy printer, 30h one without paper."""
    assert meaning(byte) == told(*words)


@posix
def test_the_kernels_port(qtbot: QtBot) -> None:
    """Bytes go both ways without blocking; an end of the other side is a lost link that opens itself again."""
    master, slave = os.openpty()
    tty.setraw(slave)
    link = UsblpLink(UsblpAddress(path=os.ttyname(slave)))
    heard: list[bytes] = []
    words: list[str] = []
    link.received.connect(heard.append)
    link.down.connect(words.append)
    with qtbot.waitSignal(link.up):
        link.open()
    with qtbot.waitSignal(link.written):
        assert link.send(b"x" * 3_000)
    assert os.read(master, 4_096)
    os.write(master, b"\x12\x12")
    qtbot.waitUntil(lambda: b"".join(heard) == b"\x12\x12")
    assert link.port_status() is None  # a pty has no printer's lines
    os.close(slave)
    os.close(master)
    qtbot.waitUntil(lambda: bool(words))
    assert not link.send(b"y")
    link.close()


@posix
def test_a_port_that_is_not_there(qtbot: QtBot) -> None:
    """A port without a printer is told once, and tried again."""
    link = UsblpLink(UsblpAddress(path="/dev/usb/none"))
    words: list[str] = []
    link.down.connect(words.append)
    link.open()
    link._back_off.due.emit()
    assert words == ["not_found"]
    link.close()


class FakePipe:
    """A printer that takes bytes at its own pace."""

    def __init__(self) -> None:
        self.taken = bytearray()
        self.answers: list[bytes] = []
        self.full = threading.Event()
        self.gone = threading.Event()
        self.closed = False

    def open(self) -> None:
        if self.gone.is_set():
            raise PipeLost("not_found")

    def read(self, timeout_ms: int) -> bytes:
        self.gone.wait(timeout_ms / 10_000)
        if self.gone.is_set():
            raise PipeLost("lost")
        return self.answers.pop() if self.answers else b""

    def write(self, data: bytes, timeout_ms: int) -> int:
        del timeout_ms
        if self.full.is_set():
            return 0
        self.taken += data[:700]
        return min(len(data), 700)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def pipe() -> FakePipe:
    return FakePipe()


@pytest.fixture
def link(pipe: FakePipe, qtbot: QtBot) -> Iterator[PipeLink]:
    made = PipeLink(lambda: pipe)
    with qtbot.waitSignal(made.up):
        made.open()
    yield made
    made.close()


def test_a_job_by_usb(link: PipeLink, pipe: FakePipe, qtbot: QtBot) -> None:
    """All bytes leave in order, in the printer's own portions, and answers come back."""
    data = bytes(range(256)) * 20
    heard: list[bytes] = []
    link.received.connect(heard.append)
    with qtbot.waitSignal(link.written):
        assert link.send(data)
    assert bytes(pipe.taken) == data
    pipe.answers.append(b"\x00")
    qtbot.waitUntil(lambda: heard == [b"\x00"])


def test_a_printer_that_takes_nothing(link: PipeLink, pipe: FakePipe, qtbot: QtBot) -> None:
    """Out of paper the printer takes no byte: nobody waits for it, and the rest goes when it does."""
    pipe.full.set()
    assert link.send(b"label")
    pipe.answers.append(b"\x04")
    with qtbot.waitSignal(link.received):
        pass
    assert not pipe.taken
    pipe.full.clear()
    with qtbot.waitSignal(link.written):
        pass
    assert bytes(pipe.taken) == b"label"


def test_a_pulled_cable(link: PipeLink, pipe: FakePipe, qtbot: QtBot) -> None:
    """A printer that is gone is told by a word, its pipe is closed, and it is opened again when it is back."""
    with qtbot.waitSignal(link.down) as down:
        pipe.gone.set()
    assert down.args == ["lost"]
    assert pipe.closed
    assert not link.send(b"x")
    pipe.gone.clear()
    with qtbot.waitSignal(link.up):
        pass


class FakeEndpoint:
    bmAttributes = 2
    wMaxPacketSize = 64

    def __init__(self, address: int) -> None:
        self.bEndpointAddress = address
        self.sent: list[bytes] = []
        self.stuck_after = 10_000

    def write(self, data: bytes, timeout: int) -> int:
        del timeout
        if len(self.sent) >= self.stuck_after:
            raise usb.core.USBTimeoutError("time out", errno=errno.ETIMEDOUT)
        self.sent.append(data)
        return len(data)

    def read(self, size: int, timeout: int) -> bytes:
        del size, timeout
        raise usb.core.USBTimeoutError("time out", errno=errno.ETIMEDOUT)


class FakeInterface(list[Any]):
    def __init__(self, number: int, kind: int, protocol: int, ends: list[FakeEndpoint]) -> None:
        super().__init__(ends)
        self.bInterfaceNumber, self.bInterfaceClass, self.bInterfaceProtocol = number, kind, protocol
        self.bAlternateSetting = 0


class FakeDevice:
    """What pyusb gives for a printer with a card reader beside it."""

    serial_number = "S1"

    def __init__(self) -> None:
        self.done: list[str] = []
        self.out = FakeEndpoint(0x01)
        self.interfaces = [
            FakeInterface(0, 8, 80, [FakeEndpoint(0x03)]),
            FakeInterface(1, 7, 1, [FakeEndpoint(0x04)]),
            FakeInterface(2, 7, 2, [self.out, FakeEndpoint(0x82)]),
        ]

    def get_active_configuration(self) -> list[FakeInterface]:
        return self.interfaces

    def is_kernel_driver_active(self, number: int) -> bool:
        return number == 2

    def detach_kernel_driver(self, number: int) -> None:
        self.done.append(f"detach {number}")

    def attach_kernel_driver(self, number: int) -> None:
        self.done.append(f"attach {number}")

    def reset(self) -> None:
        raise AssertionError("a reset makes a printer forget its label")

    set_configuration = reset


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> FakeDevice:
    made = FakeDevice()
    monkeypatch.setattr(usb.core, "find", lambda **_: iter([made]))
    monkeypatch.setattr(usb.util, "claim_interface", lambda _, number: made.done.append(f"claim {number}"))
    monkeypatch.setattr(usb.util, "dispose_resources", lambda _: made.done.append("release"))
    return made


def test_the_driver_is_taken_and_given_back(device: FakeDevice) -> None:
    """The printer's interface with a way back is taken from usblp and returned to it; never a reset."""
    pipe = UsbPipe(ADDRESS)
    pipe.open()
    assert pipe.read(1) == b""
    assert pipe.write(b"z" * 150, 1) == 150
    assert [len(sent) for sent in device.out.sent] == [64, 64, 22]
    pipe.close()
    pipe.close()
    assert device.done == ["detach 2", "claim 2", "release", "attach 2"]


def test_a_full_printer_tells_how_much_it_took(device: FakeDevice) -> None:
    """A time-out in mid-job leaves no byte in doubt: it is counted packet by packet."""
    device.out.stuck_after = 2
    pipe = UsbPipe(ADDRESS)
    pipe.open()
    assert pipe.write(b"z" * 300, 1) == 128
    pipe.close()


def test_which_printer(device: FakeDevice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of a kind are told apart by serial number; what is not there, or no printer, is a word."""
    UsbPipe(UsbAddress(vendor=1, product=2, serial="S1")).open()
    with pytest.raises(PipeLost, match="not_found"):
        UsbPipe(UsbAddress(vendor=1, product=2, serial="S2")).open()
    device.interfaces = device.interfaces[:1]
    with pytest.raises(PipeLost, match="no_printer"):
        UsbPipe(ADDRESS).open()


@pytest.mark.parametrize(("number", "word"), [(errno.EACCES, "no_permission"), (errno.EBUSY, "in_use"), (5, "lost")])
def test_errors_are_words(device: FakeDevice, monkeypatch: pytest.MonkeyPatch, number: int, word: str) -> None:
    """What the system says against it is one word a packer's screen knows."""

    def refuse(*_: object) -> None:
        raise usb.core.USBError("no", errno=number)

    monkeypatch.setattr(usb.util, "claim_interface", refuse)
    pipe = UsbPipe(ADDRESS)
    with pytest.raises(PipeLost, match=word):
        pipe.open()
    pipe.close()


def test_without_libusb(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """A machine without libusb is told what to install."""

    def find(**_: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", find)
    with pytest.raises(DeviceTrouble, match=r"libusb is not installed.*Install libusb"):
        UsbPipe(ADDRESS).open()
    link = printer_link(ADDRESS)
    with qtbot.waitSignal(link.down) as down:
        link.open()
    assert down.args == ["libusb is not installed"]
    link.close()
