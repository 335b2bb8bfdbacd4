"""A person's language and colours on their way from this home to the order book, which has them for every bench.

They come back with the people (``OrderBook.people``). What counts where is decided in ``person_languages``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from station.home import Home
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.people import choose
from station.packing.rules import NOT_CHOSEN, Chosen, Person
from station.person_languages import WHATS, What, chosen, chosen_now, later, of_book


class ChoiceSharing:
    """Called by the book's desk: each choice of this home is told once in a run; what the book has is not older."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._told: dict[What, dict[str, Chosen]] = {what: {} for what in WHATS}

    def __call__(self, book: OrderBook) -> None:
        """Raises ``Trouble``: what was not told is told at the next call."""
        for what in WHATS:
            here = chosen(self._home, what)
            fresh = {who: one for who, one in here.items() if one != self._told[what].get(who)}
            if fresh:
                _tell(book, what, fresh)
                self._told[what] = here


def _tell(book: OrderBook, what: What, fresh: Mapping[str, Chosen]) -> None:
    there = of_book(book.people().values(), what)
    news = {who: one for who, one in fresh.items() if who in there and one.at_us > there[who].at_us}
    if news:
        with writing(book.engine) as connection:
            for who, one in news.items():
                choose(connection, who, what, one)


def known(home: Home, person: Person, what: What = "languages") -> Chosen:
    """What this person chose last, here or at another bench."""
    both = later(chosen(home, what), of_book((person,), what))
    return both.get(person.pseudonym, NOT_CHOSEN)


def reads(home: Home, people_here: Iterable[Person], who: str) -> tuple[str, str]:
    """Language and palette that ``who``, a pseudonym, chose; empty: as the house has them."""
    person = next((one for one in people_here if one.pseudonym == who), None)
    if person is None:
        return "", ""
    return known(home, person).what, known(home, person, "palettes").what


def choose_language(home: Home, book: OrderBook, person: Person, language: str, *, now_us: int) -> None:
    """For every bench of the order book; empty: as each bench has it. It is later than what was chosen at this home."""
    made = chosen_now(language, now_us=now_us, after=known(home, person))
    with writing(book.engine) as connection:
        choose(connection, person.pseudonym, "languages", made)
