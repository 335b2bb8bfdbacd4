"""Pages of a PDF that somebody gave us, as pictures and as words. The application must exist.

Whoever gets a picture of a page gets nothing that the page does not show: no hidden layer, attachment or author.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from station.errors import Trouble

PAGES_MAX: Final = 40
"""Of one paper; a longer one is for a person to cut."""

PAGE_WIDTH: Final = 1240
"""Dots across: A4 at 150 dots an inch."""


def pdf_pages(data: bytes) -> list[QImage]:
    """Raises ``Trouble`` when it cannot be read, wants a password, or has more pages than anybody reads."""
    document, buffer = _opened(data)
    made = [_page(document, number) for number in range(document.pageCount())]
    document.close()
    buffer.close()
    return made


def pdf_page_count(data: bytes) -> int:
    """Raises as ``pdf_pages`` does."""
    document, buffer = _opened(data)
    count = document.pageCount()
    document.close()
    buffer.close()
    return count


def pdf_text(data: bytes) -> str:
    """Who made it, and all that can be searched; empty of a scanned page. Raises as ``pdf_pages`` does."""
    document, buffer = _opened(data)
    fields = QPdfDocument.MetaDataField
    about = [str(document.metaData(field) or "") for field in (fields.Title, fields.Author, fields.Subject)]
    words = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    buffer.close()
    return "\n".join(filter(None, [*about, *words]))


def _opened(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    """The buffer is read for as long as the document is."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    wrong = ""
    if document.error() is QPdfDocument.Error.IncorrectPassword:
        wrong = "the PDF wants a password"
    elif document.status() is not QPdfDocument.Status.Ready or document.pageCount() < 1:
        wrong = "the PDF cannot be read"
    elif document.pageCount() > PAGES_MAX:
        wrong = f"the PDF has {document.pageCount()} pages, more than {PAGES_MAX}"
    if wrong:
        raise Trouble(wrong, remedy="Save the pages that matter anew, and attach that.")
    return document, buffer


def _page(document: QPdfDocument, number: int) -> QImage:
    points = document.pagePointSize(number)
    high = round(PAGE_WIDTH * points.height() / max(points.width(), 1.0))
    drawn = document.render(number, QSize(PAGE_WIDTH, max(1, min(high, 4 * PAGE_WIDTH))))
    page = QImage(drawn.size(), QImage.Format.Format_RGB32)
    page.fill(QColor("#ffffff"))
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return page
