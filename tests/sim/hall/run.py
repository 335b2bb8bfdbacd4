"""One simulated day from one seed: several real benches, one real order book, a network between them that fails.

First everything goes wrong, then the world heals and patient packers must come to an end. Whoever waits for the book
lets the others act meanwhile, so that transactions of several benches come in every order that threads could bring.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from unittest.mock import patch

from station import wave as waves
from station.errors import LedgerForked
from station.evidence.keys import write_whole
from station.orders.orderbook import OrderBook
from station.packing.rules import Person, Rules
from station.wave_keeping import WaveSettings
from tests.clocks import START_WALL_US
from tests.sim.hall.invariants import Watcher
from tests.sim.hall.line import Line
from tests.sim.hall.office import Office
from tests.sim.hall.post import WINDOW_US, Post
from tests.sim.hall.stock import ROUTING, Stock, put_orders
from tests.sim.world import PowerCut

CHAOS_STEPS = 120
DRY_AT, DRY_DAYS = 30, 4
"""On every fourth day there are no waybill numbers from that step on but those that benches have reserved."""

PATIENCE = 400
"""Rounds within which patient packers at working benches have finished all orders."""

MEANWHILE = 0.3
DEEP = 3
"""How many benches may wait for the book in the middle of an act while another one acts."""

ROUND_MS = 450
"""Of the healed world: the benches relay in every third."""

STOPS_WITHIN = 3
"""Rounds of more than a second each within which an open order that was cancelled has stopped its bench."""

TOLD_WITHIN = 15
"""The same for a parcel that was refused: what was told just before a power cut is told again after ten seconds."""


class Gone(Exception):
    """The bench that waited for the book lost its power meanwhile: this is what was left of its earlier run."""


@dataclass(slots=True)
class Day:
    """``story`` is what happened, a line a step."""

    seed: int
    folder: Path
    rng: Random
    book: OrderBook = field(init=False)
    office: Office = field(init=False)
    watcher: Watcher = field(init=False)
    posts: list[Post] = field(default_factory=list)
    elapsed_ms: int = 0
    depth: int = 0
    steps: int = 0
    calm: bool = False
    numbers: tuple[str, ...] = ()
    story: list[str] = field(default_factory=list)

    def work(self, stock: Stock) -> None:
        """The whole day. Raises ``AssertionError`` when an invariant breaks; the story stays."""
        with patch.object(waves, "write_whole", self._write):
            try:
                self._begin(stock)
                self._chaos()
                self._heal()
                self._finish()
                self._start_anew()
                self.watcher.at_rest()
                self._refuse_a_copy()
            finally:
                self._close()

    @property
    def now_us(self) -> int:
        return START_WALL_US + self.elapsed_ms * 1000

    def counted(self) -> tuple[int, ...]:
        """Steps, parcels, power cuts, requests lost, answers lost, orders taken over."""
        boxes = sum(len(post.witness.boxes) for post in self.posts)
        cuts = sum(max(0, post.runs - 2) for post in self.posts)
        lost, swallowed = (sum(getattr(post.line, name) for post in self.posts) for name in ("lost", "swallowed"))
        return self.steps, boxes, cuts, lost, swallowed, self.office.taken_over

    def _begin(self, stock: Stock) -> None:
        self.book = stock.fresh()
        own = put_orders(self.book, self.rng, self.rng.randint(5, 8))
        self.numbers = tuple(own)
        self.office = Office(self.book, self.rng)
        for place in range(self.rng.choice((2, 3, 3, 4))):
            self.posts.append(self._post(f"B{place + 1:02d}", stock))
        self.watcher = Watcher(self.book, self.posts, own)
        for post in self.posts:
            post.boot()

    def _post(self, name: str, stock: Stock) -> Post:
        rng = Random(self.rng.random())
        rules = Rules(
            weigh=False,
            gives_next=True,
            holds_max_age_s=self.rng.choice((0, 900, 900)),
            roster={"7": Person(pseudonym="p-7", name="Li Example")},
        )
        wave = WaveSettings(
            bench=name,
            routing=ROUTING,
            orders=self.rng.choice((0, 2, 3)),
            numbers=self.rng.choice((0, 3, 6)),
            window_us=WINDOW_US,
        )
        line = Line(rng, stock.server, lambda: None, self._pass_ms)
        post = Post(name, self.folder, stock.url, rng, rules, wave, lambda: self.elapsed_ms, line, story=self.story)
        line.meanwhile = partial(self._meanwhile, post)
        return post

    def _chaos(self) -> None:
        for number in range(CHAOS_STEPS):
            if number == DRY_AT and self.seed % DRY_DAYS == 2:
                self.office.use_up_the_pool(self.now_us)
            self._pass_ms(self.rng.choice((10, 50, 200, 1_000)))
            if self.rng.random() < 0.12:
                self._disturb()
            self._step(self.rng.choice(self.posts))
            self.watcher.after_step(self.elapsed_ms)

    def _step(self, post: Post) -> None:
        """Something happens at one bench, in one of its two threads or in its packer's hands."""
        if post.asleep:
            return
        self.steps += 1
        try:
            post.wheel.turn()
            self.watcher.in_time(post, self.elapsed_ms)
            chance = self.rng.random()
            if post.queue and not post.busy and chance < 0.45:
                post.ask_desk()
            elif post.inbox and chance < 0.8:
                post.hear()
            else:
                post.act(self.numbers, patient=self.calm)
        except PowerCut:
            self.story.append(f"{post.name} — power cut —")
            post.boot()
        except Gone:
            pass  # it runs again already

    def _meanwhile(self, post: Post) -> None:
        """The network takes its time: others act. A bench that lost its power meanwhile does not go on."""
        run = post.runs
        post.power.moment()
        if self.depth < DEEP and not self.calm and self.rng.random() < MEANWHILE:
            self.depth += 1
            try:
                self._step(self.rng.choice(self.posts))
            finally:
                self.depth -= 1
        if run != post.runs:
            raise Gone

    def _disturb(self) -> None:
        """Something outside changes by itself."""
        post, rng = self.rng.choice(self.posts), self.rng
        match rng.randrange(10):
            case 0 | 1:
                post.line.cut = not post.line.cut
                self.story.append(f"{post.name} {'cut off' if post.line.cut else 'on line'}")
            case 2:
                away = rng.random() < 0.5
                for each in self.posts:
                    each.line.cut = away
                self.story.append(f"the book is {'gone' if away else 'back'}")
            case 3:
                post.asleep = not post.asleep
            case 4:
                post.clock.set_wall_us(post.clock.now().wall_us + rng.choice((-3_600_000_000, 900_000_000)))
            case 5:
                post.power.moments_left = rng.randrange(10)
            case 6:
                self._pass_ms(200_000)  # a lease runs out
            case _:
                self.story.append(f"office: {self.office.act(self.now_us)}")

    def _pass_ms(self, ms: int) -> None:
        """For everybody; whose timers are due finds out at its next step."""
        self.elapsed_ms += ms
        for post in self.posts:
            post.clock.advance_ms(ms)

    def _heal(self) -> None:
        """Everything works from here on, and nobody changes his mind but once."""
        self.story.append("— the world heals —")
        self.calm = True
        for post in self.posts:
            post.line.steady, post.line.cut, post.asleep = True, False, False
            post.printer.steady = True
            post.power.moments_left = None
        self.office.release(self.now_us)
        self.office.buy_numbers(self.now_us)
        self._cancel_an_open_one()

    def _cancel_an_open_one(self) -> None:
        """Whoever has it open hears of it by itself."""
        self._settle()
        opened = [post for post in self.posts if post.job.opened and post.job.order and not post.job.label]
        if not opened:
            return
        post = opened[0]
        assert post.job.order is not None
        number, seq = post.job.order.number, len(post.witness.headers)
        self.office.cancel(number, self.now_us)
        for _ in range(STOPS_WITHIN):
            self._pass_ms(1_100)
            self._settle()
        post.witness.read(post.ledger)
        told = any(b'"OrderAlarmed"' in header or b'"Stop' in header for header in post.witness.headers[seq:])
        assert told or post.job.stop is not None, f"{number} was cancelled, and {post.name} has not heard of it"

    def _settle(self) -> None:
        """All that is under way arrives; no packer acts."""
        for post in self.posts:
            post.wheel.turn()
            for _ in range(200):
                if not post.queue and not post.inbox:
                    break
                if post.queue:
                    post.ask_desk()
                if post.inbox:
                    post.hear()

    def _finish(self) -> None:
        """Liveness: each order ends sealed or cancelled."""
        for _ in range(PATIENCE):
            left = self.office.left()
            open_anywhere = any(post.job.opened or post.job.stop for post in self.posts)
            if not left and not open_anywhere:
                return
            self._pass_ms(ROUND_MS)
            self._settle()
            for post in self.posts:
                self.steps += 1
                post.act((), patient=True)  # what nobody is given by NEXT is stranded
            self._settle()
            self.watcher.after_step(self.elapsed_ms)
        screens = [(post.name, post.screen.stage, post.screen.reason) for post in self.posts]
        raise AssertionError(f"I9, I13: after {PATIENCE} rounds {self.office.left()} are not finished: {screens}")

    def _start_anew(self) -> None:
        """After a clean start at a book that answers, the book and every bench agree on who has what."""
        for post in self.posts:
            post.boot()
        for number in range(TOLD_WITHIN):
            if number > 1 and not self.watcher.untold() and not any(post.job.stop for post in self.posts):
                break
            self._pass_ms(1_100)
            self._settle()
            for post in self.posts:
                if post.job.stop is not None:
                    post.act((), patient=True)
            self._settle()
        self.watcher.after_step(self.elapsed_ms)

    def _refuse_a_copy(self) -> None:
        """I3, I8: a ledger put back from a copy and gone on with is refused, and nothing of it overwrites."""
        from station.evidence.fact import Fact
        from station.evidence.ledger import Ledger
        from station.home import Home
        from station.orders.relay import Relay

        post = self.posts[0]
        copy = Home(self.folder / "copy")
        shutil.copytree(post.home.root, copy.root)
        post.ledger.append([Fact(kind="MemoryMissing")], order_no=None, by="-")
        Relay(post.ledger, log=post.ledger.log_name)(self.book)
        post.witness.read(post.ledger)
        other = Ledger.open(
            copy, org="sim", bench=post.name, clock=post.clock, random_bytes=self.rng.randbytes, build="x"
        )
        for _ in range(self.rng.randint(1, 2)):
            other.append([Fact(kind="ExporterChanged")], order_no=None, by="-")
        try:
            Relay(other, log=other.log_name)(self.book)
        except LedgerForked:
            pass
        else:
            raise AssertionError("I3: the book took another ledger's entries for this one's")
        finally:
            other.close()
        self.watcher.after_step(self.elapsed_ms)
        self.watcher.at_rest()

    def _write(self, path: Path, text: str, *, mode: int) -> None:
        """Onto the disk of the bench whose file it is."""
        post = next(each for each in self.posts if path.parent == each.home.root)
        post.writes(partial(write_whole, path, text, mode=mode))

    def _close(self) -> None:
        for post in self.posts:
            if post.runs:
                post.close()


def make_day(seed: int, folder: Path) -> Day:
    return Day(seed=seed, folder=folder, rng=Random(seed))
