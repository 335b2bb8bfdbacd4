"""Scanners of every kind over real ports: the same codes whatever carries them, at whatever port."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices.address import PluggedAs, SerialAddress
from station.devices.device import build
from station.devices.link import SerialLink, ports_of
from station.devices.scanner import Scanner
from station.devices.virtual.outlet import PtyOutlet, TcpOutlet
from station.devices.virtual.scanner import SPEAKS, VirtualScanner
from station.packing.inputs import DeviceKind, LinkReport, Scan, ScanFault
from tests.devices.doubles import Ear, RunningClock

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys on Windows")


@pytest.fixture(params=sorted(SPEAKS))
def scanner(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[tuple[VirtualScanner, Scanner, Ear]]:
    virtual = VirtualScanner(TcpOutlet(), speaks=request.param)
    settings = DeviceSettings(name="s", kind="scanner", link=virtual.outlet.address, speaks=request.param)
    device = build(settings, RunningClock())
    assert isinstance(device, Scanner)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, LinkReport(device="s", kind=DeviceKind.SCANNER, up=True, word="ready"))
    ear.take()
    yield virtual, device, ear
    device.close()
    virtual.close()


def test_every_kind(scanner: tuple[VirtualScanner, Scanner, Ear], qtbot: QtBot) -> None:
    """A GS1 code with its separator and two in a row arrive alike from every kind of scanner, and are counted."""
    virtual, device, ear = scanner
    virtual.scan("010400638133393110LOT-7/a_\x1d21SER9", aim="]C1")
    virtual.scan("SO-1")
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    first, second = ear.heard
    assert isinstance(first, Scan)
    assert (first.gtin, first.lot, first.serial, first.device) == ("04006381333931", "LOT-7/a_", "SER9", "s")
    assert isinstance(second, Scan)
    assert second.text == "SO-1"
    assert (device.tally.good, device.tally.refused.total(), device.tally.slowest_us > 0) == (2, 0, True)


def test_several_scanners(qtbot: QtBot) -> None:
    """Two scanners at one bench: each code says which of them read it."""
    ear = Ear()
    pairs = []
    for name in ("left", "right"):
        virtual = VirtualScanner(TcpOutlet())
        device = build(DeviceSettings(name=name, kind="scanner", link=virtual.outlet.address), RunningClock())
        device.said.connect(ear.hear)
        device.open()
        pairs.append((virtual, device))
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    ear.take()
    for virtual, _ in pairs:
        virtual.scan("SO-1")
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    assert {scan.device for scan in ear.heard if isinstance(scan, Scan)} == {"left", "right"}
    for virtual, device in pairs:
        device.close()
        virtual.close()


def test_noise_says_its_cause(qtbot: QtBot) -> None:
    """A port at the wrong baud rate is reported once with its likely cause, and works again when the code is whole."""
    virtual = VirtualScanner(TcpOutlet())
    device = build(DeviceSettings(name="s", kind="scanner", link=virtual.outlet.address), RunningClock())
    assert isinstance(device, Scanner)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, LinkReport(device="s", kind=DeviceKind.SCANNER, up=True, word="ready"))
    ear.take()
    virtual.send(b"\xfe\x80\r" * 1_000)
    ear.wait_for(qtbot, LinkReport(device="s", kind=DeviceKind.SCANNER, up=False, word="noise"))
    assert "baud" in device.cause
    qtbot.waitUntil(lambda: not device._quiet.isActive())
    virtual.scan("SO-1")
    qtbot.waitUntil(lambda: any(isinstance(said, Scan) and said.fault is None for said in ear.heard))
    assert len(ear.heard) == 10
    assert device.tally.document()["refused"] == {"not_text": 7}
    assert device.tally.losses == {"noise": 1}
    device.close()
    virtual.close()


def test_prefix(qtbot: QtBot) -> None:
    """A scanner with a prefix and another suffix is read as it is set; a code without its prefix is refused."""
    virtual = VirtualScanner(TcpOutlet(), prefix=b"\x02", suffix=b"\x03")
    settings = DeviceSettings(name="s", kind="scanner", link=virtual.outlet.address, prefix="\x02", suffix="\x03")
    device = build(settings, RunningClock())
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    qtbot.waitUntil(lambda: len(ear.heard) == 1)
    virtual.scan("SO-1")
    virtual.send(b"SO-2\x03")
    qtbot.waitUntil(lambda: len(ear.heard) == 3)
    scans = [said for said in ear.heard if isinstance(said, Scan)]
    assert [(scan.text, scan.fault) for scan in scans] == [("SO-1", None), ("SO-2", ScanFault.INCOMPLETE)]
    device.close()
    virtual.close()


@posix
def test_found_at_another_port(tmp_path: Path, qtbot: QtBot) -> None:
    """A scanner named by what it is comes back by itself at whatever port it is plugged into next."""
    outlet = PtyOutlet(tmp_path / "one")
    ports = [str(tmp_path / "one")]
    usb = PluggedAs(vendor=0x0C2E, product=0x0B61)
    link = SerialLink(SerialAddress(port="0c2e:0b61", usb=usb), find=lambda asked: ports if asked == usb else [])
    words: list[str] = []
    link.down.connect(words.append)
    with qtbot.waitSignal(link.up):
        link.open()
    ports.clear()
    outlet.unplug()
    qtbot.waitUntil(lambda: "not_found" in words)
    ports[:] = [str(tmp_path / "two"), str(tmp_path / "three")]
    qtbot.waitUntil(lambda: "ambiguous" in words)
    moved = PtyOutlet(tmp_path / "two")
    ports[:] = [str(tmp_path / "two")]
    with qtbot.waitSignal(link.up):
        pass
    with qtbot.waitSignal(link.received) as received:
        moved.write(b"SO-1\r")
    assert received.args == [b"SO-1\r"]
    link.close()
    moved.close()
    outlet.close()


def test_no_such_port() -> None:
    """A device that no serial port belongs to has no port."""
    assert ports_of(PluggedAs(vendor=0, product=0, serial="none")) == []
