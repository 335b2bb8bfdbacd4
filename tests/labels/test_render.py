"""Labels as dots: what is asked for reads back, what cannot be printed is refused by name."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

from station.labels import readback
from station.labels.drawing import Align, Area, Barcode, Box, Drawing, LabelTrouble, Picture, Symbology, Text
from station.labels.paint import Bitmap, paint_bitmap
from station.labels.readback import codes_in, image_of, refuse_unreadable
from station.labels.render import Rendered, render, render_waybill
from station.labels.samples import SAMPLES, Sample
from station.packing.model import Recipient, Waybill
from tests.labels.samples_drawn import drawing_of, fields_of, template_of

pytestmark = pytest.mark.usefixtures("qapp")

GOLDEN = Path(__file__).parent / "golden"
DOMESTIC = SAMPLES["domestic"]


def rendered(sample: Sample, dpi: int = 203) -> Rendered:
    (label,) = render_waybill(template_of(sample), fields_of(sample), dpi)
    return label


def to(**changes: str) -> Sample:
    recipient = replace(DOMESTIC.order.recipient, **changes)
    return replace(DOMESTIC, order=replace(DOMESTIC.order, recipient=recipient))


def one(element: Text | Barcode | Box | Picture) -> Drawing:
    return Drawing(width_dmm=1000, height_dmm=500, elements=(element,))


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_both_codes_of_every_sample_read_back(name: str, dpi: int) -> None:
    """At every density both codes of every sample decode to exactly the waybill number, and nothing else decodes."""
    result = rendered(SAMPLES[name], dpi)
    bitmap = Bitmap(dots=result.bitmap, width_dots=result.width_dots, height_dots=result.height_dots)
    number = SAMPLES[name].waybill
    assert codes_in(bitmap) == {("Code128", number), ("QRCode", number)}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_label_is_mostly_white(name: str) -> None:
    """Less than three tenths of a label is ink: print heads and ribbons last, and codes stay clear."""
    assert paint_bitmap(drawing_of(name), 203).ink_share < 0.3


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_labels_look_as_they_did(name: str) -> None:
    """Each sample equals its golden picture dot for dot (SEALBENCH_UPDATE_GOLDEN=1 writes new ones)."""
    png = rendered(SAMPLES[name]).png
    path = GOLDEN / f"{name}-203.png"
    if os.environ.get("SEALBENCH_UPDATE_GOLDEN"):
        path.write_bytes(png)
    was, now = _mono(path.read_bytes()), _mono(png)
    differing = (int.from_bytes(was) ^ int.from_bytes(now)).bit_count()
    same_letters = qVersion() == (GOLDEN / "QT_VERSION").read_text().strip()
    assert differing <= (0 if same_letters else len(was) * 8 // 50), f"{differing} dots differ"


def _mono(png: bytes) -> bytes:
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Mono)
    return bytes(image.constBits())


def test_rare_characters_of_names_print() -> None:
    """镕, 喆 and 堃 are drawn, each with its own shape."""
    shapes = set()
    for character in "镕喆堃":
        area = Area(x_dmm=0, y_dmm=0, width_dmm=200, height_dmm=200)
        bitmap = paint_bitmap(one(Text(area=area, text=character, size_dmm=100, least_dmm=100)), 203)
        assert bitmap.ink_share > 0.001
        shapes.add(bitmap.dots)
    assert len(shapes) == 3


@pytest.mark.parametrize(
    ("character", "code"), [("😀", "U+1F600"), ("𠮷", "U+20BB7"), ("ཀ", "U+0F40"), ("\ue000", "U+E000")]
)
def test_a_missing_glyph_is_named(character: str, code: str) -> None:
    """A character the fonts do not have refuses the label, named with its field, in both languages."""
    with pytest.raises(LabelTrouble) as refused:
        rendered(to(street=f"示例路 {character} 号"))
    assert code in str(refused.value)
    assert "recipient_street" in refused.value.field
    assert character in refused.value.zh


def test_text_that_does_not_fit_is_named() -> None:
    """An address too long even in the least letters refuses the label by field, file and line."""
    with pytest.raises(LabelTrouble, match=r"recipient_street does not fit .*waybill-100x150.toml, line \d+"):
        rendered(to(street="很长的街道" * 60))


def test_a_field_without_end_is_refused() -> None:
    """A value of thousands of characters is refused before anything is measured."""
    with pytest.raises(LabelTrouble, match="recipient_street is far too long"):
        rendered(to(street="长" * 5000))


@pytest.mark.parametrize("number", ["", "快递123", "A\x1dB", "9" * 49])
def test_a_number_that_is_no_code_is_refused(number: str) -> None:
    """A waybill number that Code 128 cannot carry as it stands is refused, never changed."""
    with pytest.raises(LabelTrouble, match="cannot be a code"):
        rendered(replace(DOMESTIC, waybill=Waybill(number)))


def test_bars_too_thin_to_read_are_refused() -> None:
    """A number so long that its bars would be thinner than 0.19 mm is refused by name."""
    with pytest.raises(LabelTrouble, match="waybill is too long for its code"):
        rendered(replace(DOMESTIC, waybill=Waybill("ABCDEFGHIJKLMNOPQRSTUVWXYZ-ABCDEFGHIJ")))


def test_bars_are_whole_dots() -> None:
    """Every bar of the code is the same whole number of dots wide, so none is rounded away."""
    area = Area(x_dmm=0, y_dmm=0, width_dmm=1000, height_dmm=200)
    bitmap = paint_bitmap(one(Barcode(area=area, symbology=Symbology.CODE128, text="YT7630118422907")), 203)
    row = "".join(f"{byte:08b}" for byte in bitmap.dots[: bitmap.row_bytes]).strip("0")
    runs = {len(run) for run in row.replace("01", "0 1").replace("10", "1 0").split()}
    assert runs <= {4, 8, 12, 16}


def test_a_spoiled_code_stops_the_label() -> None:
    """When dots over a code keep it from reading, the label is refused instead of sent."""
    drawing = drawing_of("domestic")
    bar = drawing.barcodes()[0].area
    box = Box(area=Area(x_dmm=bar.x_dmm, y_dmm=bar.y_dmm, width_dmm=500, height_dmm=bar.height_dmm), filled=True)
    with pytest.raises(LabelTrouble, match="does not read back"):
        render(replace(drawing, elements=(*drawing.elements, box)), 203)


def test_a_code_nobody_asked_for_stops_the_label() -> None:
    """A code on the paper that the drawing did not ask for refuses the label."""
    drawing = drawing_of("domestic")
    with pytest.raises(LabelTrouble, match="nobody asked for"):
        refuse_unreadable(paint_bitmap(drawing, 203), [])


def test_another_number_on_the_paper_stops_the_label(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code that reads, but as another number, refuses the label."""
    monkeypatch.setattr(readback, "codes_in", lambda _: {("Code128", "YT0000000000001"), ("QRCode", DOMESTIC.waybill)})
    with pytest.raises(LabelTrouble, match="waybill does not read back"):
        rendered(DOMESTIC)


