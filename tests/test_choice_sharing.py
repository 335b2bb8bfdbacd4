"""What a person chose at one bench is at the next one of the order book, whenever the book can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import event, update

from station import choice_sharing, roster
from station.book_desk import BookDesk
from station.choice_sharing import ChoiceSharing, choose_language, known
from station.desk_settings import DeskSettings
from station.errors import BookUnreachable
from station.home import Home
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.people import choose
from station.orders.routes import load_routing
from station.orders.tables import people
from station.packing.rules import Chosen, Person
from station.person_languages import remember
from station.settings import config_dir, read
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.sounds import Silence
from station.window_app import BenchWindow
from tests.clocks import FakeClock

ENGLISH = Chosen(what="en", at_us=7)
WORDS = Words(zh="请扫订单", en="Scan an order")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A window and its desk as ``run`` wires them, on one thread."""

    home: Home
    window: BenchWindow
    desk: BookDesk

    def signs_in(self, pseudonym: str) -> None:
        self.window.see(_screen(pseudonym))

    @property
    def language(self) -> str:
        return self.window.window.ground.language

    @property
    def colours(self) -> str:
        return self.window.window.ground.look.palette.name


def _screen(pseudonym: str) -> Screen:
    who = {"packer": "林晓", "packer_id": pseudonym} if pseudonym else {}
    return Screen(stage=Stage.IDLE, verdict=Verdict.INFO, headline=WORDS, detail=WORDS, **who)  # type: ignore[arg-type]


@pytest.fixture
def lin(book: OrderBook) -> Person:
    return book.add_person("W1", name="林晓")


@pytest.fixture
def benches(url: str, lin: Person, tmp_path: Path, clock: FakeClock, qtbot: QtBot) -> Iterator[tuple[Bench, Bench]]:
    """Two of one order book, which speak English."""
    made = tuple(_bench(Home(tmp_path / name), url, clock) for name in ("one", "two"))
    one, two = made
    yield one, two
    application = QApplication.instance()
    assert application is not None
    for bench in made:
        bench.window.close()
        bench.desk._let_go()
        application.removeEventFilter(bench.window._router)
        for each in (bench.window.window, bench.window, bench.desk):
            each.deleteLater()


def _bench(home: Home, url: str, clock: FakeClock) -> Bench:
    home.root.mkdir()
    settings = read('[bench]\nlanguage = "en"\nrequire_sign_in = true\n', file="bench.toml")
    desk = BookDesk(
        DeskSettings(
            url=url,
            bench=home.root.name,
            routing=load_routing(config_dir()),
            senders={},
            relay=lambda: (lambda _book: 0, lambda: None),
            known=partial(roster.learnt, home, url),
            choices=ChoiceSharing(home),
        ),
        clock,
    )
    window = BenchWindow(home, settings, clock, Silence())
    desk.roster.connect(window.see_people)
    window.people_due.connect(desk.look_at_day)
    return Bench(home=home, window=window, desk=desk)


def test_a_choice_at_one_bench_is_at_the_next(benches: tuple[Bench, Bench], lin: Person) -> None:
    """Language and colours, from the sign-in on; who changes his mind there finds that at the first one."""
    one, two = benches
    one.signs_in(lin.pseudonym)
    one.window.switch_language()
    one.window.window.ground.next_palette()
    assert (one.language, one.colours) == ("zh", "dark")
    two.signs_in(lin.pseudonym)
    assert (two.language, two.colours) == ("zh", "dark")
    two.window.switch_language()
    assert two.language == "en"
    one.signs_in("")
    one.signs_in(lin.pseudonym)
    assert (one.language, one.colours) == ("en", "dark")


def test_the_next_bench_at_work_hears_of_it(benches: tuple[Bench, Bench], lin: Person) -> None:
    """Signed in at both, the other bench speaks it with its next look at the day."""
    one, two = benches
    two.signs_in(lin.pseudonym)
    one.signs_in(lin.pseudonym)
    one.window.switch_language()
    assert two.language == "en"
    two.desk.look_at_day()
    assert two.language == "zh"


