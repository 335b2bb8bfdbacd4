"""Which template an order gets."""

from __future__ import annotations

import pytest

from station.labels.choice import fitting
from station.packing.terms import Media
from station.settings import config_dir

FOLDER = config_dir() / "labels"


@pytest.mark.parametrize(
    ("usual", "sizes", "chosen"),
    [
        ("waybill-100x150", (), "waybill-100x150"),
        ("waybill-100x150", ((76, 130), (100, 150)), "waybill-100x150"),
        ("waybill-100x150", ((76, 130),), "waybill-76x130"),
        ("waybill-100x150", ((100, 180),), "waybill-100x180"),
        ("waybill-intl-100x150", ((100, 100),), "waybill-intl-100x100"),
        ("waybill-100x150", ((100, 100),), "waybill-100x150"),  # of its kind there is none: the caller refuses
    ],
)
def test_the_services_sizes_decide(usual: str, sizes: tuple[tuple[int, int], ...], chosen: str) -> None:
    """The usual template while its size is taken, else one of the same kind that fits, never one for abroad at home."""
    media = tuple(Media(width_mm=width, height_mm=height) for width, height in sizes)
    assert fitting(FOLDER / f"{usual}.toml", media).file.name == f"{chosen}.toml"
