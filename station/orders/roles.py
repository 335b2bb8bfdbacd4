"""Who may do what in an order book on PostgreSQL: a role for each kind of program, each with no more than it needs.

A table that is not named for a role is not there for it: whoever adds one decides here, and a test asks. Users who log
in are members of a role; their names, passwords and certificates are the server's own affair. What nobody may do
stands in ``belts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, Engine, Integer, Table, text

from station.orders.all_tables import METADATA
from station.orders.engine import reading
from station.orders.erasing import SAID
from station.orders.tables import events, orders

BENCH: Final = "sealbench_bench"
RELAY: Final = "sealbench_relay"
OFFICE: Final = "sealbench_office"
REPORTER: Final = "sealbench_reporter"
ADMIN: Final = "sealbench_admin"

ROLES: Final[Mapping[str, str]] = MappingProxyType({
    BENCH: "packs: claims orders, takes numbers, adds its entries",
    RELAY: "carries the entries of benches and is their witness",
    OFFICE: "imports, holds, takes over, hands over, erases: all but changing entries and tables",
    REPORTER: "reads reports, without names and addresses of buyers",
    ADMIN: "owns the tables: db upgrade, db roles",
})  # fmt: skip

USER: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
ALL: Final = ("*",)


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """What a role may do to a table besides reading it."""

    insert: bool = False
    change: tuple[str, ...] = ()  # columns
    delete: bool = False
    hidden: tuple[str, ...] = ()  # columns that it may not read


READ: Final = May()
ADD: Final = May(insert=True)
KEEP: Final = May(insert=True, change=ALL)
WORK: Final = May(insert=True, change=ALL, delete=True)

_PACKING: Final = (
    "state", "status_word", "revision", "claimed_by", "claimed_us", "lease_us", "fence", "waybill", "service",
    "service_why", "tote", "tare_mg", "sealed_us", "single_sku", "next_part", "joined_to", "turn",
)  # fmt: skip
"""Of an order, what packing changes: never who gets it, what he bought, when it is due."""

_CHOICES: Final = ("language", "language_us", "palette", "palette_us")
"""Of a person, what is chosen at a bench: never name, badge or rights."""

OF_BENCH: Final[Mapping[str, May]] = MappingProxyType({
    **dict.fromkeys(
        (
            "alembic_version", "approvals", "barcodes", "batch_orders", "cancellations", "carrier_news", "cases",
            "confirmation_words", "confirmations", "deadline_acts", "dispute_links", "disputes", "event_logs",
            "handover_left", "handover_owed", "handover_parcels", "handovers", "import_batches", "imports",
            "kit_components", "pick_batches", "pick_lines", "pick_orders", "picks", "products",
            "sent_outside", "service_choices", "takeovers", "witnessed", "witnesses",
        ),
        READ,
    ),
    **dict.fromkeys(("events", "hold_acts", "parcels", "parting_acts"), ADD),
    "orders": May(insert=True, change=_PACKING),
    "order_lines": May(insert=True, change=("quantity",), delete=True),
    "people": May(change=_CHOICES),
    "holds": May(insert=True, change=("since_us", "detail", "released_us", "released_by"), delete=True),
    "waybill_numbers": May(change=("state", "order_no", "bench", "changed_us", "note"), insert=True),
    **dict.fromkeys(
        (
            "benches", "class_times", "erasure_requests", "figure_days", "figure_totals", "figured_logs", "figures",
            "help_calls", "learned_weights", "parcel_times", "refused_seals", "relay_states", "service_times",
            "set_aside", "shortages",
        ),
        KEEP,
    ),
    **dict.fromkeys(("bench_devices", "serials", "wall_units", "witness_requests"), WORK),
})  # fmt: skip

_CALLERS: Final = frozenset({"api_answers", "api_tokens", "webhook_places", "webhook_tellings", "webhooks"})

OF_NO_BENCH: Final = _CALLERS | frozenset(
    {
        "carrier_batch_orders", "carrier_batches", "dispute_papers", "dispute_submissions", "handover_acts",
        "handover_papers", "notices", "pick_acts",
    }
)  # fmt: skip
"""Tables that no bench has anything to do with."""

OF_RELAY: Final[Mapping[str, May]] = MappingProxyType(
    {
        **OF_BENCH,
        "people": READ,
        "witnessed": KEEP,
        "witnesses": READ,
    }
)

_PERSONAL: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({table.name: names for table, names in SAID.items()})
_PAPERS: Final = frozenset({"dispute_papers", "handover_papers"})


def rights(role: str) -> Mapping[str, May]:
    """By table."""
    every = sorted(METADATA.tables)
    match role:
        case "sealbench_bench":
            return OF_BENCH
        case "sealbench_relay":
            return OF_RELAY
        case "sealbench_reporter":
            return {name: May(hidden=_PERSONAL.get(name, ())) for name in every if name not in _PAPERS | _CALLERS}
        case "sealbench_office":
            own = {"alembic_version": READ, "event_logs": READ, events.name: May(insert=True, change=("order_no",))}
            return {name: own.get(name, WORK) for name in every}
        case _:
            return {}


def statements() -> Iterator[str]:
    """All that makes the roles what they are, in a database that has the tables; again at any time.

    For a superuser, or who else may make roles and owns the tables; once they are there, for ``sealbench_admin``, too.
    """
    yield from map(_made, ROLES)
    yield from map(_led, _GRANTED)
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC"
    yield from table_statements()


def table_statements() -> Iterator[str]:
    """What is granted of each table, for who owns them: after the tables have changed, or came into a new database."""
    yield _JOINED
    yield f"GRANT USAGE ON SCHEMA public TO {', '.join(_GRANTED)}"
    yield f"GRANT USAGE, CREATE ON SCHEMA public TO {ADMIN}"
    for name in sorted(METADATA.tables):
        yield f"ALTER TABLE {name} OWNER TO {ADMIN}"
    yield _OWNED_MONTHS
    for role in _GRANTED:
        yield f"REVOKE ALL ON {', '.join(sorted(METADATA.tables))} FROM {role}"
        for name, may in sorted(rights(role).items()):
            yield from _granted(role, METADATA.tables[name], may)
    yield _OWNED_FUNCTIONS


_GRANTED: Final = tuple(role for role in ROLES if role != ADMIN)

_JOINED: Final = f"""DO $role$ BEGIN IF NOT pg_has_role('{ADMIN}', 'USAGE') THEN
    EXECUTE 'GRANT {ADMIN} TO ' || quote_ident(current_user);
