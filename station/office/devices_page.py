"""The devices' page: what stands at this bench, its last words, a test of each, the bytes of scanners and scales.

A device belongs to one program: while the bench's own runs, its recorded states are shown and nothing is opened here.
Whether it runs the lock of this home's ledger tells: at once when it was killed, and without the order book.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from station.device_settings import DeviceSettings
from station.devices.address import shown_link
from station.devices.tally import kept
from station.errors import Trouble
from station.evidence.ledger_file import in_use
from station.home import Home
from station.office.asking import OpenBook
from station.office.beside import Beside
from station.office.device_copy import DeviceCopy
from station.office.device_ear import KEPT, DeviceEar, HeardNow, ReadBytes, as_hex, as_text
from station.office.page import Acts, Around
from station.office.rows import Rows
from station.orders.bench_states import BenchNow, DeviceNow, benches_now
from station.packing.inputs import DeviceKind
from station.settings import load
from station.ui.device_words import WORDS
from station.ui.look import Look
from station.ui.office import devices_words as told
from station.ui.office import forms, last_run
from station.ui.office import words as said
from station.ui.office.screen import (
    NOTHING,
    Block,
    Cell,
    Column,
    Fact,
    Heading,
    Heard,
    Line,
    OfficeScreen,
    Page,
    PaneView,
    Said,
    TableView,
    Times,
    Tone,
)
from station.ui.screen import CommandView, Verdict
from station.ui.texts import DETAILS
from station.ui.troubles.telling import cause_explained, explained
from station.ui.widgets.commands import keyed
from station.ui.words import Words, same

WAIT_S = "5"
SLOW_MS = 300
"""From here on a hand waits for the screen."""

_HEARD = ("scanner", "scale")
_SCROLL: Final[Mapping[str, int]] = MappingProxyType({"page_up": -3, "page_down": 3})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """``set_up``: by this home's file; the rest is what the order book knows."""

    set_up: tuple[DeviceSettings, ...]
    devices: Mapping[str, DeviceNow]
    last_run: Mapping[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    good: bool
    word: str
    cause: str = ""


class DevicesPage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._devices = around.settings.devices
        self._recorded: Recorded | None = None
        self._owned = False  # by the bench's program, which has them open
        self._tested: dict[str, Tested] = {}
        self._rows = Rows(total=len(self._devices))
        self._ear: DeviceEar | None = None
        self._still: HeardNow | None = None
        self._copy = DeviceCopy(around)
        self._away = NOTHING
        self._top = 0  # of the pane, while a device is heard
        self._said: Said | None = None
        self._waiting = NOTHING
        self._test = Beside(around.home, limit_ms=60_000)
        self.acts = Acts(
            opened=self.opened, pressed=self.pressed, typed=self.typed, entered=self.entered, dropped=self.dropped,
            clicked=self.clicked, sized=self.sized, stop=self.stop,
        )  # fmt: skip

    def opened(self) -> None:
        around = self._around
        around.asking.ask("bench", lambda _book: in_use(around.home.ledger_file), self._took_bench, self._wrong)
        job = partial(_read, around.home, around.settings.bench.id)
        around.asking.ask("devices", job, self._took, self._wrong)

    def _took_bench(self, runs: bool) -> None:
        self._owned = runs
        if runs:
            self._deafen()
        self._around.changed()

    def _took(self, recorded: Recorded) -> None:
        self._recorded, self._away = recorded, NOTHING
        self._devices = recorded.set_up
        self._rows = self._rows.of(len(self._devices))
        self._around.changed()

    def _wrong(self, sentence: str, away: bool) -> None:
        """Without an order book devices can still be tested here, while the bench is closed."""
        self._recorded = Recorded(set_up=self._devices, devices={}, last_run={})
        self._away = said.AWAY if away else NOTHING
        if not away:
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._around.changed()

    @property
    def _chosen(self) -> DeviceSettings | None:
        return self._devices[self._rows.cursor] if self._rows.cursor < len(self._devices) else None

    # What it shows

    def screen(self) -> OfficeScreen:
        rows, chosen, form = self._rows, self._chosen, self._copy.form
        beside = PaneView(name=told.DEVICE, blocks=tuple(self._pane(chosen)), top=self._top) if chosen else None
        return OfficeScreen(
            page=Page.DEVICES,
            title=said.PAGES["devices"],
            summary=told.OWNED if self._owned else told.COUNT.filled(n=len(self._devices)),
            said=self._said or self._copy.said,
            waiting=self._waits(),
            offline=self._away,
            field=forms.line_of(form) if form else None,
            left=TableView(
                name=said.PAGES["devices"],
                columns=(
                    Column(head=told.DEVICE, share=0.34), Column(head=told.KIND, share=0.22),
                    Column(head=told.STATE, share=0.44),
                ),
                rows=tuple(self._cells(device) for device in self._devices[rows.first : rows.first + rows.room]),
                first=rows.first,
                total=len(self._devices),
                cursor=rows.cursor,
                empty=told.NONE,
                empty_how=told.NONE_HOW,
                waiting=self._recorded is None,
            ),
            right=self._copy.pane() or beside,
            share=0.5,
            commands=(keyed("back", said.BACK_KEY, "Esc"),) if form else self._commands(chosen),
            hint=told.HINT,
        )  # fmt: skip

    def _waits(self) -> Words:
        if self._copy.waiting.en:
            return self._copy.waiting
        return said.READING if self._recorded is None else self._waiting

    def _cells(self, device: DeviceSettings) -> tuple[Cell, ...]:
        words, tone = self._state(device)
        kind = Cell(words=told.KINDS[device.kind])
        return (Cell(words=same(device.name), bold=True, code=True), kind, Cell(words=words, tone=tone))

    def _state(self, device: DeviceSettings) -> tuple[Words, Tone]:
        now = self._recorded.devices.get(device.name) if self._recorded else None
        if self._owned and now is not None:
            return (told.UP, Tone.PLAIN) if now.up else (told.DOWN, Tone.WARN)
        if self._ear is not None and self._ear.name == device.name:
            return (told.UP, Tone.PLAIN) if self._ear.heard.up else (told.SILENT, Tone.QUIET)
        tested = self._tested.get(device.name)
        if tested is None:
            return told.NOT_ASKED, Tone.QUIET
        return (told.ANSWERS, Tone.PLAIN) if tested.good else (told.SILENT, Tone.WARN)

    def _pane(self, device: DeviceSettings) -> Iterator[Block]:
        yield Heading(words=same(device.name), after=told.KINDS[device.kind])
        yield Fact(name=told.LINK, value=same(shown_link(device.link)), code=True)
        speaks = device.speaks or Path(device.profile).stem
        if speaks:
            yield Fact(name=told.SPEAKS, value=same(speaks))
        if self._heard_now(device) is not None:
            yield from self._live(device)
            return
        yield from self._last_words(device)
        if self._owned:
            yield Line(words=told.OWNED_HOW, tone=Tone.QUIET)
        elif device.kind not in _HEARD:
            yield Line(words=told.LIVE_NOT, tone=Tone.QUIET)

    def _last_words(self, device: DeviceSettings) -> Iterator[Block]:
        recorded = self._recorded
        now = recorded.devices.get(device.name) if recorded else None
        tested = self._tested.get(device.name)
        if tested is not None:
            words = in_a_word(device.kind, up=tested.good, word=tested.word)
            yield Fact(name=told.LAST, value=words, tone=Tone.PLAIN if tested.good else Tone.WARN)
            if tested.cause:
                yield Line(words=cause_explained(tested.cause))
        elif now is not None:
            at = self._around.look().local(now.since_us).strftime("%m-%d %H:%M")
            words = in_a_word(device.kind, up=now.up, word=now.word)
            yield Fact(name=told.LAST, value=words, tone=Tone.PLAIN if now.up else Tone.WARN)
            yield Fact(name=told.SINCE, value=same(at))
        if recorded and recorded.last_run.get(device.name):
            yield Fact(name=told.LAST_RUN, value=recorded.last_run[device.name])

    def _heard_now(self, device: DeviceSettings) -> DeviceEar | None:
        """The ear, when it is at this device."""
        return self._ear if self._ear is not None and self._ear.name == device.name else None

    def _live(self, device: DeviceSettings) -> Iterator[Block]:
        ear = self._heard_now(device)
        assert ear is not None, "the caller has looked"
        heard = self._still or ear.heard
        words = in_a_word(device.kind, up=heard.up, word=heard.word)
        yield Fact(name=told.LAST, value=words, tone=Tone.PLAIN if heard.up else Tone.WARN)
        name = told.TIMES_OF_SCANNER if ear.scans else told.TIMES_OF_ASKED if ear.asks else told.TIMES_OF_SENT
        slow_ms = SLOW_MS if ear.scans or ear.asks else 2 * SLOW_MS
        yield Times(name=name, took_ms=heard.took_ms, slow_ms=slow_ms, empty=told.NO_TIMES)
        yield Heading(words=told.LIVE)
        if self._still is not None:
            yield Line(words=told.HELD_STILL, bold=True)
        if not heard.reads:
            yield Line(words=told.LIVE_WAIT, tone=Tone.QUIET)
        yield from (_heard(each, self._around.look()) for each in heard.reads)

    def _commands(self, device: DeviceSettings | None) -> tuple[CommandView, ...]:
        again, copy = keyed("retry", said.AGAIN_KEY, "F5"), keyed("papers", told.COPY_KEY, "F9")
        undo = (keyed("undo", told.UNDO_KEY, "F10"),) if self._copy.undoable else ()
        if device is None or self._owned:
            return (copy, *undo, again)
        test = keyed("question", told.TEST_KEY, "F7")
        if device.kind not in _HEARD:
            return (test, copy, *undo, again)
        if self._ear is None or self._ear.name != device.name:
            return (test, keyed("live", told.LIVE_KEY, "F8"), copy, *undo, again)
        still = keyed("frozen", told.MOVE_KEY if self._still else told.STILL_KEY, "F6")
        return (keyed("live", told.STOP_KEY, "F8"), still, keyed("order_book", told.AGAIN_KEY, "F4"), test, again)

    # What a person does

    def pressed(self, command: str) -> None:
        self._said = self._copy.said = None
        if self._copy.form is not None:
            self._copy.pressed(command)
            return
        moved = self._rows.of(len(self._devices)).moved(command)
        scrolled = _SCROLL.get(command, 0) if self._chosen and self._heard_now(self._chosen) else 0
        if scrolled:
            self._top = max(0, min(KEPT + 2, self._top + scrolled))
        elif moved is not None:
            self._rows, self._top = moved, 0
        elif command in ("again", "retry"):
            self.opened()
        elif command == "papers":
            self._copy.begin()
        elif command == "undo" and self._copy.undoable:
            self._changed_file(self._copy.undo())
        elif self._chosen is not None and not self._owned:
            self._with_device(command, self._chosen)

    def _with_device(self, command: str, device: DeviceSettings) -> None:
        heard = self._heard_now(device) is not None
        if command == "question" and not self._test.running:
            self._try(device)
        elif command == "live" and device.kind in _HEARD:
            self._toggle(device)
        elif command == "order_book" and heard:
            self._deafen()
            self._toggle(device)
        elif command == "frozen" and heard and self._ear is not None:
            self._still = self._ear.heard if self._still is None else None

    def _changed_file(self, changed: bool) -> None:
        if changed:
            self._deafen()
            self.opened()

    def _try(self, device: DeviceSettings) -> None:
        self._deafen()
        self._waiting = told.TESTING.filled(name=device.name)
        name = device.name
        verb = ["devices", "test", "--wait", WAIT_S, "--", name]
        self._test.start(verb, lambda code, document: self._took_test(device, code, document))

    def _took_test(self, device: DeviceSettings, code: int, document: Mapping[str, Any]) -> None:
        self._waiting, name = NOTHING, device.name
        devices: list[dict[str, Any]] = document.get("devices", [])
        found: dict[str, Any] = next((each for each in devices if each.get("name") == name), {})
        word = str(found.get("word") or document.get("error") or code)
        tested = Tested(good=bool(found.get("ok")), word=word, cause=str(found.get("cause") or ""))
        self._tested[name] = tested
        word_for_it = in_a_word(device.kind, up=tested.good, word=tested.word)
        detail = cause_explained(tested.cause) if tested.cause else word_for_it
        headline = (told.TESTED_OK if tested.good else told.TESTED_BAD).filled(name=name)
        verdict = Verdict.OK if tested.good else Verdict.ATTENTION
        self._said = Said(verdict=verdict, headline=headline, detail=detail)
        self._around.changed()

    def _toggle(self, device: DeviceSettings) -> None:
        if self._ear is not None and self._ear.name == device.name:
            self._deafen()
            return
        self._deafen()
        try:
            self._ear = DeviceEar(device, self._around.clock, self._around.changed)
        except Trouble as trouble:
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(trouble.sentence()))
            return
        self._ear.open()

    def _deafen(self) -> None:
        ear, self._ear, self._still, self._top = self._ear, None, None, 0
        if ear is not None:
            ear.close()

    def typed(self, text: str) -> None:
        if self._copy.form is not None:
            self._copy.typed(text)

    def entered(self, text: str) -> None:
        if self._copy.form is not None:
            self._changed_file(self._copy.answered(text))
        else:
            self.pressed("question")

    def dropped(self, file: str) -> None:
        """Another bench's settings."""
        self._said = self._copy.said = None
        self._copy.look(file)

    def clicked(self, row: int) -> None:
        self._rows = self._rows.at(self._rows.first + row)

    def sized(self, room: int) -> None:
        self._rows = self._rows.sized(room)

    def stop(self) -> None:
        self._deafen()
        self._test.stop()


