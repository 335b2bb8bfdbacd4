"""Whole pages of text as PDF, in the shipped fonts. What they say is made elsewhere, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from station.labels.faces import Face, needed
from station.labels.page_breaks import Strip, pieces, strips

PICTURE_WIDTH: Final = 430
"""Dots that a picture keeps across, where nothing else is asked for: 215 of the about 680 units of a page, doubled."""

_PDF_QUALITY, _DEPTH_OF_JPEG = 94, 8
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


def shrunk(whole: bytes | QImage, width: int) -> QImage:
    """At most ``width`` dots wide; a blank for what is none, which would spoil the page."""
    picture = QImage.fromData(whole) if isinstance(whole, bytes) else whole
    if picture.isNull():
        picture = QImage(1, 1, QImage.Format.Format_Mono)
        picture.fill(1)
    if picture.width() > width:
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return picture


def encoded_size(picture: QImage) -> int:
    """Bytes that it takes in a PDF, no fewer: the writer encodes pictures of colour so, and others without loss."""
    if picture.depth() < _DEPTH_OF_JPEG or picture.hasAlphaChannel():
        return 0
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, "JPEG", _PDF_QUALITY), "Qt's own JPEG writer is missing"  # type: ignore[call-overload]
    return buffer.size()


def html_pdf(html: str, pictures: Mapping[str, bytes]) -> bytes:
    """A4 pages; ``pictures`` by the name the page gives them. The application must exist."""
    return printed(html, pictures).data


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A page that is a picture already, below a line that says what it is."""

    title: str
    picture: QImage

    def at_most(self, width: int) -> Behind:
        if self.picture.width() <= width:
            return self
        return replace(self, picture=self.picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))


def printed(
    html: str,
    pictures: Mapping[str, bytes] | Mapping[str, QImage],
    *,
    picture_width: int = PICTURE_WIDTH,
    behind: Sequence[Behind] = (),
) -> Printed:
    """``picture_width`` in dots makes a smaller file of the same pages; ``behind`` come after the text's own.

    Pictures that are not ``shrunk`` yet are shrunk here. Each page is numbered at its foot, beside the page's title.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer)
    body = _body(writer)
    document = _document(html, pictures, picture_width, writer, body.width())
    own = strips(pieces(document, _DPI), body.height())
    title = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    painter = QPainter()
    paints = [partial(_paint_strip, painter, document, strip, body) for strip in own]
    return _pages(buffer, writer, painter, [*paints, *_behind(painter, behind, body)], title, html)


def pictures_printed(title: str, behind: Sequence[Behind]) -> Printed:
    """Nothing but pages that are pictures already."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer, painter = _writer(buffer), QPainter()
    return _pages(buffer, writer, painter, _behind(painter, behind, _body(writer)), title, title)


def _behind(painter: QPainter, behind: Sequence[Behind], body: QSizeF) -> list[Callable[[], None]]:
    font = _font("".join(each.title for each in behind), _FOOT_PT)
    return [partial(_paint_picture, painter, each, body, font) for each in behind]


def _pages(
    buffer: QBuffer, writer: QPdfWriter, painter: QPainter, paints: Sequence[Callable[[], None]], title: str, text: str
) -> Printed:
    writer.setTitle(title)
    painter.begin(writer)
    body, foot = _body(writer), _font(text, _FOOT_PT)
    for number, paint in enumerate(paints, start=1):
        if number > 1:
            writer.newPage()
        paint()
        _paint_foot(painter, body, (title, f"{number} / {len(paints)}"), foot)
    painter.end()
    return Printed(bytes(buffer.data().data()), len(paints))


def page_count(html: str) -> int:
    """Of the PDF, without painting it. Pictures have the size that the page gives them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer)
    body = _body(writer)
    return len(strips(pieces(_document(html, {}, PICTURE_WIDTH, writer, body.width()), _DPI), body.height()))


def page_images(html: str, *, pages_max: int, dpi: int = 150) -> list[QImage]:
    """The first pages as pictures, for who takes no PDF; without pictures of their own."""
    size = QSizeF(210 / 25.4 * dpi, 297 / 25.4 * dpi)
    edge = _MARGIN_MM * dpi / 25.4
    sheet = QImage(size.toSize(), QImage.Format.Format_RGB32)
    sheet.setDotsPerMeterX(round(dpi / 0.0254))
    sheet.setDotsPerMeterY(round(dpi / 0.0254))
    body = QSizeF(size.width() - 2 * edge, size.height() - 2 * edge)
    document = _document(html, {}, PICTURE_WIDTH, sheet, body.width())
    made = []
    for strip in strips(pieces(document, dpi), body.height())[:pages_max]:
        image = sheet.copy()
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.translate(edge, edge)
        _paint_strip(painter, document, strip, body)
        painter.end()
        made.append(image)
    return made


def _writer(buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setCreator("Sealbench")
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
    return writer


def _body(writer: QPdfWriter) -> QSizeF:
    return QSizeF(writer.width(), writer.height() - _FOOT_MM * _DPI / 25.4)


def _document(
    html: str,
    pictures: Mapping[str, bytes] | Mapping[str, QImage],
    picture_width: int,
    device: QPaintDevice,
    width: float,
) -> QTextDocument:
    """Laid out once: device and width are known before there is text."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setTextWidth(width)
    font = _font(html, _TEXT_PT)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    for name, data in pictures.items():
        shown = shrunk(data, picture_width)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), shown)
    document.setHtml(_FOR_BROWSERS.sub("", html))
    return document


def _font(text: str, size_pt: float) -> QFont:
    font = QFont(Face(bold=False, size_dots=20, hinted=False, fonts=needed(text)).font.families())
    font.setPointSizeF(size_pt)
    font.setFeature(QFont.Tag("locl"), 0)  # localised digit forms carry no character: they could not be searched
    return font


def _paint_strip(painter: QPainter, document: QTextDocument, strip: Strip, body: QSizeF) -> None:
    if strip.head is not None:
        _paint_part(painter, document, strip.head, 0, body.width())
    _paint_part(painter, document, (strip.top, strip.bottom), strip.head_height, body.width())


def _paint_part(
    painter: QPainter, document: QTextDocument, part: tuple[float, float], below: float, width: float
) -> None:
    seen = QRectF(0, part[0], width, part[1] - part[0])
    painter.save()
    painter.translate(0, below - part[0])
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = seen.adjusted(
        0, 1, 0, -1
    )  # what only touches the part would be there unseen, and be found by a search
    painter.setClipRect(seen)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_picture(painter: QPainter, page: Behind, body: QSizeF, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor("#5b6877"))
    line = QRectF(0, 0, body.width(), _FOOT_MM * _DPI / 25.4)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, page.title)
    room = QSizeF(body.width(), body.height() - line.height())
    size = QSizeF(page.picture.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(QPointF((room.width() - size.width()) / 2, line.height()), size), page.picture)


def _paint_foot(painter: QPainter, body: QSizeF, words: tuple[str, str], font: QFont) -> None:
    within = QRectF(0, body.height(), body.width(), _FOOT_MM * _DPI / 25.4)
    painter.setFont(font)
    painter.setPen(QColor("#5b6877"))
    painter.drawText(within, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words[0])
    painter.drawText(within, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words[1])
