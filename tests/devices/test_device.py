"""Scanners and scales over real ptys and sockets: cut bytes, pulled cables, silence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, Signal
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices import scale_acts
from station.devices.address import parse
from station.devices.device import Scale, build
from station.devices.scales import mt_sics
from station.devices.scanner import Scanner
from station.devices.scanners import plain
from station.devices.virtual.outlet import Outlet, PtyOutlet, TcpOutlet
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scanner import VirtualScanner
from station.errors import SettingsTrouble
from station.packing.inputs import DeviceKind, LinkReport, Reading, ScaleFault, Scan, ScanFault
from tests.devices.doubles import Ear, RunningClock

SILENCE_MS = 300
GAP_MS = 60


@pytest.fixture(params=["pty", "tcp"])
def outlet(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Outlet]:
    if request.param == "pty" and sys.platform == "win32":
        pytest.skip("there are no ptys on Windows")
    made = PtyOutlet(tmp_path / "port") if request.param == "pty" else TcpOutlet()
    yield made
    made.close()


def _settings(outlet: Outlet, kind: Literal["scanner", "scale"], speaks: str = "") -> DeviceSettings:
    return DeviceSettings(name=kind, kind=kind, link=outlet.address, speaks=speaks, guard_ms=150)


@pytest.fixture
def scanner(outlet: Outlet, qtbot: QtBot) -> Iterator[tuple[VirtualScanner, Scanner, Ear]]:
    device = build(_settings(outlet, "scanner"), RunningClock())
    assert isinstance(device, Scanner)
    device._quiet.setInterval(GAP_MS // 2)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, LinkReport(device="scanner", kind=DeviceKind.SCANNER, up=True, word="ready"))
    ear.take()
    yield VirtualScanner(outlet), device, ear
    device.close()


@pytest.fixture
def scale(outlet: Outlet, qtbot: QtBot) -> Iterator[tuple[VirtualScale, Scale, Ear]]:
    virtual = VirtualScale(outlet)
    device = build(_settings(outlet, "scale", "mt-sics"), RunningClock())
    assert isinstance(device, Scale)
    device._poll.setInterval(20)
    device._watchdog.setInterval(SILENCE_MS)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, Reading(weight_mg=0, stable=True, device="scale"))
    assert ear.take()[0] == LinkReport(device="scale", kind=DeviceKind.SCALE, up=True, word="ready")
    yield virtual, device, ear
    device.close()


def _texts(ear: Ear) -> list[tuple[str, ScanFault | None]]:
    return [(scan.text, scan.fault) for scan in ear.heard if isinstance(scan, Scan)]


def test_scans(scanner: tuple[VirtualScanner, Scanner, Ear], qtbot: QtBot) -> None:
    """Two trigger pulls arrive as two scans with the device's name, its guard and the AIM id."""
    virtual, _, ear = scanner
    virtual.scan("4006381333931", aim="]E0")
    virtual.scan("SO-1")
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    first = ear.heard[0]
    assert isinstance(first, Scan)
    assert (first.text, first.aim, first.device, first.guard_ms) == ("4006381333931", "]E0", "scanner", 150)
    assert _texts(ear) == [("4006381333931", None), ("SO-1", None)]


@pytest.mark.parametrize("cut", range(1, 15))
def test_cut_anywhere(scanner: tuple[VirtualScanner, Scanner, Ear], qtbot: QtBot, cut: int) -> None:
    """A code whose bytes come in two parts is one code, wherever it was cut."""
    virtual, device, ear = scanner
    code = b"4006381333931\r\n"
    with qtbot.waitSignal(device._link.received):
        virtual.send(code[:cut])
    virtual.send(code[cut:] + b"next\r")
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    assert _texts(ear) == [("4006381333931", None), ("next", None)]


def test_half_a_code(scanner: tuple[VirtualScanner, Scanner, Ear], qtbot: QtBot) -> None:
    """A code that stops in the middle is reported as incomplete; the next one counts."""
    virtual, device, ear = scanner
    virtual.send(b"400638")
    qtbot.waitUntil(lambda: [fault for _, fault in _texts(ear)] == [ScanFault.INCOMPLETE])
    qtbot.waitUntil(lambda: not device._quiet.isActive())
    virtual.scan("4006381333931")
    qtbot.waitUntil(lambda: _texts(ear)[1:] == [("4006381333931", None)])


