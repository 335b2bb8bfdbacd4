"""One parcel's evidence as the files that a channel takes, each within its limits, or a sentence why not.

What is made gives way step by step: the list of every entry goes first, then the size of pictures, then their number.
Nothing is cut off: what does not fit is left out whole and named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from station.errors import Trouble
from station.evidence.bundle_report import report_html
from station.evidence.report_parts import grams, second
from station.evidence.report_words import KINDS, MOMENTS, words
from station.evidence.story import LABEL_PICTURE, PHOTO, STILL, Attached, Story, Told
from station.labels.contact_sheet import ACROSS, DOWN, Stamped, fitted_jpeg, sheets
from station.labels.pages import PICTURE_WIDTH, page_images, printed
from station.reports.channel_file import Channel, Make
from station.reports.channel_text import statement

UNLIMITED = 2**31
PAGES_AS_PICTURES = 3
PHOTOS_KEPT_FREE = 2
SHORT_HASH = 12
_REPORT_SHARE = 60
"""Per cent of all bytes that the report may take, where something else is made too."""

_PHOTO_ORDER = ("sealed_box", "open_box", "label", "item", "asked")
_UNSAFE = re.compile(r"[^a-z0-9_.-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """``pages`` of a PDF."""

    name: str
    data: bytes
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """``left_out``: what gave way, in sentences."""

    files: tuple[PackFile, ...]
    left_out: tuple[str, ...]


@dataclass(slots=True)
class _Room:
    """What the channel still takes."""

    channel: Channel
    files: list[PackFile] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def one(self) -> int:
        """Bytes of one more file."""
        most = self.channel.file_bytes.most if self.channel.file_bytes else UNLIMITED
        total = self.channel.total_bytes.most if self.channel.total_bytes else UNLIMITED
        return min(most, total - sum(len(file.data) for file in self._counted()))

    @property
    def count(self) -> int:
        most = self.channel.files.most if self.channel.files else UNLIMITED
        return most - len(self._counted())

    def _counted(self) -> list[PackFile]:
        return [file for file in self.files if not file.name.endswith(".txt")]

    def add_jpeg(self, name: str, jpeg: bytes | None) -> None:
        if jpeg is None or self.count < 1:
            self.left_out.append(f"{name} is left out: it does not fit")
        else:
            self.files.append(PackFile(name=name, data=jpeg))


def make_pack(channel: Channel, story: Story, pictures: Mapping[str, bytes]) -> Pack:
    """``pictures`` by the story's paths.

    Raises:
        Trouble: the report cannot be made small enough, or there is nothing that the channel takes.
    """
    room = _Room(channel)
    for make in channel.makes:
        match make:
            case Make.TEXT:
                room.files.append(PackFile(name="statement.txt", data=_text(channel, story)))
            case Make.REPORT:
                room.files.append(_report(room, story, pictures))
            case Make.PAGES:
                _add_pages(room, story)
            case Make.SHEET:
                _add_sheets(room, story, pictures)
            case Make.PICTURES:
                _add_pictures(room, story, pictures)
            case Make.BUNDLE:
                raise AssertionError("the bundle is exported, not packed")
    if not room.files:
        raise Trouble(
            f"there is nothing of order {story.order_no} that {channel.en} takes", remedy="Export the bundle."
        )
    return Pack(files=tuple(room.files), left_out=tuple(room.left_out))


def _text(channel: Channel, story: Story) -> bytes:
    assert channel.characters is not None, "a channel's file with a text says how long it may be"
    text = statement(story, channel.language, channel.characters.most)
    if not text:
        raise Trouble(
            f"not one sentence fits into {channel.characters.most} characters", remedy="Correct the channel's file."
        )
    return text.encode()


def _report(room: _Room, story: Story, pictures: Mapping[str, bytes]) -> PackFile:
    channel = room.channel
    alone = not {Make.SHEET, Make.PICTURES} & set(channel.makes)
    total = channel.total_bytes.most if channel.total_bytes else UNLIMITED
    bytes_max = min(room.one, total if alone else total * _REPORT_SHARE // 100)
    pages_max = channel.pages.most if channel.pages else UNLIMITED
    for given_way, told, html, width in _smaller(story):
        made = printed(html, {path: pictures[path] for path in told.pictures}, picture_width=width)
        if len(made.data) <= bytes_max and made.pages <= pages_max:
            room.left_out += [f"report.pdf: {given_way}"] if given_way else []
            return PackFile(name="report.pdf", data=made.data, pages=made.pages)
    raise Trouble(
        f"the report of order {story.order_no} needs more than {channel.en} takes: {bytes_max} bytes"
        + (f" and {pages_max} pages" if channel.pages else ""),
        remedy="Send pictures by another profile, or correct the limit in the home's folder channels.",
    )


def _smaller(story: Story) -> Iterator[tuple[str, Story, str, int]]:
    """What gave way, the story that is left, its page, dots across of a picture."""
    yield "", story, report_html(story), PICTURE_WIDTH
    shorter, short = "without the list of every entry", report_html(story, appendix=False)
    for width in (PICTURE_WIDTH, 300, 200):
        yield shorter if width == PICTURE_WIDTH else f"{shorter}, pictures smaller", story, short, width
    for most in (24, 12, 6, 2, 0):
        fewer = replace(story, attached=tuple(_most(story, most)))
        left = f"{shorter}, with {most} pictures of {len(story.pictures)}"
        yield left, fewer, report_html(fewer, appendix=False), 200
    bare = replace(story, attached=())
    by_item = report_html(bare, appendix=False, each_unit=False)
    yield f"{shorter}, without pictures, units told by item", bare, by_item, PICTURE_WIDTH


def _most(story: Story, most: int) -> Iterator[Attached]:
    """Files that are no pictures stay; of pictures the photos first."""
    ranked = [*_photos(story), *story.with_role(LABEL_PICTURE), *story.with_role(STILL)][:most]
    return (file for file in story.attached if not file.is_picture or file in ranked)


def _add_pages(room: _Room, story: Story) -> None:
    html = report_html(replace(story, attached=()), appendix=False)
    spare = _photos_wanted(room, story) + (1 if _on_sheets(story) else 0)  # they say more than a third page
    pages = page_images(html, pages_max=max(1, min(PAGES_AS_PICTURES, room.count - spare)))
    for number, page in enumerate(pages, start=1):
        room.add_jpeg(f"report-{number}.jpg", fitted_jpeg(page, room.one))


def _add_sheets(room: _Room, story: Story, pictures: Mapping[str, bytes]) -> None:
    every = _on_sheets(story)
    most = max(room.count - _photos_wanted(room, story), 1) * ACROSS * DOWN
    shown = _spread(every, most)
    if len(shown) < len(every):
        room.left_out.append(f"the contact sheets show {len(shown)} of {len(every)} pictures")
    cells = [_stamped(file, story, pictures[file.path]) for file in shown]
    for number, sheet in enumerate(sheets(f"{story.order_no} · UTC", cells), start=1):
        room.add_jpeg(f"sheet-{number}.jpg", fitted_jpeg(sheet, room.one))


def _on_sheets(story: Story) -> tuple[Attached, ...]:
    return story.with_role(STILL) or story.with_role(PHOTO)


def _photos_wanted(room: _Room, story: Story) -> int:
    """Files that are kept free for photos."""
    return min(PHOTOS_KEPT_FREE, len(story.with_role(PHOTO))) if Make.PICTURES in room.channel.makes else 0


def _spread(files: tuple[Attached, ...], most: int) -> tuple[Attached, ...]:
    """Evenly; the first and the last stay."""
    if len(files) <= most:
        return files
    return tuple(files[place * (len(files) - 1) // (most - 1)] for place in range(most))


def _stamped(file: Attached, story: Story, picture: bytes) -> Stamped:
    """Event number, time, weight as far as it was known by then, and the start of the entry's hash."""
    told = story.entry(file.seq, file.part)
    zh, en = words(MOMENTS, told.text("moment")) if told.text("moment") else words(KINDS, told.kind)
    weight_mg = _weight_by_then(told, story)
    weight = "– g" if weight_mg is None else grams(weight_mg)
    first = f"#{told.number} · {second(file.at_us)} · {weight}"
    return Stamped(picture=picture, lines=(first, f"{told.leaf[:SHORT_HASH]} · {zh} {en} {told.text('sku')}".strip()))


def _weight_by_then(told: Told, story: Story) -> int | None:
    seen = [one for one in story.told if (one.part, one.seq) <= (told.part, told.seq)]
    return next((one.whole("weight_mg") for one in reversed(seen) if one.whole("weight_mg") is not None), None)


def _add_pictures(room: _Room, story: Story, pictures: Mapping[str, bytes]) -> None:
    for file in (*_photos(story), *story.with_role(LABEL_PICTURE)):
        told = story.entry(file.seq, file.part)
        what = "label" if file.role == LABEL_PICTURE else told.text("moment") or "photo"
        name = f"{_UNSAFE.sub('-', what.lower())[:30]}-{PurePosixPath(file.path).stem}.jpg"
        room.add_jpeg(name, fitted_jpeg(pictures[file.path], room.one))


def _photos(story: Story) -> list[Attached]:
    """The one that shows most first."""

    def rank(file: Attached) -> tuple[int, int]:
        moment = story.entry(file.seq, file.part).text("moment")
        return _PHOTO_ORDER.index(moment) if moment in _PHOTO_ORDER else len(_PHOTO_ORDER), file.at_us

    return sorted((file for file in story.with_role(PHOTO) if file.is_picture), key=rank)
