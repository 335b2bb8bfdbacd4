"""Printer profiles: what ships reads, a home's own stand before them, a mistake is one sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from station.device_settings import DeviceSettings
from station.devices.device import build
from station.devices.dialect import Sensing
from station.devices.printer import Asks, Printer
from station.devices.profile import _Profile, equipment, load, read, refuse_too_wide
from station.errors import SettingsTrouble
from station.home import Home
from station.registry import known
from station.settings import config_dir, profile_files
from station.settings import load as load_settings
from tests.devices.doubles import RunningClock

SHIPPED = sorted((config_dir() / "printers").glob("*.toml"))
LEAST = 'name = "x"\nspeaks = "tspl"\ndpi = 203\nwidth_mm = 100\n'


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_profiles(path: Path) -> None:
    """Every shipped profile reads, and its language wraps a label as wide as its head."""
    printer = load(path)
    assert printer.setup.head_dots is not None
    width = printer.setup.head_dots - printer.setup.right_dots
    assert printer.encode(b"\x01" * ((width + 7) // 8) * 8, width, 8)


def test_every_language_has_a_profile() -> None:
    """There is a profile to begin with for whatever can be printed."""
    assert {load(path).speaks for path in SHIPPED} == set(known("printer"))


def test_every_key_is_explained() -> None:
    """One shipped file has every key, live or as an example, and its examples can be used as they stand."""
    text = (config_dir() / "printers" / "zpl-4in-203.toml").read_text(encoding="utf-8")
    lines = [line.lstrip("#") for line in text.splitlines() if line and not line.startswith("# ")]
    assert set(tomllib.loads("\n".join(lines))) == set(_Profile.__struct_fields__)
    read("\n".join(line for line in lines if not line.startswith("black")), file="")


def test_millimetres_become_dots() -> None:
    """Lengths are the printer's dots: 8 a millimetre at 203, 11.8 at 300."""
    text = LEAST.replace("203", "300") + 'sensing = "mark"\ngap_mm = 2.5\nright_mm = 2\ndown_mm = 1\nspeed = 3.5\n'
    setup = read(text, file="").setup
    assert (setup.head_dots, setup.right_dots, setup.down_dots) == (1181, 24, 12)
    assert (setup.sensing, setup.gap_dmm, setup.speed) == (Sensing.MARK, 25, "3.5")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (LEAST + "cuter = true\n", "unknown key 'cuter'.*Known here: name, speaks"),
        (LEAST.replace("tspl", "telex"), "no printer speaks 'telex'.*Known: epl, escpos"),
        (LEAST.replace("dpi = 203\n", ""), "dpi: this key is missing"),
        (LEAST.replace("203", "72"), "dpi: Expected"),
        (LEAST.replace("203", '"203"'), "dpi: Expected"),
        (LEAST + "darkness = 16\n", "darkness: 16 is not from 0 to 15 in tspl"),
        (LEAST + "speed = 40\n", "speed: 40 is not from 1 to 14 in tspl"),
        (LEAST.replace("tspl", "escpos") + "darkness = 3\n", "darkness: escpos has no word for it"),
        (LEAST + 'sensing = "hole"\n', "sensing: "),
        (LEAST + 'paper_mm = "A4"\n', "paper_mm: it is written like '210x297'"),
        (LEAST + "width_mm = 5\n", "not TOML"),
        ("name = 3", "name: Expected"),
    ],
)
def test_each_mistake_is_one_sentence(text: str, named: str) -> None:
    """Wrong keys, values beyond the language and broken TOML name file and key."""
    with pytest.raises(SettingsTrouble, match=named) as caught:
        read(text, file="mine.toml")
    assert "mine.toml" in caught.value.sentence()
    assert "\n" not in caught.value.sentence()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * 200_000])
def test_unreadable_files(tmp_path: Path, content: bytes) -> None:
    """A file that is no text or too large is refused by name."""
    path = tmp_path / "p.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsTrouble, match=r"p\.toml"):
        load(path)
    with pytest.raises(SettingsTrouble, match="cannot read"):
        load(tmp_path / "none.toml")


def _home(home: Home, profile: str, more: str = "") -> Home:
    home.root.mkdir(exist_ok=True)
    home.settings_file.write_text(
        f'[[device]]\nname = "p"\nkind = "printer"\nlink = "tcp:127.0.0.1:9"\nprofile = "{profile}"\n{more}'
    )
    return home


def test_a_device_takes_its_profile(home: Home) -> None:
    """With a profile neither speaks nor dpi is needed in bench.toml."""
    (device,) = load_settings(_home(home, "tspl-4in-300")).devices
    printer = equipment(device)
    assert (printer.speaks, printer.dpi, printer.asks) == ("tspl", 300, Asks.LANGUAGE)
    assert isinstance(build(device, RunningClock()), Printer)


def test_a_homes_own_profile_stands_before_a_shipped_one(home: Home) -> None:
    """A home adds its own, and may change a shipped one by its name."""
    folder = home.root / "printers"
    folder.mkdir(parents=True)
    (folder / "tspl-4in-203.toml").write_text(LEAST + "black = 1\n")
    (device,) = load_settings(_home(home, "tspl-4in-203")).devices
    assert equipment(device).setup.black == 1
    assert set(profile_files(home)) >= {path.stem for path in SHIPPED}


def test_a_profile_that_is_not_there(home: Home) -> None:
    """An unknown profile is refused with those that are known; only printers have one."""
    with pytest.raises(SettingsTrouble, match=r"no printer profile 'zebra'.*Known: epl-4in-203, escpos-100"):
        load_settings(_home(home, "zebra"))
    _home(home, "zpl-4in-203")
    home.settings_file.write_text(home.settings_file.read_text().replace('"printer"', '"scale"'))
    with pytest.raises(SettingsTrouble, match="only a printer has a profile"):
        load_settings(home)


def test_a_contradiction_is_refused(home: Home) -> None:
    """A device that says one language and a profile that says another are not both believed."""
    (device,) = load_settings(_home(home, "tspl-4in-203", 'speaks = "zpl"\n')).devices
    with pytest.raises(SettingsTrouble, match="speaks 'zpl', its profile 'tspl'"):
        equipment(device)
    with pytest.raises(SettingsTrouble, match="no printer speaks ''"):
        equipment(DeviceSettings(name="p", kind="printer", link="tcp:h:1"))


def test_a_label_wider_than_the_head_is_refused() -> None:
    """What the head cannot print is refused with both widths, never cut off."""
    printer = read(LEAST, file="")
    with pytest.raises(SettingsTrouble, match="808 dots wide, the print head 800"):
        printer.encode(bytes(101), 808, 1)
    refuse_too_wide(printer.setup, 800)
