"""Whole pages of text as PDF, in the shipped fonts. What they say is made elsewhere, as HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from station.labels.faces import Face, needed

PICTURE_WIDTH: Final = 430
"""Dots that a picture keeps across, where nothing else is asked for: 215 of the about 680 units of a page, doubled."""

_TEXT_PT = 9
_FOOT_PT = 7
_MARGIN_MM = 15
_FOOT_MM = 7
_DPI = 1200
_FOR_BROWSERS = re.compile(r"@(?:media|page)[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""Rules that Qt would take as if they stood alone."""


@dataclass(frozen=True, slots=True)
class Printed:
    data: bytes
    pages: int


def html_pdf(html: str, pictures: Mapping[str, bytes]) -> bytes:
    """A4 pages; ``pictures`` by the name the page gives them. The application must exist."""
    return printed(html, pictures).data


def printed(html: str, pictures: Mapping[str, bytes], *, picture_width: int = PICTURE_WIDTH) -> Printed:
    """``picture_width`` in dots makes a smaller file of the same pages.

    Each page is numbered at its foot, beside the page's title.
    """
    document = _document(html, pictures, picture_width)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Sealbench")
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
    pages = _paint(document, writer, _font(html, _FOOT_PT))
    return Printed(bytes(buffer.data().data()), pages)


def page_images(html: str, *, pages_max: int, dpi: int = 150) -> list[QImage]:
    """The first pages as pictures, for who takes no PDF; without pictures of their own."""
    document = _document(html, {}, PICTURE_WIDTH)
    size = QSizeF(210 / 25.4 * dpi, 297 / 25.4 * dpi)
    edge = _MARGIN_MM * dpi / 25.4
    sheet = QImage(size.toSize(), QImage.Format.Format_RGB32)
    sheet.setDotsPerMeterX(round(dpi / 0.0254))
    sheet.setDotsPerMeterY(round(dpi / 0.0254))
    body = QSizeF(size.width() - 2 * edge, size.height() - 2 * edge)
    document.documentLayout().setPaintDevice(sheet)
    document.setPageSize(body)
    _keep_headings(document, body.height())
    made = []
    for page in range(min(document.pageCount(), pages_max)):
        image = sheet.copy()
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.translate(edge, edge)
        _paint_page(painter, document, page, body)
        painter.end()
        made.append(image)
    return made


def _document(html: str, pictures: Mapping[str, bytes], picture_width: int) -> QTextDocument:
    document = QTextDocument()
    font = _font(html, _TEXT_PT)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    for name, data in pictures.items():
        shown = _picture(data, picture_width)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), shown)
    document.setHtml(_FOR_BROWSERS.sub("", html))
    return document


def _font(text: str, size_pt: float) -> QFont:
    font = QFont(Face(bold=False, size_dots=20, hinted=False, fonts=needed(text)).font.families())
    font.setPointSizeF(size_pt)
    font.setFeature(QFont.Tag("locl"), 0)  # localised digit forms carry no character: they could not be searched
    return font


def _paint(document: QTextDocument, writer: QPdfWriter, foot_font: QFont) -> int:
    """Every page and its foot; the number of pages."""
    foot = _FOOT_MM * _DPI / 25.4
    body = QSizeF(writer.width(), writer.height() - foot)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(body)
    title = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    _keep_headings(document, body.height())
    painter, pages = QPainter(writer), document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        _paint_page(painter, document, page, body)
        _paint_foot(painter, QRectF(0, body.height(), body.width(), foot), (title, f"{page + 1} / {pages}"), foot_font)
    painter.end()
    return pages


def _paint_page(painter: QPainter, document: QTextDocument, page: int, body: QSizeF) -> None:
    seen = QRectF(QPointF(0, page * body.height()), body)
    painter.save()
    painter.translate(0, -seen.top())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = seen
    painter.setClipRect(seen)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _keep_headings(document: QTextDocument, height: float) -> None:
    """A heading goes to the next page with what it heads. Each move shifts what follows: one at a time, in order."""
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        after = block.next()
        if block.blockFormat().headingLevel() and after.isValid():
            ends = layout.blockBoundingRect(after).bottom()
            if layout.blockBoundingRect(block).top() // height != (ends - 1) // height:
                moved = block.blockFormat()
                moved.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(moved)
        block = after


def _paint_foot(painter: QPainter, within: QRectF, words: tuple[str, str], font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor("#5b6877"))
    painter.drawText(within, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words[0])
    painter.drawText(within, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words[1])


def _picture(data: bytes, width: int) -> QImage:
    """At most ``width`` dots wide; a blank for what is none, which would spoil the page."""
    picture = QImage.fromData(data)
    if picture.isNull():
        picture = QImage(1, 1, QImage.Format.Format_Mono)
        picture.fill(1)
    if picture.width() > width:
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return picture
