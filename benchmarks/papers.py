"""A4 pages a second: waybills by one, two and four, packing slips, delivery notes. Every code is read back first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.labels import label_fields
from benchmarks.tables import Series, show, sized, us
from station.labels.delivery_note import DeliveryNote, NoteLine, notes_pdf
from station.labels.documents import label_pdf, sheet_pdf
from station.labels.drawing import Drawing
from station.labels.template import load
from station.labels.template_file import read_sheet
from station.reports.speech import speaking
from station.settings import config_dir

PAGES = 20
RUNS = 3
SHEETS = {"A4, 1 label": "waybill-a4", "A4, 2 labels": "waybill-a4-2", "A4, 4 labels": "waybill-a4-4"}
NOTE = DeliveryNote(
    order="SO-2026-1",
    shop="样例小店",
    service="圆通速递 YTO Express",
    waybill="YT0000000000001",
    day="2026-11-22 18:05",
    to=("张三丰", "CN 浙江省 杭州市", "样例路 1 号"),
    sender=("杭州仓库",),
    lines=tuple(NoteLine(sku=f"SKU-{n}", name="马克杯", variant="蓝色 330 ml", units=2) for n in range(8)),
    packed=True,
)


def run(folder: Path, share: float) -> None:
    del folder
    application = QApplication.instance() or QApplication(["benchmarks"])
    pages, runs = sized(PAGES, share, least=1), sized(RUNS, share, least=2)
    papers = _papers(pages)
    sizes = {name: len(make()) for name, make in papers.items()}
    series = {name: Series() for name in papers}
    for _ in range(runs):
        for name, make in papers.items():
            series[name].take(make)
    rows = [
        (name, us(one.median), us(one.median / pages), f"{pages * 1e6 / one.median:.0f}", str(sizes[name]))
        for name, one in series.items()
    ]
    show(f"{pages} pages as PDF, {runs} times", ("", "time", "a page", "pages/s", "bytes"), rows)
    del application


def _papers(pages: int) -> dict[str, Callable[[], bytes]]:
    folder = config_dir() / "labels"
    waybill = load(folder / "waybill-100x150.toml").draw(label_fields())
    (slip,) = load(folder / "packing-slip-148x210.toml").pages(label_fields())
    return {
        **{name: _sheets(folder / f"{file}.toml", waybill, pages) for name, file in SHEETS.items()},
        "packing slip, A5": lambda: label_pdf([slip] * pages),
        "delivery note, A4, 8 lines": lambda: notes_pdf([NOTE] * pages, speaking(("zh", "en"))),
    }


def _sheets(path: Path, label: Drawing, pages: int) -> Callable[[], bytes]:
    sheet = read_sheet(path)
    assert sheet is not None
    return lambda: sheet_pdf([label] * pages * len(sheet.slots_mm), sheet)
