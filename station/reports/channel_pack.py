"""One parcel's evidence as the files that a channel takes, each within its limits, or a sentence why not.

What is made gives way step by step: the list of every entry goes first, then the size of pictures, then their number.
Nothing is cut off: what does not fit is left out whole and named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from station.errors import Trouble
from station.evidence import packed
from station.evidence.bundle_report import report_html
from station.evidence.reason_words import words
from station.evidence.report_parts import grams, second
from station.evidence.report_words import KINDS, MOMENTS
from station.evidence.story import LABEL_PICTURE, PHOTO, STILL, Attached, Story, Told
from station.labels.contact_sheet import ACROSS, DOWN, Stamped, fitted_jpeg, sheets
from station.labels.pages import Behind, page_images
from station.reports.channel_file import Channel, Make
from station.reports.channel_papers import CasePaper, PaperLog, add_papers, behind_report, chosen, pages_wanted
from station.reports.channel_report import Limits, channel_report, photos, too_large
from station.reports.channel_room import UNLIMITED, Pack, PackFile, Room
from station.reports.channel_text import statement

PAGES_AS_PICTURES = 3
PHOTOS_KEPT_FREE = 2
SHORT_HASH = 12
_REPORT_SHARE = 60
"""Per cent of all bytes that the report may take, where something else is made too."""

_UNSAFE = re.compile(r"[^a-z0-9_.-]")


def make_pack(channel: Channel, story: Story, pictures: Mapping[str, bytes], papers: Sequence[CasePaper] = ()) -> Pack:
    """``pictures`` by the story's paths; ``papers`` are the dispute's.

    Raises:
        Trouble: the report cannot be made small enough, or there is nothing that the channel takes.
    """
    room, log, own = Room(channel), PaperLog(), own_numbers(story)
    taken = chosen(channel, papers, log)
    free = _Free(photos=_photos_wanted(channel, story), sheet=bool(_on_sheets(story)), papers=len(taken))
    for make in channel.makes:
        match make:
            case Make.TEXT:
                room.files.append(PackFile(name="statement.txt", data=_text(channel, story)))
            case Make.REPORT:
                behind = behind_report(channel, taken, log, own, room.one)
                room.files.append(_report(room, story, pictures, behind, _pages_of(channel, taken, own)))
            case Make.PAGES:
                _add_pages(room, story, free)
            case Make.SHEET:
                _add_sheets(room, story, pictures, free)
            case Make.PICTURES:
                _add_pictures(room, story, pictures)
            case Make.PAPERS:
                add_papers(room, taken, log, own)
            case Make.BUNDLE:
                raise AssertionError("the bundle is exported, not packed")
    if not room.files:
        raise Trouble(
            f"there is nothing of order {story.order_no} that {channel.en} takes", remedy="Export the bundle."
        )
    return Pack(files=tuple(room.files), left_out=tuple(room.left_out), papers=tuple(log.papers))


def own_numbers(story: Story) -> frozenset[str]:
    """Numbers of the case itself, which no mask hides though they look like a telephone's."""
    return frozenset((story.order_no, packed.waybill(story)))


def _text(channel: Channel, story: Story) -> bytes:
    assert channel.characters is not None, "a channel's file with a text says how long it may be"
    text = statement(story, channel.language, channel.characters.most)
    if not text:
        raise Trouble(
            f"not one sentence fits into {channel.characters.most} characters", remedy="Correct the channel's file."
        )
    return text.encode()


def _pages_of(channel: Channel, papers: Sequence[CasePaper], own: Collection[str]) -> int:
    """Pages that papers beside the report want, half of all at most; none where nobody counts pages."""
    if channel.pages is None or Make.PAPERS not in channel.makes:
        return 0
    return min(pages_wanted(papers, own), channel.pages.most // 2)


def _report(
    room: Room, story: Story, pictures: Mapping[str, bytes], behind: Sequence[Behind], pages_free: int
) -> PackFile:
    channel = room.channel
    alone = not {Make.SHEET, Make.PICTURES, Make.PAPERS} & set(channel.makes)
    total = channel.total_bytes.most if channel.total_bytes else UNLIMITED
    bytes_max = min(room.one, total if alone else total * _REPORT_SHARE // 100)
    pages_max = (channel.pages.most if channel.pages else UNLIMITED) - pages_free
    limits = Limits(bytes=bytes_max, pages=pages_max)
    made = channel_report(story, pictures, behind, limits)
    if made is None:
        raise too_large(story.order_no, channel.en, limits, paged=channel.pages is not None)
    room.left_out += [f"report.pdf: {made.gave_way}"] if made.gave_way else []
    return made.file


@dataclass(frozen=True, slots=True, kw_only=True)
class _Free:
    """Files that are kept free for what comes later: it says more than a third page."""

    photos: int
    sheet: bool
    papers: int

    @property
    def all(self) -> int:
        return self.photos + self.sheet + self.papers


def _add_pages(room: Room, story: Story, free: _Free) -> None:
    html = report_html(replace(story, attached=()), appendix=False)
    pages = page_images(html, pages_max=max(1, min(PAGES_AS_PICTURES, room.count - free.all)))
    for number, page in enumerate(pages, start=1):
        room.add_jpeg(f"report-{number}.jpg", fitted_jpeg(page, room.share))


def _add_sheets(room: Room, story: Story, pictures: Mapping[str, bytes], free: _Free) -> None:
    every = _on_sheets(story)
    most = max(room.count - free.photos, 1) * ACROSS * DOWN
    shown = _spread(every, most)
    if len(shown) < len(every):
        room.left_out.append(f"the contact sheets show {len(shown)} of {len(every)} pictures")
    cells = [_stamped(file, story, pictures[file.path]) for file in shown]
    for number, sheet in enumerate(sheets(f"{story.order_no} · UTC", cells), start=1):
        room.add_jpeg(f"sheet-{number}.jpg", fitted_jpeg(sheet, room.share))


def _on_sheets(story: Story) -> tuple[Attached, ...]:
    return story.with_role(STILL) or story.with_role(PHOTO)


def _photos_wanted(channel: Channel, story: Story) -> int:
    return min(PHOTOS_KEPT_FREE, len(story.with_role(PHOTO))) if Make.PICTURES in channel.makes else 0


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


def _add_pictures(room: Room, story: Story, pictures: Mapping[str, bytes]) -> None:
    for file in (*photos(story), *story.with_role(LABEL_PICTURE)):
        told = story.entry(file.seq, file.part)
        what = "label" if file.role == LABEL_PICTURE else told.text("moment") or "photo"
        name = f"{_UNSAFE.sub('-', what.lower())[:30]}-{PurePosixPath(file.path).stem}.jpg"
        room.add_jpeg(name, fitted_jpeg(pictures[file.path], room.share))
