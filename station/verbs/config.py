"""``config show`` and ``config check``: the settings in force, and whether ``bench.toml`` reads."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from station import terminal
from station.home import Home

if TYPE_CHECKING:
    from station.settings import Settings


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("config", parents=[common], help="the settings in force")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    show = acts.add_parser("show", parents=[common], help="every setting in force, and where it comes from")
    show.set_defaults(run=_show)
    check = acts.add_parser("check", parents=[common], help="whether bench.toml reads; exit 3 when it does not")
    check.set_defaults(run=_check)


def _show(args: argparse.Namespace, home: Home) -> int:
    import msgspec

    from station.devices.address import shown_link
    from station.settings import given, load

    document: dict[str, Any] = msgspec.to_builtins(load(home))
    document["bench"]["orderbook"] = re.sub(r"(://[^/@:]*):[^/@]*@", r"\1:***@", document["bench"]["orderbook"])
    for device in document["device"]:
        device["link"] = shown_link(device["link"])
    if args.json:
        print(json.dumps(document, ensure_ascii=False))
        return 0
    for line in _lines(document, given(home)):
        print(line)
    return 0


def _lines(document: dict[str, Any], set_here: frozenset[str]) -> Iterator[str]:
    """The settings as TOML; what the home's file does not give is marked."""
    for table, content in document.items():
        many = not isinstance(content, dict)
        for values in content if many else [content]:
            yield f"[[{table}]]" if many else f"[{table}]"
            for key, value in values.items():
                mark = "" if many or f"{table}.{key}" in set_here else "  # default"
                yield f"{key} = {json.dumps(value, ensure_ascii=False)}{mark}"
            yield ""


def _check(args: argparse.Namespace, home: Home) -> int:
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.notice_texts import load_notice_texts
    from station.settings import config_dir, load

    there = _languages(home, load(home))
    load_deadline_rules(home, config_dir(), now_us=terminal.now_us())
    load_notice_texts(config_dir(), home.root)
    file = str(home.settings_file)
    exists = home.settings_file.is_file()
    if args.json:
        print(json.dumps({"ok": True, "file": file, "exists": exists, "languages": there}, ensure_ascii=False))
    else:
        words = "reads" if exists else "is not there: all settings have their defaults"
        print(f"{file} {words}\nlanguages of the screens: {', '.join(there)}")
    return 0


def _languages(home: Home, settings: Settings) -> tuple[str, ...]:
    """Those there are. Raises ``SettingsTrouble`` for one that a setting names and that has no file."""
    from station.errors import SettingsTrouble
    from station.ui import languages

    there = (*languages.SHIPPED, *sorted(languages.found((home.translations, languages.OURS))))
    bench, papers = settings.bench, [("label.languages", each) for each in settings.label.languages]
    screens = (("bench.language", bench.language), ("bench.second_language", bench.second_language))
    for key, language in (*screens, *papers):
        if language and language not in there:
            raise SettingsTrouble(
                f"{key} is {language!r}, and the screens are in {', '.join(there)} only",
                where=str(home.settings_file),
                remedy="See docs/translating.md.",
            )
    return there
