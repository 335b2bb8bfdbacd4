"""The size of a label against what the carrier takes."""

from __future__ import annotations

import pytest

from station.labels.drawing import LabelTrouble
from station.labels.media import refuse_wrong_media
from station.labels.template import load
from station.packing.terms import Media, ServiceTerms
from station.settings import config_dir

TEMPLATE = config_dir() / "labels" / "waybill-100x150.toml"


def test_a_size_the_carrier_refuses() -> None:
    """The words name the carrier, its sizes and the template's, in both languages."""
    terms = ServiceTerms(
        zh="圆通", en="YTO", media=(Media(width_mm=76, height_mm=130), Media(width_mm=100, height_mm=180))
    )
    with pytest.raises(LabelTrouble) as refused:
        refuse_wrong_media(load(TEMPLATE), terms)
    assert "76x130, 100x180" in refused.value.sentence()
    assert "100x150" in refused.value.zh
    assert "圆通" in refused.value.zh


def test_sizes_that_pass() -> None:
    """The right size, a service without sizes and an order without a service print."""
    refuse_wrong_media(load(TEMPLATE), ServiceTerms(zh="x", en="x", media=(Media(width_mm=100, height_mm=150),)))
    refuse_wrong_media(load(TEMPLATE), ServiceTerms(zh="x", en="x"))
    refuse_wrong_media(load(TEMPLATE), None)
