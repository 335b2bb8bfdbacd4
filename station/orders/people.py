"""Who may sign in at the benches, and what each chose for their screens. Whoever calls has the transaction."""

from __future__ import annotations

import getpass
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy import Column, Connection, func, select, update

from station.codes import ARGUMENT_PATTERN
from station.errors import Trouble
from station.orders.tables import people
from station.packing.rules import Chosen, Person
from station.person_languages import What

BADGE_MAX = 32
NAME_MAX = 64
_CHOSEN: Final[Mapping[What, tuple[Column[str], Column[int]]]] = MappingProxyType(
    {"languages": (people.c.language, people.c.language_us), "palettes": (people.c.palette, people.c.palette_us)}
)


def roster(connection: Connection) -> dict[str, Person]:
    """Badge code to person."""
    return {
        row.badge: Person(
            pseudonym=row.pseudonym,
            name=row.name,
            supervisor=row.supervisor,
            language=Chosen(what=row.language, at_us=row.language_us),
            palette=Chosen(what=row.palette, at_us=row.palette_us),
        )
        for row in connection.execute(select(people).order_by(people.c.pseudonym))
    }


def known_as(people_here: Mapping[str, Person], said: str, *, otherwise: str) -> str:
    """What is recorded of who does something at a terminal: a badge's pseudonym, or the name as it was typed."""
    person = people_here.get(said)
    return person.pseudonym if person else said.encode(errors="replace").decode().strip()[:NAME_MAX] or otherwise


def add_person(connection: Connection, badge: str, *, name: str, supervisor: bool) -> Person:
    """A new person with the next pseudonym (P001 …), which is all that the evidence names.

    ``badge`` is what a scanned badge code carries, so it can be no other than a code can hold.
    """
    if not re.fullmatch(ARGUMENT_PATTERN, badge):
        raise Trouble(
            f"a badge has 1 to {BADGE_MAX} capital letters, digits and, within, hyphens", where=badge[:BADGE_MAX]
        )
    if not name.strip() or len(name) > NAME_MAX:
        raise Trouble(f"a name has 1 to {NAME_MAX} characters")
    if connection.execute(select(people.c.badge).where(people.c.badge == badge)).first():
        raise Trouble(f"badge {badge} belongs to somebody already", remedy="Choose another code.")
    count = connection.execute(select(func.count()).select_from(people)).scalar_one()
    person = Person(pseudonym=f"P{count + 1:03d}", name=name.strip(), supervisor=supervisor)
    connection.execute(
        people.insert().values(badge=badge, pseudonym=person.pseudonym, name=person.name, supervisor=supervisor)
    )
    return person


def done_by(people_here: Mapping[str, Person], said: str) -> str:
    """As ``known_as``; when nobody is named, whom the machine knows as signed in (A9: who imported what)."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = ""  # a container without users
    return known_as(people_here, said, otherwise=user)


def choose(connection: Connection, pseudonym: str, what: What, choice: Chosen) -> bool:
    """What this person reads or sees at every bench from now on; False: nobody is called so, or chose later already."""
    value, time = _CHOSEN[what]
    statement = update(people).where(people.c.pseudonym == pseudonym, time < choice.at_us)
    return bool(connection.execute(statement.values({value: choice.what, time: choice.at_us})).rowcount)


def set_supervisor(connection: Connection, badge: str, *, supervisor: bool) -> bool:
    """Give or take a supervisor's rights; False when nobody has the badge. It holds from the next sign-in on."""
    changed = connection.execute(update(people).where(people.c.badge == badge).values(supervisor=supervisor))
    return bool(changed.rowcount)
