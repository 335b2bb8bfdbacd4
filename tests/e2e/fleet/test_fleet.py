"""A small fleet through a short day, and the reckoning itself, which must find what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from station.orders.tables import events, orders, parcels, waybill_numbers
from tests.e2e.fleet.day import Fleet, spend
from tests.e2e.fleet.faults import Fault, Kind, plan
from tests.e2e.fleet.limits import too_long
from tests.e2e.fleet.network import NoNetwork, bench_network
from tests.e2e.fleet.reckoning import reckon
from tests.e2e.fleet.seat import Seat
from tests.e2e.fleet.server import killable
from tests.e2e.fleet.stock import BENCH_USER, fill, left
from tests.orders.flaky_proxy import FlakyProxy

pytestmark = pytest.mark.postgres

FAULTS = (
    Fault(at_s=0.5, kind=Kind.CUT, bench=0, lasts_s=20, amount=3),
    Fault(at_s=6, kind=Kind.KILL_SERVER, bench=0, lasts_s=2),
    Fault(at_s=8, kind=Kind.KILL_BENCH, bench=1, lasts_s=0.5),
)


def test_a_short_day(tmp_path: Path) -> None:
    """Two bench processes, lost answers, a killed server, a killed bench: each order once, each entry once."""
    day = spend(tmp_path, FAULTS, benches=2, orders=8, length_s=60, wave=2)
    assert (day.troubles, day.reckoned.wrong, too_long(day)) == ((), (), ())
    assert (day.left, day.reckoned.parcels) == (0, 8)


def test_a_cable_that_is_pulled(tmp_path: Path) -> None:
    """A bench in a network of its own, which is taken down: it packs what it has, and all is told afterwards, once."""
    try:
        with bench_network() as network:
            faults = (Fault(at_s=5, kind=Kind.NETWORK, bench=1, lasts_s=6),)
            day = spend(tmp_path, faults, benches=2, orders=8, length_s=60, wave=2, network=network)
    except NoNetwork as why:
        pytest.skip(str(why))
    assert (day.troubles, day.reckoned.wrong, too_long(day)) == ((), (), ())
    assert (day.left, day.reckoned.parcels) == (0, 8)


def _second_box(connection: Connection) -> None:
    row = connection.execute(select(parcels).limit(1)).one()._mapping
    connection.execute(insert(parcels).values({**row, "seq": row["seq"] + 1}))


FORGERIES: dict[str, Callable[[Connection], object]] = {
    "never reached": lambda connection: connection.execute(delete(events).where(events.c.seq == 1)),
    "is in no ledger": lambda connection: connection.execute(update(events).where(events.c.seq == 1).values(seq=9_999)),
    "differs": lambda connection: connection.execute(update(events).where(events.c.seq == 1).values(header="{}")),
    "standing parcels": _second_box,
    "is sealed without": lambda connection: connection.execute(delete(parcels)),
    "is packed and": lambda connection: connection.execute(update(orders).values(state="ready", claimed_by=None)),
    "is void of": lambda connection: connection.execute(update(waybill_numbers).values(state="void")),
    "still reserved": lambda connection: connection.execute(
        update(waybill_numbers).where(waybill_numbers.c.state == "free").values(state="reserved", bench="F00")
    ),
    "is still with": lambda connection: connection.execute(update(orders).values(state="packing", claimed_by="F00")),
}


def test_the_reckoning_finds_what_is_wrong(tmp_path: Path) -> None:
    """Whatever is doctored in the order book after an honest day is named, each by its own sentence."""
    with killable() as server:
        fill(server.url(), 2, numbers=10)
        with FlakyProxy.before(server.url(user=BENCH_USER)) as proxy:
            seat = Seat("F00", tmp_path, proxy.url, proxy, wave=0)
            fleet = Fleet(server, [seat], None)
            seat.begin(lambda: True, fleet.stocked)
            seat.join()
        homes = {"F00": seat.home}
        assert (seat.trouble, left(fleet.book), reckon(fleet.book, homes).wrong) == ("", 0, ())
        for sentence, forge in FORGERIES.items():
            with fleet.book.engine.connect() as connection:
                connection.exec_driver_sql("SET session_replication_role = replica")  # the belts would refuse it
                forge(connection)
                found = reckon(fleet.book, homes, within=connection).wrong
                connection.rollback()
            assert any(sentence in each for each in found), (sentence, found)
        fleet.book.close()


def test_a_plan_is_the_seeds_own() -> None:
    """The same seed, the same faults; another one, others; none after the day's end."""
    kinds = list(Kind)
    once, again, other = (plan(seed, benches=8, length_s=60, every_s=1, kinds=kinds) for seed in (7, 7, 8))
    assert once == again != other
    assert max(fault.at_s for fault in once) < 60
