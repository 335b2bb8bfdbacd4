"""Pages of text as PDF, painted without a screen."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from station.labels.pages import Behind, html_pdf, page_count, page_images, pictures_printed, printed
from tests.evidence.conftest import PNG
from tests.reports.channel_case import noise


def test_a_page_with_chinese_and_a_picture(qapp: QApplication) -> None:
    """A page becomes a PDF that carries its own font, so that Chinese shows anywhere."""
    page = html_pdf('<h1>证据 evidence</h1><img src="labels/1-0.png">', {"labels/1-0.png": PNG})
    assert page.startswith(b"%PDF-")
    assert b"/FontFile2" in page


def test_a_long_page_is_cut(qapp: QApplication) -> None:
    """A text longer than a page goes on on the next one."""
    assert html_pdf("<p>一行</p>" * 400, {}).count(b"/Type /Page\n") > 1


def test_a_broken_picture(qapp: QApplication) -> None:
    """What is no picture leaves a blank, and the text around it stays."""
    assert b"/FontFile2" in html_pdf('<p>文字</p><img src="x.png">', {"x.png": PNG[:30]})


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_digits_can_be_searched(qapp: QApplication, tmp_path: Path) -> None:
    """A waybill and a date are found by whoever searches the report, as the characters they are."""
    file = tmp_path / "page.pdf"
    file.write_bytes(html_pdf("<p>YT7630118422900 报告 2026-11-22</p>", {}))
    read = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)
    assert read.stdout.split() == ["YT7630118422900", "报告", "2026-11-22", *read.stdout.split()[3:]]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_a_heading_stays_with_what_it_heads(qapp: QApplication, tmp_path: Path) -> None:
    """A heading that would be a page's last line begins the next page."""
    for lines in range(40, 70):
        file = tmp_path / f"{lines}.pdf"
        file.write_bytes(html_pdf(f"{'<p>text</p>' * lines}<h2>Heading</h2><table><tr><td>below</td></tr></table>", {}))
        read = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
        assert all(("Heading" in page) == ("below" in page) for page in read.stdout.split("\f")), lines


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
@pytest.mark.parametrize("between", ["", "<p>of today</p>"])
def test_a_heading_stands_with_two_rows(between: str, qapp: QApplication, tmp_path: Path) -> None:
    """Wherever the page ends, the heading, the table's head and its first two rows are on one page."""
    rows = "".join(f"<tr><td>row{at}.</td></tr>" for at in range(1, 6))
    table = f"<h2>Heading</h2>{between}<table><thead><tr><th>Column</th></tr></thead>{rows}</table>"
    ends = set()
    for lines in range(40, 72):
        file = tmp_path / f"{lines}.pdf"
        file.write_bytes(html_pdf(f"{'<p>text</p>' * lines}{table}", {}))
        read = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
        (page,) = (each for each in read.stdout.split("\f") if "Heading" in each)
        assert all(word in page for word in ("Column", "row1.", "row2.")), lines
        ends |= {at for at in range(1, 6) if f"row{at}." in page and f"row{at + 1}." not in page}
    assert {2, 3, 5} <= ends, "the table must end a page after its second row, later, and not at all"


def test_what_browsers_read_is_not_painted(qapp: QApplication) -> None:
    """Rules for screens and printers change nothing on paper, wherever they stand."""
    plain = "<style>p{color:#000000}</style><p>words</p>"
    rules = "@media screen{html{background:#fff}p{font-size:40pt}}@page{margin:1cm}"
    more = f"<style>p{{color:#000000}}{rules}</style><p>words</p>"
    assert printed(plain, {}).pages == printed(more, {}).pages
    assert page_images(plain, pages_max=1) == page_images(more, pages_max=1)


def test_pages_as_pictures(qapp: QApplication) -> None:
    """As many pages as are asked for, each as large as paper at 150 dots an inch."""
    made = page_images("".join(f"<p>第 {line} 行</p>" for line in range(400)), pages_max=2)
    assert [(page.width(), page.height()) for page in made] == [(1240, 1754)] * 2
    assert made[0] != made[1]


def test_smaller_pictures_make_a_smaller_file(qapp: QApplication) -> None:
    """The same page with its pictures in fewer dots takes fewer bytes."""
    html, pictures = '<img src="a.jpg" width="215">', {"a.jpg": noise("a")}
    sizes = [len(printed(html, pictures, picture_width=width).data) for width in (430, 200)]
    assert sizes[0] > sizes[1]


def _pages(file: Path, html: str) -> list[str]:
    file.write_bytes(html_pdf(html, {}))
    read = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return read.stdout.split("\f")[:-1]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
@pytest.mark.parametrize("before", range(5))
def test_rows_stay_whole(qapp: QApplication, tmp_path: Path, before: int) -> None:
    """All lines of a row stand on one page, once, below the table's heading, wherever the table begins."""
    row = "<tr><td>a{0}</td><td>b{0}<br>c{0}<br>d{0}</td></tr>"
    rows = "".join(row.format(f"{number:03}") for number in range(120))
    table = f"<table width='100%'><thead><tr><th>Heading</th><th>Told</th></tr></thead>{rows}</table>"
    pages = _pages(tmp_path / "rows.pdf", "<p>text</p>" * before + table)
    assert len(pages) > 5
    assert all(page.count("Heading") == 1 for page in pages)
    for number in range(120):
        on = [[page.count(f"{letter}{number:03}") for page in pages] for letter in "abcd"]
        assert on[0] == on[1] == on[2] == on[3]
        assert sum(on[0]) == 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_a_row_higher_than_a_page(qapp: QApplication, tmp_path: Path) -> None:
    """It is cut between its lines, and nothing is lost; Qt writes the line above a cut once more, out of sight."""
    words = "<br>".join(f"w{number:03}" for number in range(150))
    pages = _pages(tmp_path / "high.pdf", f"<p>text</p><table><tr><td>x</td><td>{words}</td></tr></table>")
    assert len(pages) > 2
    told = [sum(page.count(f"w{number:03}") for page in pages) for number in range(150)]
    assert min(told) == 1
    assert sum(told) < 150 + len(pages)


def test_pages_are_counted_without_painting(qapp: QApplication) -> None:
    """As many as the PDF then has; pictures that are pages already come behind."""
    html = "<p>一行</p>" * 300
    assert page_count(html) == printed(html, {}).pages
    picture = QImage(400, 600, QImage.Format.Format_RGB32)
    picture.fill(0)
    behind = [Behind(title="附件 1", picture=picture)] * 2
    assert printed(html, {}, behind=behind).pages == page_count(html) + 2
    assert pictures_printed("papers", behind).pages == 2
