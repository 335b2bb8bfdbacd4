"""The report of a parcel as a channel takes it: whole, or without what gives way, within its bytes and pages.

Painting it takes a second where a parcel has a thousand scans, so what is too large is known before: pictures are
encoded as the PDF's writer will encode them, once for each size, and text takes as many bytes as such text takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QImage

from station.errors import Trouble
from station.evidence.bundle_report import report_html
from station.evidence.story import LABEL_PICTURE, PHOTO, STILL, Attached, Story
from station.labels.pages import PICTURE_WIDTH, Behind, encoded_size, page_count, printed, shrunk
from station.reports.channel_room import UNLIMITED, PackFile

PHOTO_ORDER = ("sealed_box", "open_box", "label", "item", "asked")
_SHORTER = "without the list of every entry"
_TEXT_PERCENT, _FONT_BYTES = 75, 75_000
"""Bytes of a PDF's text of 100 letters of the page it is painted from, and of the letters' shapes that every report
has. From 4 to 56 pages 80 and 92,000 to 101,000 were measured; one that is thought too large has smaller pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``pages`` include those behind the report."""

    bytes: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """``gave_way`` says what is not in it."""

    file: PackFile
    gave_way: str


def channel_report(
    story: Story, pictures: Mapping[str, bytes], behind: Sequence[Behind], limits: Limits
) -> Report | None:
    """None where the barest is too large."""
    sizes = _Sizes(pictures=pictures)
    for step in _smaller(story, limits.pages - len(behind)):
        if sizes.least(step) > limits.bytes:
            continue
        made = printed(step.html, sizes.images(step), picture_width=step.width, behind=behind)
        if len(made.data) <= limits.bytes and made.pages <= limits.pages:
            file = PackFile(name="report.pdf", data=made.data, pages=made.pages)
            return Report(file=file, gave_way=step.gave_way)
    return None


def photos(story: Story) -> list[Attached]:
    """The one that shows most first."""

    def rank(file: Attached) -> tuple[int, int]:
        moment = story.entry(file.seq, file.part).text("moment")
        return PHOTO_ORDER.index(moment) if moment in PHOTO_ORDER else len(PHOTO_ORDER), file.at_us

    return sorted((file for file in story.with_role(PHOTO) if file.is_picture), key=rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """``width`` of pictures, in dots."""

    gave_way: str
    story: Story
    html: str
    width: int = PICTURE_WIDTH


@dataclass(slots=True, kw_only=True)
class _Sizes:
    """Each picture at each width that was asked for: made once, encoded once. A case has a hundred at most."""

    pictures: Mapping[str, bytes]
    made: dict[tuple[str, int], QImage] = field(default_factory=dict)
    bytes_of: dict[tuple[str, int], int] = field(default_factory=dict)

    def images(self, step: _Step) -> dict[str, QImage]:
        return {path: self._image(path, step.width) for path in step.story.pictures}

    def least(self, step: _Step) -> int:
        """The PDF has no fewer bytes."""
        pictures = sum(self._bytes(path, step.width) for path in step.story.pictures)
        return pictures + len(step.html) * _TEXT_PERCENT // 100 + _FONT_BYTES

    def _image(self, path: str, width: int) -> QImage:
        if (path, width) not in self.made:
            larger = self.made.get((path, PICTURE_WIDTH))
            self.made[path, width] = shrunk(self.pictures[path] if larger is None else larger, width)
        return self.made[path, width]

    def _bytes(self, path: str, width: int) -> int:
        if (path, width) not in self.bytes_of:
            self.bytes_of[path, width] = encoded_size(self._image(path, width))
        return self.bytes_of[path, width]


def _smaller(story: Story, pages_max: int) -> Iterator[_Step]:
    """From whole to bare, those that have too many pages left out before anything is painted."""
    whole = report_html(story)
    if _within(whole, pages_max):
        yield _Step(gave_way="", story=story, html=whole)
    bare = replace(story, attached=())
    if _within(report_html(bare, appendix=False), pages_max):
        yield from _fewer_pictures(story, pages_max)
    by_item = report_html(bare, appendix=False, each_unit=False)
    yield _Step(gave_way=f"{_SHORTER}, without pictures, units told by item", story=bare, html=by_item)


def _fewer_pictures(story: Story, pages_max: int) -> Iterator[_Step]:
    short = report_html(story, appendix=False)
    if _within(short, pages_max):
        yield _Step(gave_way=_SHORTER, story=story, html=short)
        for width in (300, 200):
            yield _Step(gave_way=f"{_SHORTER}, pictures smaller", story=story, html=short, width=width)
    for most in (24, 12, 6, 2, 0):
        fewer = replace(story, attached=tuple(_most(story, most)))
        html = report_html(fewer, appendix=False)
        if _within(html, pages_max):
            gave_way = f"{_SHORTER}, with {most} pictures of {len(story.pictures)}"
            yield _Step(gave_way=gave_way, story=fewer, html=html, width=200)


def _within(html: str, pages_max: int) -> bool:
    return pages_max >= UNLIMITED // 2 or page_count(html) <= pages_max


def _most(story: Story, most: int) -> Iterator[Attached]:
    """Files that are no pictures stay; of pictures the photos first."""
    ranked = [*photos(story), *story.with_role(LABEL_PICTURE), *story.with_role(STILL)][:most]
    return (file for file in story.attached if not file.is_picture or file in ranked)


def too_large(order_no: str, channel: str, limits: Limits, *, paged: bool) -> Trouble:
    return Trouble(
        f"the report of order {order_no} needs more than {channel} takes: {limits.bytes} bytes"
        + (f" and {limits.pages} pages" if paged else ""),
        remedy="Send pictures by another profile, or correct the limit in the home's folder channels.",
    )
