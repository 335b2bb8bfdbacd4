"""Every template that is shipped: at both densities its codes read back, and it looks as it did."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

from station.labels.drawing import LabelTrouble, Text
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from station.labels.render import one_picture, render, render_waybill
from station.labels.samples import SAMPLES
from station.labels.scripts import SCRIPTS, Script
from station.labels.tags import badge_fields, command_fields, item_fields, place_fields
from station.labels.template import Fields, Template, load
from station.labels.template_file import read_sheet
from station.settings import config_dir
from tests.labels.samples_drawn import fields_of

pytestmark = pytest.mark.usefixtures("qapp")

GOLDEN = Path(__file__).parent / "golden"
FOLDER = config_dir() / "labels"
DOMESTIC = ("waybill-100x150", "waybill-100x180", "waybill-76x130", "waybill-4x6")
INTERNATIONAL = ("waybill-intl-100x150", "waybill-intl-100x100", "waybill-intl-4x6")
PAPERS = ("packing-slip-148x210", "warranty-card-105x148")
ITEM = item_fields(
    sku="MUG-330", name="粗陶马克杯 330 ml", variant="蓝色", code="6900000434017", location="A-03", origin="CN"
)


def template(name: str) -> Template:
    return load(FOLDER / f"{name}.toml")


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize(
    ("name", "sample"),
    [(name, sample) for name in DOMESTIC for sample in ("domestic", "worst-case", "gift")]
    + [(name, "international") for name in INTERNATIONAL]
    + [(name, sample) for name in PAPERS for sample in ("domestic", "international")],
)
def test_every_code_reads_back(name: str, sample: str, dpi: int) -> None:
    """On every label and paper each code decodes from the dots to exactly the waybill number."""
    chosen = SAMPLES[sample]
    (page,) = render_waybill(template(name), fields_of(chosen), dpi)
    bitmap = Bitmap(dots=page.bitmap, width_dots=page.width_dots, height_dots=page.height_dots)
    assert {text for _, text in codes_in(bitmap)} == {chosen.waybill}


def tags() -> dict[str, Fields]:
    badge = {"name": "示例小张", "pseudonym": "P001", "role": "打包 Packer", "shop": "样例小店"}
    return {
        "item-60x40": ITEM,
        "product-card-105x148": ITEM,
        "shelf-100x50": place_fields("A-03-2"),
        "tote-100x70": place_fields("TOTE-0042"),
        "badge-86x54": badge_fields(**badge, code="SB-BADGE-W07-Z1"),
        "command-92x34": command_fields(code="SB-CLEAR-QI", zh="清除", en="CLEAR", zh_does="结束", en_does="ends"),
    }


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("name", sorted(tags()))
def test_every_tag_reads_back(name: str, dpi: int) -> None:
    """Item, card, shelf, tote, badge and command labels carry the code that was asked for."""
    page = render(template(name).draw(tags()[name]), dpi)
    bitmap = Bitmap(dots=page.bitmap, width_dots=page.width_dots, height_dots=page.height_dots)
    assert codes_in(bitmap) == {("Code128", tags()[name].texts["code"])}


@pytest.mark.parametrize("name", ["item-60x40", "shelf-100x50", "tote-100x70", "badge-86x54", "product-card-105x148"])
def test_a_long_code_stands_as_qr(name: str) -> None:
    """A code too long for bars of a readable width is drawn as QR on the same label."""
    code = "SB-BADGE-" + "A1" * 14 + "-XX"
    fields = tags()[name]
    page = render(template(name).draw(Fields(texts={**fields.texts, "code": code, "linear": ""}, rows={})), 203)
    bitmap = Bitmap(dots=page.bitmap, width_dots=page.width_dots, height_dots=page.height_dots)
    assert codes_in(bitmap) == {("QRCode", code)}


@pytest.mark.parametrize("name", INTERNATIONAL)
def test_goods_of_a_declaration_go_on(name: str) -> None:
    """An international parcel of many lines declares each of them once, on as many labels as that takes."""
    many = fields_of(SAMPLES["international"])
    rows = tuple({**many.rows["declared"][0], "declared_name": f"Goods {number}"} for number in range(30))
    pages = template(name).pages(Fields(texts=many.texts, rows={**many.rows, "declared": rows}))
    said = [element.text for page in pages for element in page.elements if isinstance(element, Text)]
    assert sorted(text for text in said if "× Goods" in text) == sorted(f"2 × Goods {number}" for number in range(30))
    rendered = [render(page, 203) for page in pages]
    picture = QImage.fromData(one_picture(rendered, 203))
    assert picture.height() == sum(page.height_dots for page in rendered)


@pytest.mark.parametrize("name", [*INTERNATIONAL, *DOMESTIC])
def test_every_script_prints(name: str) -> None:
    """The longest addresses in twenty scripts find room and letters on every waybill."""
    refused = {script.name: _refusal(name, script) for script in SCRIPTS}
    assert len(refused) == 20
    assert not any(refused.values()), refused


def _refusal(name: str, script: Script) -> str:
    try:
        render_waybill(template(name), fields_of(script.sample), 203)
    except LabelTrouble as trouble:
        return trouble.sentence()
    return ""


def test_no_paper_shows_a_price() -> None:
    """Neither slip nor card nor label at home has a price (E3), nor what customs is told of an order's value."""
    for values in (fields_of(SAMPLES["gift"]), fields_of(SAMPLES["international"])):
        for page in (page for name in (*PAPERS, *DOMESTIC) for page in template(name).pages(values)):
            said = " ".join(element.text for element in page.elements if isinstance(element, Text))
            assert not any(sign in said for sign in ("¥", "￥", "$", "€", "价", "rice", "CNY", "USD", "25.00", "40.39"))


