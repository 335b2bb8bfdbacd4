"""Step 2: the bench's name and its order book."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from station.setup.effects import TryBook
from station.setup.stages import BenchAsks, BenchStage, Setup, Turn
from station.setup.values import Answered, BookTried, Choice, Ended, Input, Question, Takes, Told, say
from station.ui.screen import Verdict, Words
from station.ui.words import same

LOCAL: Final = "sqlite:///orders.db"
SLOW_MS: Final = 50
CLOCK_OFF_MS: Final = 2_000
_NAME: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SHARED: Final = re.compile(r"postgresql\+psycopg://[^\s'\"]{1,400}")
_BAD_NAME: Final = Told(
    verdict=Verdict.ATTENTION,
    words=say("只能用字母、数字和 . _ -，最多 64 个。", "Only letters, digits and . _ -, at most 64."),
)
_BAD_ADDRESS: Final = Told(
    verdict=Verdict.ATTENTION,
    words=say("地址写成 postgresql+psycopg://用户@主机/库名。", "Write it like postgresql+psycopg://USER@HOST/NAME."),
)
_PASSWORD: Final = Told(
    verdict=Verdict.ATTENTION,
    words=say(
        "地址里不要写密码，密码放在 ~/.pgpass。", "No password in the address: it belongs into the file ~/.pgpass."
    ),
)


def question(setup: Setup, stage: BenchStage) -> Question:
    match stage.asks:
        case BenchAsks.NAME:
            keep = Choice(key="keep", words=say("就叫 {name}", "Keep {name}").filled(name=_name(setup)))
            words = say("这个工位叫什么？输入名字，回车。", "What is this bench called? Type its name, then Enter.")
            return Question(words=words, takes=Takes.TEXT, choices=(keep,), help=_NAME_HELP)
        case BenchAsks.BOOK:
            return Question(words=say("订单放在哪里？", "Where are the orders kept?"), choices=_books(setup))
        case BenchAsks.ADDRESS:
            words = say("输入数据库地址，回车。", "Type the database's address, then Enter.")
            return Question(words=words, takes=Takes.TEXT, help=_BAD_ADDRESS.words)
        case BenchAsks.TRYING:
            return Question(words=say("正在连接订单库…", "Connecting to the order book…"), takes=Takes.WAIT)
        case BenchAsks.TRIED:
            go = Choice(key="yes", words=say("就这样用", "Use it anyway"))
            other = Choice(key="other", words=say("换一个", "Another one"))
            return Question(words=say("要用这个订单库吗？", "Use this order book?"), choices=(go, other))


_NAME_HELP: Final = say(
    "每个工位一个名字，不能重复，例如 B07。",
    "Each bench has a name of its own, like B07; two alike mix their records.",
)


def _books(setup: Setup) -> tuple[Choice, ...]:
    local = Choice(key="local", words=say("这台电脑上（一个工位）", "On this computer (one bench)"))
    shared = Choice(key="shared", words=say("大家共用的 PostgreSQL", "A PostgreSQL that benches share"))
    now = setup.around.orderbook
    keep = Choice(key="keep", words=say("和现在一样", "As it is now"), note=now)
    return (local, shared) if now == LOCAL else (keep, local, shared)


def _name(setup: Setup) -> str:
    return setup.wish.bench or setup.around.bench


def take(setup: Setup, stage: BenchStage, input: Input) -> Turn:
    match stage.asks, input:
        case BenchAsks.NAME, Answered():
            name = _name(setup) if input.value == "keep" else input.value.strip()
            if not _NAME.fullmatch(name):
                return Turn(stage=stage, told=_BAD_NAME)
            return Turn(stage=replace(stage, asks=BenchAsks.BOOK, name=name))
        case BenchAsks.BOOK, Answered():
            return _book(setup, stage, input.value)
        case BenchAsks.ADDRESS, Answered():
            return _address(stage, input.value.strip())
        case BenchAsks.TRYING, BookTried():
            return _tried(setup, replace(stage, tried=input))
        case BenchAsks.TRIED, Answered(value="yes"):
            return _passed(setup, stage)
        case BenchAsks.TRIED, Answered(value="other"):
            return Turn(stage=replace(stage, asks=BenchAsks.BOOK))
        case _:
            return Turn(stage=stage)


def _book(setup: Setup, stage: BenchStage, value: str) -> Turn:
    if value == "shared":
        return Turn(stage=replace(stage, asks=BenchAsks.ADDRESS))
    if value not in ("local", "keep"):
        return Turn(stage=stage)
    return _try(stage, LOCAL if value == "local" else setup.around.orderbook)


def _address(stage: BenchStage, address: str) -> Turn:
    if not _SHARED.fullmatch(address):
        return Turn(stage=stage, told=_BAD_ADDRESS)
    if re.search(r"://[^/@]*:[^/@]*@", address):
        return Turn(stage=stage, told=_PASSWORD)
    return _try(stage, address)


def _try(stage: BenchStage, address: str) -> Turn:
    trying = replace(stage, asks=BenchAsks.TRYING, address=address)
    return Turn(stage=trying, effects=(TryBook(address=address, bench=stage.name),))


def _tried(setup: Setup, stage: BenchStage) -> Turn:
    assert stage.tried is not None
    if stage.tried.trouble:
        away = say("订单库连不上", "Order book unreachable")
        told = Told(verdict=Verdict.ATTENTION, words=away, way=same(stage.tried.trouble))
        return Turn(stage=replace(stage, asks=BenchAsks.BOOK), told=told)
    warning = _warning(stage.tried)
    if warning is not None:
        told = Told(verdict=Verdict.ATTENTION, words=warning)
        return Turn(stage=replace(stage, asks=BenchAsks.TRIED), told=told)
    return _passed(setup, stage)


def _warning(tried: BookTried) -> Words | None:
    if tried.bench_taken:
        return say(
            "订单库里已经有这个名字的工位。重装的电脑才能继续用它。",
            "The order book knows a bench of this name already. Keep it only if this is that bench, set up again.",
        )
    if tried.clock_off_ms is not None and abs(tried.clock_off_ms) > CLOCK_OFF_MS:
        seconds = f"{abs(tried.clock_off_ms) / 1000:.0f}"
        return say(
            "这台电脑的时钟和服务器差 {seconds} 秒，先对时。",
            "This clock is {seconds} s off the server's: set it first.",
        ).filled(seconds=seconds)
    if tried.round_trip_ms > SLOW_MS:
        return say(
            "往返要 {round_trip_ms} 毫秒，有点慢。", "A round trip takes {round_trip_ms} ms: rather slow."
        ).filled(round_trip_ms=f"{tried.round_trip_ms:.0f}")
    return None


def _passed(setup: Setup, stage: BenchStage) -> Turn:
    assert stage.tried is not None
    tried = stage.tried
    clock = "" if tried.clock_off_ms is None else f", clock off by {tried.clock_off_ms:.0f} ms"
    facts = (
        f"bench {stage.name}",
        f"order book {stage.address}: {tried.server}, round trip {tried.round_trip_ms:.1f} ms{clock}",
    )
    words = say(
        "订单库连上了，往返 {round_trip_ms} 毫秒。", "The order book answers, {round_trip_ms} ms a round trip."
    ).filled(round_trip_ms=f"{tried.round_trip_ms:.1f}")
    wish = replace(setup.wish, bench=stage.name, orderbook=stage.address)
    return Turn(stage=stage, wish=wish, ended=Ended.PASSED, facts=facts, told=Told(verdict=Verdict.OK, words=words))
