"""The Windows queue as far as it can be tried anywhere: its words, its structures, and pages painted by QPrinter."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from station.devices.dialect import told
from station.devices.page_printing import pages, paint_pages, print_pages
from station.devices.printers import pdf
from station.devices.spool import Fate
from station.devices.windows_spool import JobInfo1, PrinterInfo6, WindowsSpool, job_fate, meaning
from station.errors import DeviceTrouble, Trouble


@pytest.mark.parametrize(
    ("flags", "words"),
    [(0, {"ready"}), (0x10, {"paper_out"}), (0x400001, {"paused", "cover_open"}), (0x80, {"offline"})],
)
def test_status_flags(flags: int, words: set[str]) -> None:
    """PRINTER_STATUS flags give the words that every other printer gives."""
    assert meaning(flags) == told(*words)


def test_job_flags() -> None:
    """A job printed is done, one deleted is lost, anything else goes on."""
    assert [job_fate(flags) for flags in (0x80, 0x100, 0x10, 0)] == [Fate.DONE, Fate.LOST, Fate.GOING, Fate.GOING]


def test_structures_lie_as_the_system_lays_them() -> None:
    """On 64 bits JOB_INFO_1W has its status at byte 56: a number padded to 8, then six pointers."""
    assert ctypes.sizeof(PrinterInfo6) == 4
    assert JobInfo1.status.offset == 7 * ctypes.sizeof(ctypes.c_void_p)


@pytest.mark.skipif(sys.platform == "win32", reason="what other systems say")
def test_elsewhere() -> None:
    """Off Windows the queue is refused in a sentence."""
    with pytest.raises(DeviceTrouble, match="no Windows print queues"):
        WindowsSpool("Label", speaks="zpl").status()


def test_pages_onto_a_printer(tmp_path: Path, qapp: object) -> None:
    """Pages painted by QPrinter come out at their size, as many as there were."""
    source = pdf.encode(b"\xff" * 100 * 1200, 800, 1200, copies=2)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    paint_pages(source, printer)
    printed = pages((tmp_path / "out.pdf").read_bytes(), 203)
    assert len(printed) == 2
    assert abs(printed[0].width_dots - 800) <= 2
    assert int.from_bytes(printed[0].bitmap).bit_count() > 0.98 * 800 * 1200


@pytest.mark.parametrize(
    ("data", "named"), [(b"no pdf", "no PDF that can be read"), (b"x" * 50_000_001, "larger than 50 MB")]
)
def test_no_pages(data: bytes, named: str, qapp: object) -> None:
    """What is no PDF, or too large, is refused in a sentence."""
    with pytest.raises(Trouble, match=named):
        pages(data, 203)


def test_a_page_too_large(qapp: object) -> None:
    """A poster is refused by its size, before it is drawn."""
    with pytest.raises(Trouble, match="page 1 is"):
        pages(pdf.encode(b"\x00" * 1_000 * 8_000, 8_000, 8_000), 600)


def test_no_such_queue(qapp: object) -> None:
    """A queue that the system does not know is named."""
    with pytest.raises(Trouble, match="no printer 'nowhere'"):
        print_pages(pdf.encode(b"\xff", 8, 1), "nowhere", "job")
