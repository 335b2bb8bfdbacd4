"""Labels on office paper."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from station.labels.documents import label_pdf, sheet_pdf
from station.labels.drawing import Drawing
from station.labels.samples import SAMPLES
from station.labels.template import load
from station.labels.template_file import read_sheet
from station.labels.template_specs import Sheet
from station.settings import config_dir
from tests.labels.samples_drawn import drawing_of, fields_of

pytestmark = pytest.mark.usefixtures("qapp")

needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler's pdftoppm judges the pages")


def sheet(name: str) -> Sheet:
    read = read_sheet(config_dir() / "labels" / f"{name}.toml")
    assert read is not None
    return read


def pages(pdf: bytes, folder: Path) -> list[QImage]:
    (folder / "pages.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "300", "-png", "pages.pdf", "page"], cwd=folder, check=True, timeout=60)
    return [QImage(str(path)) for path in sorted(folder.glob("page*.png"))]


def texts_on(page: QImage) -> list[str]:
    return sorted(code.text for code in zxingcpp.read_barcodes(page.convertToFormat(QImage.Format.Format_Grayscale8)))


@needs_poppler
def test_a_pdf_label_has_its_own_size_and_reads(tmp_path: Path) -> None:
    """A label's PDF page is 100 x 150 mm and both codes read from it."""
    (page,) = pages(label_pdf([drawing_of("domestic")]), tmp_path)
    assert abs(page.width() - 1181) <= 1
    assert abs(page.height() - 1772) <= 1
    assert texts_on(page) == ["YT7630118422907"] * 2


@needs_poppler
def test_one_label_on_a4_reads(tmp_path: Path) -> None:
    """The A4 sheet for one label has one, whole, with its codes readable."""
    (page,) = pages(sheet_pdf([drawing_of("international")], sheet("waybill-a4")), tmp_path)
    assert abs(page.width() - 2480) <= 1
    assert texts_on(page) == ["LZ123456785CN"] * 2


@needs_poppler
def test_two_labels_on_a4_read(tmp_path: Path) -> None:
    """The A4 sheet for two labels has one in each half, a little smaller, with all codes readable."""
    (page,) = pages(sheet_pdf([drawing_of("domestic"), drawing_of("gift")], sheet("waybill-a4-2")), tmp_path)
    assert texts_on(page) == sorted(["YT7630118422907"] * 2 + ["73000000000017"] * 2)


@needs_poppler
def test_labels_of_different_sizes_have_their_own_pages(tmp_path: Path) -> None:
    """In one PDF each label has a page of its own size."""
    small = load(config_dir() / "labels" / "waybill-76x130.toml").draw(fields_of(SAMPLES["gift"]))
    first, second = pages(label_pdf([drawing_of("domestic"), small]), tmp_path)
    assert (round(first.width() / 11.81), round(second.width() / 11.81)) == (100, 76)
    assert texts_on(second) == ["73000000000017"] * 2


@needs_poppler
def test_four_labels_share_a_page_and_a_fifth_begins_another(tmp_path: Path) -> None:
    """Five labels fill the four places of a sheet and the first of a second."""
    drawings: list[Drawing] = [drawing_of(name) for name in ("domestic", "gift", "international", "domestic", "gift")]
    first, second = pages(sheet_pdf(drawings, sheet("waybill-a4-4")), tmp_path)
    assert len(texts_on(first)) == 8
    assert texts_on(second) == ["73000000000017"] * 2


def test_every_slot_lies_on_its_paper() -> None:
    """No place of a shipped sheet hangs over the paper or over another place."""
    for name in ("waybill-a4", "waybill-a4-4"):
        paper = sheet(name)
        width, height = (length * paper.scale_percent / 100 for length in (100, 150))
        for x, y in paper.slots_mm:
            assert x + width <= paper.width_mm
            assert y + height <= paper.height_mm
            others = [slot for slot in paper.slots_mm if slot != (x, y)]
            assert all(abs(x - left) >= width or abs(y - top) >= height for left, top in others)