END IF; END $role$"""
"""Who hands the tables over without being a superuser, as where others look after the server, must be one of them."""

_OWNED_MONTHS: Final = f"""DO $own$ DECLARE each regclass; BEGIN
    FOR each IN SELECT inhrelid FROM pg_inherits WHERE inhparent = to_regclass('events') LOOP
        EXECUTE 'ALTER TABLE ' || each || ' OWNER TO {ADMIN}';
    END LOOP;
END $own$"""  # noqa: S608  no value of anybody is in it

_OWNED_FUNCTIONS: Final = f"""DO $own$ DECLARE each regprocedure; BEGIN
    FOR each IN SELECT oid FROM pg_proc
        WHERE starts_with(proname, 'sealbench_') AND pg_has_role(proowner, 'USAGE') LOOP
        EXECUTE 'ALTER FUNCTION ' || each || ' OWNER TO {ADMIN}';
    END LOOP;
END $own$"""  # noqa: S608  no value of anybody is in it


def _made(role: str) -> str:
    """PostgreSQL knows no CREATE ROLE IF NOT EXISTS."""
    asked = f"SELECT FROM pg_roles WHERE rolname = '{role}'"
    return f"DO $role$ BEGIN IF NOT EXISTS ({asked}) THEN CREATE ROLE {role} NOLOGIN; END IF; END $role$"


def _led(role: str) -> str:
    """The administrator has each role. What it has is not granted again: it could not give itself away."""
    asked = f"pg_has_role('{ADMIN}', '{role}', 'MEMBER')"
    return f"DO $role$ BEGIN IF NOT {asked} THEN GRANT {role} TO {ADMIN}; END IF; END $role$"


def _granted(role: str, table: Table, may: May) -> Iterator[str]:
    shown = [column.name for column in table.c if column.name not in may.hidden]
    acts = [f"SELECT ({', '.join(shown)})" if may.hidden else "SELECT"]
    acts += ["INSERT"] if may.insert else []
    acts += ["DELETE"] if may.delete else []
    if may.change:
        acts.append("UPDATE" if may.change == ALL else f"UPDATE ({', '.join(may.change)})")
    yield f"GRANT {', '.join(acts)} ON {table.name} TO {role}"
    numbered = _numbered_by_the_server(table)
    if may.insert and numbered:
        yield f"GRANT USAGE ON SEQUENCE {table.name}_{numbered}_seq TO {role}"


def _numbered_by_the_server(table: Table) -> str:
    """The column that counts by itself, if one does."""
    column = table.autoincrement_column
    return column.name if column is not None and isinstance(column.type, Integer) and not column.foreign_keys else ""


def user_statement(user: str, role: str) -> str:
    """A user of that role who logs in; a password is set with psql's ``\\password``, which shows it to nobody."""
    return f'CREATE ROLE "{user}" LOGIN IN ROLE {role}'


