"""A printer behind a queue: handed over once, believed only where it can know, never in the way of the bench."""

from __future__ import annotations

import http.server
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices.address import IppAddress, QueueAddress
from station.devices.device import build
from station.devices.dialect import PrinterStatus, told
from station.devices.ipp_spool import IppSpool, cups_spool, ipp_spool
from station.devices.queue_printer import QueuePace, QueuePrinter
from station.devices.spool import Fate, Uncertain, Unreached
from station.packing.inputs import DeviceKind, LinkReport, PrinterReport, PrintState
from station.packing.model import JobId
from tests.devices.doubles import Ear, RunningClock
from tests.devices.test_ipp import answer

QUICK = QueuePace(rest_s=0.05, retry_s=0.02, going_s=0.02, finish_s=0.4)


@dataclass
class FakeSpool:
    """A queue that says what it is told to say."""

    proves: bool = True
    now: PrinterStatus | Unreached = field(default_factory=lambda: told("ready"))
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    refusal: Exception | None = None
    end: Fate = Fate.DONE

    def status(self) -> PrinterStatus:
        if isinstance(self.now, Unreached):
            raise self.now
        return self.now

    def submit(self, job: str, data: bytes) -> int:
        self.taken.append((job, data))
        if self.refusal is not None:
            raise self.refusal
        return len(self.taken)

    def fate(self, number: int) -> Fate:
        del number
        return self.end


@pytest.fixture
def spool() -> FakeSpool:
    return FakeSpool()


@pytest.fixture
def printer(spool: FakeSpool, qtbot: QtBot) -> Iterator[tuple[QueuePrinter, Ear]]:
    device = QueuePrinter("office", spool, QUICK)
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    yield device, ear
    device.close()


def _condition(word: str, *, up: bool = True) -> LinkReport:
    return LinkReport(device="office", kind=DeviceKind.PRINTER, up=up, word=word)


def _report(state: PrintState, cause: str = "", job: str = "J1") -> PrinterReport:
    return PrinterReport(job=JobId(job), state=state, cause=cause)


def test_prints_once(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot) -> None:
    """A job is handed over once and is printed when the queue, which can know, says so."""
    device, ear = printer
    device.send("J1", b"page")
    ear.wait_for(qtbot, _report(PrintState.PRINTED))
    device.send("J1", b"page")
    assert [said for said in ear.heard if isinstance(said, PrinterReport)] == [
        _report(PrintState.SENT),
        _report(PrintState.PRINTED),
    ]
    assert spool.taken == [("J1", b"page")]


def test_a_queue_that_cannot_know(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot) -> None:
    """A raw queue only knows that bytes have left: the packer is asked."""
    device, ear = printer
    spool.proves = False
    device.send("J1", b"label")
    ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "unconfirmed"))


def test_not_ready_waits(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot) -> None:
    """Without paper nothing is handed over; with paper it goes by itself, once."""
    device, ear = printer
    spool.now = told("paper_out")
    ear.wait_for(qtbot, _condition("paper_out"))
    device.send("J1", b"page")
    ear.wait_for(qtbot, _report(PrintState.NOT_READY, "paper_out"))
    assert not spool.taken
    spool.now = told("ready")
    ear.wait_for(qtbot, _report(PrintState.PRINTED))
    assert len(spool.taken) == 1


def test_out_of_reach(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot) -> None:
    """A queue that cannot be reached is offline; a job that waits can be taken back."""
    device, ear = printer
    spool.now = Unreached("refused")
    ear.wait_for(qtbot, _condition("refused", up=False))
    device.send("J1", b"page")
    ear.wait_for(qtbot, _report(PrintState.NOT_READY, "refused"))
    assert device.cancel("J1")
    assert not device.cancel("J1")
    spool.now = told("ready")
    ear.wait_for(qtbot, _condition("ready"))
    assert not spool.taken


def test_no_word_of_state_is_not_ready(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot) -> None:
    """A queue that does not say how its printer is gets nothing."""
    device, ear = printer
    spool.now = told("unknown")
    ear.wait_for(qtbot, _condition("unknown"))
    device.send("J1", b"page")
    ear.wait_for(qtbot, _report(PrintState.NOT_READY, "unknown"))
    assert not spool.taken


def test_uncertain_is_never_repeated(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot) -> None:
    """When bytes may have left and nobody answered, the job is unknown and is not handed over again."""
    device, ear = printer
    spool.refusal = Uncertain("lost")
    device.send("J1", b"page")
    ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "lost"))
    device.send("J2", b"page")
    ear.wait_for(qtbot, _report(PrintState.UNKNOWN, "lost", "J2"))
    assert [job for job, _ in spool.taken] == ["J1", "J2"]


@pytest.mark.parametrize(("end", "cause"), [(Fate.LOST, "aborted"), (Fate.GOING, "busy")])
def test_no_good_end(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot, end: Fate, cause: str) -> None:
    """A job that was cancelled at the queue, or never ends, is unknown."""
    device, ear = printer
    spool.end = end
    device.send("J1", b"page")
    ear.wait_for(qtbot, _report(PrintState.UNKNOWN, cause))


