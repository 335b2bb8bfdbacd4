"""From a parcel to the first byte of its label: our chain by steps, and Pillow with zebrafy beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from zebrafy.zebrafy_image import ZebrafyImage

from benchmarks.pillow_label import PillowLabel, segno_modules
from benchmarks.tables import Series, interleaved, ratio, show, sized, us
from station.devices.printers import zpl
from station.labels.bars import modules
from station.labels.drawing import Symbology
from station.labels.paint import paint_bitmap
from station.labels.readback import refuse_unreadable
from station.labels.render import png, render_waybill
from station.labels.samples import SAMPLES
from station.labels.template import Fields, Template, load
from station.labels.waybill import fields
from station.settings import config_dir

LABELS = 100

WHOLE, SENT = "our chain, Z64 (with code read-back and PNG)", "our chain, Z64, without read-back and PNG"
ZEBRAFY, ZEBRAFY_Z64 = "Pillow + zebrafy COMPRESSED", "Pillow + zebrafy Z64"


def run(folder: Path, share: float) -> None:
    del folder
    application = QApplication.instance() or QApplication(["benchmarks"])
    template = load(config_dir() / "labels" / "waybill-100x150.toml")
    for dpi in (203, 300):
        _compare(template, dpi, sized(LABELS, share, least=3))
    del application


def label_fields() -> Fields:
    sample = SAMPLES["domestic"]
    return fields(
        sample.order,
        waybill=sample.waybill,
        weight_mg=sample.weight_mg,
        units=sample.units,
        copy=1,
        root16="ABCDEFGHIJKLMNOP",
        bench="B01",
        printed_at="2026-11-21 12:00",
        masked=True,
    )


def _compare(template: Template, dpi: int, labels: int) -> None:
    drawing, peer = template.draw(label_fields()), PillowLabel(dpi)
    bitmap = paint_bitmap(drawing, dpi)
    qr = next(barcode for barcode in drawing.barcodes() if barcode.symbology is Symbology.QR)

    def whole() -> bytes:
        (made,) = render_waybill(template, label_fields(), dpi)
        return zpl.encode(made.bitmap, made.width_dots, made.height_dots)

    def sent() -> bytes:
        made = paint_bitmap(template.draw(label_fields()), dpi)
        return zpl.encode(made.dots, made.width_dots, made.height_dots)

    series = interleaved(
        {
            WHOLE: whole,
            SENT: sent,
            "  fields and template to drawing": lambda: template.draw(label_fields()),
            "  paint": lambda: paint_bitmap(drawing, dpi),
            "    of that the QR modules": lambda: modules(qr),
            "    the same by segno, as the peers make them": lambda: segno_modules(qr.text),
            "  read every code back": lambda: refuse_unreadable(bitmap, drawing.barcodes()),
            "  PNG": lambda: png(bitmap, dpi),
            "  encode as Z64": lambda: zpl.encode(bitmap.dots, bitmap.width_dots, bitmap.height_dots),
            ZEBRAFY: lambda: ZebrafyImage(peer.paint(drawing), format="ASCII_COMPRESSED").to_zpl(),
            ZEBRAFY_Z64: lambda: ZebrafyImage(peer.paint(drawing), format="Z64").to_zpl(),
        },
        labels,
    )
    rows = [(name, us(one.median), us(one.at(0.99)), us(one.cpu)) for name, one in series.items()]
    show(f"Label 100×150 mm at {dpi} dpi, {labels} times", ("", "median", "p99", "CPU"), rows)
    _say(series)


def _say(series: dict[str, Series]) -> None:
    for name in (ZEBRAFY, ZEBRAFY_Z64):
        whole, sent = (ratio(series[name].median, series[ours].median) for ours in (WHOLE, SENT))
        print(f"  {name}: {whole} our whole chain, {sent} the same without read-back and PNG")