def there(connection: Connection) -> bool:
    """Whether this server has the roles; never on SQLite, where the file's own permissions count."""
    if connection.dialect.name != "postgresql":
        return False
    asked = text("SELECT count(*) FROM pg_roles WHERE starts_with(rolname, 'sealbench_')")
    return int(connection.execute(asked).scalar_one()) >= len(ROLES)


def is_user(connection: Connection, user: str) -> bool:
    """Whether the server knows that name."""
    asked = text("SELECT count(*) FROM pg_roles WHERE rolname = :user").bindparams(user=user)
    return bool(connection.execute(asked).scalar_one())


def lay(connection: Connection) -> None:
    for statement in statements():
        connection.exec_driver_sql(statement)


def lay_again(connection: Connection) -> None:
    """After the tables have changed, on a server that has the roles."""
    if there(connection):
        for statement in table_statements():
            connection.exec_driver_sql(statement)


def may_upgrade(connection: Connection) -> bool:
    """Whether this user of a server owns the tables, or may do everything."""
    asked = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass(:table)"
    return bool(connection.execute(text(asked).bindparams(table=orders.name)).scalar())


def may_erase(connection: Connection) -> bool:
    """Whether this user may take a buyer's name out of the book: everybody but a bench."""
    if connection.dialect.name != "postgresql":
        return True
    asked = text("SELECT has_column_privilege(:table, 'name', 'UPDATE')").bindparams(table=orders.name)
    return bool(connection.execute(asked).scalar_one())


def may_look_at_disputes(engine: Engine) -> bool:
    """Whether this user reads what was submitted and noted: nobody but the office and administrators."""
    if engine.dialect.name != "postgresql":
        return True
    asked = text(
        "SELECT has_table_privilege('dispute_submissions', 'SELECT') AND has_table_privilege('cases', 'SELECT')"
    )
    with reading(engine) as connection:
        return bool(connection.execute(asked).scalar_one())


def may_read_all(engine: Engine) -> bool:
    """Whether this user can make a backup of the book: nobody but the office and administrators."""
    if engine.dialect.name != "postgresql":
        return True
    asked = text("SELECT coalesce(has_table_privilege(to_regclass('api_tokens'), 'SELECT'), true)")
    with reading(engine) as connection:
        return bool(connection.execute(asked).scalar_one())
