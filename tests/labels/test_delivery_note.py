"""The delivery note on A4: what is in the box, never a price, every line on exactly one page."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from station.labels.delivery_note import DeliveryNote, NoteLine, notes_pdf
from station.labels.saying import both

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext reads the pages"),
]

NOTE = DeliveryNote(
    order="SO-2026-1",
    shop="样例小店",
    service="圆通速递 YTO Express",
    waybill="YT0000000000001",
    day="2026-11-22 18:05",
    to=("张三丰", "CN 浙江省 杭州市", "样例路 1 号"),
    sender=("杭州仓库",),
    lines=(
        NoteLine(sku="MUG-330", name="马克杯", variant="蓝色 330 ml", units=2),
        NoteLine(sku="CARD", name="贺卡", variant="", units=1, gift=True),
    ),
    packed=True,
)


def _pages(folder: Path, *notes: DeliveryNote) -> list[str]:
    (folder / "note.pdf").write_bytes(notes_pdf(notes, both))
    command = ["pdftotext", "-layout", "note.pdf", "-"]
    told = subprocess.run(command, cwd=folder, check=True, timeout=60, capture_output=True).stdout.decode()
    return told.removesuffix("\f").split("\f")


def test_what_stands_on_it(tmp_path: Path) -> None:
    """Order, way, both ends, each line with its units, the total; a free gift says so."""
    (page,) = _pages(tmp_path, NOTE)
    for text in (
        "SO-2026-1",
        "YT0000000000001",
        "张三丰",
        "杭州仓库",
        "MUG-330",
        "330 ml",
        "free gift",
        "1/1",
    ):
        assert text in page
    assert "total 3" in " ".join(page.split())
    assert "not packed yet" not in page
    assert "礼物" not in page


def test_a_present_and_one_not_packed(tmp_path: Path) -> None:
    """A gift order is marked; a note before packing says that it tells what was ordered."""
    (page,) = _pages(tmp_path, replace(NOTE, present=True, packed=False))
    assert "礼物 Gift" in page
    assert "not packed yet: as ordered" in page


def test_no_line_is_lost_between_pages(tmp_path: Path) -> None:
    """Every line stands on exactly one page, and each order begins one of its own."""
    lines = tuple(NoteLine(sku=f"K{i:03}", name=f"货 {i}", variant="", units=1) for i in range(45))
    pages = _pages(tmp_path, replace(NOTE, lines=lines), NOTE)
    found = [word for page in pages for word in page.split() if word.startswith("K0")]
    assert found == [line.sku for line in lines]
    assert "1/1" in pages[-1]
    assert "total 45" in " ".join(pages[-2].split())