def test_too_many(spool: FakeSpool, printer: tuple[QueuePrinter, Ear], qtbot: QtBot) -> None:
    """Only a few jobs may wait; one too many is told."""
    device, ear = printer
    spool.now = told("paused")
    for number in range(5):
        device.send(f"J{number}", b"page")
    ear.wait_for(qtbot, _report(PrintState.NOT_READY, "queue_full", "J4"))


class _Ipp(http.server.BaseHTTPRequestHandler):
    """Answers every IPP request with what its operation is given."""

    replies: ClassVar[dict[int, bytes]] = {}
    seen: ClassVar[list[bytes]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append(body)
        (operation,) = struct.unpack_from(">H", body, 2)
        reply = self.replies.get(operation)
        if reply is None:
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@pytest.fixture
def server() -> Iterator[tuple[IppSpool, type[_Ipp]]]:
    _Ipp.replies, _Ipp.seen = {}, []
    made = http.server.HTTPServer(("127.0.0.1", 0), _Ipp)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    address = IppAddress(host="127.0.0.1", port=made.server_address[1], path="/ipp/print")
    yield ipp_spool(address, speaks="pdf", mime="application/pdf"), _Ipp
    made.shutdown()
    made.server_close()
    thread.join()


READY = answer(0, (0x23, "printer-state", b"\x00\x00\x00\x03"), (0x44, "printer-state-reasons", b"none"))


def test_over_http(server: tuple[IppSpool, type[_Ipp]]) -> None:
    """State, job and fate go over real HTTP, the document behind its request, nothing twice."""
    spool, peer = server
    peer.replies = {
        0x000B: READY,
        0x0002: answer(0, (0x21, "job-id", b"\x00\x00\x00\x07")),
        0x0009: answer(0, (0x23, "job-state", b"\x00\x00\x00\x09")),
    }
    assert spool.status() == told("ready")
    assert spool.submit("J1", b"%PDF-page") == 7
    assert spool.fate(7) is Fate.DONE
    assert peer.seen[1].endswith(b"\x03%PDF-page")
    assert len(peer.seen) == 3


def test_a_refused_job_may_go_again(server: tuple[IppSpool, type[_Ipp]]) -> None:
    """server-error-busy and a refused format mean that nothing was taken."""
    spool, peer = server
    for code, word in ((0x0507, "busy"), (0x0506, "not_accepting"), (0x040A, "format_refused"), (0x0400, "refused")):
        peer.replies = {0x0002: answer(code)}
        with pytest.raises(Unreached, match=word):
            spool.submit("J1", b"%PDF")


def test_a_broken_answer_is_uncertain(server: tuple[IppSpool, type[_Ipp]]) -> None:
    """A connection that breaks after the job was sent leaves it uncertain, sent exactly once."""
    spool, peer = server
    with pytest.raises(Uncertain, match="lost"):
        spool.submit("J1", b"%PDF")
    assert len(peer.seen) == 1
    with pytest.raises(Unreached, match="silent"):
        spool.status()
    peer.replies = {0x0002: READY}
    with pytest.raises(Uncertain, match="no_job_number"):
        spool.submit("J2", b"%PDF")
    peer.replies = {0x0009: answer(0x0406)}
    assert spool.fate(1) is Fate.LOST


def test_nobody_there() -> None:
    """A printer that is switched off has taken nothing."""
    spool = ipp_spool(IppAddress(host="127.0.0.1", port=1, path="/"), speaks="pdf", mime="application/pdf")
    with pytest.raises(Unreached, match="refused"):
        spool.submit("J1", b"%PDF")


def test_a_cups_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    """lp: is CUPS' own IPP port; a label goes raw, and its end is not taken for paper."""
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    spool = cups_spool(QueueAddress(queue="Büro 1"), speaks="zpl", mime="application/vnd.zebra-zpl")
    assert spool._address == IppAddress(host="localhost", port=631, path="/printers/B%C3%BCro%201")
    assert (spool._format, spool.proves) == ("application/vnd.cups-raw", False)
    monkeypatch.setenv("CUPS_SERVER", "print.example:8631")
    office = cups_spool(QueueAddress(queue="q"), speaks="pdf", mime="application/pdf")
    assert (office._address.host, office._address.port, office._format) == ("print.example", 8631, "application/pdf")
    monkeypatch.setenv("CUPS_SERVER", "/run/cups/cups.sock")
    assert cups_spool(QueueAddress(queue="q"), speaks="pdf", mime="")._address.host == "localhost"


def test_devices_of_bench_toml(qtbot: QtBot) -> None:
    """ipp: and lp: of bench.toml make queue printers."""
    for link in ("ipp://127.0.0.1:1/ipp/print", "lp:Label"):
        device = build(DeviceSettings(name="p", kind="printer", link=link, speaks="pdf"), RunningClock())
        assert isinstance(device, QueuePrinter)