@pytest.mark.parametrize("again", [False, True], ids=["this run", "the next run"])
def test_a_book_that_is_away_loses_nothing(
    benches: tuple[Bench, Bench],
    lin: Person,
    book: OrderBook,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    again: bool,
) -> None:
    """The choice counts here at once, outlives the program, and is told when the book is back."""
    one, two = benches

    def away(_desk: BookDesk) -> OrderBook:
        raise BookUnreachable("the line is down")

    with monkeypatch.context() as patch:
        patch.setattr(BookDesk, "_open", away)
        one.signs_in(lin.pseudonym)
        one.window.switch_language()
        two.signs_in(lin.pseudonym)
        assert (one.language, two.language) == ("zh", "en")
    assert book.people()["W1"].language == Chosen()
    clock.advance_s(60)
    if again:
        ChoiceSharing(one.home)(book)
    else:
        one.desk.look_at_day()
    assert book.people()["W1"].language.what == "zh"
    two.desk.look_at_day()
    assert two.language == "zh"


def test_a_book_that_refuses_it_is_not_away(
    benches: tuple[Bench, Bench],
    lin: Person,
    book: OrderBook,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A user whose rights were laid before this: the people are known all the same, and it is tried again."""
    one, _ = benches
    heard: list[object] = []
    one.desk.said.connect(heard.append)
    one.signs_in(lin.pseudonym)

    def refused(*_: object) -> bool:
        raise BookUnreachable("this user may not do that")

    rosters: list[object] = []
    one.desk.roster.connect(rosters.append)
    with monkeypatch.context() as patch:
        patch.setattr(choice_sharing, "choose", refused)
        one.window.switch_language()
    assert (len(rosters), heard) == (1, [])
    one.desk.look_at_day()
    assert book.people()["W1"].language.what == "zh"


def test_a_choice_is_told_once(home: Home, book: OrderBook, lin: Person) -> None:
    """What was told, or is later in the book, asks nothing of it any more; a new one is told."""
    home.root.mkdir()
    sharing = ChoiceSharing(home)
    said: list[str] = []
    event.listen(book.engine, "before_cursor_execute", lambda *call: said.append(str(call[2])))
    remember(home, lin.pseudonym, ENGLISH)
    remember(home, "P099", ENGLISH)  # is not in this book
    sharing(book)
    assert sum("UPDATE" in each for each in said) == 1
    said.clear()
    sharing(book)
    assert said == []
    remember(home, lin.pseudonym, replace(ENGLISH, what="zh", at_us=9))
    sharing(book)
    assert book.people()["W1"].language == Chosen(what="zh", at_us=9)


def test_the_later_choice_stays_in_the_book(home: Home, book: OrderBook, lin: Person) -> None:
    """One that comes late from a bench cut off, and one without a time beside one that has none."""
    home.root.mkdir()
    with writing(book.engine) as connection:
        assert choose(connection, lin.pseudonym, "languages", ENGLISH)
        assert not choose(connection, lin.pseudonym, "languages", Chosen(what="zh", at_us=7))
        assert not choose(connection, "P099", "languages", ENGLISH)
    remember(home, lin.pseudonym, Chosen(what="zh", at_us=6))
    ChoiceSharing(home)(book)
    assert book.people()["W1"] == replace(lin, language=ENGLISH)
    assert known(home, book.people()["W1"]) == ENGLISH


def test_the_office_chooses_for_a_person(home: Home, book: OrderBook, lin: Person) -> None:
    """It is later than what that person chose, and empty gives the benches back their own."""
    with writing(book.engine) as connection:
        connection.execute(update(people).values(language="en", language_us=100))
    choose_language(home, book, book.people()["W1"], "", now_us=50)
    assert book.people()["W1"].language == Chosen(what="", at_us=101)
    remember(home, lin.pseudonym, Chosen(what="zh", at_us=200))  # at this bench, and not told yet
    choose_language(home, book, book.people()["W1"], "en", now_us=50)
    assert known(home, book.people()["W1"]) == book.people()["W1"].language == Chosen(what="en", at_us=201)
