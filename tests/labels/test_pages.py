"""Pages of text as PDF, painted without a screen."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from station.labels.pages import html_pdf
from tests.evidence.conftest import PNG


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
