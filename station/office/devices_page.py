"""The devices' page: what stands at this bench, its last words, a test of each, the bytes of scanners and scales.

A device belongs to one program: while the bench's own runs, its recorded states are shown and nothing is opened here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from station.device_settings import DeviceSettings
from station.devices.address import shown_link
from station.devices.tally import in_words, kept
from station.errors import Trouble
from station.home import Home
from station.office.asking import OpenBook
from station.office.beside import Beside
from station.office.device_ear import DeviceEar, as_hex, as_text
from station.office.page import Around
from station.office.rows import Rows
from station.orders.bench_states import BenchNow, DeviceNow, benches_now
from station.ui.office import devices_words as told
from station.ui.office import words as said
from station.ui.office.screen import (
    NOTHING,
    Block,
    Cell,
    Column,
    Fact,
    Heading,
    Line,
    OfficeScreen,
    Page,
    PaneView,
    Said,
    TableView,
    Tone,
)
from station.ui.screen import CommandView, Verdict
from station.ui.widgets.commands import keyed
from station.ui.words import Words, same

WAIT_S = "5"
_HEARD = ("scanner", "scale")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the order book knows of this bench's devices; ``runs``: its program has them open now."""

    runs: bool
    devices: Mapping[str, DeviceNow]
    last_run: Mapping[str, str]


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
        self._tested: dict[str, Tested] = {}
        self._rows = Rows(total=len(self._devices))
        self._ear: DeviceEar | None = None
        self._hex = False
        self._said: Said | None = None
        self._waiting = NOTHING
        self._test = Beside(around.home, limit_ms=60_000)

    def opened(self) -> None:
        home, bench, now_us = self._around.home, self._around.settings.bench.id, self._around.now_us()
        job = partial(_read, home, bench, now_us)
        self._around.asking.ask("devices", job, self._took, self._wrong)

    def _took(self, recorded: Recorded) -> None:
        self._recorded = recorded
        if recorded.runs:
            self._deafen()
        self._around.changed()

    def _wrong(self, sentence: str, _away: bool) -> None:
        """Without an order book devices can still be tested here."""
        self._recorded = Recorded(runs=False, devices={}, last_run={})
        self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=same(sentence))
        self._around.changed()

    @property
    def _chosen(self) -> DeviceSettings | None:
        return self._devices[self._rows.cursor] if self._rows.cursor < len(self._devices) else None

    @property
    def _owned(self) -> bool:
        return self._recorded is not None and self._recorded.runs

    # What it shows

    def screen(self) -> OfficeScreen:
        rows, chosen = self._rows, self._chosen
        return OfficeScreen(
            page=Page.DEVICES,
            title=said.PAGES["devices"],
            summary=told.OWNED if self._owned else told.COUNT.filled(n=len(self._devices)),
            said=self._said,
            waiting=self._waiting,
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
            ),
            right=PaneView(name=told.DEVICE, blocks=tuple(self._pane(chosen))) if chosen else None,
            share=0.52,
            commands=self._commands(chosen),
            hint=told.HINT,
        )  # fmt: skip

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
        yield from self._last_words(device)
        if self._owned:
            yield Line(words=told.OWNED_HOW, tone=Tone.QUIET)
        elif self._ear is not None and self._ear.name == device.name:
            yield from self._live(self._ear)
        elif device.kind not in _HEARD:
            yield Line(words=told.LIVE_NOT, tone=Tone.QUIET)

    def _last_words(self, device: DeviceSettings) -> Iterator[Block]:
        recorded = self._recorded
        now = recorded.devices.get(device.name) if recorded else None
        tested = self._tested.get(device.name)
        if tested is not None:
            yield Fact(name=told.LAST, value=same(tested.word), tone=Tone.PLAIN if tested.good else Tone.WARN)
            if tested.cause:
                yield Line(words=same(tested.cause))
        elif now is not None:
            at = self._around.look().local(now.since_us).strftime("%m-%d %H:%M")
            yield Fact(name=told.LAST, value=same(now.word), tone=Tone.PLAIN if now.up else Tone.WARN)
            yield Fact(name=told.SINCE, value=same(at))
        if recorded and recorded.last_run.get(device.name):
            yield Fact(name=told.LAST_RUN, value=same(recorded.last_run[device.name]))

    def _live(self, ear: DeviceEar) -> Iterator[Block]:
        heard = ear.heard
        yield Fact(name=told.LAST, value=same(heard.word or "-"), tone=Tone.PLAIN if heard.up else Tone.WARN)
        if heard.understood:
            yield Fact(name=told.UNDERSTOOD, value=heard.understood[0])
        yield Heading(words=told.LIVE)
        if not heard.reads:
            yield Line(words=told.LIVE_WAIT, tone=Tone.QUIET)
        for data in heard.reads:
            yield Line(words=as_hex(data) if self._hex else as_text(data))

    def _commands(self, device: DeviceSettings | None) -> tuple[CommandView, ...]:
        again = keyed("retry", said.AGAIN_KEY, "F5")
        if device is None or self._owned:
            return (again,)
        test = keyed("question", told.TEST_KEY, "F7")
        if device.kind not in _HEARD:
            return (test, again)
        if self._ear is None or self._ear.name != device.name:
            return (test, keyed("live", told.LIVE_KEY, "F8"), again)
        form = keyed("split", told.TEXT_KEY if self._hex else told.HEX_KEY, "F6")
        return (keyed("live", told.STOP_KEY, "F8"), form, keyed("undo", told.AGAIN_KEY, "F4"), again)

    # What a person does

    def pressed(self, command: str) -> None:
        self._said = None
        moved = self._rows.of(len(self._devices)).moved(command)
        device = self._chosen
        if moved is not None:
            self._rows = moved
        elif command in ("again", "retry"):
            self.opened()
        elif device is None or self._owned:
            return
        elif command == "question" and not self._test.running:
            self._try(device)
        elif command == "live" and device.kind in _HEARD:
            self._toggle(device)
        elif command == "undo" and self._ear is not None:
            self._deafen()
            self._toggle(device)
        elif command == "split":
            self._hex = not self._hex

    def _try(self, device: DeviceSettings) -> None:
        self._deafen()
        self._waiting = told.TESTING.filled(name=device.name)
        name = device.name
        verb = ["devices", "test", "--wait", WAIT_S, "--", name]
        self._test.start(verb, lambda code, document: self._took_test(name, code, document))

    def _took_test(self, name: str, code: int, document: Mapping[str, Any]) -> None:
        self._waiting = NOTHING
        devices: list[dict[str, Any]] = document.get("devices", [])
        found: dict[str, Any] = next((each for each in devices if each.get("name") == name), {})
        word = str(found.get("word") or document.get("error") or code)
        tested = Tested(good=bool(found.get("ok")), word=word, cause=str(found.get("cause") or ""))
        self._tested[name] = tested
        headline = (told.TESTED_OK if tested.good else told.TESTED_BAD).filled(name=name)
        verdict = Verdict.OK if tested.good else Verdict.ATTENTION
        self._said = Said(verdict=verdict, headline=headline, detail=same(tested.cause or tested.word))
        self._around.changed()

    def _toggle(self, device: DeviceSettings) -> None:
        if self._ear is not None and self._ear.name == device.name:
            self._deafen()
            return
        self._deafen()
        try:
            self._ear = DeviceEar(device, self._around.clock, self._around.changed)
        except Trouble as trouble:
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=same(trouble.sentence()))
            return
        self._ear.open()

    def _deafen(self) -> None:
        ear, self._ear = self._ear, None
        if ear is not None:
            ear.close()

    def typed(self, text: str) -> None:
        """Nothing is typed here."""
        del text

    def entered(self, text: str) -> None:
        del text
        self.pressed("question")

    def dropped(self, file: str) -> None:
        """A file is nothing for this page."""
        del file

    def clicked(self, row: int) -> None:
        self._rows = self._rows.at(self._rows.first + row)

    def sized(self, room: int) -> None:
        self._rows = self._rows.sized(room)

    def stop(self) -> None:
        self._deafen()
        self._test.stop()


def _read(home: Home, bench: str, now_us: int, open_book: OpenBook) -> Recorded:
    counts = kept(home.logs)
    last_run = {name: words for name, each in counts.items() if (words := in_words(each))}
    states = benches_now(open_book())
    mine: BenchNow | None = next((each for each in states if each.bench == bench), None)
    runs = mine is not None and mine.seen_us is not None and not mine.silent(now_us)
    return Recorded(runs=runs, devices={each.device: each for each in mine.devices} if mine else {}, last_run=last_run)
