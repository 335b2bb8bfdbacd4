"""Printers of every language at the far end of a bench's line: what came out of them, and what goes wrong with them."""

from __future__ import annotations

import http.server
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from station.devices.page_printing import pages
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import Outlet
from station.devices.virtual.printer import VirtualPrinter
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from tests.devices.test_ipp import answer

PRINT_JOB, GET_JOB, GET_PRINTER = 0x0002, 0x0009, 0x000B
STOPPED, COMPLETED = 6, 9
DPI = 203


class FarEnd(Protocol):
    @property
    def link(self) -> str: ...
    @property
    def speaks(self) -> str: ...
    @property
    def reprints(self) -> bool:
        """Whether a label that a fault stopped comes out by itself once it is mended."""
        ...

    def papers(self) -> list[set[str]]:
        """The codes on each label that came out, oldest first."""
        ...

    def runs_out_in_mid_label(self) -> None: ...
    def dies_in_mid_label(self) -> None: ...
    def is_mended(self) -> None: ...


class ByWire:
    """A virtual printer behind a socket or a pty."""

    def __init__(self, speaks: str, outlet: Outlet) -> None:
        self.speaks = speaks
        self.device = VirtualPrinter(outlet, speaks=speaks, label_ms=40)
        self.reprints = speaks == "zpl"

    @property
    def link(self) -> str:
        return self.device.outlet.address

    def papers(self) -> list[set[str]]:
        return [
            _codes(Bitmap(dots=one.bitmap, width_dots=one.width_dots, height_dots=one.height_dots))
            for one in self.device.paper
        ]

    def runs_out_in_mid_label(self) -> None:
        self.device.plan_fault(1, PrinterFault.PAPER_OUT)

    def dies_in_mid_label(self) -> None:
        self.device.plan_fault(1, PrinterFault.DIES)

    def is_mended(self) -> None:
        self.device.mend()


class Ipp:
    """An office printer that speaks IPP: a web server that takes PDF and tells its state."""

    speaks = "pdf"
    reprints = True

    def __init__(self) -> None:
        self.jobs: list[bytes] = []
        self.done = 0
        self.reason = "none"
        self.runs_out = self.dies = False
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def link(self) -> str:
        return f"ipp://127.0.0.1:{self._server.server_address[1]}/ipp/print"

    def papers(self) -> list[set[str]]:
        found = [page for job in self.jobs[: self.done] for page in pages(job, DPI)]
        return [
            _codes(Bitmap(dots=one.bitmap, width_dots=one.width_dots, height_dots=one.height_dots)) for one in found
        ]

    def runs_out_in_mid_label(self) -> None:
        self.runs_out = True

    def dies_in_mid_label(self) -> None:
        self.dies = True

    def is_mended(self) -> None:
        self.reason = "none"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def reply(self, body: bytes) -> bytes | None:
        """None: the line breaks."""
        (operation,) = struct.unpack_from(">H", body, 2)
        if operation == GET_PRINTER:
            state = struct.pack(">i", 5 if self.reason != "none" else 3)
            return answer(0, (0x23, "printer-state", state), (0x44, "printer-state-reasons", self.reason.encode()))
        if operation == PRINT_JOB:
            return self._took(body[body.index(b"%PDF") :])
        if self.reason == "none":
            self.done = len(self.jobs)
        state = struct.pack(">i", COMPLETED if self.reason == "none" else STOPPED)
        return answer(0, (0x23, "job-state", state))

    def _took(self, job: bytes) -> bytes | None:
        if self.dies:
            self.dies = False
            return None
        self.jobs.append(job)
        if self.runs_out:
            self.runs_out, self.reason = False, "media-empty-error"
        return answer(0, (0x21, "job-id", struct.pack(">i", len(self.jobs))))

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        printer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                reply = printer.reply(self.rfile.read(int(self.headers["Content-Length"])))
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

        return Handler


@contextmanager
def office_printer() -> Iterator[Ipp]:
    made = Ipp()
    try:
        yield made
    finally:
        made.close()


def pages_of_file(folder: Path) -> list[set[str]]:
    """What a printer that writes files wrote as PDF."""
    found = [page for file in sorted(folder.glob("*.pdf")) for page in pages(file.read_bytes(), DPI)]
    return [_codes(Bitmap(dots=one.bitmap, width_dots=one.width_dots, height_dots=one.height_dots)) for one in found]


def _codes(bitmap: Bitmap) -> set[str]:
    return {text for _, text in codes_in(bitmap)}
