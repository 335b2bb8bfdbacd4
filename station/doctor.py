"""What is wrong with this machine or this home, in words and with a remedy. Looks only; changes and repairs nothing.

Each check is one function that gives one ``Finding``; a check must work where others fail, Qt or settings included.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from station import system_libraries
from station.clock import Clock
from station.errors import Trouble
from station.home import Home
from station.media_room import GB
from station.packing.media import MediaRoom
from station.pyside_fault import REFERENCES_LOST_MAX, references_lost
from station.settings import config_dir, load, template_folders

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook

PYTHON_AT_LEAST = (3, 11)
SQLITE_AT_LEAST = (3, 51, 3)
"""Older ones have a fault that can corrupt a write-ahead log."""

FREE_BYTES_MIN = 1_000_000_000
FREE_BYTES_HINT = 10_000_000_000
FSYNC_ROUNDS = 15
FSYNC_HINT_US = 50_000
"""A scan waits for one fsync; from here on a packer feels it."""

EARLIEST_YEAR = 2026
AHEAD_HINT_US = 60_000_000


class State(StrEnum):
    OK = "ok"
    HINT = "hint"  # the bench works, but someone should know
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    check: str
    state: State
    words: str
    remedy: str = ""


def examine(home: Home, clock: Clock) -> tuple[Finding, ...]:
    """Every check, in the order in which one should be put right before the next."""
    checks: tuple[Callable[[], Finding], ...] = (
        python,
        qt,
        libraries,
        sqlite,
        fonts,
        lambda: disk(home),
        lambda: fsync(home, clock),
        lambda: settings(home),
        lambda: watched_folder(home),
        lambda: cameras(home),
        lambda: media_store(home, clock),
        lambda: order_book(home),
        lambda: book_line(home),
        lambda: relay(home, clock),
        lambda: carriers(home),
        lambda: waybill_numbers(home, clock),
        lambda: disputes(home, clock),
        lambda: wall_clock(home, clock),
        lambda: ledger(home),
        lambda: erasures(home),
    )
    return tuple(check() for check in checks)


def python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] < PYTHON_AT_LEAST:
        return _fault("python", f"Python {version} is too old", "Install Python 3.11 or newer.")
    if not __debug__:
        return _fault("python", f"Python {version} runs without its assertions", "Start it without -O.")
    return _ok("python", f"Python {version}")


def qt() -> Finding:
    """The pair of Python and PySide6: some lose references to None until the program aborts."""
    try:
        import PySide6

        lost = references_lost()
    except ImportError as error:
        return _fault("qt", f"Qt cannot be loaded: {error}", "Put the libraries of the next line right.")
    if lost > REFERENCES_LOST_MAX:
        return _fault("qt", f"PySide6 {PySide6.__version__} loses references to None", "Install PySide6 below 6.12.")
    return _ok("qt", f"PySide6 {PySide6.__version__}")


def libraries() -> Finding:
    lacking = system_libraries.missing()
    if not lacking:
        return _ok("libraries", "Qt finds every shared library")
    names = ", ".join(library.soname for library in lacking)
    remedy = f"Run: {system_libraries.install_line(lacking)}"
    if system_libraries.missing(system_libraries.ALWAYS):
        return _fault("libraries", f"Qt misses {names}", remedy)
    return _hint("libraries", f"a window on a screen needs {names}", remedy)


def sqlite() -> Finding:
    try:
        from pysqlite3 import dbapi2
    except ImportError as error:
        return _fault("sqlite", f"pysqlite3 cannot be loaded: {error}", "Install it again.")
    if dbapi2.sqlite_version_info < SQLITE_AT_LEAST:
        return _fault("sqlite", f"SQLite {dbapi2.sqlite_version} can lose writes", "Install pysqlite3 0.6.1 or newer.")
    return _ok("sqlite", f"SQLite {dbapi2.sqlite_version}")


def fonts() -> Finding:
    folder = Path(__file__).resolve().parent / "assets" / "fonts"
    found = [font.stem for font in sorted(folder.glob("*.ttf")) if font.stat().st_size > 0]
    if not found:
        return _fault("fonts", f"no font in {folder}", "Install Sealbench again.")
    return _ok("fonts", ", ".join(found))


def disk(home: Home) -> Finding:
    free = shutil.disk_usage(_existing(home.root)).free
    words = f"{free / 1e9:.1f} GB free for {home.root}"
    remedy = "Free some space: photos and labels of every parcel are kept."
    if free < FREE_BYTES_MIN:
        return _fault("disk", words, remedy)
    return _hint("disk", words, remedy) if free < FREE_BYTES_HINT else _ok("disk", words)


def fsync(home: Home, clock: Clock) -> Finding:
    """How long a small write takes to be safe: the floor under every scan."""
    folder = _existing(home.root)
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            times_us = sorted(_fsync_us(file.fileno(), clock) for _ in range(FSYNC_ROUNDS))
    except OSError as error:
        return _fault("fsync", f"cannot write in {folder}: {error.strerror}", "Give this user the folder.")
    median_us = times_us[FSYNC_ROUNDS // 2]
    words = f"a write is safe after {median_us / 1000:.1f} ms"
    if median_us > FSYNC_HINT_US:
        return _hint("fsync", words, "Put the home on a local SSD; never on a network share.")
    return _ok("fsync", words)


def _fsync_us(file: int, clock: Clock) -> int:
    begun = clock.now().mono_us
    os.write(file, bytes(4096))
    os.fsync(file)
    return clock.now().mono_us - begun


def settings(home: Home) -> Finding:
    try:
        found = load(home)
    except Trouble as trouble:
        return _fault("settings", trouble.sentence(), "")
    return _ok("settings", f"bench {found.bench.org}/{found.bench.id}, {len(found.devices)} devices")


def watched_folder(home: Home) -> Finding:
    """Whether the folder whose files are imported by themselves is there, and files can be moved out of it."""
    try:
        named = load(home).imports.folder
    except Trouble:
        return _hint("import folder", "not looked at", "Put the settings right first.")
    if not named:
        return _ok("import folder", "none is watched")
    folder = home.root / named
    remedy = f"Make the folder, or set another one as [import] folder in {home.settings_file}."
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "does not exist"
        return _fault("import folder", f"{folder} {what}: no order file is imported", remedy)
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return _fault("import folder", f"{folder} cannot be written: {error.strerror}", "Give this user the folder.")
    return _ok("import folder", str(folder))


def cameras(home: Home) -> Finding:
    """Whether there is room for what they keep; whether they see anything only the running bench knows."""
    try:
        settings = load(home)
    except Trouble as trouble:
        return _fault("cameras", trouble.sentence(), "")
    names = [camera.name for camera in settings.devices_of("camera")]
    if not names:
        return _ok("cameras", "none")
    used = sum(path.stat().st_size for path in home.media.rglob("*") if path.is_file())
    free = shutil.disk_usage(_existing(home.media)).free
    room = settings.media.budget.room(used, free)
    words = f"{', '.join(names)}; {used / GB:.1f} of {settings.media.budget_gb} GB used, {free / GB:.0f} GB free"
    if room is MediaRoom.ALL:
        return _ok("cameras", words)
    stopped = "video is" if room is MediaRoom.PHOTOS else "photos and video are"
    return _fault("cameras", f"{words}: {stopped} not kept", "Make room, or raise media.budget_gb.")


def media_store(home: Home, clock: Clock) -> Finding:
    """Whether photos and video have come to their second place, and what was erased has gone from it."""
    from station.media_check import told_of

    told = told_of(home, clock.now().wall_us)
    return Finding(check="second place", state=State(told.state), words=told.words, remedy=told.remedy)


def order_book(home: Home) -> Finding:
    """Whether the order book answers and has this version's tables; one that is not there yet is not made here."""
    from station.orders.orderbook import OrderBook

    try:
        address = load(home).bench.orderbook
        file = address.removeprefix("sqlite:///")
        if file != address and not Path(file).exists():
            return _ok("order book", f"{file} will be made at first use")
        OrderBook.open(address, create=False).close()
    except Trouble as trouble:
        return _fault("order book", trouble.sentence(), "")
    return _ok("order book", "answers, and its tables are this version's")