def test_late_reader(scanner: tuple[VirtualScanner, Scanner, Ear], qtbot: QtBot) -> None:
    """A bench that is busy for longer than the gap still gets the whole code, and a hundred more."""
    virtual, device, ear = scanner
    with qtbot.waitSignal(device._link.received):
        virtual.send(b"400638")
    virtual.send(b"1333931\r")
    busy = QDeadlineTimer(3 * GAP_MS)
    while not busy.hasExpired():
        pass
    for number in range(100):
        virtual.scan(f"SO-{number}")
    qtbot.waitUntil(lambda: len(ear.heard) == 101)
    assert _texts(ear) == [("4006381333931", None), *((f"SO-{number}", None) for number in range(100))]


def test_noise(scanner: tuple[VirtualScanner, Scanner, Ear], qtbot: QtBot) -> None:
    """Bytes that are no text are told by their fault and never as a code."""
    virtual, _, ear = scanner
    virtual.send(b"\xff\xfe\r" + b"SO\x07\r" + b"9" * 600 + b"\r")
    qtbot.waitUntil(lambda: len(ear.heard) == 3)
    assert [fault for _, fault in _texts(ear)] == [
        ScanFault.NOT_TEXT,
        ScanFault.CONTROL_CHARACTERS,
        ScanFault.TOO_LONG,
    ]


def test_scanner_unplugged(scanner: tuple[VirtualScanner, Scanner, Ear], qtbot: QtBot) -> None:
    """A pulled cable is reported, half a code before it is forgotten, and the scanner works again when plugged in."""
    virtual, _, ear = scanner
    for _ in range(2):
        virtual.send(b"400638")
        virtual.outlet.unplug()
        qtbot.waitUntil(lambda: any(isinstance(said, LinkReport) and not said.up for said in ear.heard))
        virtual.outlet.plug()
        ear.wait_for(qtbot, LinkReport(device="scanner", kind=DeviceKind.SCANNER, up=True, word="ready"))
        ear.take()
        virtual.scan("4006381333931")
        qtbot.waitUntil(lambda: bool(_texts(ear)))
        assert _texts(ear) == [("4006381333931", None)]
        ear.take()


def test_weighing(scale: tuple[VirtualScale, Scale, Ear], qtbot: QtBot) -> None:
    """A parcel on the pan is said once when it is steady, however often the scale is asked; ``live`` goes on."""
    virtual, device, ear = scale
    lives: list[tuple[int | None, bool]] = []
    device.live.connect(lambda weight_mg, stable: lives.append((weight_mg, stable)))
    virtual.put(700_000, stable=False)
    ear.wait_for(qtbot, Reading(weight_mg=700_000, stable=False, device="scale"))
    virtual.put(1_284_000)
    ear.wait_for(qtbot, Reading(weight_mg=1_284_000, stable=True, device="scale"))
    count = len(lives)
    qtbot.waitUntil(lambda: len(lives) > count + 3)
    assert len(ear.heard) == 2
    assert lives[-1] == (1_284_000, True)


def test_scale_faults(scale: tuple[VirtualScale, Scale, Ear], qtbot: QtBot) -> None:
    """Overload, underload, a fault and a count are told by their words and carry no weight."""
    virtual, _, ear = scale
    for fault in set(ScaleFault) - {ScaleFault.UNIT_CHANGED}:  # the device's own word
        virtual.fault(fault)
        stable = fault is ScaleFault.NOT_A_WEIGHT
        ear.wait_for(qtbot, Reading(weight_mg=None, stable=stable, device="scale", fault=fault))
    assert all(isinstance(said, Reading) and said.weight_mg is None for said in ear.heard)


def test_zero(scale: tuple[VirtualScale, Scale, Ear], qtbot: QtBot) -> None:
    """Zeroing on a person's wish, among all the bench's devices, makes what lies there the new zero."""
    virtual, device, ear = scale
    assert scale_acts.can_zero((device,))
    assert not scale_acts.can_zero(())
    virtual.put(50_000)
    ear.wait_for(qtbot, Reading(weight_mg=50_000, stable=True, device="scale"))
    ear.take()
    scale_acts.zero((device,))
    ear.wait_for(qtbot, Reading(weight_mg=0, stable=True, device="scale"))


def test_silent_scale(scale: tuple[VirtualScale, Scale, Ear], qtbot: QtBot) -> None:
    """A scale that stops answering is reported once, and its weight is told anew when it speaks again."""
    virtual, _, ear = scale
    virtual.mute(True)
    ear.wait_for(qtbot, LinkReport(device="scale", kind=DeviceKind.SCALE, up=False, word="silent"))
    virtual.mute(False)
    ear.wait_for(qtbot, Reading(weight_mg=0, stable=True, device="scale"))
    assert [said.word for said in ear.heard if isinstance(said, LinkReport)] == ["silent", "ready"]


