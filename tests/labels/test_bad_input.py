"""What hostile or mistaken text does to a label: nothing but dots, or a sentence."""

from __future__ import annotations

from dataclasses import fields as fields_in
from dataclasses import replace

import pytest

from station.devices.dialect import Setup
from station.labels.drawing import LabelTrouble
from station.labels.render import render_waybill
from station.labels.samples import SAMPLES, Sample
from station.packing.model import OrderNo, Recipient
from station.registry import find
from tests.labels.samples_drawn import fields_of, template_of

pytestmark = pytest.mark.usefixtures("qapp")

CODE = {
    "zpl": "^XA^GB800,9^PQ99^XZ~JA",
    "escpos": "\x1b@\x1dV\x00\x10\x14\x08SPOOLED",
    "tspl": "SIZE 9 mm\r\nCLS\r\nPRINT 99",
    "epl": "N\nA50,0,0,1,EXAMPLE\nP99,1",
}
PLACES = tuple(field.name for field in fields_in(Recipient) if field.name != "country")


def with_everywhere(text: str) -> Sample:
    """The international sample with the text in each field that people fill in."""
    order = SAMPLES["international"].order
    who = replace(order.recipient, **dict.fromkeys(PLACES, text))
    lines = tuple(replace(line, name=text, customs_name=text) for line in order.lines)
    changed = replace(order, recipient=who, sender=who, lines=lines, service_name=text, number=OrderNo(text))
    return replace(SAMPLES["international"], order=changed)


@pytest.mark.parametrize("language", sorted(CODE))
def test_printer_code_is_only_text(language: str) -> None:
    """A printer's commands in every field come out as dots: the job has none of them, and prints one label."""
    sample = with_everywhere(CODE[language])
    (page,) = render_waybill(template_of(sample), fields_of(sample), 203)
    sent: bytes = find("printer", language).encode(page.bitmap, page.width_dots, page.height_dots, setup=Setup(dpi=203))
    assert CODE[language].encode() not in sent
    assert CODE[language][-10:].encode() not in sent


@pytest.mark.parametrize("place", PLACES)
def test_a_text_without_end_is_a_sentence(place: str) -> None:
    """Ten thousand characters in any field refuse the label by the field's name, before anything is drawn."""
    order = SAMPLES["international"].order
    who = replace(order.recipient, **{place: "N" * 10_000})
    sample = replace(SAMPLES["international"], order=replace(order, recipient=who))
    with pytest.raises(LabelTrouble, match=r"recipient_\w+ is far too long for a label: 10\d{3} characters") as refused:
        render_waybill(template_of(sample), fields_of(sample), 203)
    assert refused.value.sentence().count("\n") == 0


@pytest.mark.parametrize(
    "marks",
    ["\u202e", "\u202d\u2067", "\u200b\u2060", "\ufeff", "\u00ad", "\u200d\u200c", "\x00\x07\x1b", "\U000e0041"],
)
def test_marks_that_nobody_sees_change_no_dot(marks: str) -> None:
    """Direction marks, zero-width characters and controls in every field give the very label without them."""
    texts = ("1 Sample Road", marks.join("1 Sample Road"))
    plain, marked = (with_everywhere(text) for text in texts)
    pages = [render_waybill(template_of(each), fields_of(each), 203) for each in (plain, marked)]
    assert pages[0] == pages[1]