def book_line(home: Home) -> Finding:
    """Whether the way to a shared book is one for strangers too: a password in the settings, a line others can read."""
    from station.orders.line_look import look

    try:
        worry = look(load(home).bench.orderbook)
    except Trouble as trouble:
        return _hint("book's line", "not looked at", trouble.remedy)
    state = State.FAULT if worry.grave else State.HINT if worry.remedy else State.OK
    return Finding(check="book's line", state=state, words=worry.words, remedy=worry.remedy)


def relay(home: Home, clock: Clock) -> Finding:
    from station.waiting_entries import look

    told = look(home, now_us=clock.now().wall_us)
    return Finding(check="relay", state=State(told.state), words=told.words, remedy=told.remedy)


def carriers(home: Home) -> Finding:
    """Whether the services' files and the routing rules read, and which services take no label of this bench's size."""
    from station.labels.library import Library
    from station.orders.routes import load_routing
    from station.packing.terms import media_allowed

    try:
        label = load(home).label
        services = load_routing(config_dir(), home.root).services.values()
        names = dict.fromkeys((label.template, label.intl_template))
        library = Library(folders=template_folders(home))
        files = [library.load(name).file for name in names]
    except Trouble as trouble:
        return _fault("carriers", trouble.sentence(), "")
    unfit = [
        service.id
        for service in services
        if not any(media_allowed(service.media, width_dmm=one.width_dmm, height_dmm=one.height_dmm) for one in files)
    ]
    if unfit:
        return _hint("carriers", f"no label template fits {', '.join(unfit)}", "Set label.template to one that does.")
    return _ok("carriers", f"{len(services)} services")


