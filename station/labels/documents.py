"""Labels as PDF pages for an office printer: vectors, one label a page or several on a sheet to be cut.

The codes are read back from dots first, exactly as for a label printer; a page is the same drawing painted again.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from station.labels.drawing import Drawing
from station.labels.faces import Faces
from station.labels.paint import Canvas, dots_per_dmm, paint, paint_bitmap
from station.labels.readback import refuse_unreadable
from station.labels.template_specs import Sheet

PDF_DPI = 1200
PROOF_DPI = 300
CUT_DMM = 40
"""Length of the marks that show where to cut."""


def label_pdf(drawings: Sequence[Drawing]) -> bytes:
    """A page a label, each of its own size."""
    return _pdf([(drawing, _own_sheet(drawing), 0) for drawing in drawings])


def sheet_pdf(drawings: Sequence[Drawing], sheet: Sheet) -> bytes:
    """As many labels a page as the sheet has slots, in the order given, with cutting marks where paper is left over."""
    return _pdf([(drawing, sheet, number % len(sheet.slots_mm)) for number, drawing in enumerate(drawings)])


def _own_sheet(drawing: Drawing) -> Sheet:
    return Sheet(width_mm=drawing.width_dmm / 10, height_mm=drawing.height_dmm / 10, slots_mm=((0.0, 0.0),))


def _pdf(places: Sequence[tuple[Drawing, Sheet, int]]) -> bytes:
    """Each drawing in its slot; the first slot of a sheet begins a page."""
    assert places
    for drawing, _, _ in places:
        refuse_unreadable(paint_bitmap(drawing, PROOF_DPI), drawing.barcodes())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, places[0][1])
    painter = QPainter(writer)
    try:
        for number, (drawing, sheet, slot) in enumerate(places):
            if number and not slot:
                writer.setPageSize(_size(sheet))
                writer.newPage()
            _paint_slot(painter, drawing, sheet, sheet.slots_mm[slot])
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _size(sheet: Sheet) -> QPageSize:
    size = QSizeF(sheet.width_mm, sheet.height_mm)
    return QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)


def _writer(buffer: QBuffer, sheet: Sheet) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setCreator("Sealbench")
    writer.setResolution(PDF_DPI)
    writer.setPageSize(_size(sheet))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return writer


def _paint_slot(painter: QPainter, drawing: Drawing, sheet: Sheet, slot_mm: tuple[float, float]) -> None:
    per_dmm = dots_per_dmm(PDF_DPI)
    painter.save()
    painter.translate(slot_mm[0] * 10 * per_dmm, slot_mm[1] * 10 * per_dmm)
    painter.scale(sheet.scale_percent / 100, sheet.scale_percent / 100)
    paint(painter, drawing, Canvas(dots_per_dmm=per_dmm, faces=Faces(hinted=False)))
    if sheet.width_mm * 10 > drawing.width_dmm:
        _paint_cut_marks(painter, drawing.width_dmm * per_dmm, drawing.height_dmm * per_dmm, CUT_DMM * per_dmm)
    painter.restore()


def _paint_cut_marks(painter: QPainter, width: float, height: float, length: float) -> None:
    """A corner mark outside each corner of the label."""
    thin = length / 40
    for x in (0.0, width):
        for y in (0.0, height):
            left, top = (x - length if x == 0 else x), (y - length if y == 0 else y)
            painter.fillRect(QRectF(left, y - thin / 2, length, thin), Qt.GlobalColor.black)
            painter.fillRect(QRectF(x - thin / 2, top, thin, length), Qt.GlobalColor.black)
