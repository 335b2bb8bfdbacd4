"""Templates of the home's own folder: they go before the shipped ones, and whatever is wrong names their file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from station.cli import main
from station.errors import SettingsTrouble
from station.home import Home
from station.labels.library import Library
from station.labels.listing import listed
from station.settings import config_dir, template_folders

SHIPPED = config_dir() / "labels"
SMALL = (
    "[label]\nwidth_mm = 60\nheight_mm = 40\n\n"
    '[[element]]\ntype = "text"\nbox_mm = [2, 2, 50, 8]\ntext = "{sku}"\nsize_mm = 4\n'
)
PART = (
    '[label]\nwidth_mm = 100\nheight_mm = 60\n\n[[element]]\ntype = "part"\nfile = "cn22-96x50.toml"\nat_mm = [2, 2]\n'
)


@pytest.fixture
def own(home: Home) -> Path:
    folder = home.root / "labels"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def library(home: Home) -> Library:
    return Library(folders=template_folders(home))


def test_the_homes_own_goes_before(own: Path, library: Library) -> None:
    """A file of a shipped name takes its place, another one is added; all others are the shipped ones."""
    (own / "item-60x40.toml").write_text(SMALL, encoding="utf-8")
    (own / "fragile.toml").write_text(SMALL, encoding="utf-8")
    files = library.files()
    assert files["item-60x40"] == own / "item-60x40.toml"
    assert files["fragile"] == own / "fragile.toml"
    assert files["waybill-100x150"] == SHIPPED / "waybill-100x150.toml"
    assert len(library.load("item-60x40").file.placed) == 1


def test_parts_and_what_goes_on_come_from_both_folders(own: Path, library: Library) -> None:
    """An own template uses a shipped part, a shipped one an own part."""
    (own / "mine.toml").write_text(PART, encoding="utf-8")
    shipped = len(library.load("mine").file.placed)
    (own / "cn22-96x50.toml").write_text(SMALL.replace("60", "96").replace("40", "50"), encoding="utf-8")
    assert shipped > 1
    assert len(library.load("mine").file.placed) == 1
    assert library.load("waybill-intl-100x150").file.continued is not None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (SMALL.replace("size_mm", "size"), ("line", "size")),
        (SMALL.replace("[2, 2, 50, 8]", "[2, 2, 90, 8]"), ("line 5", "leaves the label")),
        (SMALL.replace("{sku}", "{sku"), ("line 8", "no field")),
        ("[label\n", ("line 1",)),
    ],
)
def test_a_mistake_names_the_homes_file(own: Path, library: Library, text: str, pieces: tuple[str, ...]) -> None:
    """The whole path, so that nobody mends the shipped file of the same name; then line and key."""
    (own / "item-60x40.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsTrouble) as refused:
        library.load("item-60x40")
    for piece in (str(own / "item-60x40.toml"), *pieces):
        assert piece in refused.value.sentence()


def test_a_name_nobody_has(library: Library) -> None:
    """Named, with the nearest one that is there."""
    with pytest.raises(SettingsTrouble, match="Did you mean 'waybill-100x150'"):
        library.path("waybill-100x15")


def test_a_broken_one_that_nobody_names(own: Path, library: Library) -> None:
    """It spoils no choice of another waybill, and the list says what is wrong with it."""
    (own / "waybill-broken.toml").write_text("[label\n", encoding="utf-8")
    assert "waybill-76x130.toml" in [one.file.name for one in library.waybills()]
    troubles = {one.name: one.trouble for one in listed(library) if one.trouble}
    assert list(troubles) == ["waybill-broken"]
    assert "line 1" in troubles["waybill-broken"]


def test_the_list(own: Path, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """``label templates`` tells each with its size, its use and its file; exit 1 when one does not read."""
    (own / "item-60x40.toml").write_text(SMALL, encoding="utf-8")
    assert main(["--home", str(home.root), "--json", "label", "templates"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)["templates"]}
    assert rows["item-60x40"]["instead_of"] == str(SHIPPED / "item-60x40.toml")
    assert rows["waybill-intl-100x100"]["use"] == "waybill abroad"
    assert rows["items-a4"]["use"] == "sheet"
    assert rows["waybill-76x130"]["size_mm"] == "76x130"
    (own / "mine.toml").write_text(SMALL.replace("{sku}", "{sku"), encoding="utf-8")
    assert main(["--home", str(home.root), "label", "templates"]) == 1
    told = capsys.readouterr()
    assert "instead of the shipped one" in told.out
    assert "mine: '{sku' is no field" in told.err