def waybill_numbers(home: Home, clock: Clock) -> Finding:
    """Which pools run low: a bench without numbers prints nothing."""
    from station.orders.engine import reading
    from station.orders.pool import levels
    from station.orders.routes import load_services

    def look(book: OrderBook) -> Finding:
        with reading(book.engine) as connection:
            found = levels(connection, load_services(config_dir(), home.root), now_us=clock.now().wall_us)
        low = [f"{level.service.id} has {level.count.free}" for level in found if level.low]
        if low:
            return _hint("waybill numbers", f"running low: {', '.join(low)}", "Add some: sealbench waybills add.")
        return _ok("waybill numbers", f"{sum(level.count.free for level in found)} free")

    return _of_the_book(home, "waybill numbers", look, "no pool yet")


def disputes(home: Home, clock: Clock) -> Finding:
    """Which open ones are late or due soon: whoever does not answer in time has lost."""
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.dispute_alarm import alarm_of
    from station.orders.disputes import disputes_of
    from station.orders.roles import may_look_at_disputes

    def look(book: OrderBook) -> Finding:
        if not may_look_at_disputes(book.engine):
            return _ok("disputes", "the office's, not this user's")
        found = disputes_of(book, load_deadline_rules(home, config_dir(), now_us=clock.now().wall_us))
        alarm = alarm_of(found, clock.now().wall_us)
        if alarm.quiet:
            return _ok("disputes", f"{len(found)} open, none due soon")
        return _hint("disputes", alarm.sentence, "Answer them: sealbench disputes list.")

    return _of_the_book(home, "disputes", look, "none")


def _of_the_book(home: Home, check: str, look: Callable[[OrderBook], Finding], without: str) -> Finding:
    """``without`` is said of a book that is not there yet, which is not made here."""
    from station.orders.orderbook import OrderBook

    try:
        address = load(home).bench.orderbook
        file = address.removeprefix("sqlite:///")
        if file != address and not Path(file).exists():
            return _ok(check, without)
        book = OrderBook.open(address, create=False)
        try:
            return look(book)
        finally:
            book.close()
    except Trouble as trouble:
        return _fault(check, trouble.sentence(), "")


def ledger(home: Home) -> Finding:
    """Whether memory and order book know the ledger as it is, and its organisation's key is out of reach of thieves."""
    from station.key_report import contradictions

    try:
        state = contradictions(home, load(home))
    except Trouble as trouble:
        return _fault("ledger", trouble.sentence(), "")
    if state is None:
        return _ok("ledger", "none yet")
    if state.memory_trouble:
        return _hint("ledger", state.memory_trouble, "")
    if state.org_key_here:
        return _hint("ledger", "the organisation's private key is on this bench", "Run: sealbench keys export-org.")
    return _ok("ledger", f"{state.log}, remembered in {state.memory}")


def erasures(home: Home) -> Finding:
    """What was asked to be erased and is not yet: a bench is away, a command was cut short, a file is in use."""
    from station.evidence.scrubbing import scrub_is_owed
    from station.orders.erasure_requests import benches_asked

    def look(book: OrderBook) -> Finding:
        if asked := benches_asked(book):
            remedy = "Start it once; one that is gone for good: sealbench evidence erase NO --without BENCH."
            return _hint("erasures", f"orders to erase wait for bench {', '.join(asked)}", remedy)
        if scrub_is_owed(home):
            words = "what was erased may still lie in unused parts of this home's databases"
            return _hint("erasures", words, "Close the bench once, or run: sealbench evidence retain.")
        return _ok("erasures", "none waits")

    return _of_the_book(home, "erasures", look, "none waits")


def wall_clock(home: Home, clock: Clock) -> Finding:
    """Deadlines and evidence carry this clock's time; it must not be years off nor behind what is already recorded."""
    now_us = clock.now().wall_us
    now = datetime.fromtimestamp(now_us / 1e6, UTC)
    words = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    if now.year < EARLIEST_YEAR:
        return _fault("clock", f"{words} cannot be", "Set the clock; let it follow a time server.")
    written_us = int(home.ledger_file.stat().st_mtime * 1e6) if home.ledger_file.exists() else 0
    if written_us > now_us + AHEAD_HINT_US:
        return _hint("clock", f"{words} is before the ledger's last entry", "Let the clock follow a time server.")
    return _ok("clock", words)


def _existing(path: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())


def _ok(check: str, words: str) -> Finding:
    return Finding(check=check, state=State.OK, words=words)


def _hint(check: str, words: str, remedy: str) -> Finding:
    return Finding(check=check, state=State.HINT, words=words, remedy=remedy)


def _fault(check: str, words: str, remedy: str) -> Finding:
    return Finding(check=check, state=State.FAULT, words=words, remedy=remedy)