def test_scale_silent_for_long(scale: tuple[VirtualScale, Scale, Ear], qtbot: QtBot) -> None:
    """A scale silent for long has its link opened anew, and nothing more is said of it meanwhile."""
    virtual, device, ear = scale
    device._watchdog.setInterval(30)
    virtual.mute(True)
    with qtbot.waitSignal(device._link.up):
        pass
    assert [said.word for said in ear.heard if isinstance(said, LinkReport)] == ["silent"]


def test_scale_unplugged(scale: tuple[VirtualScale, Scale, Ear], qtbot: QtBot) -> None:
    """A pulled cable is reported and the scale weighs again when plugged in."""
    virtual, _, ear = scale
    virtual.outlet.unplug()
    qtbot.waitUntil(lambda: any(isinstance(said, LinkReport) and not said.up for said in ear.heard))
    ear.take()
    virtual.put(300_000)
    virtual.outlet.plug()
    ear.wait_for(qtbot, Reading(weight_mg=300_000, stable=True, device="scale"))


def test_a_port_that_is_not_there(tmp_path: Path, qtbot: QtBot) -> None:
    """A bench starts without its scanner: the missing port is said once, and used when it appears."""
    device = build(DeviceSettings(name="scanner", kind="scanner", link=f"serial:{tmp_path / 'port'}"), RunningClock())
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, LinkReport(device="scanner", kind=DeviceKind.SCANNER, up=False, word="not_found"))
    virtual = VirtualScanner(PtyOutlet(tmp_path / "port"))
    ear.wait_for(qtbot, LinkReport(device="scanner", kind=DeviceKind.SCANNER, up=True, word="ready"))
    assert len(ear.heard) == 2
    device.close()
    virtual.close()


def test_a_scale_that_is_not_there(tmp_path: Path, qtbot: QtBot) -> None:
    """A scale whose port is missing has the likely cause in a sentence, as a scanner has."""
    settings = DeviceSettings(name="scale", kind="scale", link=f"serial:{tmp_path / 'port'}", speaks="mt-sics")
    device = build(settings, RunningClock())
    assert isinstance(device, Scale)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, LinkReport(device="scale", kind=DeviceKind.SCALE, up=False, word="not_found"))
    assert "not plugged in" in device.cause
    device.close()


class _Driver(QObject):
    """Calls into a device's thread the only allowed way: by signals."""

    opens = Signal()
    closes = Signal()


def test_in_its_own_thread(outlet: Outlet, qtbot: QtBot) -> None:
    """A device moved to the bench's thread works there, and what it says arrives in the listener's thread."""
    device = build(_settings(outlet, "scanner"), RunningClock())
    ear, driver, thread = Ear(), _Driver(), QThread()
    device.said.connect(ear.hear)
    device.moveToThread(thread)
    driver.opens.connect(device.open)
    driver.closes.connect(device.close, Qt.ConnectionType.BlockingQueuedConnection)
    thread.start()
    driver.opens.emit()
    ear.wait_for(qtbot, LinkReport(device="scanner", kind=DeviceKind.SCANNER, up=True, word="ready"))
    outlet.write(b"SO-1\r")
    qtbot.waitUntil(lambda: _texts(ear) == [("SO-1", None)])
    assert ear.threads == {QThread.currentThread()}
    driver.closes.emit()
    thread.quit()
    assert thread.wait(5_000)


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (DeviceSettings(name="s", kind="scale", link="tcp:h:1", speaks="mt-six"), "no scale speaks 'mt-six'"),
        (DeviceSettings(name="s", kind="scale", link="file:x", speaks="mt-sics"), "cannot be a folder"),
        (DeviceSettings(name="c", kind="camera", link="tcp:h:1"), "camera"),
    ],
)
def test_wrong_settings(settings: DeviceSettings, named: str) -> None:
    """A device that cannot be made is refused by name before anything is opened."""
    with pytest.raises(SettingsTrouble, match=named):
        build(settings, RunningClock())


def test_dialects_fit() -> None:
    """The shipped dialects are what the devices expect, and the shipped figures are sane."""
    assert plain.LIMIT == 512
    assert 100 <= mt_sics.Dialect().interval_ms <= 500
    assert parse("tcp:127.0.0.1:1")