def in_a_word(kind: str, *, up: bool, word: str) -> Words:
    """What a device reports, as the bench's own screens say it; a word that they do not know as it is."""
    told_of = _words_of(kind)
    if word in told_of:
        zh, en = told_of[word]
        return Words(zh=zh, en=en)
    return told.WELL if up and word in ("", "ready") else explained(word or "-")


def _words_of(kind: str) -> Mapping[str, tuple[str, str]]:
    return {**DETAILS, **WORDS.get(DeviceKind(kind), {})}


def _heard(each: ReadBytes, look: Look) -> Heard:
    return Heard(
        time=f"{look.local(each.at_us):%H:%M:%S}.{each.at_us // 100_000 % 10}", as_hex=as_hex(each.data),
        as_text=as_text(each.data), understood=each.understood, tone=Tone.STOP if each.fault else Tone.PLAIN,
    )  # fmt: skip


def _read(home: Home, bench: str, open_book: OpenBook) -> Recorded:
    set_up = load(home).devices
    set_up_as = {device.name: device.kind for device in set_up}
    counts = {name: each for name, each in kept(home.logs).items() if name in set_up_as}
    ran = [(name, last_run.told(each, _words_of(set_up_as[name]))) for name, each in counts.items()]
    states = benches_now(open_book())
    mine: BenchNow | None = next((each for each in states if each.bench == bench), None)
    recorded = {each.device: each for each in mine.devices} if mine else {}
    return Recorded(
        set_up=set_up,
        devices=recorded,
        last_run={name: words for name, words in ran if words},
    )
