"""Benches in processes of their own that race for the orders of one server; some are killed, and taken over.

``python -m tests.orders.racing URL --orders 100000 --benches 20`` fills an empty database of that server and prints
claims a second; a claim that two benches have, or a number on two orders, is named and the exit code 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from subprocess import PIPE, Popen
from tempfile import TemporaryFile

from sqlalchemy import insert

from station.orders.engine import insert_many, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import order_lines, orders, waybill_numbers
from tests.orders.conftest import YTO
from tests.orders.recorded import T0

BATCH = 10_000


def fill(book: OrderBook, count: int, *, numbers: int) -> None:
    """Orders of one unit, due at four cut-offs, and so many waybill numbers."""
    for start in range(0, count, BATCH):
        some = range(start, min(start + BATCH, count))
        with writing(book.engine) as connection:
            insert_many(connection, orders, [_order(n) for n in some])
            insert_many(connection, order_lines, [_line(n) for n in some])
    with writing(book.engine) as connection:
        rows = [
            {"number": f"YT{n:013d}", "service": YTO.id, "state": "free", "position": n, "changed_us": T0}
            for n in range(numbers)
        ]
        for start in range(0, numbers, BATCH):
            connection.execute(insert(waybill_numbers), rows[start : start + BATCH])


def _order(n: int) -> dict[str, object]:
    return {
        "number": f"R-{n:06d}", "platform": "taobao", "shop": "demo", "state": "ready", "country": "CN", "revision": 1,
        "has_head": True, "has_lines": True, "due_us": T0 + 3_600_000_000 * (1 + n % 4), "paid_us": T0 + n,
        "single_sku": f"SKU-{n % 7}", "name": "", "phone": "",
    }  # fmt: skip


def _line(n: int) -> dict[str, object]:
    return {"order_no": f"R-{n:06d}", "position": 0, "sku": f"SKU-{n % 7}", "quantity": 1, "kind": "goods"}


class Racers:
    """So many benches; ``told`` is what each said before anything else."""

    def __init__(self, url: str, names: Sequence[str], mode: str) -> None:
        command = [sys.executable, "-m", "tests.orders.claiming", url]
        self._complaints = {name: TemporaryFile("w+", encoding="utf-8") for name in names}  # noqa: SIM115  see ``finish``
        self._running = {
            name: Popen([*command, name, mode], stdout=PIPE, stderr=self._complaints[name], text=True) for name in names
        }
        self.told: dict[str, list[str]] = {name: [] for name in names}
        self.failed: tuple[str, ...] = ()

    def kill_after(self, name: str, lines: int) -> None:
        """As power does, once it has said so much."""
        process = self._running[name]
        assert process.stdout is not None
        while len(self.told[name]) < lines:
            self.told[name].append(process.stdout.readline().strip())
        process.kill()

    def finish(self) -> None:
        """All that they say, to the end. One that ended by itself before its last order is a finding of its own."""
        for name, process in self._running.items():
            out, _ = process.communicate()
            self.told[name] += out.splitlines()
        self.failed = tuple(self._failures())

    def _failures(self) -> Iterator[str]:
        for name, process in self._running.items():
            with self._complaints[name] as file:
                file.seek(0)
                said = file.read().strip().splitlines()
            if process.returncode > 0:
                yield f"{name} ended with {process.returncode}: {said[-1] if said else 'without a word'}"

    def claims(self) -> list[tuple[str, str, str, str]]:
        """Order, fence, number and bench; a line that a kill cut short was told to nobody."""
        lines = [(line.split(), name) for name, told in self.told.items() for line in told]
        return [(words[0], words[1], words[2], name) for words, name in lines if len(words) == 3]


def doubles(claims: Sequence[tuple[str, str, str, str]]) -> list[str]:
    """Orders that two benches have under one fence, and numbers that two orders have."""
    owners = Counter((order, fence) for order, fence, _, _ in claims)
    numbers = Counter(number for _, number in {(order, number) for order, _, number, _ in claims})
    return [f"order {order} fence {fence}" for (order, fence), times in owners.items() if times > 1] + [
        f"number {number}" for number, times in numbers.items() if times > 1
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.orders.racing", description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--orders", type=int, default=100_000)
    parser.add_argument("--benches", type=int, default=20)
    parser.add_argument("--mode", choices=("takes", "claims"), default="takes")
    wanted = parser.parse_args()
    book = OrderBook.open(wanted.url)
    fill(book, wanted.orders, numbers=wanted.orders)
    book.close()
    begun = time.monotonic()
    racers = Racers(wanted.url, [f"B{n:02d}" for n in range(wanted.benches)], wanted.mode)
    racers.finish()
    took_s = time.monotonic() - begun
    claims = racers.claims()
    found = doubles(claims)
    sys.stdout.write(
        f"{len(claims)} claims by {wanted.benches} benches in {took_s:.1f} s: {len(claims) / took_s:.0f} a second\n"
    )
    sys.stdout.write(f"{len(found)} doubles {found[:5]}\n")
    sys.stdout.writelines(f"{sentence}\n" for sentence in racers.failed)
    return 1 if found or racers.failed or len(claims) != wanted.orders else 0


if __name__ == "__main__":
    sys.exit(main())
