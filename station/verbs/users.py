"""``users``: who may sign in at the benches."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from station import terminal
from station.home import Home

if TYPE_CHECKING:
    pass


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("users", parents=[common], help="people and their badges")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    put = acts.add_parser("add", parents=[common], help="a person with a badge")
    put.add_argument("--badge", required=True, metavar="ID", help="letters, digits and hyphens, at most 32")
    put.add_argument("--name", required=True, metavar="N")
    put.add_argument("--supervisor", action="store_true")
    put.set_defaults(run=_add)
    acts.add_parser("list", parents=[common], help="everybody").set_defaults(run=_list)
    badges = acts.add_parser("badges", parents=[common], help="everybody's badge on A4, to be cut out")
    badges.add_argument("-o", "--out", required=True, type=Path, metavar="FILE.pdf")
    badges.set_defaults(run=_badges)


def _add(args: argparse.Namespace, home: Home) -> int:
    from station.codes import badge_code

    badge = args.badge.upper()
    with terminal.opened(home) as book:
        person = book.add_person(badge, name=args.name, supervisor=args.supervisor)
    if args.json:
        print(json.dumps({"badge": badge, "code": badge_code(badge), "pseudonym": person.pseudonym}))
    else:
        print(f"{person.name}: {person.pseudonym}; the badge's barcode is {badge_code(badge)}")
    return 0


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.codes import badge_code

    with terminal.opened(home) as book:
        people = book.people()
    if args.json:
        rows = [
            {"badge": badge, "code": badge_code(badge), "pseudonym": p.pseudonym, "supervisor": p.supervisor}
            for badge, p in people.items()
        ]
        print(json.dumps({"users": rows}, ensure_ascii=False))
        return 0
    for badge, person in people.items():
        role = "  (supervisor)" if person.supervisor else ""
        print(f"{person.pseudonym:<8}{badge_code(badge):<28}{person.name}{role}")
    return 0


def _badges(args: argparse.Namespace, home: Home) -> int:
    from station.codes import badge_code
    from station.errors import Trouble
    from station.labels.documents import sheet_pdf
    from station.labels.library import Library
    from station.labels.screenless import ensure_application
    from station.labels.tags import badge_fields
    from station.orders.opening import shop_of
    from station.reports.table import save
    from station.settings import config_dir, load, template_folders

    with terminal.opened(home) as book:
        people = book.people()
    if not people:
        raise Trouble("there is nobody yet", remedy="Add somebody: sealbench users add --badge W07 --name NAME")
    application = ensure_application()
    shop = shop_of(home, config_dir(), load(home).bench.shop).name
    library = Library(folders=template_folders(home))
    template, sheet = library.load("badge-86x54"), library.sheet("badges-a4")
    assert application is not None
    assert sheet is not None
    drawings = [
        template.draw(
            badge_fields(
                name=person.name,
                pseudonym=person.pseudonym,
                role="主管 Supervisor" if person.supervisor else "打包 Packer",
                shop=shop,
                code=badge_code(badge),
            )
        )
        for badge, person in people.items()
    ]
    save(args.out, sheet_pdf(drawings, sheet))
    told = {"file": str(args.out), "badges": len(drawings)}
    print(json.dumps(told, ensure_ascii=False) if args.json else f"{args.out}: {len(drawings)} badges")
    return 0
