"""Channels' files: the shipped ones read, a home's own goes before, a wrong one is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble, UsageTrouble
from station.home import Home
from station.reports.channel_file import Make, channel_files, load_channel, read_channel
from station.settings import config_dir

GOOD = (
    'zh = "某渠道"\nen = "Somewhere"\nmakes = ["report"]\n'
    '[formats]\ntake = ["pdf"]\nconfirmed = true\nsource = "its page"\n'
)


def test_shipped(home: Home) -> None:
    """All ten profiles are there, and every figure of each says where it is from."""
    names = set(channel_files(config_dir(), home))
    assert names == {
        "paypal", "ebay-images", "mastercard-pdf", "stripe", "wechat", "antom", "aliexpress", "alibaba", "taobao",
        "court",
    }  # fmt: skip
    for name in names:
        channel = load_channel(name, config_dir(), home)
        assert all(figure.source for _, figure in channel.limits())


@pytest.mark.parametrize(
    ("name", "limit", "most", "confirmed"),
    [
        ("paypal", "file_bytes", 9_999_999, True),
        ("paypal", "total_bytes", 50_000_000, True),
        ("mastercard-pdf", "file_bytes", 2_000_000, False),
        ("mastercard-pdf", "pages", 19, True),
        ("ebay-images", "total_bytes", 1_750_000, True),
        ("wechat", "characters", 500, True),
        ("antom", "characters", 512, True),
    ],
)
def test_figures(name: str, limit: str, most: int, confirmed: bool, home: Home) -> None:
    """The figures of the channels that publish some, and whether anybody has confirmed them."""
    figure = dict(load_channel(name, config_dir(), home).limits())[limit]
    assert (figure.most, figure.confirmed) == (most, confirmed)


def test_one_submission(home: Home) -> None:
    """Stripe takes evidence once, PayPal again and again."""
    assert load_channel("stripe", config_dir(), home).takes_one_submission
    assert not load_channel("paypal", config_dir(), home).takes_one_submission


def test_a_homes_own_file_goes_before(home: Home) -> None:
    """A file of the home takes the place of the shipped one, and a new name adds a channel."""
    (home.root / "channels").mkdir(parents=True)
    for name in ("paypal", "my-bank"):
        (home.root / "channels" / f"{name}.toml").write_text(GOOD, "utf-8")
    assert load_channel("paypal", config_dir(), home).en == "Somewhere"
    assert load_channel("my-bank", config_dir(), home).makes == (Make.REPORT,)


def test_an_unknown_name(home: Home) -> None:
    """A wrong name is told with the nearest one."""
    with pytest.raises(UsageTrouble, match="no channel is called 'payal'") as trouble:
        load_channel("payal", config_dir(), home)
    assert "paypal" in trouble.value.sentence()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "zh"),
        ("\x00", "cannot be read"),
        (GOOD + "more = 1\n", "more"),
        (GOOD.replace('"report"', '"film"'), "makes"),
        (GOOD.replace('"report"', '"sheet"'), "sheet is made as jpg"),
        (GOOD.replace('"report"', '"text"').replace('"pdf"', '"txt"'), "characters"),
        (GOOD.replace('"report"', '"bundle", "report"').replace('"pdf"', '"pdf", "zip"'), "has everything in it"),
        (GOOD + "[pages]\nmost = 0\nconfirmed = true\nsource = 'x'\n", "pages.most"),
        (GOOD + "[pages]\nmost = 9\nconfirmed = true\nsource = ''\n", "pages.source"),
        ('language = "fr"\n' + GOOD, "only zh and en"),
        ("#" * 100_001, "too large"),
    ],
)
def test_a_wrong_file(text: str, says: str, tmp_path: Path) -> None:
    """What is wrong in a channel's file is said by its key."""
    file = tmp_path / "x.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsTrouble, match=says):
        read_channel(file)