def test_a_gift_label_shows_no_price() -> None:
    """No text of a gift's label has a currency sign or speaks of a price."""
    texts = [element.text for element in drawing_of("gift").elements if isinstance(element, Text)]
    assert not any(sign in text for text in texts for sign in ("¥", "￥", "$", "€", "价", "USD", "CNY"))


def test_any_thread_paints_the_same_dots() -> None:
    """A label painted off the screen thread is the same label."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        painted = set(pool.map(lambda _: paint_bitmap(drawing_of("domestic"), 203).dots, range(6)))
    assert painted == {paint_bitmap(drawing_of("domestic"), 203).dots}


def test_rows_end_on_a_byte() -> None:
    """A width that is no multiple of eight is packed to whole bytes, with white behind its last dot."""
    area = Area(x_dmm=0, y_dmm=0, width_dmm=300, height_dmm=300)
    bitmap = paint_bitmap(Drawing(width_dmm=300, height_dmm=300, elements=(Box(area=area, filled=True),)), 300)
    assert (bitmap.width_dots, bitmap.row_bytes, len(bitmap.dots)) == (354, 45, 45 * 354)
    assert bitmap.dots[44] == 0b11000000


def test_a_frame_is_hollow() -> None:
    """A box that is not filled leaves its middle white."""
    area = Area(x_dmm=0, y_dmm=0, width_dmm=300, height_dmm=300)
    bitmap = paint_bitmap(one(Box(area=area, stroke_dmm=5)), 203)
    assert (bitmap.dots[0], bitmap.dots[100 * bitmap.row_bytes + 10]) == (0xFF, 0)


def test_a_picture_is_black_or_white() -> None:
    """A picture keeps its shape inside its area and has no grey."""
    area = Area(x_dmm=0, y_dmm=0, width_dmm=200, height_dmm=200)
    png = rendered(DOMESTIC).png
    assert 0.002 < paint_bitmap(one(Picture(area=area, png=png)), 203).ink_share < 0.2
    with pytest.raises(LabelTrouble, match="no PNG"):
        paint_bitmap(one(Picture(area=area, png=b"nothing")), 203)


def test_the_picture_is_the_very_dots() -> None:
    """The PNG kept as evidence shows exactly the dots that are sent."""
    result = rendered(DOMESTIC)
    bitmap = Bitmap(dots=result.bitmap, width_dots=result.width_dots, height_dots=result.height_dots)
    assert _mono(result.png) == bytes(image_of(bitmap).constBits())


def test_an_address_wraps_where_people_would() -> None:
    """A number is not parted from its unit, and no line begins with a closing mark."""
    label = to(street="示例街道样板路 18 号 6 幢 2 单元 1103 室（请放前台，谢谢）", province="", city="", district="")
    assert rendered(label).png


def test_an_empty_recipient_still_prints() -> None:
    """A masked order without a readable address prints, for it can only be delivered by its number."""
    assert rendered(replace(DOMESTIC, order=replace(DOMESTIC.order, recipient=Recipient()))).png


def test_text_stands_left_centred_or_right() -> None:
    """The same text begins further right when it is centred, and furthest when it is set right."""
    area = Area(x_dmm=0, y_dmm=0, width_dmm=1000, height_dmm=60)
    text = Text(area=area, text="YTO", size_dmm=40, least_dmm=40)
    first_dots = []
    for align in (Align.LEFT, Align.CENTRE, Align.RIGHT):
        bitmap = paint_bitmap(one(replace(text, align=align)), 203)
        rows = [bitmap.dots[at : at + bitmap.row_bytes] for at in range(0, len(bitmap.dots), bitmap.row_bytes)]
        first_dots.append(min(len(row) - len(row.lstrip(b"\0")) for row in rows))
    assert first_dots[0] < 2
    assert 40 < first_dots[1] < 55
    assert 85 < first_dots[2] < 100
