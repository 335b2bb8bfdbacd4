"""``services``: the carriers' services, which one an order gets and why, and what the office decides of that."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.packing.model import Order
    from station.packing.routing import Routing, Service


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("services", parents=[common], help="what each carrier's service takes; who gets which")
    parser.set_defaults(run=_list)
    acts = parser.add_subparsers(title="acts", metavar="ACT")
    show = acts.add_parser("show", parents=[common], help="everything known of one service")
    show.add_argument("service", metavar="S")
    show.add_argument("--weight", type=int, metavar="G", help="what it bills for a parcel of so many grams")
    show.set_defaults(run=_show)
    route = acts.add_parser("route", parents=[common], help="which service an order gets, and why")
    route.add_argument("order", metavar="NO")
    route.set_defaults(run=_route)
    choose = acts.add_parser("choose", parents=[common], help="choose an order's service, before note, buyer and rules")
    choose.add_argument("order", metavar="NO")
    choose.add_argument("service", nargs="?", metavar="S")
    choose.add_argument("--undo", action="store_true", help="leave it to note, buyer and rules again")
    choose.add_argument("--reason", required=True, metavar="R", help="kept with the order and its evidence")
    choose.add_argument("--by", default="", metavar="WHO", help="badge or name of who chooses")
    choose.set_defaults(run=_choose)
    extra = acts.add_parser("extra", parents=[common], help="an order's value-added services: insurance, receipt SMS …")
    extra.add_argument("order", metavar="NO")
    extra.add_argument("--add", action="append", default=[], metavar="X")
    extra.add_argument("--drop", action="append", default=[], metavar="X")
    extra.set_defaults(run=_extra)


def _routing(home: Home) -> Routing:
    from station.orders.routes import load_routing
    from station.settings import config_dir

    return load_routing(config_dir(), home.root)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.service_words import document

    services = _routing(home).services.values()
    with terminal.opened(home) as book:
        free = {count.service: count.free for count in book.number_pool()}
    rows = [document(service) | {"free": free.get(service.id, 0)} for service in services]
    lines = (f"{row['id']:<26}{row['free']:>7}  {row['zh']}  {row['en']}" for row in rows)
    terminal.answer(args, {"services": rows}, *lines)
    return 0


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.orders.routes import service_named
    from station.orders.service_words import billed, document, lines

    service = service_named(args.service, _routing(home).services.values())
    if args.weight is not None and not 0 <= args.weight <= 1_000_000:
        raise UsageTrouble("--weight takes grams from 0 to 1000000")
    found = document(service) | ({} if args.weight is None else {"billed": billed(service, args.weight * 1000)})
    terminal.answer(args, found, *lines(found))
    return 0


def _route(args: argparse.Namespace, home: Home) -> int:
    from station.orders.choosing import choices_of
    from station.orders.engine import reading
    from station.orders.service_words import route_document, route_lines

    routing = _routing(home)
    with terminal.opened(home) as book:
        order = book.order_copy(args.order)
        with reading(book.engine) as connection:
            choices = choices_of(connection, args.order)
        free = {count.service: count.free for count in book.number_pool()}
    if order is None:
        raise Trouble(f"there is no order {args.order}")
    found = route_document(order, routing, choices, free)
    terminal.answer(args, found, *route_lines(found))
    return 0


def _choose(args: argparse.Namespace, home: Home) -> int:
    from station.orders.choosing import choose_service
    from station.orders.engine import writing
    from station.orders.routes import service_named

    if bool(args.service) == args.undo:
        raise UsageTrouble("name the service, or say --undo")
    service: Service | None = None if args.undo else service_named(args.service, _routing(home).services.values())
    with terminal.opened(home) as book:
        who = terminal.who(args.by, book, home)
        now_us = terminal.now_us()
        with writing(book.engine) as connection:
            choose_service(connection, args.order, service, reason=args.reason, who=who, now_us=now_us)
    done = f"goes by {service.en}" if service else "goes by note, buyer and rules again"
    terminal.answer(args, {"order": args.order, "service": service.id if service else None}, f"{args.order} {done}")
    return 0


def _extra(args: argparse.Namespace, home: Home) -> int:
    from station.orders.choosing import change_extras
    from station.orders.engine import writing

    if not args.add and not args.drop:
        raise UsageTrouble("say what to --add or to --drop")
    routing = _routing(home)
    known = {extra.id for service in routing.services.values() for extra in service.extras}
    with terminal.opened(home) as book:
        with writing(book.engine) as connection:
            extras = change_extras(connection, args.order, add=args.add, drop=args.drop, known=known)
        order = book.order_copy(args.order)
    lacking = _not_offered(order, extras, routing)
    words = f"{args.order}: {', '.join(extras) or 'no value-added service'}"
    terminal.answer(
        args, {"order": args.order, "extras": list(extras), "not_offered": lacking}, words, *_warning(lacking)
    )
    return 0


def _not_offered(order: Order | None, extras: tuple[str, ...], routing: Routing) -> list[str]:
    """What the service the order goes by does not offer: the office must choose another one."""
    from station.packing.routing import choose

    assert order is not None
    chosen = choose(order, routing).service
    service = routing.services.get(chosen) if chosen is not None else None
    return [extra for extra in extras if service and extra not in {one.id for one in service.extras}]


def _warning(lacking: list[str]) -> tuple[str, ...]:
    return (f"the service this order goes by does not offer: {', '.join(lacking)}",) if lacking else ()
