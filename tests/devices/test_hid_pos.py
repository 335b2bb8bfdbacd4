"""HID POS scanners: codes in one report and in several, in layouts of several makers, and halves that never count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.dialect import BadScan, RawScan
from station.devices.hid_lines import described, reported
from station.devices.scanners.hid_pos import Dialect
from station.devices.virtual.scanner import DESCRIPTOR, pos_reports
from station.packing.inputs import ScanFault

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "hid" / "pos_scanner_reports.json").read_text("utf-8"))


def _dialect(descriptor: bytes = DESCRIPTOR) -> Dialect:
    made = Dialect()
    made.feed(described(descriptor))
    return made


def _feed(dialect: Dialect, *reports: bytes) -> list[RawScan | BadScan]:
    return dialect.feed(b"".join(map(reported, reports)))


def _built(*items: str) -> bytes:
    """A descriptor inside a scanner's application."""
    return bytes.fromhex("058c0902a101" + "".join(items).replace(" ", "") + "c0")


BYTES = "1500 26ff00 7508"


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=["chained", "single"])
def test_public_reports(vector: dict[str, object]) -> None:
    """The published reports: the first of a pair waits, a whole one is a code with its AIM id."""
    dialect = _dialect(bytes.fromhex(VECTORS["report_descriptor_hex_used_in_vm_test"]))
    reports = vector["reports_hex"]
    assert isinstance(reports, list)
    got = _feed(dialect, *map(bytes.fromhex, reports))
    expected = vector["expect"]
    if isinstance(expected, dict):
        assert got == [RawScan(text=expected["data"], aim=expected["aim"])]
    else:
        assert (got, dialect.waiting) == ([], True)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=120))
def test_any_length(text: str) -> None:
    """A code of any length comes out as it went in, however many reports it took."""
    if len(text.encode()) > 512:
        return
    (scan,) = _feed(_dialect(), *pos_reports(text.encode(), "]Q1"))
    assert scan == RawScan(text=text, aim="]Q1")


@pytest.mark.parametrize(
    ("descriptor", "report", "expected"),
    [
        (_built("8501 09fe", BYTES, "953e 8102"), "01" + "534f2d31" + "00" * 58, RawScan(text="SO-1")),
        (
            _built("8501 05010 93b".replace(" ", ""), BYTES, "9501 8102 058c 09fe 953e 8102"),
            "0104" + "534f2d31" + "00" * 58,
            RawScan(text="SO-1"),
        ),
        (
            _built("0501 093b", BYTES, "9501 8102 058c 09fb09fc09fd09fe 9508 8102"),
            "03" + "5d4330" + "534f31" + "0000",
            RawScan(text="SO1", aim="]C0"),
        ),
        (_built("09fb", BYTES, "9503 8102 09fe 9504 8102"), "5d4330" + "534f3100", RawScan(text="SO1", aim="]C0")),
        (_built("09fe", BYTES, "9504 8102 09fb09fc 9502 8102"), "534f3100" + "4501", RawScan(text="SO1", aim="]E1")),
        (
            _built("09ff 1500 2501 7501 9501 8102 7507 8103 09fe", BYTES, "9504 8102"),
            "00" + "534f3100",
            RawScan(text="SO1"),
        ),
        (
            _built("0501 093b 1500 27ffff0000 7510 9501 8102 058c 09fe", BYTES, "9504 8102"),
            "0300" + "534f3100",
            RawScan(text="SO1"),
        ),
        (_built("09fe", BYTES, "9504 8100"), "534f3100", RawScan(text="SO1")),
    ],
    ids=["id-1", "length-62", "one-item", "one-usage", "numbers", "flag-first", "long-length", "array"],
)
def test_layouts(descriptor: bytes, report: str, expected: RawScan) -> None:
    """Where length, AIM id, data and the flag stand is told by the descriptor, not by a maker's habit."""
    assert _feed(_dialect(descriptor), bytes.fromhex(report)) == [expected]


