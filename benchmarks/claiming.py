"""Benches that claim from one server, threads of a process of their own: ``URL EACH PACE_S FIRST END``.

It says ``ready``, begins when it is told to, and says how long it took in seconds and each claim in nanoseconds.
"""

from __future__ import annotations

import sys
import time
from threading import Barrier, Event, Thread

from benchmarks.tables import Series
from station.orders.orderbook import OrderBook
from station.packing.inputs import Found
from tests.orders.claiming import ROUTING, T0


def main(url: str, each: int, pace_s: float, first: int, end: int) -> None:
    series = [Series() for _ in range(first, end)]
    ready, go = Barrier(end - first + 1), Barrier(end - first + 1)

    def work(bench: int) -> None:
        book = OrderBook.open(url, create=False)
        own = bench * (each + 1)
        _claim(book, bench, own)  # connects, and makes the statements ready
        ready.wait()
        go.wait()
        begun = time.perf_counter() + (bench % 50) / 50 * pace_s
        for nth in range(each):
            Event().wait(max(0.0, begun + nth * pace_s - time.perf_counter()) if pace_s else 0.0)
            series[bench - first].take(lambda nth=nth: _claim(book, bench, own + 1 + nth))  # type: ignore[misc]
        book.close()

    threads = [Thread(target=work, args=(bench,)) for bench in range(first, end)]
    for thread in threads:
        thread.start()
    ready.wait()
    print("ready", flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    go.wait()
    for thread in threads:
        thread.join()
    print(time.perf_counter() - begun)
    print("\n".join(str(wall_ns) for one in series for wall_ns in one.wall_ns))


def _claim(book: OrderBook, bench: int, order: int) -> None:
    found = book.claim(f"R-{order:06d}", bench=f"B{bench:03d}", now_us=T0, routing=ROUTING).found
    if found is not Found.CLAIMED:
        raise AssertionError(found)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
