"""``users``: who may sign in at the benches."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from station import terminal
from station.errors import Trouble
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
    put.add_argument("--language", metavar="L", help="what this person reads at this bench: zh, en, de …")
    put.set_defaults(run=_add)
    reads = acts.add_parser("language", parents=[common], help="what a person reads at this bench from the sign-in on")
    reads.add_argument("--badge", required=True, metavar="ID")
    reads.add_argument("language", metavar="L", help="zh, en, or one of: sealbench translations list")
    reads.set_defaults(run=_language)
    pin = acts.add_parser("pin", parents=[common], help="asked beside the badge at this bench, read from the terminal")
    pin.add_argument("--badge", required=True, metavar="ID")
    pin.add_argument("--remove", action="store_true", help="the badge alone is enough again")
    pin.set_defaults(run=_pin)
    acts.add_parser("list", parents=[common], help="everybody").set_defaults(run=_list)
    badges = acts.add_parser("badges", parents=[common], help="everybody's badge on A4, to be cut out")
    badges.add_argument("-o", "--out", required=True, type=Path, metavar="FILE.pdf")
    badges.set_defaults(run=_badges)


def _add(args: argparse.Namespace, home: Home) -> int:
    from station.codes import badge_code
    from station.person_languages import remember

    badge = args.badge.upper()
    if args.language:
        _there(home, args.language)
    with terminal.opened(home) as book:
        person = book.add_person(badge, name=args.name, supervisor=args.supervisor)
    if args.language:
        remember(home, person.pseudonym, args.language)
    if args.json:
        print(json.dumps({"badge": badge, "code": badge_code(badge), "pseudonym": person.pseudonym}))
    else:
        print(f"{person.name}: {person.pseudonym}; the badge's barcode is {badge_code(badge)}")
    return 0


def _language(args: argparse.Namespace, home: Home) -> int:
    from station.person_languages import remember

    badge = args.badge.upper()
    _there(home, args.language)
    with terminal.opened(home) as book:
        person = book.people().get(badge)
    if person is None:
        raise Trouble("nobody has this badge", where=badge, remedy="See: sealbench users list")
    remember(home, person.pseudonym, args.language)
    told = {"badge": badge, "pseudonym": person.pseudonym, "language": args.language}
    print(json.dumps(told) if args.json else f"{person.name} reads {args.language} at this bench")
    return 0


def _pin(args: argparse.Namespace, home: Home) -> int:
    """Never an argument: the shell's history and the list of processes would keep it."""
    from station.pins import put

    badge = args.badge.upper()
    with terminal.opened(home) as book:
        person = book.people().get(badge)
    if person is None:
        raise Trouble("nobody has this badge", where=badge, remedy="See: sealbench users list")
    pin = "" if args.remove else _typed_twice()
    put(home, person.pseudonym, pin)
    told = {"badge": badge, "pseudonym": person.pseudonym, "pin": bool(pin)}
    said = "is asked for the PIN at this bench" if pin else "needs no PIN at this bench"
    print(json.dumps(told) if args.json else f"{person.name} {said}")
    return 0


def _typed_twice() -> str:
    import sys
    from getpass import getpass

    if not sys.stdin.isatty():
        pin = sys.stdin.readline(64).strip()
    else:
        pin = getpass("PIN, 4 to 12 digits: ")
        if pin != getpass("Once more: "):
            raise Trouble("the two are not alike", remedy="Nothing has changed. Try again.")
    if not pin:
        raise Trouble("no PIN was typed", remedy="To end it: sealbench users pin --remove")
    return pin


def _there(home: Home, language: str) -> None:
    from station.ui import languages

    there = (*languages.SHIPPED, *languages.found((home.translations, languages.OURS)))
    if language not in there:
        raise Trouble(
            f"the screens are in {', '.join(there)} only", where=language[:20], remedy="See docs/translating.md."
        )


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
