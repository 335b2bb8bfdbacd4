"""A Windows printer by its spooler: raw bytes for label printers, pages through Qt for all others. Windows only.

Written to the winspool documentation and untried on a Windows machine. What the structures hold is checked by tests;
the calls themselves only there. A raw queue knows that bytes have left, never that paper came.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

from station.devices.dialect import PrinterStatus, told
from station.devices.spool import Fate, Uncertain, Unreached
from station.errors import DeviceTrouble

FAULTS: Final = (
    (0x00000001, "paused"),
    (0x00000002, "error"),
    (0x00000008, "paper_jam"),
    (0x00000010, "paper_out"),
    (0x00000040, "error"),
    (0x00000080, "offline"),
    (0x00001000, "offline"),
    (0x00040000, "ribbon_out"),
    (0x00100000, "error"),
    (0x00400000, "cover_open"),
)
"""``PRINTER_STATUS_*``: paused, error, jam, out, problem, offline, not available, no toner, user, door"""

JOB_ERROR, JOB_PRINTED, JOB_DELETED = 0x2, 0x80, 0x100
NOT_FOUND_ERRORS: Final = {87, 1801}  # invalid parameter (the job has left the list), invalid printer name


class DocInfo(ctypes.Structure):
    """``DOC_INFO_1W``."""

    _fields_ = (("name", ctypes.c_wchar_p), ("output", ctypes.c_wchar_p), ("kind", ctypes.c_wchar_p))


class PrinterInfo6(ctypes.Structure):
    """``PRINTER_INFO_6``: the status and nothing else."""

    _fields_ = (("status", ctypes.c_uint32),)


class WindowsSpool:
    """``speaks`` pdf goes page by page through Qt; every other language raw."""

    proves = False

    def __init__(self, queue: str, *, speaks: str) -> None:
        self._queue = queue
        self._speaks = speaks

    def status(self) -> PrinterStatus:
        handle = self._opened()
        try:
            info = PrinterInfo6()
            needed = ctypes.c_uint32()
            size = ctypes.sizeof(info)
            if not _winspool().GetPrinterW(handle, 6, ctypes.byref(info), size, ctypes.byref(needed)):
                raise Unreached("silent")
            return meaning(int(info.status))
        finally:
            _winspool().ClosePrinter(handle)

    def submit(self, job: str, data: bytes) -> int:
        if self._speaks == "pdf":
            from station.devices.page_printing import print_pages

            print_pages(data, self._queue, job)
            return 0
        handle = self._opened()
        try:
            return _write_raw(handle, job, data)
        finally:
            _winspool().ClosePrinter(handle)

    def fate(self, number: int) -> Fate:
        """A job that is gone from the list was spooled to its end."""
        if number == 0:
            return Fate.DONE
        handle = self._opened()
        try:
            return _fate(handle, number)
        finally:
            _winspool().ClosePrinter(handle)

    def _opened(self) -> Any:
        handle = ctypes.c_void_p()
        if not _winspool().OpenPrinterW(self._queue, ctypes.byref(handle), None):
            raise Unreached("not_found")
        return handle


def meaning(flags: int) -> PrinterStatus:
    """A status of 0 is all that a spooler says of a printer it hears nothing from: ready, as far as it knows."""
    words = {word for bit, word in FAULTS if flags & bit}
    return told(*words) if words else told("ready")


def _write_raw(handle: Any, job: str, data: bytes) -> int:
    winspool = _winspool()
    number = int(winspool.StartDocPrinterW(handle, 1, ctypes.byref(DocInfo(job, None, "RAW"))))
    if number == 0:
        raise Unreached("refused")
    written = ctypes.c_uint32()
    if not winspool.WritePrinter(handle, data, len(data), ctypes.byref(written)) or written.value != len(data):
        raise Uncertain("lost")
    if not winspool.EndDocPrinter(handle):
        raise Uncertain("lost")
    return number


def _fate(handle: Any, number: int) -> Fate:
    """``JOB_INFO_1W`` begins: id (4, padded to 8), five pointers, then the status text's pointer and the status."""
    winspool = _winspool()
    needed = ctypes.c_uint32()
    winspool.GetJobW(handle, number, 1, None, 0, ctypes.byref(needed))
    buffer = ctypes.create_string_buffer(max(needed.value, 1))
    if not winspool.GetJobW(handle, number, 1, buffer, needed.value, ctypes.byref(needed)):
        return Fate.DONE if _last_error() in NOT_FOUND_ERRORS else Fate.GOING
    return job_fate(JobInfo1.from_buffer(buffer).status)


class JobInfo1(ctypes.Structure):
    """``JOB_INFO_1W`` as far as its status."""

    _fields_ = (
        ("number", ctypes.c_uint32),
        ("printer", ctypes.c_void_p),
        ("machine", ctypes.c_void_p),
        ("user", ctypes.c_void_p),
        ("document", ctypes.c_void_p),
        ("kind", ctypes.c_void_p),
        ("status_text", ctypes.c_void_p),
        ("status", ctypes.c_uint32),
    )


def job_fate(flags: int) -> Fate:
    if flags & JOB_DELETED:
        return Fate.LOST
    return Fate.DONE if flags & JOB_PRINTED else Fate.GOING


def _winspool() -> Any:
    if sys.platform == "win32":
        return ctypes.WinDLL("winspool.drv", use_last_error=True)
    raise DeviceTrouble("this system has no Windows print queues", remedy="Use lp: with CUPS, or tcp:.")


def _last_error() -> int:
    if sys.platform == "win32":
        return ctypes.get_last_error()
    return 0
