"""Reports over 5,000,000 recorded entries: 50 benches, 30 days of 150 parcels, 22 entries a parcel."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.tables import show
from station.home import Home
from station.orders.engine import importing, insert_many
from station.orders.figuring import catch_up
from station.orders.orderbook import OrderBook
from station.orders.tables import events, parcels
from station.reports.behind import Asked, behind
from station.reports.evidence_gaps import evidence_gaps
from station.reports.figure_rules import load_figure_rules
from station.reports.saves import saves_of
from station.reports.steps import class_times_of
from station.reports.throughput import By, Throughput, throughput
from station.settings import config_dir

BENCHES, DAYS, PARCELS = 50, 30, 150
DAY_US = 86_400_000_000
SECOND_US = 1_000_000
FIRST_US = 1_792_454_400_000_000  # 2026-10-20 08:00 in Shanghai
SHANGHAI = timezone(timedelta(hours=8))
HASH = "c" * 43

STEPS: tuple[tuple[str, int, str], ...] = (
    ("OrderAsked", 12, '"device":"scanner"'),
    ("OrderOpened", 0, '"carton":"3","carton_mg":120000,"filler_mg":5000,"fence":1,"order":{"lines":[]}'),
    *(("ItemPacked", 4, '"line":0,"sku":"A","units":1,"code":"6900000434017","device":"scanner","mono_us":1'),) * 3,
    ("PromptOpened", 0, ""),
    ("PromptAnswered", 3, '"prompt":"gift","device":"scanner"'),
    ("CartonChosen", 2, '"carton":"3","carton_mg":120000,"filler_mg":5000'),
    ("WeightSeen", 1, '"weight_mg":1,"stable":false,"device":"scale"'),
    ("WeightSeen", 1, '"weight_mg":200000,"stable":false,"device":"scale"'),
    ("ParcelWeighed", 1, '"weight_mg":512000,"low_mg":500000,"high_mg":520000,"device":"scale"'),
    ("HoldsAsked", 0, '"revision":1'),
    ("LabelAllowed", 0, '"job":"j","service":"yto","copy":1,"holds_age_s":0'),
    ("WaybillIssued", 0, '"service":"yto"'),
    ("LabelRequested", 1, '"job":"j","printer":"zebra","copy":1,"root_printed":{"size":1,"root":""}'),
    ("LabelSent", 1, '"job":"j"'),
    ("LabelPrinted", 2, '"job":"j","by":"printer"'),
    ("PhotoAsked", 0, '"photo":"p","moment":"sealed","camera":"c","required":true'),
    ("PhotoTaken", 1, '"photo":"p","moment":"sealed","camera":"c","width":1,"height":1,"source":"usb"'),
    ("LabelConfirmed", 6, '"job":"j","device":"scanner"'),
    ("ParcelSealed", 0, ""),
    ("NextAsked", 2, '"device":"scanner"'),
)
REFUSED = ("ScanRefused", 3, '"reason":"not_in_order","code":"690","device":"scanner","locks":true')
CONTENTS = ('{"sku":"A","units":1}', '{"sku":"A","units":3}', '{"sku":"A","units":2},{"sku":"B","units":1}')


def run(folder: Path, share: float) -> None:
    days = max(1, round(DAYS * share))
    file = folder / f"figures-{days}.db"
    fresh = not file.exists()
    book = OrderBook.open(f"sqlite:///{file}")
    if fresh:
        fill(book, days)
    begun = time.perf_counter()
    counted = catch_up(book.engine)
    if counted:
        took = time.perf_counter() - begun
        print(f"\nfigures caught up: {counted} entries in {took:.0f} s, {counted / took:,.0f} a second")
    _measure(book, folder, days)
    book.close()


def fill(book: OrderBook, days: int, *, first_us: int = FIRST_US, a_day: int = PARCELS, benches: int = BENCHES) -> None:
    """So many days from ``first_us``; each bench seals ``a_day`` parcels on each."""
    random = Random(7)
    seqs = dict.fromkeys((f"B{n:02}" for n in range(1, benches + 1)), 0)
    for day in range(days):
        made: list[dict[str, Any]] = []
        boxes: list[dict[str, Any]] = []
        for bench in seqs:
            for row in _day(bench, first_us + day * DAY_US, f"{bench}-{day}", seqs, boxes, random, a_day):
                made.append(row)
        with importing(book.engine) as connection:
            insert_many(connection, events, made)
            insert_many(connection, parcels, boxes)


def _day(
    bench: str, from_us: int, day: str, seqs: dict[str, int], boxes: list[dict[str, Any]], random: Random, a_day: int
) -> Iterator[dict[str, Any]]:
    at_us = from_us + random.randrange(600) * SECOND_US
    for parcel in range(a_day):
        number = f"SO-{day}-{parcel}"
        kind = random.randrange(3)
        steps = (*STEPS[:2], REFUSED, *STEPS[2:]) if random.random() < 0.02 else STEPS
        for name, seconds, pub in steps:
            at_us += round(seconds * SECOND_US * random.uniform(0.5, 2)) + 1_000
            if name == "ParcelSealed":
                pub = f'"weight_mg":512000,"contents":[{CONTENTS[kind]}],"short":false'
                boxes.append(_box(bench, seqs[bench], number, at_us, kind))
            yield _row(bench, seqs[bench], name, pub, at_us, number)
            seqs[bench] += 1
        at_us += random.randrange(60, 200) * SECOND_US


def _row(bench: str, seq: int, kind: str, pub: str, at_us: int, number: str) -> dict[str, Any]:
    header = (
        f'{{"v":1,"log":"acme/{bench}/1","seq":{seq},"kind":"{kind}","wall_us":{at_us},"mono_us":{at_us},'
        f'"boot":"b","by":"P{bench}","build":"1.0.0","prev":"{HASH}","tag":"{HASH}","pub":{{{pub}}},'
        f'"com":{{"code":"{HASH}"}},"media":[]}}'
    )
    reason = "not_in_order" if kind == "ScanRefused" else ""
    units = 1 if kind == "ItemPacked" else 0
    row = {"bench": bench, "epoch": 1, "seq": seq, "kind": kind, "wall_us": at_us, "packer": f"P{bench}"}
    return {**row, "order_no": number, "reason": reason, "units": units, "header": header}


def _box(bench: str, seq: int, number: str, at_us: int, kind: int) -> dict[str, Any]:
    lines, units = ((1, 1), (1, 3), (2, 3))[kind]
    row = {"bench": bench, "epoch": 1, "seq": seq, "order_no": number, "waybill": f"YT{number}"}
    return {**row, "packer": f"P{bench}", "sealed_us": at_us, "weight_mg": 1, "lines": lines, "units": units}


def _measure(book: OrderBook, book_folder: Path, days: int) -> None:
    start_us = FIRST_US - 8 * 3_600 * SECOND_US
    end_us = start_us + days * DAY_US
    day, month = (end_us - DAY_US, end_us), (start_us, end_us)
    rules = load_figure_rules(Home(book_folder), config_dir())
    asked: dict[str, Callable[[], object]] = {
        "day, 50 benches": lambda: _throughput(book, day, By.BENCH),
        "day, 50 benches, by hour": lambda: _throughput(book, day, By.HOUR),
        "month, one bench, by day": lambda: _throughput(book, month, By.DAY, benches=("B07",)),
        "month, 50 benches": lambda: _throughput(book, month, By.BENCH),
        "steps, day, 50 benches": lambda: class_times_of(book, from_us=day[0], to_us=day[1], rules=rules),
        "steps, month, one bench": lambda: class_times_of(
            book, from_us=month[0], to_us=month[1], rules=rules, benches=("B07",)
        ),
        "saves, month": lambda: saves_of(book, from_us=month[0], to_us=month[1], costs=rules.costs),
        "evidence gaps, day": lambda: evidence_gaps(book, from_us=day[0], to_us=day[1]),
        "behind a figure, month, one bench": lambda: behind(
            book, Asked(figure="refused.not_in_order", from_us=month[0], to_us=month[1], benches=("B07",))
        ),
    }
    show(
        "Reports over the book",
        ("asked", "time in ms, best of 3"),
        [(name, f"{_best(ask):.0f}") for name, ask in asked.items()],
    )


def _throughput(book: OrderBook, period: tuple[int, int], by: By, benches: tuple[str, ...] = ()) -> Throughput:
    return throughput(book, from_us=period[0], to_us=period[1], by=by, zone=SHANGHAI, benches=benches)


def _best(ask: Callable[[], object]) -> float:
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        ask()
        took.append((time.perf_counter() - begun) * 1_000)
    return min(took)
