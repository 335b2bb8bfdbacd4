"""Fields in a packer's words."""

from __future__ import annotations

import pytest

from station.labels.drawing import Area, LabelTrouble, Text
from station.labels.faces import Faces
from station.labels.field_words import words_of
from station.labels.lettering import fit
from station.labels.screenless import ensure_application


@pytest.mark.parametrize(
    ("fields", "zh", "en"),
    [
        ("recipient_name", "收件人姓名", "the recipient's name"),
        ("recipient_region and recipient_street", "收件地址", "the recipient's address"),
        (
            "recipient_name and recipient_phone",
            "收件人姓名、收件人电话",
            "the recipient's name and the recipient's phone",
        ),
        ("sender_lines", "寄件地址", "the sender's address"),
        ("waybill_spaced", "运单号", "the waybill number"),
        ("'my own words'", "'my own words'", "'my own words'"),
    ],
)
def test_words(fields: str, zh: str, en: str) -> None:
    """A packer reads what is too long on the label, each thing once; an unknown name stays."""
    assert words_of(fields) == (zh, en)


def test_a_packer_reads_no_field_names() -> None:
    """The bench's sentences name the thing; the whole one the field, for who mends the template."""
    application = ensure_application()
    assert application is not None
    text = Text(
        area=Area(x_dmm=0, y_dmm=0, width_dmm=100, height_dmm=40),
        text="路" * 100,
        size_dmm=40,
        least_dmm=30,
        field="recipient_street",
        source="some.toml, line 1",
    )
    with pytest.raises(LabelTrouble) as caught:
        fit(text, Faces(hinted=True), 0.8)
    assert caught.value.zh == "收件地址太长，面单放不下"
    assert caught.value.en == "Too long for the label: the recipient's address"
    assert "recipient_street" in caught.value.sentence()
