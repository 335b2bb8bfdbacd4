"""The report within a channel's limits: what is too large is known before it is painted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.evidence.story import Story
from station.labels import pages
from station.labels.pages import PICTURE_WIDTH, encoded_size, printed, shrunk
from station.reports import channel_report
from station.reports.channel_report import Limits
from station.reports.channel_room import UNLIMITED
from tests.reports.channel_case import case, noise

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Bytes of each report that was painted."""
    sizes: list[int] = []

    def counted(*args: object, **named: object) -> pages.Printed:
        made = printed(*args, **named)  # type: ignore[arg-type]
        sizes.append(len(made.data))
        return made

    monkeypatch.setattr(channel_report, "printed", counted)
    return sizes


def _long(story: Story, scans: int) -> Story:
    scan = story.told[1]
    many = tuple(replace(scan, seq=1000 + number) for number in range(scans))
    return replace(story, told=story.told[:2] + many + story.told[2:])


@pytest.mark.parametrize("bytes_max", [6_000_000, 5_000_000, 3_000_000, 1_300_000, 600_000])
def test_it_is_painted_once_or_twice(bytes_max: int, painted: list[int]) -> None:
    """Whatever the limit, with pictures of pure noise: no more than one report in vain."""
    story, pictures = case(photos=4, stills=30)
    made = channel_report.channel_report(_long(story, 100), pictures, (), Limits(bytes=bytes_max, pages=UNLIMITED))
    assert made is not None
    assert len(made.file.data) <= bytes_max
    assert 1 <= len(painted) <= 2


def test_what_fits_is_left_whole(painted: list[int]) -> None:
    """A limit just above the whole report's size is enough: the estimate does not take more than is needed."""
    story, pictures = case(photos=4, stills=10)
    limits = Limits(bytes=UNLIMITED, pages=UNLIMITED)
    whole = channel_report.channel_report(story, pictures, (), limits)
    assert whole is not None
    close = replace(limits, bytes=len(whole.file.data) + 1_000)
    again = channel_report.channel_report(story, pictures, (), close)
    assert again is not None
    assert (again.gave_way, len(painted)) == ("", 2)


def test_nothing_is_painted_that_cannot_fit(painted: list[int]) -> None:
    """Below the barest report's bytes nothing is tried at all."""
    story, pictures = case(photos=4, stills=4)
    assert channel_report.channel_report(story, pictures, (), Limits(bytes=50_000, pages=UNLIMITED)) is None
    assert painted == []


@pytest.mark.parametrize("width", [PICTURE_WIDTH, 300, 200])
def test_a_pictures_bytes_are_known(width: int) -> None:
    """A picture takes in the PDF what was said, and no more than 3 per cent beside."""
    picture = shrunk(noise("one"), width)
    with_it = len(printed('<p>a</p><p><img src="p" width="200"></p>', {"p": picture}).data)
    bare = len(printed("<p>a</p><p></p>", {}).data)
    assert encoded_size(picture) <= with_it - bare <= encoded_size(picture) * 1.03 + 2_000
