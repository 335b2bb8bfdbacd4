"""Printers over a real socket against the virtual one: states, faults, cables, and one label on paper for one job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices.device import build
from station.devices.printer import FilePrinter, Printer
from station.devices.printers import zpl
from station.devices.printing import Pace
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.packing.inputs import DeviceKind, LinkReport, PrinterReport, PrintState
from station.packing.model import JobId
from tests.devices.doubles import Ear, RunningClock

QUICK = Pace(
    answer_ms=150,
    retry_ms=20,
    rest_ms=40,
    printing_ms=15,
    silence_ms=400,
    leave_ms=1_000,
    finish_ms=2_000,
    fault_ms=600,
)
BITMAP = bytes(range(256)) * 4
LABEL = zpl.encode(BITMAP, 64, 128)


@pytest.fixture
def virtual() -> Iterator[VirtualPrinter]:
    made = VirtualPrinter(TcpOutlet(), label_ms=30)
    yield made
    made.close()


@pytest.fixture
def printer(virtual: VirtualPrinter, qtbot: QtBot) -> Iterator[tuple[Printer, Ear]]:
    device = build(
        DeviceSettings(name="printer", kind="printer", link=virtual.outlet.address, speaks="zpl"),
        RunningClock(),
        pace=QUICK,
    )
    assert isinstance(device, Printer)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, _condition(up=True, word="ready"))
    ear.take()
    yield device, ear
    device.close()


def _condition(*, up: bool, word: str) -> LinkReport:
    return LinkReport(device="printer", kind=DeviceKind.PRINTER, up=up, word=word)


def _report(state: PrintState, cause: str = "") -> PrinterReport:
    return PrinterReport(job=JobId("J1"), state=state, cause=cause)


def _reports(ear: Ear) -> list[object]:
    return [said for said in ear.heard if isinstance(said, PrinterReport)]


def test_prints(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """A label comes out once, dot for dot, and is said to be sent and then printed."""
    device, ear = printer
    device.send("J1", LABEL)
    ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert _reports(ear) == [_report(PrintState.SENT), _report(PrintState.PRINTED)]
    assert [(label.bitmap, label.width_dots, label.height_dots) for label in virtual.paper] == [(BITMAP, 64, 128)]


@pytest.mark.parametrize("fault", [PrinterFault.PAPER_OUT, PrinterFault.HEAD_OPEN, PrinterFault.PAUSED])
def test_not_ready(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot, fault: PrinterFault) -> None:
    """With a fault nothing is sent; when it is mended the label prints by itself, once."""
    device, ear = printer
    virtual.strike(fault)
    ear.wait_for(qtbot, _condition(up=True, word=fault.value))
    device.send("J1", LABEL)
    ear.wait_for(qtbot, _report(PrintState.NOT_READY, fault.value))
    assert not virtual._waiting
    virtual.mend()
    ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert len(virtual.paper) == 1


def test_silent(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """A silent printer is not ready and gets nothing."""
    device, ear = printer
    virtual.strike(PrinterFault.SILENT)
    device.send("J1", LABEL)
    ear.wait_for(qtbot, _report(PrintState.NOT_READY, "silent"))
    assert _condition(up=False, word="silent") in ear.heard
    virtual.mend()
    ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert len(virtual.paper) == 1


def test_paper_out_in_mid_label(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """Paper out while the label prints: the printer finishes it after new paper, and there is one label."""
    device, ear = printer
    virtual.plan_fault(1, PrinterFault.PAPER_OUT)
    device.send("J1", LABEL)
    ear.wait_for(qtbot, _condition(up=True, word="paper_out"))
    assert _reports(ear) == [_report(PrintState.SENT)]
    virtual.mend()
    ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert len(virtual.paper) == 1


def test_paper_never_loaded(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """Paper out while the label prints, and nobody comes: the label is unknown."""
    device, ear = printer
    virtual.plan_fault(1, PrinterFault.PAPER_OUT)
    device.send("J1", LABEL)
    ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "paper_out"))


def test_silent_in_mid_label(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """A printer that falls silent in mid-label makes it unknown; the same job again is not sent again."""
    device, ear = printer
    virtual.plan_fault(1, PrinterFault.SILENT)
    device.send("J1", LABEL)
    ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "silent"))
    virtual.mend()
    qtbot.waitUntil(lambda: len(virtual.paper) == 1)
    ear.take()
    device.send("J1", LABEL)
    assert ear.take() == [_report(PrintState.UNKNOWN, "silent")]


def test_dies_in_mid_label(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """A printer that loses power in mid-label makes it unknown, and its "ready" afterwards changes nothing."""
    device, ear = printer
    virtual.plan_fault(1, PrinterFault.DIES)
    device.send("J1", LABEL)
    qtbot.waitUntil(
        lambda: any(report.state is PrintState.UNKNOWN for report in ear.heard if isinstance(report, PrinterReport))
    )
    virtual.mend()
    ear.wait_for(qtbot, _condition(up=True, word="ready"))
    assert not virtual.paper
    device.send("J2", LABEL)
    ear.wait_for(qtbot, PrinterReport(job=JobId("J2"), state=PrintState.PRINTED))
    assert len(virtual.paper) == 1


def test_unplugged_and_plugged(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """Without a cable a label waits; it prints once when the cable is back."""
    device, ear = printer
    virtual.outlet.unplug()
    qtbot.waitUntil(lambda: bool(ear.heard))
    device.send("J1", LABEL)
    qtbot.waitUntil(lambda: bool(_reports(ear)))
    assert isinstance(report := _reports(ear)[0], PrinterReport)
    assert report.state is PrintState.NOT_READY
    virtual.outlet.plug()
    ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert len(virtual.paper) == 1


def test_cancel(virtual: VirtualPrinter, printer: tuple[Printer, Ear], qtbot: QtBot) -> None:
    """A label taken back while the printer is not ready never prints."""
    device, ear = printer
    virtual.strike(PrinterFault.PAPER_OUT)
    device.send("J1", LABEL)
    ear.wait_for(qtbot, _report(PrintState.NOT_READY, "paper_out"))
    assert device.cancel("J1")
    virtual.mend()
    ear.wait_for(qtbot, _condition(up=True, word="ready"))
    device.send("J2", LABEL)
    ear.wait_for(qtbot, PrinterReport(job=JobId("J2"), state=PrintState.PRINTED))
    assert len(virtual.paper) == 1


def test_folder(tmp_path: Path, qtbot: QtBot) -> None:
    """A folder gets one file a job with exactly the bytes, once."""
    device = build(
        DeviceSettings(name="printer", kind="printer", link=f"file:{tmp_path / 'out'}", speaks="zpl"), RunningClock()
    )
    assert isinstance(device, FilePrinter)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    device.send("J1", LABEL)
    device.send("J1", b"other bytes")
    assert ear.heard[:3] == [
        _condition(up=True, word="ready"),
        _report(PrintState.SENT),
        _report(PrintState.PRINTED),
    ]
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "out").iterdir()] == [("J1.zpl", LABEL)]
    device.close()


def test_folder_that_cannot_be(tmp_path: Path, qtbot: QtBot) -> None:
    """A folder that cannot be written leaves the jobs waiting with a word; one can be taken back, one goes later."""
    (tmp_path / "out").write_text("a file stands in the way")
    device = build(
        DeviceSettings(name="printer", kind="printer", link=f"file:{tmp_path / 'out'}", speaks="zpl"), RunningClock()
    )
    ear = Ear()
    device.said.connect(ear.hear)
    assert isinstance(device, FilePrinter)
    device.send("J1", LABEL)
    device._retry()
    assert ear.take() == [_report(PrintState.NOT_READY, "eexist")]
    device.send("J2", LABEL)
    assert device.cancel("J2")
    (tmp_path / "out").unlink()
    device._retry()
    assert ear.take()[1:] == [_report(PrintState.SENT), _report(PrintState.PRINTED)]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["J1.zpl"]
    device.close()