def test_two_kinds_of_report() -> None:
    """A scanner with a short and a long report: both are read, a trigger report between them is no code."""
    descriptor = _built(
        "8501 09fe", BYTES, "9504 8102 8502 09fe", BYTES, "9508 8102 8503 0914", BYTES, "9501 8102 8504 0913 a102 09fe",
        BYTES, "9504 8102 c0",
    )  # fmt: skip
    dialect = _dialect(descriptor)
    got = _feed(dialect, b"\x01SO-1", b"\x03\x01", b"\x02SO-00002", b"\x04SO-3", b"\x09SO-4")
    assert got == [RawScan(text="SO-1"), RawScan(text="SO-00002")]


def test_a_chain_that_stops() -> None:
    """The rest of a code that comes after a pause is dropped with a word, and the next code counts."""
    dialect = _dialect()
    first, second = pos_reports(b"9" * 70, "]C0")
    assert _feed(dialect, first) == []
    assert dialect.gap() == [BadScan(fault=ScanFault.INCOMPLETE, text="9" * 56)]
    assert _feed(dialect, second) == [BadScan(fault=ScanFault.INCOMPLETE, text="9" * 14)]
    assert _feed(dialect, *pos_reports(b"SO-1", "]C0")) == [RawScan(text="SO-1", aim="]C0")]


def test_quiet_after_a_broken_chain() -> None:
    """When the line stays quiet after a broken code, the next one is a code of its own."""
    dialect = _dialect()
    _feed(dialect, pos_reports(b"9" * 70, "]C0")[0])
    dialect.gap()
    assert [dialect.waiting, dialect.gap(), dialect.waiting] == [True, [], False]
    assert _feed(dialect, *pos_reports(b"SO-1", "]C0")) == [RawScan(text="SO-1", aim="]C0")]


def test_two_codes_in_one_chain() -> None:
    """Reports of two kinds of barcode never make one code: the last of the first code was lost."""
    got = _feed(_dialect(), pos_reports(b"9" * 70, "]C0")[0], *pos_reports(b"SO-1", "]Q1"))
    assert [scan.fault for scan in got if isinstance(scan, BadScan)] == [ScanFault.INCOMPLETE]


def test_too_long() -> None:
    """Four kilobytes in a chain are refused once, and little of them is kept."""
    dialect = _dialect()
    (bad,) = _feed(dialect, *pos_reports(b"9" * 4_096, "]C0"))
    assert isinstance(bad, BadScan)
    assert (bad.fault, len(bad.text)) == (ScanFault.TOO_LONG, 64)
    assert not dialect.waiting


def test_plugged_in_anew() -> None:
    """A new descriptor forgets half a code; a device without one for scanners is refused at each report."""
    dialect = _dialect()
    _feed(dialect, pos_reports(b"9" * 70, "]C0")[0])
    dialect.feed(described(DESCRIPTOR))
    assert _feed(dialect, *pos_reports(b"SO-1", "")) == [RawScan(text="SO-1")]
    dialect.feed(described(bytes.fromhex("05010906a101c0")))
    assert _feed(dialect, b"\x02\x01") == [BadScan(fault=ScanFault.NOT_TEXT)]


def test_an_empty_report() -> None:
    """A report with nothing in it, as sent when the trigger is let go, is nothing; an AIM id without a code is bad."""
    assert _feed(_dialect(), bytes(64)[:0] + b"\x02" + bytes(63)) == []
    assert _feed(_dialect(), b"\x02\0]E0" + bytes(59)) == [BadScan(fault=ScanFault.INCOMPLETE, text="]E0")]


@given(st.lists(st.binary(min_size=1, max_size=64), max_size=20))
def test_any_reports(reports: list[bytes]) -> None:
    """Whatever reports come, nothing is raised and no code is longer than the limit."""
    got = _feed(_dialect(), *reports)
    assert all(len(scan.text.encode()) <= 520 for scan in got)
