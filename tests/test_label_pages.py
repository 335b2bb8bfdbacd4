"""A parcel whose goods need several labels: one job, on a label printer and on an office printer."""

from __future__ import annotations

import pytest

from station.devices.page_printing import pages as pdf_pages
from station.devices.printers import pdf, zpl
from station.label_printer import LabelPrinter
from station.labels.render import Rendered, render_waybill
from station.labels.samples import SAMPLES
from station.labels.template import Fields, load
from station.settings import config_dir
from tests.labels.samples_drawn import fields_of

pytestmark = pytest.mark.usefixtures("qapp")


class Nowhere:
    def send(self, job: str, data: bytes, *, labels: int = 1) -> None:
        raise AssertionError(f"nothing is sent: {job}, {len(data)}")

    def cancel(self, job: str) -> bool:
        return bool(job)


def pages() -> tuple[Rendered, ...]:
    values = fields_of(SAMPLES["international"])
    rows = {**values.rows, "declared": values.rows["declared"] * 3}
    template = load(config_dir() / "labels" / "waybill-intl-100x150.toml")
    return render_waybill(template, Fields(texts=values.texts, rows=rows), 203)


def test_a_label_printer_gets_them_in_one_job() -> None:
    """Two labels are two formats, one after the other, each as it would be by itself."""
    printer = LabelPrinter(name="p", speaks="zpl", dpi=203, language=zpl, device=Nowhere())
    both = pages()
    assert printer.encode(both) == b"".join(zpl.encode(one.bitmap, one.width_dots, one.height_dots) for one in both)
    assert len(both) == 2


def test_a_page_printer_gets_pages() -> None:
    """Two labels are two pages of one file, each dot for dot as it would be by itself."""
    printer = LabelPrinter(name="office", speaks="pdf", dpi=203, language=pdf, device=Nowhere())
    both = pages()
    printed = pdf_pages(printer.encode(both), 203)
    assert [page.bitmap for page in printed] == [one.bitmap for one in both]
