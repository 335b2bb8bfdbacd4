"""Pages of text as PDF, painted without a screen."""

from __future__ import annotations

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
