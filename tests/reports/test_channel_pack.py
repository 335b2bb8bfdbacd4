"""What a channel is given: every file within every limit, the same facts, and a sentence for what had to go."""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from station.errors import Trouble
from station.evidence.story import STILL
from station.home import Home
from station.reports.channel_file import Channel, Figure, Make, channel_files, load_channel
from station.reports.channel_pack import make_pack
from station.reports.channel_room import Pack
from station.settings import config_dir
from tests.reports.channel_case import case, noise

NAMES = [name for name in channel_files(config_dir(), Home(config_dir() / "none")) if name != "court"]


def _channel(name: str, home: Home) -> Channel:
    return load_channel(name, config_dir(), home)


def _most(most: int) -> Figure:
    return Figure(most=most, confirmed=True, source="a test")


def hold(channel: Channel, pack: Pack) -> None:
    """Every limit, counted again from the files themselves."""
    sent = [file for file in pack.files if not file.name.endswith(".txt")]
    assert {file.name.rpartition(".")[2] for file in pack.files} <= set(channel.formats.take)
    assert len({file.name for file in pack.files}) == len(pack.files)
    for file in sent:
        assert channel.file_bytes is None or len(file.data) <= channel.file_bytes.most, file.name
        starts = {"jpg": b"\xff\xd8", "pdf": b"%PDF-"}[file.name.rpartition(".")[2]]
        assert file.data.startswith(starts)
        pages = len(re.findall(rb"/Type /Page\n", file.data)) if file.name.endswith(".pdf") else 0
        assert pages == file.pages
        assert channel.pages is None or pages <= channel.pages.most
    assert channel.total_bytes is None or sum(len(file.data) for file in sent) <= channel.total_bytes.most
    assert channel.files is None or len(sent) <= channel.files.most
    for file in pack.files:
        if file.name.endswith(".txt"):
            assert channel.characters is not None
            assert 0 < len(file.data.decode()) <= channel.characters.most


@pytest.mark.parametrize("name", NAMES)
def test_within_every_limit(name: str, home: Home, qapp: QApplication) -> None:
    """A parcel with more noise in its pictures than any camera makes fits every shipped channel."""
    told, pictures = case()
    channel = _channel(name, home)
    pack = make_pack(channel, told, pictures)
    hold(channel, pack)
    assert pack.files


@pytest.mark.parametrize("name", NAMES)
def test_without_pictures(name: str, home: Home, qapp: QApplication) -> None:
    """A bench without a camera has something for every channel: the facts themselves."""
    told, _ = case()
    channel = _channel(name, home)
    pack = make_pack(channel, replace(told, attached=()), {})
    hold(channel, pack)
    assert any(file.name.startswith(("report", "statement")) for file in pack.files)


def test_the_report_gives_way(home: Home, qapp: QApplication) -> None:
    """First the list of every entry goes, then size and number of pictures; what went is said."""
    told, pictures = case(photos=4, stills=6)
    channel = _channel("mastercard-pdf", home)
    sizes = []
    for most in (600_000, 150_000):
        smaller = msgspec.structs.replace(channel, file_bytes=_most(most))
        pack = make_pack(smaller, told, pictures)
        hold(smaller, pack)
        sizes.append(len(pack.files[0].data))
        assert any("without the list of every entry" in sentence for sentence in pack.left_out)
    assert sizes == sorted(sizes, reverse=True)


def test_pages_are_a_limit(home: Home, qapp: QApplication) -> None:
    """A report of at most three pages has three pages at most."""
    told, pictures = case(photos=2, stills=6)
    channel = msgspec.structs.replace(_channel("mastercard-pdf", home), pages=_most(3))
    hold(channel, make_pack(channel, told, pictures))


def test_a_parcel_of_many_units(home: Home, qapp: QApplication) -> None:
    """Where not every unit finds room in the pages, the units are told by item."""
    told, _ = case(photos=0, stills=0)
    scan = told.told[1]
    many = tuple(replace(scan, seq=100 + number) for number in range(150))
    channel = msgspec.structs.replace(_channel("mastercard-pdf", home), pages=_most(3))
    pack = make_pack(channel, replace(told, told=told.told[:2] + many + told.told[2:], attached=()), {})
    hold(channel, pack)
    assert any("units told by item" in sentence for sentence in pack.left_out)


def test_what_cannot_be_done_is_said(home: Home, qapp: QApplication) -> None:
    """A limit that no report fits is a sentence with the limit in it, and no file."""
    told, pictures = case(photos=1, stills=1)
    channel = msgspec.structs.replace(_channel("mastercard-pdf", home), file_bytes=_most(5_000))
    with pytest.raises(Trouble, match="5000 bytes"):
        make_pack(channel, told, pictures)
    pictures_only = (Make.PAGES, Make.SHEET, Make.PICTURES)
    nothing = msgspec.structs.replace(_channel("ebay-images", home), makes=pictures_only, file_bytes=_most(50))
    with pytest.raises(Trouble, match="nothing of order SO-1"):
        make_pack(nothing, told, pictures)
    short = msgspec.structs.replace(_channel("wechat", home), characters=_most(3))
    with pytest.raises(Trouble, match="3 characters"):
        make_pack(short, told, pictures)


def test_the_total_is_shared(home: Home, qapp: QApplication) -> None:
    """What is made first leaves room for the rest; pictures that find none are named."""
    told, pictures = case(photos=6, stills=6)
    channel = msgspec.structs.replace(_channel("paypal", home), total_bytes=_most(1_500_000))
    pack = make_pack(channel, told, pictures)
    hold(channel, pack)
    assert "report.pdf" in [file.name for file in pack.files]


def test_photos_keep_their_place(home: Home, qapp: QApplication) -> None:
    """Where few files are taken, pages, sheets and photos share them; the sheets then show some of the stills."""
    told, pictures = case()
    pack = make_pack(_channel("taobao", home), told, pictures)
    kinds = [file.name.partition("-")[0] for file in pack.files]
    assert kinds == ["statement.txt", "report", "report", "report", "sheet", "open_box", "open_box"]
    assert "the contact sheets show 12 of 30 pictures" in pack.left_out


def test_a_broken_picture_is_left_out(home: Home, qapp: QApplication) -> None:
    """A photo that no program can read is named and not sent."""
    told, pictures = case(photos=1, stills=0)
    pack = make_pack(_channel("ebay-images", home), told, dict.fromkeys(pictures, b"no picture"))
    assert any("left out" in sentence for sentence in pack.left_out)


def test_sheets_show_every_still(home: Home, qapp: QApplication) -> None:
    """Thirty stills stand on three sheets, each large enough to be read."""
    told, pictures = case(photos=0)
    pack = make_pack(_channel("paypal", home), told, pictures)
    found = [QImage.fromData(file.data) for file in pack.files if file.name.startswith("sheet-")]
    assert len(told.with_role(STILL)) == 30
    assert len(found) == 3
    assert all(image.width() >= 1000 for image in found)


def test_the_noise_is_large(qapp: QApplication) -> None:
    """The test pictures are large ones, or the limits above would prove nothing."""
    assert len(noise("x")) > 100_000
