"""The report of one parcel, from the office: a parcel really packed on a bench of this home, F7, and a PDF of it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.home import Home
from station.personal_log import log_file
from tests.e2e.parcel import ORDER, label
from tests.e2e.rig import rig
from tests.e2e.warehouse import prepare
from tests.office.conftest import Office, opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone


@pytest.fixture
def waybill(home: Home, qtbot: QtBot) -> str:
    """Of a parcel that was packed, weighed, labelled and sealed on this bench, which is shut again."""
    prepare(home, ORDER)
    with rig(home, qtbot) as bench:
        number = label(bench)
        bench.says(number)
        bench.waits_for_event("ParcelSealed")
    return number


def _text(pdf: Path) -> str:
    document = QPdfDocument()
    assert document.load(str(pdf)) is QPdfDocument.Error.None_
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def _reported(office: Office, why: str) -> Path:
    office.key(Qt.Key.Key_F7)
    office.type(why)
    office.until(lambda: office.said == "The report is ready" or office.said == "Not done")
    assert office.screen.said is not None
    assert office.said == "The report is ready", office.screen.said.detail.en
    return Path(office.screen.said.detail.en)


def test_the_report_of_a_parcel(home: Home, waybill: str, qtbot: QtBot) -> None:
    """Found by its waybill, told, and reported: what for is recorded, the PDF has its numbers, its bundle verifies."""
    from station.cli import main

    with opened(home, SystemClock(), qtbot) as office:
        office.type(waybill, enter=False)
        office.key(Qt.Key.Key_Return)
        office.until(lambda: "Parcel" in office.beside())
        first = _reported(office, "claim 12")
        second = _reported(office, "claim 13")
    assert first.parent == home.root / "reports"
    assert first != second
    told = _text(first)
    assert waybill in told
    assert "SO-1" in told
    bundle = first.with_suffix(".zip")
    assert zipfile.ZipFile(bundle).read("report.pdf") == first.read_bytes()
    assert main(["--home", str(home.root), "--json", "evidence", "verify", str(bundle)]) == 0
    looks = [json.loads(line) for line in log_file(home).read_text(encoding="utf-8").splitlines()]
    assert [(look["who"], look["order"], look["why"]) for look in looks] == [
        ("P001", "SO-1", "claim 12"),
        ("P001", "SO-1", "claim 13"),
    ]


def test_a_report_without_a_reason_is_none(office: Office, home: Home) -> None:
    """It names the recipient: nothing is written before somebody has said what for."""
    office.type("YT3", enter=False)
    office.key(Qt.Key.Key_Return)
    office.until(lambda: "Parcel" in office.beside())
    office.key(Qt.Key.Key_F7)
    office.type("")
    assert "This cannot be empty" in office.beside()
    office.key(Qt.Key.Key_Escape)
    assert not (home.root / "reports").exists()
    assert not log_file(home).exists()


def test_a_parcel_of_another_bench_has_no_report_here(office: Office, home: Home) -> None:
    """This home's ledger does not know it: the sentence says so, and no file is left behind."""
    office.type("YT3", enter=False)
    office.key(Qt.Key.Key_Return)
    office.until(lambda: "Parcel" in office.beside())
    office.key(Qt.Key.Key_F7)
    office.type("a claim")
    office.until(lambda: office.said == "Not done")
    assert office.screen.said is not None
    assert office.screen.said.detail.en
    assert list((home.root / "reports").iterdir()) == []
