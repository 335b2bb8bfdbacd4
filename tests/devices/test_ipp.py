"""IPP: requests as RFC 8010 writes them, answers read whole or not at all, reasons as the one model of status."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.dialect import PrinterStatus, told
from station.devices.ipp import (
    IppError,
    Operation,
    Tag,
    job_question,
    print_job,
    printer_question,
    read,
    request,
    status,
)

URI = "ipp://localhost:631/ipp/print"


def answer(code: int, *attributes: tuple[int, str, bytes]) -> bytes:
    """An answer as a printer writes it: version, code, request id, one group."""
    body = b"".join(
        struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(value)) + value
        for tag, name, value in attributes
    )
    return b"\x02\x00" + struct.pack(">HI", code, 1) + b"\x04" + body + b"\x03"


def printer(state: int, *reasons: str, accepting: bool = True) -> PrinterStatus:
    words = [
        (0x44, "printer-state-reasons" if not number else "", word.encode()) for number, word in enumerate(reasons)
    ]
    raw = answer(
        0,
        (0x23, "printer-state", struct.pack(">i", state)),
        (0x22, "printer-is-accepting-jobs", bytes([accepting])),
        *words,
    )
    return status(read(raw))


def test_a_request_as_the_rfc_shows_it() -> None:
    """RFC 8010 A.1 in small: version 1.1, Print-Job, charset and language first, the printer's URI, the end."""
    raw = request(Operation.PRINT_JOB, 1, (Tag.URI, "printer-uri", "ipp://p/"))
    assert raw == (
        b"\x01\x01\x00\x02\x00\x00\x00\x01\x01"
        b"\x47\x00\x12attributes-charset\x00\x05utf-8"
        b"\x48\x00\x1battributes-natural-language\x00\x02en"
        b"\x45\x00\x0bprinter-uri\x00\x08ipp://p/"
        b"\x03"
    )


def test_our_requests_read_as_ipp() -> None:
    """What we ask can be read by the rules by which we read: names, several values, numbers."""
    assert read(printer_question(URI, 7)).words("requested-attributes")[0] == "printer-state"
    assert read(print_job(URI, 8, job="J" * 400, document_format="application/pdf")).words("job-name") == ("J" * 255,)
    assert read(job_question(URI, 9, 42)).number("job-id") == 42


@pytest.mark.parametrize(
    ("state", "reasons", "words"),
    [
        (3, ("none",), {"ready"}),
        (4, ("none",), {"ready"}),
        (3, ("media-low-warning",), {"ready", "paper_low"}),
        (3, ("toner-low-report", "marker-waste-almost-full-warning"), {"ready"}),
        (5, ("media-empty-error",), {"paper_out"}),
        (5, ("media-needed",), {"paper_out"}),
        (5, ("media-jam-error", "cover-open-error"), {"paper_jam", "cover_open"}),
        (5, ("paused",), {"paused"}),
        (5, ("none",), {"paused"}),
        (4, ("connecting-to-device",), {"offline"}),
        (5, ("marker-supply-empty-error",), {"ribbon_out"}),
        (5, ("com.maker.strange-error",), {"error"}),
    ],
)
def test_reasons(state: int, reasons: tuple[str, ...], words: set[str]) -> None:
    """printer-state and its reasons give the words that every other printer gives."""
    said = printer(state, *reasons)
    assert said.words == words
    assert said.ready is ("ready" in words)


def test_no_state_is_unknown() -> None:
    """An answer without a state, or a refusal, never says ready; nor does a printer that takes no jobs."""
    assert status(read(answer(0))) == told("unknown")
    assert status(read(answer(0x0400, (0x23, "printer-state", b"\x00\x00\x00\x03")))) == told("unknown")
    assert not printer(3, "none", accepting=False).ready


@given(st.integers(0, 200))
def test_a_cut_answer_is_none(end: int) -> None:
    """An answer cut anywhere is no answer."""
    raw = answer(0, (0x23, "printer-state", b"\x00\x00\x00\x03"), (0x44, "printer-state-reasons", b"none"))
    if end < len(raw):
        with pytest.raises(IppError):
            read(raw[:end])


@given(st.binary(max_size=300))
def test_noise(data: bytes) -> None:
    """No bytes at all make the reader do anything but answer or refuse."""
    with suppress(IppError):
        status(read(data))
