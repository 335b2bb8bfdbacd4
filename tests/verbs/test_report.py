"""``report throughput``: the home's own ledger is carried first, all formats hold the same, a mistake is a sentence."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from station.cli import main
from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.home import Home
from station.packing.events import ScanRefused
from station.packing.reasons import Reason
from tests.clocks import FakeClock
from tests.orders.recorded import opened, packed, sealed

PERIOD = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.fixture
def packed_home(home: Home, clock: FakeClock) -> Home:
    """A home whose ledger holds a parcel with one refusal, and whose order book holds nothing."""
    home.root.mkdir()
    home.settings_file.write_text('[bench]\nlanguage = "en"\n', encoding="utf-8")
    ledger = Ledger.open(home, org="local", bench="B01", clock=clock, random_bytes=os.urandom, build="test")
    refused = ScanRefused(reason=Reason.NOT_IN_ORDER, code="X", device="scanner", locks=True)
    for event in (opened("SO-1"), packed(), refused, packed(), sealed("YT1")):
        ledger.append([encode(event)], order_no="SO-1", by="P001")
        clock.advance_s(30)
    ledger.close()
    return home


def _report(home: Home, *options: str) -> int:
    return main(["--home", str(home.root), "report", "throughput", *options])


def test_json_of_what_the_ledger_holds(packed_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """What is only in the ledger yet is counted, once, however often it is asked."""
    for _ in range(2):
        assert _report(packed_home, *PERIOD, "--json") == 0
        told = json.loads(capsys.readouterr().out)
        row = told["rows"][0]
        assert (row["bench"], row["parcels"], row["units"], row["refusals_by_reason"]) == (
            "B01",
            1,
            2,
            {"not_in_order": 1},
        )
        assert (row["hours"], row["parcels_without_refusal"]) == (0.025, 0)


def test_the_formats_agree(packed_home: Home, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """CSV, XLSX and the table hold the same row; a CSV file has the mark that a pipe does not get."""
    assert _report(packed_home, *PERIOD, "--by", "packer", "--format", "csv") == 0
    piped = capsysbinary.readouterr().out
    file, book_file = tmp_path / "out.csv", tmp_path / "out.xlsx"
    for path in (file, book_file):
        assert _report(packed_home, *PERIOD, "--by", "packer", "-o", str(path)) == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + piped
    row = next(csv.DictReader(io.StringIO(piped.decode(), newline="")))
    assert (row["packer"], row["parcels"], row["refusals"], row["not in this order"]) == ("P001", "1", "1", "1")
    sheet = load_workbook(book_file).active
    assert sheet is not None
    assert [str(cell.value) for cell in sheet[1]] == list(row)
    capsysbinary.readouterr()
    assert _report(packed_home, *PERIOD, "--by", "packer") == 0
    assert b"not in this order 1" in capsysbinary.readouterr().out


def test_an_xlsx_can_be_piped(packed_home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a file's name the workbook goes to stdout, bytes and nothing else."""
    assert _report(packed_home, *PERIOD, "--format", "xlsx") == 0
    assert load_workbook(io.BytesIO(capsysbinary.readouterr().out)).active is not None


def test_an_empty_home_says_so(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A home without a ledger has an empty report: a sentence and exit 0, and JSON stays JSON."""
    assert _report(home, "--from", "2026-11-19", "--to", "2026-11-19") == 0
    assert capsys.readouterr().out == "2026-11-19 00:00 至 2026-11-20 00:00 没有打包记录。\n"
    assert _report(home, "--from", "2026-11-19", "--to", "2026-11-19T12:30", "--json") == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["rows"] == []
    assert "2026-11-19 00:00 至 2026-11-19 12:30" in shown.err
    assert not home.ledger_file.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--from", "yesterday"), "--from 'yesterday' is no day"),
        (("--to", "0001-01-01"), "--to '0001-01-01' is no day"),
        (("--to", "9999-12-31"), "is no day"),
        (("--from", "2026-11-19T10:00+08:00"), "is no day"),
        (("--from", "2026-11-20", "--to", "2026-11-19"), "--from is not before --to"),
        (("--format", "csv", "--json"), "--json and --format csv contradict"),
    ],
)
def test_mistakes_are_a_sentence(
    home: Home, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], words: str
) -> None:
    """A day that is none, a period the wrong way round and two formats at once end with exit 2 and touch nothing."""
    assert _report(home, *options) == 2
    assert words in capsys.readouterr().err
    assert not home.root.exists()


def test_a_file_that_cannot_be_written(packed_home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder that is not there is told by name."""
    assert _report(packed_home, *PERIOD, "-o", str(tmp_path / "none" / "a.csv")) == 1
    assert "cannot be written" in capsys.readouterr().err
