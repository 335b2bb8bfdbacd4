"""Every language over a real socket against its virtual printer: the same rules hold for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices.address import TcpAddress, parse
from station.devices.device import build
from station.devices.printer import Asks, Printer
from station.devices.printer_links import printer_link
from station.devices.printers import tspl
from station.devices.printing import Pace
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.packing.inputs import DeviceKind, LinkReport, PrinterReport, PrintState
from station.packing.model import JobId
from station.registry import find
from tests.devices.doubles import Ear, RunningClock
from tests.devices.pictures import noise

QUICK = Pace(
    answer_ms=150,
    retry_ms=20,
    rest_ms=40,
    printing_ms=15,
    silence_ms=400,
    leave_ms=1_000,
    settle_ms=120,
    finish_ms=2_000,
    fault_ms=600,
)
BITMAP = noise(64, 128, 3)


@dataclass
class Pair:
    virtual: VirtualPrinter
    device: Printer
    ear: Ear
    data: bytes


@pytest.fixture(params=["zpl", "escpos", "tspl", "epl"])
def pair(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Pair]:
    speaks = str(request.param)
    virtual = VirtualPrinter(TcpOutlet(), speaks=speaks, label_ms=40)
    settings = DeviceSettings(name="printer", kind="printer", link=virtual.outlet.address, speaks=speaks)
    device = build(settings, RunningClock(), pace=QUICK)
    assert isinstance(device, Printer)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, LinkReport(device="printer", kind=DeviceKind.PRINTER, up=True, word="ready"))
    ear.take()
    yield Pair(virtual, device, ear, find("printer", speaks).encode(BITMAP, 64, 128))
    device.close()
    virtual.close()


def _report(state: PrintState, cause: str = "") -> PrinterReport:
    return PrinterReport(job=JobId("J1"), state=state, cause=cause)


def test_prints(pair: Pair, qtbot: QtBot) -> None:
    """A label comes out once, dot for dot, and is said to be sent and then printed."""
    pair.device.send("J1", pair.data)
    pair.ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert [said for said in pair.ear.heard if isinstance(said, PrinterReport)] == [
        _report(PrintState.SENT),
        _report(PrintState.PRINTED),
    ]
    assert [(label.width_dots, label.height_dots) for label in pair.virtual.paper] == [(64, 128)]


@pytest.mark.parametrize("fault", [PrinterFault.PAPER_OUT, PrinterFault.HEAD_OPEN])
def test_a_job_waits_while_paper_is_changed(pair: Pair, qtbot: QtBot, fault: PrinterFault) -> None:
    """With a fault nothing is sent; when it is mended the label prints by itself, once."""
    pair.virtual.strike(fault)
    words = {fault.value, "cover_open"} if fault is PrinterFault.HEAD_OPEN else {fault.value}
    qtbot.waitUntil(lambda: any(isinstance(said, LinkReport) and said.word in words for said in pair.ear.heard))
    pair.device.send("J1", pair.data)
    qtbot.waitUntil(lambda: any(isinstance(said, PrinterReport) for said in pair.ear.heard))
    assert not pair.virtual.paper
    pair.virtual.mend()
    pair.ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert len(pair.virtual.paper) == 1


def test_low_paper_stops_nothing(pair: Pair, qtbot: QtBot) -> None:
    """Low paper is a warning: the label prints."""
    pair.virtual.strike(PrinterFault.PAPER_LOW)
    pair.device.send("J1", pair.data)
    pair.ear.wait_for(qtbot, _report(PrintState.PRINTED))


def test_paper_out_in_mid_label(pair: Pair, qtbot: QtBot) -> None:
    """A printer that reprints by itself finishes the label; with any other it is torn and unknown, never sent twice."""
    pair.virtual.plan_fault(1, PrinterFault.PAPER_OUT)
    pair.device.send("J1", pair.data)
    paper_out = LinkReport(device="printer", kind=DeviceKind.PRINTER, up=True, word="paper_out")
    pair.ear.wait_for(qtbot, paper_out)
    pair.virtual.mend()
    if pair.virtual._firmware.reprints:
        pair.ear.wait_for(qtbot, _report(PrintState.PRINTED))
        assert (len(pair.virtual.paper), pair.virtual.spoiled) == (1, 0)
    else:
        pair.ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "paper_out"))
        assert (len(pair.virtual.paper), pair.virtual.spoiled) == (0, 1)


def test_silence_is_unknown(pair: Pair, qtbot: QtBot) -> None:
    """A printer that falls silent in mid-label makes it unknown; before, it gets nothing."""
    pair.virtual.plan_fault(1, PrinterFault.SILENT)
    pair.device.send("J1", pair.data)
    pair.ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "silent"))
    pair.device.send("J2", pair.data)
    silent = PrinterReport(job=JobId("J2"), state=PrintState.NOT_READY, cause="silent")
    pair.ear.wait_for(qtbot, silent)


def test_power_cut_in_mid_label(pair: Pair, qtbot: QtBot) -> None:
    """A printer that lost power has forgotten the label: unknown, whatever it says afterwards."""
    pair.virtual.plan_fault(1, PrinterFault.DIES)
    pair.device.send("J1", pair.data)
    qtbot.waitUntil(
        lambda: any(isinstance(one, PrinterReport) and one.state is PrintState.UNKNOWN for one in pair.ear.heard)
    )
    pair.virtual.mend()
    pair.ear.wait_for(qtbot, LinkReport(device="printer", kind=DeviceKind.PRINTER, up=True, word="ready"))
    pair.device.send("J2", pair.data)
    pair.ear.wait_for(qtbot, PrinterReport(job=JobId("J2"), state=PrintState.PRINTED))
    assert len(pair.virtual.paper) == 1


def _mute(virtual: VirtualPrinter, asks: Asks) -> tuple[Printer, Ear]:
    address = parse(virtual.outlet.address)
    assert isinstance(address, TcpAddress)
    device = Printer("printer", printer_link(address), tspl, RunningClock(), QUICK, asks=asks)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    return device, ear


def test_a_printer_that_never_answers(qtbot: QtBot) -> None:
    """With status "nobody" labels go out blind, and each ends as a question to the packer, never as printed."""
    virtual = VirtualPrinter(TcpOutlet(), speaks="tspl", label_ms=10)
    virtual.strike(PrinterFault.SILENT)
    device, ear = _mute(virtual, Asks.NOBODY)
    device.send("J1", tspl.encode(BITMAP, 64, 128))
    ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "unconfirmed"))
    device.close()
    virtual.close()


def test_a_port_that_cannot_tell(qtbot: QtBot) -> None:
    """With status "port" on a link that has no such lines nothing is ever sent: silence is not ready."""
    virtual = VirtualPrinter(TcpOutlet(), speaks="tspl", label_ms=10)
    device, ear = _mute(virtual, Asks.PORT)
    device.send("J1", tspl.encode(BITMAP, 64, 128))
    qtbot.waitUntil(lambda: any(isinstance(one, PrinterReport) and one.cause == "silent" for one in ear.heard))
    assert not virtual.paper
    device.close()
    virtual.close()
