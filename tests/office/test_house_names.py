"""What people call carriers, shops and countries, read from the house's files."""

from __future__ import annotations

import pytest

from station.home import Home
from station.office.house_names import HouseNames, country_of, house_names


def test_names_of_the_shipped_files(home: Home) -> None:
    """A service and a shop go by what their files say; what has no file goes by its code."""
    names = house_names(home)
    yto, unknown = names.carrier("yto"), names.carrier("gone")
    assert (yto.zh, yto.en) == ("圆通速递", "YTO Express")
    assert (unknown.zh, unknown.en) == ("gone", "gone")
    assert (names.shop("demo").en, names.shop("gone").en) == ("样例小店", "gone")


def test_a_shop_of_the_home_goes_first(home: Home) -> None:
    """The home's own file of the same name is the one that is asked."""
    folder = home.root / "shops"
    folder.mkdir(parents=True)
    (folder / "demo.toml").write_text('name = "自家小店"\n[platforms]\n', encoding="utf-8")
    (folder / "bare.toml").write_text("[platforms]\n", encoding="utf-8")
    names = house_names(home)
    assert (names.shop("demo").zh, names.shop("bare").zh) == ("自家小店", "bare")


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [("CN", "中国", "China"), ("us", "美国", "United States"), ("XX", "XX", "XX"), ("", "", "")],
)
def test_countries(code: str, zh: str, en: str) -> None:
    """As people say it in their language; a code that no table has stays."""
    words = country_of(code)
    assert (words.zh, words.en) == (zh, en)


def test_before_they_are_read() -> None:
    """Codes stand in the names' place."""
    assert HouseNames().carrier("yto").en == "yto"