GOLDENS = {
    "waybill-76x130": "domestic",
    "waybill-100x180": "worst-case",
    "waybill-4x6": "domestic",
    "waybill-intl-100x100": "international",
    "waybill-intl-4x6": "international",
    "cn22-96x50": "international",
    "cn22-50x57": "international",
    "packing-slip-148x210": "gift",
    "warranty-card-105x148": "gift",
}


@pytest.mark.parametrize("name", [*GOLDENS, *tags()])
def test_they_look_as_they_did(name: str) -> None:
    """Each equals its golden picture dot for dot (SEALBENCH_UPDATE_GOLDEN=1 writes new ones)."""
    fields = fields_of(SAMPLES[GOLDENS[name]]) if name in GOLDENS else tags()[name]
    _compare(render(template(name).draw(fields), 203).png, f"{name}-203.png")


@pytest.mark.parametrize("script", ["Arabic", "Devanagari", "Khmer", "Hangul", "Latin, central European"])
def test_scripts_look_as_they_did(script: str) -> None:
    """Shaped letters, their marks and lines from the right equal their golden pictures at 300 dpi."""
    sample = next(each for each in SCRIPTS if each.name == script).sample
    drawn = template("waybill-intl-100x100").draw(fields_of(sample))
    address = tuple(element for element in drawn.elements if isinstance(element, Text) and "recipient" in element.field)
    png = render(replace(drawn, width_dmm=480, height_dmm=630, elements=address), 300).png
    _compare(png, f"address-{script.split()[-1].lower()}-300.png")


def _compare(png: bytes, name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("SEALBENCH_UPDATE_GOLDEN"):
        path.write_bytes(png)
    was, now = _mono(path.read_bytes()), _mono(png)
    differing = (int.from_bytes(was) ^ int.from_bytes(now)).bit_count()
    same_letters = qVersion() == (GOLDEN / "QT_VERSION").read_text().strip()
    assert differing <= (0 if same_letters else len(was) * 8 // 50), f"{differing} dots differ"


def _mono(png: bytes) -> bytes:
    """Whole bytes of dots; what Qt pads rows with has no meaning."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Mono)
    dots, stride = bytes(image.constBits()), image.bytesPerLine()
    return b"".join(dots[start : start + image.width() // 8] for start in range(0, len(dots), stride))


def test_slots_of_sheets_lie_apart() -> None:
    """No place of a shipped sheet hangs over the paper or over another place."""
    sizes = {"waybill-a4-2": (100, 150), "commands-a4": (92, 34), "badges-a4": (86, 54), "items-a4": (60, 40)}
    for name, size in sizes.items():
        paper = read_sheet(FOLDER / f"{name}.toml")
        assert paper is not None
        width, height = (length * paper.scale_percent / 100 for length in size)
        for x, y in paper.slots_mm:
            assert x + width <= paper.width_mm
            assert y + height <= paper.height_mm
            others = [slot for slot in paper.slots_mm if slot != (x, y)]
            assert all(abs(x - left) >= width or abs(y - top) >= height for left, top in others)
