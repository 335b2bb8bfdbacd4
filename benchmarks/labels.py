"""From a parcel to the first byte of its label: our chain by steps, and Pillow with zebrafy beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from zebrafy.zebrafy_image import ZebrafyImage

from benchmarks.pillow_label import PillowLabel
from benchmarks.tables import Series, interleaved, ratio, show, sized, us
from station.devices.printers import zpl
from station.labels.paint import paint_bitmap
from station.labels.readback import refuse_unreadable
from station.labels.render import render_waybill
from station.labels.samples import SAMPLES
from station.labels.template import Fields, Template, load
from station.labels.waybill import fields
from station.settings import config_dir

LABELS = 100
SERIAL_BITS = 10
"""Of one byte on a serial line: start, eight data, stop."""

WHOLE, SENT = "our chain, Z64 (with code read-back and PNG)", "our chain, Z64, without read-back and PNG"
ACS = "encode as compressed hexadecimal (ACS)"
ZEBRAFY_ACS = "zebrafy: encode as COMPRESSED"
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
    (rendered,) = render_waybill(template, label_fields(), dpi)
    dots, width, height = bitmap.dots, bitmap.width_dots, bitmap.height_dots
    picture = peer.paint(drawing)

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
            "  read every code back": lambda: refuse_unreadable(bitmap, drawing.barcodes()),
            "  encode as Z64": lambda: zpl.encode(dots, width, height),
            ACS: lambda: zpl.encode_acs(dots, width, height),
            ZEBRAFY_ACS: lambda: ZebrafyImage(picture, format="ASCII_COMPRESSED").to_zpl(),
            ZEBRAFY: lambda: ZebrafyImage(peer.paint(drawing), format="ASCII_COMPRESSED").to_zpl(),
            ZEBRAFY_Z64: lambda: ZebrafyImage(peer.paint(drawing), format="Z64").to_zpl(),
        },
        labels,
    )
    rows = [(name, us(one.median), us(one.at(0.99)), us(one.cpu)) for name, one in series.items()]
    show(f"Label 100×150 mm at {dpi} dpi, {labels} times", ("", "median", "p99", "CPU"), rows)
    sizes = {
        "raster": len(rendered.bitmap),
        "ours, Z64": len(zpl.encode(dots, width, height)),
        "ours, ACS": len(zpl.encode_acs(dots, width, height)),
        "zebrafy Z64 of our dots": len(_of_our_dots(bitmap.dots, width, height, "Z64")),
        "zebrafy COMPRESSED of our dots": len(_of_our_dots(bitmap.dots, width, height, "ASCII_COMPRESSED")),
    }
    seconds = [(name, str(size), f"{size * SERIAL_BITS / 9600:.1f} s", f"{size * SERIAL_BITS / 115200:.2f} s")
               for name, size in sizes.items()]  # fmt: skip
    show("Bytes on the wire (times are arithmetic)", ("", "bytes", "at 9600", "at 115200"), seconds)
    _say(series)


def _of_our_dots(dots: bytes, width: int, height: int, form: str) -> str:
    from PIL import Image, ImageOps

    picture = ImageOps.invert(Image.frombytes("1", (width, height), dots).convert("L")).convert("1")
    return str(ZebrafyImage(picture, format=form).to_zpl())


def _say(series: dict[str, Series]) -> None:
    for name in (ZEBRAFY, ZEBRAFY_Z64):
        whole, sent = (ratio(series[name].median, series[ours].median) for ours in (WHOLE, SENT))
        print(f"  {name}: {whole} our whole chain, {sent} the same without read-back and PNG")
    print(f"  zebrafy's ACS encoder: {ratio(series[ZEBRAFY_ACS].median, series[ACS].median)} ours")
