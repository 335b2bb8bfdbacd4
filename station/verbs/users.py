"""``users``: who may sign in at the benches."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from station import terminal
from station.errors import Trouble
from station.home import Home
from station.speaking import in_any_language

if TYPE_CHECKING:
    from station.packing.rules import Person

AS_BENCH: Final = "bench"
"""No language is called so."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("users", parents=[common], help="people and their badges")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    put = acts.add_parser("add", parents=[common], help="a person with a badge")
    put.add_argument("--badge", required=True, metavar="ID", help="letters, digits and hyphens, at most 32")
    put.add_argument("--name", required=True, metavar="N")
    put.add_argument("--supervisor", action="store_true")
    put.add_argument("--language", metavar="L", help="what this person reads at every bench: zh, en, de …")
    put.set_defaults(run=_add)
    reads = acts.add_parser("language", parents=[common], help="what a person reads at every bench of this order book")
    reads.add_argument("--badge", required=True, metavar="ID")
    reads.add_argument(
        "language", metavar="L", help="zh, en, or one of: sealbench translations list; bench: as each bench has it"
    )
    reads.set_defaults(run=_language)
    pin = acts.add_parser("pin", parents=[common], help="asked beside the badge at this bench, read from the terminal")
    pin.add_argument("--badge", required=True, metavar="ID")
    pin.add_argument("--remove", action="store_true", help="the badge alone is enough again")
    pin.set_defaults(run=_pin)
    acts.add_parser("list", parents=[common], help="everybody").set_defaults(run=_list)
    badges = acts.add_parser("badges", parents=[common], help="everybody's badge on A4, to be cut out")
    badges.add_argument("-o", "--out", required=True, type=Path, metavar="FILE.pdf")
    badges.set_defaults(run=in_any_language(_badges))


def _add(args: argparse.Namespace, home: Home) -> int:
    from station.choice_sharing import choose_language
    from station.codes import badge_code

    badge = args.badge.upper()
    if args.language:
        _there(home, args.language)
    with terminal.opened(home) as book:
        person = book.add_person(badge, name=args.name, supervisor=args.supervisor)
        if args.language:
            choose_language(home, book, person, args.language, now_us=terminal.now_us())
    if args.json:
        print(json.dumps({"badge": badge, "code": badge_code(badge), "pseudonym": person.pseudonym}))
    else:
        print(f"{person.name}: {person.pseudonym}; the badge's barcode is {badge_code(badge)}")
    return 0


def _language(args: argparse.Namespace, home: Home) -> int:
    from station.choice_sharing import choose_language

    badge, language = args.badge.upper(), "" if args.language == AS_BENCH else args.language
    if language:
        _there(home, language)
    with terminal.opened(home) as book:
        person = _person(book.people(), badge)
        choose_language(home, book, person, language, now_us=terminal.now_us())
    told = {"badge": badge, "pseudonym": person.pseudonym, "language": language}
    said = f"reads {language} at every bench" if language else "reads what each bench has"
    print(json.dumps(told) if args.json else f"{person.name} {said}")
    return 0


def _person(people: Mapping[str, Person], badge: str) -> Person:
    person = people.get(badge)
    if person is None:
        raise Trouble("nobody has this badge", where=badge, remedy="See: sealbench users list")
    return person


def _pin(args: argparse.Namespace, home: Home) -> int:
    """Never an argument: the shell's history and the list of processes would keep it."""
    from station.pins import put

    badge = args.badge.upper()
    with terminal.opened(home) as book:
        person = _person(book.people(), badge)
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
    from station.choice_sharing import known
    from station.codes import badge_code

    with terminal.opened(home) as book:
        people = book.people()
    reads = {badge: known(home, person).what for badge, person in people.items()}
    if args.json:
        rows = [
            {
                "badge": badge,
                "code": badge_code(badge),
                "pseudonym": person.pseudonym,
                "supervisor": person.supervisor,
                "language": reads[badge],
            }
            for badge, person in people.items()
        ]
        print(json.dumps({"users": rows}, ensure_ascii=False))
        return 0
    for badge, person in people.items():
        role = "  (supervisor)" if person.supervisor else ""
        language = f"  reads {reads[badge]}" if reads[badge] else ""
        print(f"{person.pseudonym:<8}{badge_code(badge):<28}{person.name}{role}{language}")
    return 0


def _badges(args: argparse.Namespace, home: Home) -> int:
    from station.codes import badge_code
    from station.labels.documents import sheet_pdf
    from station.labels.library import Library
    from station.labels.screenless import ensure_application
    from station.labels.tags import badge_fields, role
    from station.orders.opening import shop_of
    from station.reports.speech import say_in_house
    from station.reports.table import save
    from station.settings import config_dir, load, template_folders

    with terminal.opened(home) as book:
        people = book.people()
    if not people:
        raise Trouble("there is nobody yet", remedy="Add somebody: sealbench users add --badge W07 --name NAME")
    application = ensure_application()
    bench = load(home).bench
    shop, say = shop_of(home, config_dir(), bench.shop).name, say_in_house(bench)
    library = Library(folders=template_folders(home))
    template, sheet = library.load("badge-86x54"), library.sheet("badges-a4")
    assert application is not None
    assert sheet is not None
    drawings = [
        template.draw(
            badge_fields(
                name=person.name,
                pseudonym=person.pseudonym,
                role=role(say, supervisor=person.supervisor),
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
