"""Which template an order gets."""

from __future__ import annotations

import pytest

from station.labels.choice import Stock, fitting, no_label
from station.labels.library import Library
from station.packing.terms import Media, ServiceTerms
from station.settings import config_dir

LIBRARY = Library(folders=(config_dir() / "labels",))


@pytest.mark.parametrize(
    ("usual", "sizes", "chosen"),
    [
        ("waybill-100x150", (), "waybill-100x150"),
        ("waybill-100x150", ((76, 130), (100, 150)), "waybill-100x150"),
        ("waybill-100x150", ((76, 130),), "waybill-76x130"),
        ("waybill-100x150", ((100, 180),), "waybill-100x180"),
        ("waybill-intl-100x150", ((100, 100),), "waybill-intl-100x100"),
        ("waybill-100x150", ((100, 100),), ""),  # of its kind there is none: the caller refuses
    ],
)
def test_the_services_sizes_decide(usual: str, sizes: tuple[tuple[int, int], ...], chosen: str) -> None:
    """The usual template while its size is taken, else one of the same kind that fits, never one for abroad at home."""
    media = tuple(Media(width_mm=width, height_mm=height) for width, height in sizes)
    found = fitting(LIBRARY.load(usual), LIBRARY.waybills, media)
    assert (found.file.name if found else "") == (f"{chosen}.toml" if chosen else "")


def _media(size: str) -> Media:
    width, height = size.split("x")
    return Media(width_mm=int(width), height_mm=int(height))


@pytest.mark.parametrize(
    ("usual", "stock", "allowed", "chosen"),
    [
        ("waybill-100x150", Stock(), ("76x130", "100x150"), "waybill-100x150"),
        ("waybill-100x150", Stock(), ("76x130",), ""),  # nobody said that other paper is loaded
        ("waybill-100x150", Stock(media=_media("76x130")), ("76x130", "100x150"), "waybill-76x130"),
        ("waybill-100x150", Stock(media=_media("76x130")), (), "waybill-76x130"),
        ("waybill-100x150", Stock(media=_media("60x40")), (), ""),
        ("waybill-intl-100x150", Stock(media=_media("100x100")), ("100x100", "100x150"), "waybill-intl-100x100"),
        ("waybill-intl-100x150", Stock(media=_media("100x150")), ("100x100",), ""),
        ("waybill-100x150", Stock(media=_media("80x100"), endless=True), (), "waybill-76x130"),
        ("waybill-100x150", Stock(media=_media("210x297"), sheet=True), ("76x130",), "waybill-76x130"),
    ],
)
def test_the_paper_in_the_printer_decides(usual: str, stock: Stock, allowed: tuple[str, ...], chosen: str) -> None:
    """What the service allows and what is loaded must agree; on a roll the length is free, on a sheet all that fits."""
    template = LIBRARY.load(usual)
    media = tuple(map(_media, allowed))
    found = fitting(template, LIBRARY.waybills, media, lambda one: stock.takes(one, template))
    assert (found.file.name if found else "") == (f"{chosen}.toml" if chosen else "")


def test_why_none_fits() -> None:
    """The words name the service's sizes, the printer and its paper, in both languages."""
    terms = ServiceTerms(zh="圆通", en="YTO", media=(_media("76x130"), _media("100x180")))
    why = no_label(LIBRARY.load("waybill-100x150"), terms, printer="front", stock=Stock(media=_media("60x40")))
    assert "YTO takes labels of 76x130, 100x180 mm, and 60x40 mm is loaded in 'front'" in why.sentence()
    assert "圆通只收 76x130, 100x180 毫米" in why.zh
    why = no_label(LIBRARY.load("waybill-intl-100x150"), None, printer="front", stock=Stock(media=_media("60x40")))
    assert "no international label of that size" in why.sentence()
