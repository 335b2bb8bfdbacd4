"""The packer of the simulation: follows the screen when patient, does whatever people do when not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from station.codes import badge_code, command_code
from station.packing.inputs import Answered, Command, Input, Pressed
from station.packing.model import LineKind, OrderNo
from station.packing.owners import Owner
from station.packing.prompts import NEW_NUMBER, PRINTED, PRINTER, SERVICE, SUPERVISOR, WRONG_BOX
from station.packing.questions import Prompt
from station.ui.screen import Screen, Stage
from tests.sim.book import BY_HAND_NAME, EANS
from tests.sim.world import World

ITEM_FIRST = 0.3
"""How often the next parcel begins with an item in hand."""

RETRY_AFTER = 12
HOLD_AFTER = 40


@dataclass(slots=True)
class Packer:
    """``box`` is what lies in it, whatever was scanned; SKUs, counted."""

    rng: Random
    world: World
    signs_in: bool
    on_scale: bool = False  # the box stands on the scale while it is packed
    box: Counter[str] = field(default_factory=Counter)
    waited: int = 0
    finished: set[OrderNo] = field(default_factory=set)

    def act(self, screen: Screen) -> list[Input]:
        if self.rng.random() < 0.25:
            return self._confused()
        return self.patient(screen)

    def patient(self, screen: Screen) -> list[Input]:
        """What the screen asks for."""
        self.waited = self.waited + 1 if screen.stage is Stage.PRINTING else 0
        nobody = screen.locked or (self.signs_in and not screen.packer)
        if nobody and screen.stage is not Stage.STOPPED:
            return self._scans(badge_code("7"))
        match screen.stage:
            case Stage.STOPPED:
                return self._scans(screen.clear_code)
            case Stage.IDLE:
                return self._next_order()
            case Stage.PACKING:
                return self._packs(screen)
            case Stage.PROMPTING:
                return self._answers(screen)
            case Stage.WEIGHING:
                return self._weighs(screen)
            case Stage.PRINTING:
                return self._waits(screen)
            case Stage.LABELLING:
                return self._sticks(screen)
            case Stage.SEALED:
                return [Pressed(command=Command.NEXT)]

    def _scans(self, code: str) -> list[Input]:
        return list(self.world.scanned(code))

    def _next_order(self) -> list[Input]:
        self.box.clear()
        left = [number for number in self.world.book.pages if number not in self.finished]
        if not left:
            return []
        if self.rng.random() < ITEM_FIRST:
            return self._scans(self.rng.choice(EANS))
        return self._scans(left[0] if self.world.calm else self.rng.choice(left))

    def _packs(self, screen: Screen) -> list[Input]:
        assert screen.next_line is not None
        line = screen.lines[screen.next_line]
        self.box = _in_the_box(screen)
        if self.on_scale and self.rng.random() < 0.7:  # what was scanned goes in, now and then not the last one
            self.world.put_on_pan(self.box_mg(screen.order))
        self.box[line.sku] += 1
        if line.by_hand:
            return [Pressed(command=Command.BY_HAND, argument=line.sku)]
        return self._scans(self._code_of(line.sku, screen.order))

    def _answers(self, screen: Screen) -> list[Input]:
        prompt = screen.prompt
        assert prompt is not None
        if prompt.id.startswith(PRINTED):
            came_out = any(prompt.id == PRINTED + paper.job for paper in self.world.printer.paper)
            return [Pressed(command=Command.YES if came_out else Command.NO)]
        if prompt.id in (SUPERVISOR, NEW_NUMBER) and not self.world.calm:
            return self._scans(badge_code(self.rng.choice(("7", "9", "9"))))
        if prompt.id.startswith(PRINTER):
            return self._chooses_printer(prompt)
        return [Answered(prompt=prompt.id, value=prompt.choices[0])]

    def _chooses_printer(self, prompt: Prompt) -> list[Input]:
        """Another printer, or patience, or something else meanwhile."""
        if self.rng.random() < 0.2:
            return [Pressed(command=Command.HOLD, reason="no paper")]
        return [Answered(prompt=prompt.id, value=self.rng.choice(prompt.choices))]

    def _weighs(self, screen: Screen) -> list[Input]:
        """Takes the box down, puts in what should be in it, and weighs it again."""
        if self.world.pan_mg:
            self.world.put_on_pan(0)
            return []
        self.box = _in_the_box(screen)
        self.world.put_on_pan(self.box_mg(screen.order))
        return []

    def _waits(self, screen: Screen) -> list[Input]:
        if screen.reason in ("no_waybill", "number_refused") and screen.service.en == BY_HAND_NAME:
            return self._scans(self._number_in_hand())
        if self.waited % HOLD_AFTER == HOLD_AFTER - 1:
            return [Pressed(command=Command.HOLD, reason="does not print")]
        return [Pressed(command=Command.RETRY)] if self.waited % RETRY_AFTER == RETRY_AFTER - 1 else []

    def _number_in_hand(self) -> str:
        """The next waybill of the pile, or one that is stuck on a box already."""
        paper = self.world.printer.paper
        if paper and not self.world.calm and self.rng.random() < 0.2:
            return self.rng.choice(paper).waybill
        return f"{self.rng.randrange(10**10):010d}"

    def _sticks(self, screen: Screen) -> list[Input]:
        """Now and then the label is on another box already."""
        if not self.world.calm and self.rng.random() < 0.1:
            return [Pressed(command=Command.REPRINT, reason=WRONG_BOX)]
        if any(paper.waybill == screen.waybill for paper in self.world.printer.paper):
            return self._scans(screen.waybill or "")
        return [Pressed(command=Command.NO)]

    def box_mg(self, number: str | None) -> int:
        page = self.world.book.pages.get(OrderNo(number or ""))
        lines = page.order.lines if page else ()
        known = {line.sku: line.weight_mg or 40_000 for line in lines if line.kind is not LineKind.VIRTUAL}
        return sum(known.get(sku, 70_000) * units for sku, units in self.box.items())  # type: ignore[call-overload]

    def _confused(self) -> list[Input]:
        """Wrong items, doubled scans, forgotten weights, other people's labels, keys at random."""
        rng, paper = self.rng, self.world.printer.paper
        match rng.randrange(11):
            case 0 | 1:
                code = rng.choice((*EANS, "CARTON-1", "CARTON-2", "4006381333932", "SKU-0"))
                return self._scans(code) * rng.choice((1, 1, 2))
            case 2:
                return self._scans(rng.choice([*self.world.book.pages, *self.world.book.leads]))
            case 3:
                return self._scans(rng.choice(paper).waybill if paper else "YT0")
            case 4:
                return self._scans(badge_code(rng.choice(("7", "9", "404"))))
            case 5:
                self.world.put_on_pan(rng.choice((0, 0, 75_000, 250_000, self.world.pan_mg + 60_000)))
                return []
            case 6:
                return self._scans(command_code(rng.choice((Command.BOX, Command.YES, Command.NO)), "M"))
            case 7:
                return [Answered(prompt=SERVICE, value=rng.choice(("buyer_agreed", "yes", "no", "maybe")))]
            case 8 | 9:
                often = (Command.UNDO, Command.UNDO, Command.REPRINT, Command.SHORT, Command.CLEAR, Command.SPLIT)
                command = rng.choice(often)
                return [Pressed(command=command, reason=rng.choice(("torn", "torn", "wrong_box")))]
            case _:
                owner = rng.choice(("", "", *Owner))
                return [Pressed(command=rng.choice(list(Command)), reason=rng.choice(("", "torn")), argument=owner)]

    def _code_of(self, sku: str, number: str | None) -> str:
        """The code on the piece itself, with its serial where the line wants one."""
        book = self.world.book
        code = next((code for code, known in book.skus.items() if known == sku), sku)
        lines = book.pages[OrderNo(number)].order.lines if number else ()
        if any(line.sku == sku and line.captures for line in lines):
            return f"]C101{code.zfill(14)}21S{self.rng.randrange(10**6 if self.world.calm else 9)}"
        return code


def _in_the_box(screen: Screen) -> Counter[str]:
    """What was scanned; two orders in one box may want the same item."""
    box: Counter[str] = Counter()
    for view in screen.lines:
        box[view.sku] += view.packed
    return box
