"""Whole pages of text as PDF, in the shipped font. What they say is made elsewhere, as HTML."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from station.labels.faces import Face

_TEXT_PT = 9
_PICTURE_WIDTH = 380  # of the about 680 units that an A4 page is wide


def html_pdf(html: str, pictures: Mapping[str, bytes]) -> bytes:
    """A4 pages; ``pictures`` by the name the page gives them. The application must exist."""
    document = QTextDocument()
    font = QFont(Face(bold=False, size_dots=20, hinted=False).font.family())
    font.setPointSizeF(_TEXT_PT)
    font.setFeature(QFont.Tag("locl"), 0)  # localised digit forms carry no character: they could not be searched
    document.setDefaultFont(font)
    for name, data in pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), _picture(data))
    document.setHtml(html)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Sealbench")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    return bytes(buffer.data().data())


def _picture(data: bytes) -> QImage:
    """At most ``_PICTURE_WIDTH`` wide without losing a dot; a blank for what is none, which would spoil the page."""
    picture = QImage.fromData(data)
    if picture.isNull():
        picture = QImage(1, 1, QImage.Format.Format_Mono)
        picture.fill(1)
    picture.setDevicePixelRatio(max(1.0, picture.width() / _PICTURE_WIDTH))
    return picture
