"""``evidence media``: how the second place of photos and video stands, and what is to be done there now."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from threading import Event
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble, UsageTrouble, VerificationFailed
from station.home import Home

if TYPE_CHECKING:
    from station.media_store.copying import Meeting, Turn
    from station.media_store.place import Place
    from station.media_store.standing import Standing
    from station.settings import Settings

MARK_SIZE = 16
FAILURES_SHOWN = 5


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    media = acts.add_parser("media", parents=[common], help="copies of photos and video in a second place")
    act = media.add_mutually_exclusive_group()
    act.add_argument("--begin", action="store_true", help="make the place of [media_store] one for copies, once")
    act.add_argument("--copy", action="store_true", help="one round now: remove, copy, read back, make room")
    act.add_argument("--verify", action="store_true", help="read every copy back and compare it with the record")
    act.add_argument("--bring", metavar="NO", default="", help="bring an order's files back to this disk")
    media.add_argument("--every", type=terminal.number, metavar="SECONDS", help="with --copy: again and again")
    media.add_argument("--until-input-ends", action="store_true", help="end with the program that began it")
    media.set_defaults(run=_media)


def _media(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

    settings = load(home)
    if args.begin or args.copy or args.verify or args.bring:
        if not settings.media_store.place:
            raise UsageTrouble(
                "no second place for media is set", remedy=f"Set [media_store] place in {home.settings_file}."
            )
        return _act(args, home, settings)
    return _show(args, home, settings)


def _refuse_unknown(home: Home, order_no: str) -> None:
    """Before the place is reached: it has the files of many benches, and knows no order."""
    from station.media_store.bringing import known

    if not known(home, order_no):
        raise Trouble(f"this bench has no entry of order {order_no}", remedy="Check the number, or ask another bench.")


def _act(args: argparse.Namespace, home: Home, settings: Settings) -> int:
    from station.beside import end_of
    from station.media_store.opening import open_place

    if args.bring:
        _refuse_unknown(home, args.bring)
    ends = end_of(until_input_ends=args.until_input_ends) if args.every else Event()
    with closing(open_place(home, settings.media_store)) as place:
        if args.begin:
            return _begin(args, home, place)
        turn = _turn(settings, ends)
        if args.verify:
            return _verify(args, home, settings, place, turn)
        if args.bring:
            return _bring(args, home, place, turn)
        if args.every:
            return _watch(args, home, settings, place, turn, ends)
        return _copy(args, home, settings, place, turn)


def _turn(settings: Settings, ends: Event) -> Turn:
    from station.clock import SystemClock
    from station.media_store.copying import Turn
    from station.media_store.opening import Throttle

    clock = SystemClock()
    throttle = Throttle(settings.media_store.bytes_per_s, lambda: clock.now().mono_us, ends.wait)
    return Turn(now_us=terminal.now_us, spent=throttle.spent, ends=ends.is_set)


def _begin(args: argparse.Namespace, home: Home, place: Place) -> int:
    found = place.mark()
    if not found:
        place.begin(os.urandom(MARK_SIZE).hex())
    facts = {"place": place.words, "mark": found or place.mark(), "begun": not found}
    words = "was begun before, and is used" if found else "is begun"
    warning = _same_disk(home, place)
    if warning:
        sys.stderr.write(f"sealbench: {warning}\n")
    print(json.dumps(facts) if args.json else f"{place.words} {words}: place {facts['mark']}")
    return 0


def _same_disk(home: Home, place: Place) -> str:
    from station.media_store.folder_place import FolderPlace

    if isinstance(place, FolderPlace) and place.folder.stat().st_dev == home.root.stat().st_dev:
        return f"{place.words} is on the disk of the home itself: a disk that breaks takes both. Mount a share there."
    return ""


def _copy(args: argparse.Namespace, home: Home, settings: Settings, place: Place, turn: Turn) -> int:
    from station.media_store.copying import run
    from station.media_store.opening import keeping

    done = run(home, place, keeping(settings.media_store, settings.media.budget), turn)
    if args.json:
        print(json.dumps(asdict(done)), flush=True)
    elif any(asdict(done).values()) or not args.every:
        print(
            f"copied {done.copied} files, {done.copied_bytes / 1e6:.1f} MB; {done.left} left this disk;"
            f" {done.removed} erased ones removed there; {done.failed} failed",
            flush=True,
        )
    return 1 if done.failed else 0


def _watch(args: argparse.Namespace, home: Home, settings: Settings, place: Place, turn: Turn, ends: Event) -> int:
    """Trouble is told once, and the next round tries again."""
    told = ""
    while True:
        try:
            _copy(args, home, settings, place, turn)
            told = ""
        except Trouble as trouble:
            if trouble.sentence() != told:
                told = trouble.sentence()
                print(f"sealbench: {told}", file=sys.stderr, flush=True)
        if ends.wait(args.every):
            return 0


def _verify(args: argparse.Namespace, home: Home, settings: Settings, place: Place, turn: Turn) -> int:
    from station.media_store.copies import opened
    from station.media_store.copying import alone, meet
    from station.media_store.opening import address

    with alone(home), opened(home) as copies:
        meeting = meet(home, place, copies, address(settings.media_store), turn)
        sound, lost, again = _all_read(meeting)
    facts = {"place": place.words, "read": sound + len(lost) + len(again), "sound": sound, "again": again, "lost": lost}
    lines = [f"{facts['read']} copies read back in {place.words}: {sound} are what was recorded"]
    lines += [f"changed or gone there, still here: copied again at the next round: {name}" for name in again]
    lines += [f"LOST, neither here nor there as it was recorded: {name}" for name in lost]
    print(json.dumps(facts) if args.json else "\n".join(lines))
    return VerificationFailed.exit_code if lost or again else 0


def _all_read(meeting: Meeting) -> tuple[int, list[str], list[str]]:
    """How many are sound; names of those that are lost, and of those that are here still."""
    from station.media_store.copying import read_back
    from station.media_store.recorded import recorded

    sound, lost, again = 0, list[str](), list[str]()
    there = recorded(meeting.home)
    for name in sorted(meeting.copies.names(meeting.mark) & there.keys()):
        if meeting.turn.ends():
            raise Trouble("the check was ended before its end", remedy="Begin it again.")
        if read_back(meeting, there[name]):
            sound += 1
        else:
            (again if (meeting.home.media / name).is_file() else lost).append(name)
    return sound, lost, again


def _bring(args: argparse.Namespace, home: Home, place: Place, turn: Turn) -> int:
    from station.media_store.bringing import bring, missing_of

    brought = bring(home, place, missing_of(home, args.bring), turn.spent)
    if args.json:
        print(json.dumps(asdict(brought)))
    else:
        print(f"{len(brought.files)} files of {args.bring} brought back from {place.words}")
        print("".join(f"LOST, neither here nor there as it was recorded: {name}\n" for name in brought.lost), end="")
    return VerificationFailed.exit_code if brought.lost else 0


def _show(args: argparse.Namespace, home: Home, settings: Settings) -> int:
    from station.media_store.standing import standing

    found = standing(home, settings.media_store)
    if args.json:
        print(json.dumps({"place": settings.media_store.place, **asdict(found)}, ensure_ascii=False))
    else:
        print("\n".join(_lines(settings, found)))
    return 0


def _lines(settings: Settings, found: Standing) -> Iterator[str]:
    from station.evidence.moments import utc

    if not settings.media_store.place:
        yield f"no second place is set: {found.here} files are here and nowhere else"
        if found.owed:
            yield f"{found.owed} erased files are still to be removed at a place that is no longer set"
        return
    yield f"{settings.media_store.place}: {found.copied} copies read back, {found.away} of them no longer here"
    waits = f", {found.waiting_bytes / 1e6:.1f} MB, the oldest since {utc(found.oldest_us)}" if found.oldest_us else ""
    yield f"waiting: {found.waiting} files{waits}"
    if found.owed:
        yield f"erased here, still to be removed there: {found.owed}"
    if found.owed_elsewhere:
        yield f"of these at a place that is no longer set: {found.owed_elsewhere}"
    for one in found.failures[:FAILURES_SHOWN]:
        yield f"not copied, tried {one.tries} times: {one.name}: {one.why}"
    if found.last is None:
        yield "no round was run yet: sealbench evidence media --begin, then --copy"
    else:
        yield f"last round {utc(found.last.at_us)}: {found.last.why or 'the place answered'}"
