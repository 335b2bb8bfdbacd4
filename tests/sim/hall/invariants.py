"""What must hold between the benches and their order book, whatever fails: I1-I13, as far as they concern this store.

``after_step`` holds at every moment; ``at_rest`` when the world has healed and everything was carried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from station.evidence.audit import audit
from station.evidence.ledger_reading import open_reader
from station.orders.claim_tables import refused_seals, takeovers
from station.orders.engine import reading
from station.orders.numbers import NumberState
from station.orders.orderbook import OrderBook
from station.orders.tables import events, orders, parcels, waybill_numbers
from station.packing.model import OrderNo, OrderState, Waybill
from station.packing.waiting import at_the_book
from tests.sim.hall.post import DEADLINE_MS, Post
from tests.sim.hall.truth import Box

WAITS_MS = 2 * DEADLINE_MS
_LIVE = (NumberState.DRAWN, NumberState.SENT)
_OVER = (OrderState.SEALED, OrderState.CANCELLED)


@dataclass(slots=True)
class Watcher:
    """Keeps what must never be taken back."""

    book: OrderBook
    posts: Sequence[Post]
    own: Mapping[str, str]  # order -> waybill of its platform's own
    sealed: set[str] = field(default_factory=set)
    papers: set[Waybill] = field(default_factory=set)
    waits: dict[str, tuple[object, int]] = field(default_factory=dict)  # bench -> what it waits for, and since when
    looked: tuple[object, ...] = ()
    openings: dict[tuple[OrderNo, int], tuple[str, int]] = field(default_factory=dict)

    def after_step(self, now_ms: int) -> None:
        for post in self.posts:
            post.witness.read(post.ledger)
            self.waits[post.name] = self._waiting(post, now_ms)
            self._paper_was_requested(post)
        self._one_fence_one_opening()
        self._one_number_one_order()
        self._nothing_is_kept_twice()
        with reading(self.book.engine) as connection:
            if not self._changed(connection):
                return
            self._sealed_stays_sealed(connection)
            self._numbers_stand(connection)
            self._copies_are_beginnings(connection)
            self._only_a_take_over_refuses(connection)

    def untold(self) -> bool:
        """Whether a bench has still to say that a parcel of its was refused."""
        with reading(self.book.engine) as connection:
            return (
                connection.execute(select(refused_seals).where(refused_seals.c.told_us.is_(None))).first() is not None
            )

    def at_rest(self) -> None:
        """Everything was carried, every bench has started anew, nothing is open."""
        assert not self.untold(), "I13: a parcel was refused, and nobody at its bench was told"
        with reading(self.book.engine) as connection:
            self._all_told_once(connection)
            self._no_order_twice(connection)
            self._boxes_bear_their_numbers(connection)
            self._nothing_stranded(connection)
        for post in self.posts:
            reader = open_reader(post.home.ledger_file)
            audited = audit(reader, post.ledger.keys.bench.public, post.home.media)
            reader.close()
            assert audited.ok, f"I2, I7: {audited.faults[:3]}"

    @property
    def boxes(self) -> list[Box]:
        return [box for post in self.posts for box in post.witness.boxes]

    def in_time(self, post: Post, now_ms: int) -> None:
        """I12: no bench waits for the book longer than it says it does. Asked when its timers have just gone off."""
        waiting, since_ms = self._waiting(post, now_ms)
        late_ms = now_ms - since_ms
        assert waiting is None or late_ms <= WAITS_MS, f"I12: {post.name} waits for the book for {late_ms} ms"

    def _waiting(self, post: Post, now_ms: int) -> tuple[object, int]:
        pending = post.host._pending if at_the_book(post.job) else None
        before, since_ms = self.waits.get(post.name, (None, now_ms))
        return (pending, since_ms) if pending is before else (pending, now_ms)

    def _paper_was_requested(self, post: Post) -> None:
        jobs = [paper.job for paper in post.printer.paper]
        assert len(jobs) == len(set(jobs)), f"I6: a job came out twice at {post.name}"
        assert set(jobs) <= post.witness.requested, f"I6: paper came out at {post.name} that nobody recorded"
        self.papers.update(paper.waybill for paper in post.printer.paper)

    def _one_fence_one_opening(self) -> None:
        """I4: under one fence an order is opened at one bench."""
        for post in self.posts:
            for order, fence in post.witness.openings:
                first, _ = self.openings.setdefault((order, fence), (post.name, fence))
                assert first == post.name, f"I4: {order} was opened under fence {fence} at {first} and at {post.name}"

    def _one_number_one_order(self) -> None:
        """I5: a number is one order's, in all ledgers together."""
        whose: dict[Waybill, OrderNo] = {}
        for post in self.posts:
            for waybill, mine in post.witness.orders_of.items():
                for order in mine:
                    first = whose.setdefault(waybill, order)
                    assert first == order, f"I5: {waybill} is {first}'s and {order}'s"

    def _nothing_is_kept_twice(self) -> None:
        """I4, I5: neither an order under one fence nor a number lies in two waves; no number in one is on paper."""
        kept = [(each.order.number, each.fence, post.name) for post in self.posts for each in post.wave.orders]
        twice = [key for key, times in Counter(each[:2] for each in kept).items() if times > 1]
        assert not twice, f"I4: {twice} lie in two waves"
        for order, fence, name in kept:
            opened = self.openings.get((order, fence))
            assert opened is None, f"I4: {order} was opened under fence {fence} and lies in the wave of {name} again"
        free = [number for post in self.posts for each in post.wave.numbers.values() for number in each]
        assert len(free) == len(set(free)), "I5: one number lies in two benches' reserves"
        assert not self.papers & set(map(Waybill, free)), "I5: a number on paper lies in a reserve again"

    def _changed(self, connection: Connection) -> bool:
        """Whether the book, or what is on paper, is another than at the last look."""
        rows = connection.exec_driver_sql("SELECT count(*), max(seq) FROM events").one()
        claims = connection.exec_driver_sql("SELECT group_concat(number || state || fence) FROM orders").scalar()
        numbers = connection.exec_driver_sql("SELECT group_concat(state) FROM waybill_numbers").scalar()
        before, self.looked = self.looked, (*rows, claims, numbers, len(self.papers))
        return before != self.looked

    def _sealed_stays_sealed(self, connection: Connection) -> None:
        """I13: a parcel that the book knows as sealed is never an order to pack again."""
        rows = connection.execute(select(orders.c.number, orders.c.state)).all()
        back = [row for row in rows if row.number in self.sealed and row.state not in _OVER]
        assert not back, f"I13: sealed, and now {back}"
        self.sealed |= {row.number for row in rows if row.state == OrderState.SEALED}

    def _numbers_stand(self, connection: Connection) -> None:
        """I5: one live number for an order; what is on paper is nobody's to draw."""
        columns = (waybill_numbers.c.number, waybill_numbers.c.order_no, waybill_numbers.c.state)
        rows = connection.execute(select(*columns).where(waybill_numbers.c.number.in_([*self.papers]))).all()
        free = [row for row in rows if row.state == NumberState.FREE]
        assert not free, f"I5: on paper, and free: {free}"
        live = select(waybill_numbers.c.order_no).where(waybill_numbers.c.state.in_(_LIVE))
        many = live.group_by(waybill_numbers.c.order_no).having(func.count() > 1)
        assert not (found := connection.execute(many).all()), f"I5: several live numbers: {found}"

    def _copies_are_beginnings(self, connection: Connection) -> None:
        """I2, I3, I8: what the book has of a log is its beginning, without a gap."""
        told = select(events.c.bench, func.count(), func.max(events.c.seq)).group_by(events.c.bench)
        size = {post.name: len(post.witness.headers) for post in self.posts}
        for bench, count, newest in connection.execute(told):
            assert newest + 1 == count, f"I8: the book has {count} entries of {bench}, the newest {newest}"
            assert count <= size[bench], f"I3: the book has {count} entries of {bench}, its ledger {size[bench]}"

    def _only_a_take_over_refuses(self, connection: Connection) -> None:
        """I4: a packer's parcel is refused because a supervisor took the order over, and for nothing else."""
        taken: dict[str, int] = {}
        for row in connection.execute(select(takeovers.c.order_no, takeovers.c.fence)):
            taken[row.order_no] = max(taken.get(row.order_no, 0), row.fence)
        for row in connection.execute(select(refused_seals)):
            assert taken.get(row.order_no, 0) > row.fence, f"I4: refused without a take-over: {row}"

    def _all_told_once(self, connection: Connection) -> None:
        """I8, I9: the book's entries are the ledgers', byte for byte, and each seal is one parcel."""
        for post in self.posts:
            mine = select(events.c.header).where(events.c.bench == post.name).order_by(events.c.seq)
            there = [header.encode() for header in connection.execute(mine).scalars()]
            assert there == post.witness.headers, f"I8: {len(there)} of {len(post.witness.headers)} from {post.name}"
        found = sorted((row.bench, row.seq, row.order_no, row.waybill) for row in connection.execute(select(parcels)))
        wanted = sorted((box.bench, box.seq, box.order, box.waybill) for box in self.boxes)
        assert found == wanted, f"I8: the book has parcels {found}, the house {wanted}"

    def _no_order_twice(self, connection: Connection) -> None:
        """I4: of each order one box may go out; each of the others is refused by name."""
        refused = self._refused(connection)
        standing = Counter(box.order for box in self.boxes if (box.bench, box.seq) not in refused)
        twice = [order for order, times in standing.items() if times > 1]
        assert not twice, f"I4: {twice} would ship twice"
        states = {row.number: row.state for row in connection.execute(select(orders.c.number, orders.c.state))}
        left = {number: state for number, state in states.items() if state not in _OVER}
        assert not left, f"I9, I13: never finished: {left}"
        lost = [number for number, state in states.items() if state == OrderState.SEALED and number not in standing]
        assert not lost, f"I8: sealed in the book, and no box of it stands: {lost}"

    def _boxes_bear_their_numbers(self, connection: Connection) -> None:
        """I5: the box that goes out bears its order's living number; a refused one bears a void one, but a platform's.

        No pool number is on two boxes.
        """
        refused = self._refused(connection)
        rows = {
            row.number: row for row in connection.execute(select(orders.c.number, orders.c.state, orders.c.waybill))
        }
        pool = select(waybill_numbers.c.number, waybill_numbers.c.state)
        states = {row.number: row.state for row in connection.execute(pool)}
        for box in self.boxes:
            row = rows[box.order]
            pooled = states.get(box.waybill)
            if (box.bench, box.seq) in refused:
                assert pooled in (None, NumberState.VOID), f"I5: refused, and its number is {pooled}: {box}"
            elif row.state == OrderState.SEALED:
                assert row.waybill == box.waybill, f"I5: the book says {row.waybill} of {box}"
                assert pooled in (None, NumberState.SENT), f"I5: the number of {box} is {pooled}"
        times = Counter(box.waybill for box in self.boxes)
        twice = [number for number, count in times.items() if count > 1 and number not in self.own.values()]
        assert not twice, f"I5: {twice} are on two boxes each"

    def _nothing_stranded(self, connection: Connection) -> None:
        """I9: an answer that was lost leaves neither an order nor a number with nobody."""
        kept = {number for post in self.posts for number in post.wave.kept_numbers}
        reserved = select(waybill_numbers.c.number).where(waybill_numbers.c.state == NumberState.RESERVED)
        stray = set(connection.execute(reserved).scalars()) - kept
        assert not stray, f"I9: reserved, and no bench has them: {sorted(stray)}"
        claimed = select(orders.c.number).where(orders.c.state == OrderState.PACKING)
        assert not (found := connection.execute(claimed).all()), f"I9: claimed, and no bench has them open: {found}"

    def _refused(self, connection: Connection) -> set[tuple[str, int]]:
        rows = connection.execute(select(refused_seals.c.bench, refused_seals.c.seq))
        return {(row.bench, row.seq) for row in rows}
