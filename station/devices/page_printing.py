"""Pages of a PDF as pictures, and onto a printer of the operating system: by QtPdf and QPrinter.

A label printer gets a carrier's PDF as dots through ``pages``; an office printer without PDF gets pages painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from station.devices.dialect import dots_per_mm, inverted
from station.errors import Trouble

PAGES_MAX: Final = 100
DOTS_MAX: Final = 60_000_000
"""Of one page: A4 at 600 dpi has 35 million."""
BYTES_MAX: Final = 50_000_000
PRINT_DPI: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Rows packed MSB first, 1 = black."""

    bitmap: bytes
    width_dots: int
    height_dots: int


def pages(data: bytes, dpi: int) -> list[Page]:
    """Every page in a printer's dots. Refused in a sentence: no PDF, a locked one, too many pages, too large ones."""
    document, buffer = _document(data)
    try:
        return [_page(_dots(document, number, dpi)) for number in range(document.pageCount())]
    finally:
        document.close()
        buffer.close()


def print_pages(data: bytes, queue: str, job: str) -> None:
    """All pages at their true size, as the queue's driver draws them. Returns when they are spooled."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(queue)
    if info.isNull():
        raise Trouble(f"there is no printer {queue!r}", remedy="Look in the system's printer settings.")
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job)
    paint_pages(data, printer)


def paint_pages(data: bytes, printer: object) -> None:
    """The pages onto a QPrinter, one each, its paper as large as the page."""
    from PySide6.QtPrintSupport import QPrinter

    assert isinstance(printer, QPrinter)
    document, buffer = _document(data)
    painter = QPainter()
    try:
        for number in range(document.pageCount()):
            _turn_to(printer, painter, document.pagePointSize(number), is_first=number == 0)
            page = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.drawImage(page, _dots(document, number, PRINT_DPI))
    finally:
        painter.end()
        document.close()
        buffer.close()


def _turn_to(printer: object, painter: QPainter, size: QSizeF, *, is_first: bool) -> None:
    from PySide6.QtPrintSupport import QPrinter

    assert isinstance(printer, QPrinter)
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setFullPage(True)
    if is_first and not painter.begin(printer):
        raise Trouble("the printer cannot be opened", remedy="Look in the system's printer settings.")
    if not is_first:
        printer.newPage()


def _document(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    if len(data) > BYTES_MAX:
        raise Trouble(f"the PDF is larger than {BYTES_MAX // 1_000_000} MB", remedy="Ask the carrier for labels alone.")
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        locked = document.error() is QPdfDocument.Error.IncorrectPassword
        buffer.close()
        raise Trouble("the PDF is locked with a password" if locked else "the file is no PDF that can be read")
    if not 0 < document.pageCount() <= PAGES_MAX:
        raise Trouble(f"the PDF has {document.pageCount()} pages", remedy=f"1 to {PAGES_MAX} can be printed.")
    return document, buffer


def _page(image: QImage) -> Page:
    """Nothing grey: a dot is black from half of it on."""
    mono = image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    dots, stride, row_bytes = bytes(mono.constBits()), mono.bytesPerLine(), (mono.width() + 7) // 8
    rows = b"".join(dots[start : start + row_bytes] for start in range(0, len(dots), stride))
    if mono.color(1) == WHITE:
        rows = inverted(rows)
    return Page(bitmap=_without_padding(rows, mono.width()), width_dots=mono.width(), height_dots=mono.height())


def _without_padding(rows: bytes, width_dots: int) -> bytes:
    """The bits beyond the picture's edge are white."""
    row_bytes, spare = (width_dots + 7) // 8, -width_dots % 8
    if not spare:
        return rows
    clean = bytearray(rows)
    for last in range(row_bytes - 1, len(clean), row_bytes):
        clean[last] &= 0xFF << spare & 0xFF
    return bytes(clean)


WHITE: Final = 0xFFFFFFFF


def _dots(document: QPdfDocument, number: int, dpi: int) -> QImage:
    points = document.pagePointSize(number)
    per_point = dots_per_mm(dpi) * 25.4 / 72
    size = QSize(round(points.width() * per_point), round(points.height() * per_point))
    if not 0 < size.width() * size.height() <= DOTS_MAX:
        raise Trouble(f"page {number + 1} is {size.width()} x {size.height()} dots", remedy="No printer takes that.")
    drawn = document.render(number, size, QPdfDocumentRenderOptions())
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8)
