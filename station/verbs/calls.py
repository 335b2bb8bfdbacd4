"""``calls``: help that benches called for: who is on the way, and that it is mended."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from station import terminal
from station.home import Home

if TYPE_CHECKING:
    from station.orders.help_calls import HelpCall


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("calls", parents=[common], help="help that benches called for")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    listed = acts.add_parser("list", parents=[common], help="those that nobody has ended, the oldest first")
    listed.set_defaults(run=_list)
    for name, words in (("take", "somebody is on the way"), ("end", "it is mended")):
        act = acts.add_parser(name, parents=[common], help=words)
        act.add_argument("call", metavar="NO", type=terminal.number)
        act.add_argument("--by", required=True, metavar="WHO", help="badge or name of who comes")
        act.set_defaults(run=_take if name == "take" else _end)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.figuring import catch_up
    from station.orders.help_calls import calls_open

    with terminal.caught_up(home) as book:
        catch_up(book.engine)
        calls = calls_open(book)
    if not args.json and not calls:
        print("nobody calls")
        return 0
    _tell(args, calls)
    return 0


def _take(args: argparse.Namespace, home: Home) -> int:
    from station.orders.help_calls import take_call

    with terminal.opened(home) as book:
        call = take_call(book, args.call, who=terminal.person(args.by, book), now_us=terminal.now_us())
    _tell(args, (call,))
    return 0


def _end(args: argparse.Namespace, home: Home) -> int:
    from station.orders.help_calls import end_call

    with terminal.opened(home) as book:
        call = end_call(book, args.call, who=terminal.person(args.by, book), now_us=terminal.now_us())
    _tell(args, (call,))
    return 0


def _tell(args: argparse.Namespace, calls: tuple[HelpCall, ...]) -> None:
    now_us = terminal.now_us()
    if args.json:
        print(json.dumps([_document(call, now_us) for call in calls], ensure_ascii=False))
        return
    from station.reports.table import in_columns

    headers = ("call", "bench", "packer", "order", "minutes", "taken by", "ended by")
    rows = [
        (
            *(call.id, call.bench, call.packer, call.order_no or ""),
            *(call.running_us(now_us) // 60_000_000, call.taken_by, call.ended_by),
        )
        for call in calls
    ]
    print(in_columns(headers, rows))


def _document(call: HelpCall, now_us: int) -> dict[str, object]:
    names = ("id", "bench", "packer", "order_no", "raised_us", "taken_us", "taken_by", "ended_us", "ended_by")
    return {name: getattr(call, name) for name in names} | {"running_s": call.running_us(now_us) // 1_000_000}
