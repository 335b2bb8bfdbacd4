"""Pages of text as PDF, painted without a screen."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from station.labels.pages import html_pdf, page_images, printed
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


def test_what_browsers_read_is_not_painted(qapp: QApplication) -> None:
    """Rules for screens and printers change nothing on paper, wherever they stand."""
    plain = "<style>p{color:#000000}</style><p>words</p>"
    rules = "@media screen{html{background:#fff}p{font-size:40pt}}@page{margin:1cm}"
    more = f"<style>p{{color:#000000}}{rules}</style><p>words</p>"
    assert printed(plain, {}).pages == printed(more, {}).pages
    assert page_images(plain, pages_max=1) == page_images(more, pages_max=1)


def test_pages_as_pictures(qapp: QApplication) -> None:
    """As many pages as are asked for, each as large as paper at 150 dots an inch."""
    made = page_images("<p>一行</p>" * 400, pages_max=2)
    assert [(page.width(), page.height()) for page in made] == [(1240, 1754)] * 2
    assert made[0] != made[1]


def test_smaller_pictures_make_a_smaller_file(qapp: QApplication) -> None:
    """The same page with its pictures in fewer dots takes fewer bytes."""
    html, pictures = '<img src="a.jpg" width="215">', {"a.jpg": noise("a")}
    sizes = [len(printed(html, pictures, picture_width=width).data) for width in (430, 200)]
    assert sizes[0] > sizes[1]
