"""The handover sheet on A4: every parcel on it, and room to sign."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from station.labels.handover_sheet import HandoverSheet, SheetRow, handover_pdf
from station.labels.saying import both

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext reads the pages"),
]

SHEET = HandoverSheet(
    number=12,
    carrier_zh="圆通速递",
    carrier_en="YTO Express",
    opened="2026-11-21 17:30",
    closed="2026-11-21 18:05",
    by="P003",
    driver="张师傅",
    rows=(SheetRow(waybill="YT0000000000001", order="SO-1", bench="B01", weight_mg=412_300),),
    parcels=1,
    weight_mg=412_300,
    unweighed=0,
)


def _pages(sheet: HandoverSheet, folder: Path) -> list[str]:
    """The text of each page."""
    (folder / "sheet.pdf").write_bytes(handover_pdf(sheet, both))
    command = ["pdftotext", "-layout", "sheet.pdf", "-"]
    told = subprocess.run(command, cwd=folder, check=True, timeout=60, capture_output=True).stdout.decode()
    return told.removesuffix("\f").split("\f")


def _of(parcels: int) -> HandoverSheet:
    rows = tuple(SheetRow(waybill=f"YT{i:013}", order=f"SO-{i}", bench="B01", weight_mg=None) for i in range(parcels))
    return replace(SHEET, rows=rows, parcels=parcels, weight_mg=0, unweighed=parcels)


def test_what_stands_on_it(tmp_path: Path) -> None:
    """Number, carrier, times, driver, count, total weight, each parcel, and two places to sign."""
    (page,) = _pages(SHEET, tmp_path)
    for text in ("No. 12", "圆通速递", "YTO Express", "2026-11-21 17:30", "2026-11-21 18:05", "P003", "张师傅"):
        assert text in page
    for text in ("parcels: 1", "0.413", "YT0000000000001", "SO-1", "taken over by (driver)", "1/1"):
        assert text in page
    assert "NOT CLOSED" not in page


def test_an_open_one_is_not_to_be_signed(tmp_path: Path) -> None:
    """Before the close the sheet says that it is none to sign."""
    (page,) = _pages(replace(SHEET, closed=""), tmp_path)
    assert "NOT CLOSED, not to be signed" in page


@pytest.mark.parametrize("parcels", [0, 29, 30, 31, 36, 37, 75])
def test_no_parcel_is_lost_between_pages(parcels: int, tmp_path: Path) -> None:
    """Every parcel stands on exactly one page, under the headings, and the last page has the places to sign."""
    pages = _pages(_of(parcels), tmp_path)
    numbers = [word for page in pages for word in page.split() if word.startswith("YT0")]
    assert numbers == [f"YT{i:013}" for i in range(parcels)]
    for number, page in enumerate(pages, start=1):
        assert "waybill" in page
        assert f"{number}/{len(pages)}" in page
        assert ("taken over by" in page) == (number == len(pages))


def test_where_the_parcels_go_first(tmp_path: Path) -> None:
    """A carrier that is reached through a transit warehouse has it on every page; no parcel is lost for the line."""
    pages = _pages(replace(_of(75), first_leg="自寄至 sent to 样例中转仓"), tmp_path)
    assert all("样例中转仓" in page for page in pages)
    assert sum(page.count("YT0") for page in pages) == 75


def test_the_drivers_hand(tmp_path: Path) -> None:
    """A signature is in the driver's frame; without one the frame has room for a pen."""
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(tmp_path / "hand.png"))
    plain = handover_pdf(SHEET, both)
    signed = handover_pdf(replace(SHEET, signature=(tmp_path / "hand.png").read_bytes()), both)
    assert b"/Subtype /Image" in signed
    assert b"/Subtype /Image" not in plain
    assert b"/Subtype /Image" not in handover_pdf(replace(SHEET, signature=b"no picture"), both)


def test_a_long_number_is_whole(tmp_path: Path) -> None:
    """A number too wide for its column is squeezed, never cut."""
    long = "SO-" + "1234567890" * 6
    (page,) = _pages(replace(SHEET, rows=(replace(SHEET.rows[0], order=long),)), tmp_path)
    assert long in page


def test_a_box_of_two_orders_is_one(tmp_path: Path) -> None:
    """Orders in one box stand below each other, with one number and one weight: the driver counts boxes."""
    box, single = SHEET.rows[0], replace(SHEET.rows[0], waybill="YT0000000000002", order="SO-2")
    rows = (box, single, replace(box, order="SO-9"))
    (page,) = _pages(replace(SHEET, rows=rows, parcels=2), tmp_path)
    lines = [line.split() for line in page.splitlines() if "SO-" in line]
    assert [line[0] for line in lines] == ["1", "〃", "2"]
    assert "SO-9" in lines[1]
    assert "0.413" not in lines[1]
