"""``services``: the carriers' services and how many waybill numbers each has."""

from __future__ import annotations

import argparse
import json

from station.home import Home


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("services", parents=[common], help="carriers' services and their numbers")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.orders.opening import open_book
    from station.orders.routes import load_services
    from station.settings import config_dir, load

    config = config_dir()
    book = open_book(home, config, load(home).bench.orderbook)
    try:
        counts = {count.service: count for count in book.number_pool()}
    finally:
        book.close()
    rows = []
    for service in load_services(config):
        count = counts.get(service.id)
        rows.append({"id": service.id, "zh": service.zh, "en": service.en, "free": count.free if count else 0})
    if args.json:
        print(json.dumps({"services": rows}, ensure_ascii=False))
        return 0
    for row in rows:
        print(f"{row['id']:<26}{row['free']:>7}  {row['zh']}  {row['en']}")
    return 0
