"""``db``: the order book's schema, rights and backups."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.home import Home

DAY_US = 86_400_000_000

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from station.backup.restoring import Restored
    from station.epoch_change import Change


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("db", parents=[common], help="the order book's database")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    acts.add_parser("upgrade", parents=[common], help="bring it to this program's schema").set_defaults(run=_upgrade)
    _add_roles(acts, common)
    _add_backups(acts, common)
    acts.add_parser("check", parents=[common], help="is it there, whole, and of this schema").set_defaults(run=_check)


def _add_roles(acts: Any, common: argparse.ArgumentParser) -> None:
    roles = acts.add_parser("roles", parents=[common], help="PostgreSQL: who may do what, as SQL for its administrator")
    roles.add_argument(
        "--run", dest="really", action="store_true", help="do it at the server, as the user of bench.orderbook"
    )
    roles.add_argument("--user", metavar="NAME", help="a user who logs in, with the rights of --role")
    roles.add_argument("--role", choices=("bench", "relay", "office", "reporter", "admin"), help="of --user")
    roles.set_defaults(run=_roles)


def _add_backups(acts: Any, common: argparse.ArgumentParser) -> None:
    backup = acts.add_parser("backup", parents=[common], help="the order book and this bench's ledger into one file")
    backup.add_argument("target", metavar="FILE|FOLDER", type=Path, help="a new file, or a folder that gets one")
    restore = acts.add_parser("restore", parents=[common], help="out of such a file; a ledger begins a new epoch")
    restore.add_argument("file", metavar="FILE", type=Path)
    for parser in (backup, restore):
        parser.add_argument("--only", choices=("book", "bench"), default="", help="the order book alone, or the ledger")
    restore.add_argument("--replace", action="store_true", help="the order book that is there, which is saved first")
    restore.add_argument("--keep-numbers", action="store_true", help="no waybill number was drawn since the backup")
    restore.add_argument("--reason", default="", metavar="TEXT", help="of the new epoch of a ledger put back")
    restore.add_argument("--by", default="", metavar="WHO", help="a supervisor's badge or name, for that epoch")
    restore.add_argument("--org-key", metavar="FILE", help="the organisation's key, where the bench needs a new one")
    restore.add_argument("--passphrase-file", metavar="FILE", help="what opens that key; else it is asked for")
    retire = acts.add_parser("retire", parents=[common], help="let old months of entries go; the ledgers keep theirs")
    retire.add_argument("--before", required=True, metavar="YYYY-MM", help="the first month that stays, in UTC")
    retire.add_argument("--run", dest="really", action="store_true", help="do it; else it is only counted")
    retire.set_defaults(run=_retire)
    backup.set_defaults(run=_backup)
    restore.set_defaults(run=_restore)


def _engine(home: Home) -> Engine:
    from station.orders.engine import connect, make_folder_of
    from station.settings import load

    engine = connect(load(home).bench.orderbook)
    make_folder_of(engine)
    return engine


def _upgrade(args: argparse.Namespace, home: Home) -> int:
    from station.orders.figuring import catch_up
    from station.orders.schema import upgrade

    engine = _engine(home)
    try:
        before, after = upgrade(engine)
        counted = catch_up(engine)
    finally:
        engine.dispose()
    if args.json:
        print(json.dumps({"before": before, "after": after, "entries_counted": counted}))
    elif before == after:
        print(f"the order book has schema {after} already")
    else:
        print(f"the order book went from {before or 'nothing'} to schema {after}")
    if counted and not args.json:
        print(f"{counted} entries were counted for the figures")
    return 0


def _roles(args: argparse.Namespace, home: Home) -> int:
    from station.errors import UsageTrouble
    from station.orders import roles
    from station.orders.engine import make_ready, writing

    if (args.user is None) != (args.role is None):
        raise UsageTrouble("--user and --role go together", remedy="Like: --user bench01 --role bench.")
    if args.user is not None and not roles.USER.fullmatch(args.user):
        raise UsageTrouble(f"{args.user[:40]!r} is no name of a user", remedy="Use small letters, digits and '_'.")
    wanted = list(roles.statements())
    if args.user is not None:
        wanted.append(roles.user_statement(args.user, f"sealbench_{args.role}"))
    if args.really:
        engine = _engine(home)
        try:
            if engine.dialect.name != "postgresql":
                raise UsageTrouble("an order book in a file has no roles", remedy="The file's permissions count.")
            make_ready(engine, create=True)
            with writing(engine) as connection:
                if args.user is not None and roles.is_user(connection, args.user):
                    remedy = f"Give it the role with psql: GRANT sealbench_{args.role} TO {args.user}."
                    raise UsageTrouble(f"the server has a user {args.user!r} already", remedy=remedy)
                for statement in wanted:
                    connection.exec_driver_sql(statement)
        finally:
            engine.dispose()
    if args.json:
        print(json.dumps({"ran": args.really, "roles": dict(roles.ROLES), "statements": wanted}))
    elif args.really:
        print("\n".join(f"{role}: {what}" for role, what in roles.ROLES.items()))
    else:
        print("\n".join(f"{statement};" for statement in wanted))
    return 0


def _backup(args: argparse.Namespace, home: Home) -> int:
    from station.backup.making import make
    from station.errors import BookUnreachable
    from station.orders import roles
    from station.settings import load

    engine = _engine(home)
    try:
        if args.only != "bench" and not roles.may_read_all(engine):
            remedy = "The office backs that up; this bench's ledger: sealbench db backup --only bench."
            raise BookUnreachable("this user may not read all of the order book", remedy=remedy)
        bench = load(home).bench.id
        made = make(home, engine, args.target, of_bench=bench, now_us=terminal.now_us(), only=args.only)
    finally:
        engine.dispose()
    parts = {"book": made.book and made.book.schema, "ledger": made.bench and made.bench.log}
    if args.json:
        told = {"file": str(made.file), "bytes": made.size, "rows": made.rows, **parts}
        print(json.dumps(told | {"entries": made.bench.size if made.bench else 0}, ensure_ascii=False))
        return 0
    print(f"{made.file}: {made.size / 1e6:,.1f} MB, read back and whole")
    if made.book is not None:
        print(f"order book: {made.book.engine}, schema {made.book.schema}")
    if made.bench is not None:
        print(f"ledger: {made.bench.log}, {made.bench.size} entries, audited")
        print("not in it: files of media/, private keys", file=sys.stderr)
    return 0


def _restore(args: argparse.Namespace, home: Home) -> int:
    from station.backup.restoring import Begin, Wish, restore
    from station.settings import load

    wish = Wish(only=args.only, replace=args.replace, keep_numbers=args.keep_numbers)
    named = bool(args.by and args.reason)
    begin = Begin(who=lambda: _supervisor(args, home), epoch=lambda by: _begin(args, home, by)) if named else None
    engine = _engine(home)
    try:
        bench = load(home).bench.id
        done = restore(home, engine, args.file, wish, of_bench=bench, now_us=terminal.now_us(), begin=begin)
    finally:
        engine.dispose()
    if done.book:
        with terminal.caught_up(home):
            pass  # what this bench's own ledger has and the backup had not
    _tell_restored(args, done)
    return 0


def _supervisor(args: argparse.Namespace, home: Home) -> str:
    with terminal.opened(home) as book:
        return terminal.supervisor(args.by, book)


def _begin(args: argparse.Namespace, home: Home, by: str) -> Change:
    """The new epoch of a ledger that was put back: it lacks what came after the backup."""
    from station.clock import SystemClock
    from station.epoch_change import NewKey, change_epoch
    from station.settings import load

    owner = terminal.org_key_of(args)
    new_key = None if owner is None else NewKey(owner=owner, reason=args.reason)
    with terminal.opened(home) as book:
        return change_epoch(home, load(home), SystemClock(), book, why=args.reason, by=by, new_key=new_key)


def _tell_restored(args: argparse.Namespace, done: Restored) -> None:
    begun = None if done.begun is None else done.begun.log
    saved = None if done.saved is None else str(done.saved)
    if args.json:
        facts = {"at_us": done.listing.at_us, "book": done.book, "saved": saved, "numbers_set_aside": done.numbers}
        print(json.dumps(facts | {"log": begun, "ledger_stays": done.ledger_stays}, ensure_ascii=False))
        return
    if done.book:
        print("the order book is as the backup has it; every bench brings what it lacks when it next reaches it:")
        print("start them all before packing goes on, or an order sealed since the backup may be packed once more")
        print("import order files again that came in since, and look at holds: no bench has those")
    if saved:
        print(f"the order book that was there: {saved}")
    if done.numbers:
        print(f"{done.numbers} free waybill numbers were set aside: they may have been drawn since. Add new ones.")
    if begun:
        print(f"the ledger was put back; {begun} has begun")
    if done.ledger_stays:
        print("the ledger that is here stays: it is newer than the backup's", file=sys.stderr)


def _retire(args: argparse.Namespace, home: Home) -> int:
    from station.orders.engine import importing, make_ready
    from station.orders.retiring import month_start, retire

    before_us = month_start(args.before, terminal.now_us())
    engine = _engine(home)
    try:
        make_ready(engine, create=False)
        with importing(engine) as connection:
            found = retire(connection, before_us, really=args.really)
            if not args.really:
                connection.rollback()
    finally:
        engine.dispose()
    if args.json:
        print(json.dumps({"entries": found.entries, "stay": found.stay, "months": found.months, "ran": args.really}))
        return 0
    print(
        f"{found.entries} entries from before {args.before} {'went' if args.really else 'would go'}, {found.stay} stay"
    )
    if not args.really:
        print("nothing was changed; make a backup, then add --run", file=sys.stderr)
    return 0


def _check(args: argparse.Namespace, home: Home) -> int:
    from station.backup.making import last
    from station.errors import BookUnreachable, SchemaTrouble
    from station.orders import belts, months, set_aside
    from station.orders.complaints import place
    from station.orders.engine import faults_of, make_ready, reading
    from station.orders.tables import SCHEMA

    engine = _engine(home)
    try:
        make_ready(engine, create=True)
        faults = faults_of(engine)
        with reading(engine) as connection:
            lacking = (*belts.missing(connection), *months.missing(connection))
            parts = months.partitions(connection)
            aside = set_aside.by_bench(connection)
    finally:
        engine.dispose()
    saved = last(home)
    if args.json:
        ok = not faults and not lacking
        told = {"book": place(engine.url), "schema": SCHEMA, "ok": ok, "faults": faults, "lacking": lacking}
        told["set_aside"] = {bench: entries for bench, (entries, _) in sorted(aside.items())}
        print(json.dumps(told | {"partitions": parts, "backup_us": saved and saved.at_us}))
        return BookUnreachable.exit_code if faults else SchemaTrouble.exit_code if lacking else 0
    if faults:
        raise BookUnreachable(
            f"the order book is damaged: {faults[0]}", where=place(engine.url), remedy="Restore a backup."
        )
    if lacking:
        what = f"the order book lacks triggers that keep it whole: {', '.join(lacking)}"
        raise SchemaTrouble(what, where=place(engine.url), remedy="Run: sealbench db upgrade.")
    print(f"{place(engine.url)}: schema {SCHEMA}, whole")
    if parts:
        print(f"entries by month: {parts[0]}" + (f" to {parts[-1]}, {len(parts)} partitions" if len(parts) > 1 else ""))
    for bench, (entries, _) in sorted(aside.items()):
        print(f"bench {bench}: {entries} entries set aside: at that bench, sealbench evidence relay")
    if saved is None:
        print("no backup was made from this home yet: sealbench db backup FILE")
    else:
        print(f"last backup from this home: {(terminal.now_us() - saved.at_us) // DAY_US} days ago, {saved.file}")
    return 0
