"""Which moments of a parcel are shown as stills from its video. Pure; making a still is handed in.

A still is derived, not proven: the bundle says from which entry's video it was made. Refused scans have none: another
buyer's label may have been in the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from station.evidence.fact import JSON
from station.evidence.story import STILL, VIDEO, Attached, Told, numbered

TakeStills: TypeAlias = Callable[[bytes, Sequence[int]], Sequence[bytes | None]]
"""``take(video, at_ms)``: a JPEG for each time from the video's start; None where it has no picture there."""

STILLS_MAX = 60
"""In one report; of more moments some are left out, evenly."""

_MOMENTS = ("ItemPacked", "UnitTakenBack", "ParcelWeighed", "WeightRefused", "ParcelSealed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The moment of ``told`` in the video that ``video`` is."""

    told: Told
    video: Attached
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    file: Attached
    jpeg: bytes
    made_from: Attached


def no_stills(video: bytes, at_ms: Sequence[int]) -> Sequence[bytes | None]:
    """Where nothing can read video."""
    return [None] * len(at_ms)


def wanted(told: Sequence[Told], attached: Sequence[Attached]) -> tuple[Wanted, ...]:
    """The first video that covers a moment shows it. At most ``STILLS_MAX``."""
    films = [(file, _entry(told, file)) for file in attached if file.role == VIDEO]
    found = [one for each in told if each.kind in _MOMENTS for one in _covered(each, films)]
    return tuple(found if len(found) <= STILLS_MAX else _spread(found))


def last_of_kind(wishes: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The last scan, the last weighing, the seal: enough for a look."""
    return tuple({wish.told.kind: wish for wish in wishes}.values())


def made(wishes: Sequence[Wanted], read: Callable[[str], bytes], take: TakeStills) -> Iterator[Made]:
    """Every video is read once."""
    for video in dict.fromkeys(wish.video for wish in wishes):
        mine = [wish for wish in wishes if wish.video == video]
        for wish, jpeg in zip(mine, take(read(video.path), [wish.at_ms for wish in mine]), strict=True):
            if jpeg:
                yield Made(file=_file(wish), jpeg=jpeg, made_from=video)


def disclosure(one: Made, log: str) -> dict[str, JSON]:
    return {"path": one.file.path, "log": log, "from": one.made_from.seq}


def _file(wish: Wanted) -> Attached:
    told = wish.told
    path = f"stills/{numbered(told.part, told.seq)}.jpg"
    return replace(wish.video, path=path, seq=told.seq, part=told.part, role=STILL, at_us=told.wall_us)


def _entry(told: Sequence[Told], file: Attached) -> Mapping[str, JSON]:
    return next((one.pub for one in told if (one.part, one.seq) == (file.part, file.seq)), {})


def _covered(told: Told, films: Sequence[tuple[Attached, Mapping[str, JSON]]]) -> Iterator[Wanted]:
    for video, pub in films:
        since, until = pub.get("from_us"), pub.get("to_us")
        if isinstance(since, int) and isinstance(until, int) and since <= told.wall_us <= until:
            yield Wanted(told=told, video=video, at_ms=(told.wall_us - since) // 1000)
            return


def _spread(found: Sequence[Wanted]) -> Iterator[Wanted]:
    """The first and the last stay."""
    for place in range(STILLS_MAX):
        yield found[place * (len(found) - 1) // (STILLS_MAX - 1)]
