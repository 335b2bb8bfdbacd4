"""Writing bench.toml: what is there stays, what is bad is refused, a backup is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.errors import SettingsTrouble
from station.home import Home
from station.settings import load
from station.setup.bench_file import BACKUPS_MAX, write_bench
from station.setup.values import DeviceWish, Wish

OLD = """# Bench by the door.
[bench]
id = "B01"   # painted on the table
shop = "demo"

[packing]
tolerance_g = 12

[[device]]
# the old printer
name = "Zebra"
kind = "printer"
link = "tcp:127.0.0.1:9100"
speaks = "zpl"
dpi = 203

[[device]]
name = "spare"
kind = "printer"
link = "tcp:127.0.0.1:9101"
speaks = "tspl"
"""
SCALE = DeviceWish(kind="scale", name="scale", link="serial:/dev/ttyUSB0?baud=9600", speaks="mt-sics")


def test_a_first_bench(home: Home) -> None:
    """A home without a file gets one that reads back."""
    write_bench(home, Wish(bench="B07", language="en", theme="dark", devices=(SCALE,)), 0)
    settings = load(home)
    assert (settings.bench.id, settings.bench.language, settings.bench.theme) == ("B07", "en", "dark")
    assert settings.devices_of("scale")[0].speaks == "mt-sics"


def test_everything_else_stays(home: Home) -> None:
    """Comments, other tables and the device that was not set up are there to the letter."""
    home.root.mkdir()
    home.settings_file.write_text(OLD)
    printer = DeviceWish(kind="printer", name="Zebra", link="usb:0a5f:0120", profile="zpl-4in-203", media="100x150")
    write_bench(home, Wish(bench="B02", devices=(printer, SCALE)), 0)
    text = home.settings_file.read_text()
    for line in ("# Bench by the door.", "# painted on the table", "# the old printer", "tolerance_g = 12"):
        assert line in text
    first, spare = load(home).devices_of("printer")
    assert (first.link, first.speaks, first.name) == ("usb:0a5f:0120", "", "Zebra")
    assert (spare.link, spare.speaks) == ("tcp:127.0.0.1:9101", "tspl")


def test_a_backup_is_kept(home: Home) -> None:
    """The file of before stands beside it; of many only the newest."""
    home.root.mkdir()
    home.settings_file.write_text(OLD)
    for number in range(BACKUPS_MAX + 3):
        write_bench(home, Wish(bench=f"B{number + 10}"), number * 1_000_000)
    backups = sorted(home.root.glob("bench.toml.*"))
    assert len(backups) == BACKUPS_MAX
    assert "B01" not in backups[0].read_text()


def test_nothing_new_writes_nothing(home: Home) -> None:
    """The same wish again leaves the file and makes no backup."""
    write_bench(home, Wish(bench="B07"), 0)
    write_bench(home, Wish(bench="B07"), 1_000_000)
    assert not list(home.root.glob("bench.toml.*"))


@pytest.mark.parametrize(
    "wish",
    [
        Wish(bench="Packtisch 7"),
        Wish(theme="pink"),
        Wish(devices=(DeviceWish(kind="printer", name="p", link="tcp:a:1", media="huge"),)),
        Wish(devices=(DeviceWish(kind="robot", name="r", link="tcp:a:1"),)),
    ],
)
def test_what_would_not_read_is_never_written(home: Home, wish: Wish) -> None:
    """A bad value is refused in a sentence and the old file stays."""
    home.root.mkdir()
    home.settings_file.write_text(OLD)
    with pytest.raises(SettingsTrouble):
        write_bench(home, wish, 0)
    assert home.settings_file.read_text() == OLD
    assert list(home.root.iterdir()) == [home.settings_file]


@pytest.mark.parametrize("old", ["bench = 3\n", "[bench\n", "device = 3\n", '[device]\nname = "x"\n'])
def test_a_damaged_file_is_refused(home: Home, old: str) -> None:
    """What is no TOML, or of another shape, is not mended by overwriting it."""
    home.root.mkdir()
    home.settings_file.write_text(old)
    with pytest.raises(SettingsTrouble):
        write_bench(home, Wish(bench="B07", devices=(SCALE,)), 0)
    assert home.settings_file.read_text() == old


def test_pictures(home: Home) -> None:
    """How long video is kept, how much disk it may take, and a camera that does not film."""
    camera = DeviceWish(kind="camera", name="camera", link="synthetic:", photos_only=True)
    write_bench(home, Wish(video_days=90, budget_gb=320, devices=(camera,)), 0)
    settings = load(home)
    assert (settings.retention.video_days, settings.media.budget_gb) == (90, 320)
    assert not settings.devices_of("camera")[0].video
    write_bench(home, Wish(devices=(replace(camera, photos_only=False),)), 1)
    assert load(home).devices_of("camera")[0].video


def test_a_file_that_is_no_text(home: Home) -> None:
    """Written over by another program while set-up ran: a sentence, and the file as it is."""
    home.root.mkdir(parents=True)
    home.settings_file.write_bytes(b"\xff\xfe\x00b")
    with pytest.raises(SettingsTrouble, match="does not read"):
        write_bench(home, Wish(language="en"), 0)
    assert home.settings_file.read_bytes() == b"\xff\xfe\x00b"
