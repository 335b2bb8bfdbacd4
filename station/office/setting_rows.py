"""Every setting that holds here and where it comes from: program, home, environment, a shop, a rule, a person.

Reads files only; what a setting means stands in ``ui.office.setting_meanings``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from station.errors import Trouble
from station.home import Home
from station.packing.rules import Person
from station.person_languages import WHATS, chosen, later, of_book
from station.settings import Settings, all_keys, config_dir, given, load
from station.ui.office import settings_words as told
from station.ui.office.screen import NOTHING
from station.ui.office.setting_meanings import MEANINGS
from station.ui.office.setting_takes import takes_of
from station.ui.office.settings import SettingView, Source
from station.ui.words import same

LISTS: Final = ("carton", "device", "paper", "photo")
"""Tables of which there may be several; they are edited in the file, or by the set-up."""

HOME_NAMED: Final = "SEALBENCH_HOME"
_SECTION: Final = re.compile(r"\[([a-z_]+)\]")
_KEY: Final = re.compile(r"([a-z_]+)\s*=")
FILES_MAX: Final = 200


def setting_rows(home: Home, people: Iterable[Person], environment: Mapping[str, str]) -> tuple[SettingView, ...]:
    """``people`` as the order book has them; ``environment`` as the program was started with.

    Raises:
        SettingsTrouble: the home's settings do not read.
    """
    settings = load(home)
    here = _home(home, environment)
    return (
        *_bench(home, settings),
        here,
        *_lists(settings, home),
        *_files(home, settings),
        *_people(home, tuple(people)),
    )


def _home(home: Home, environment: Mapping[str, str]) -> SettingView:
    """The folder of this computer: named to the program when it starts, or its own."""
    named = bool(environment.get(HOME_NAMED)) and Path(environment[HOME_NAMED]) == home.root
    return SettingView(
        key="home", value=str(home.root), source=Source.ENVIRONMENT if named else Source.START,
        where=told.HOME_NAMED_BY.filled(name=HOME_NAMED) if named else told.HOME_STARTED, meaning=told.HOME_MEANS,
    )  # fmt: skip


def _bench(home: Home, settings: Settings) -> Iterator[SettingView]:
    values = _values(settings)
    here, lines = given(home), _lines(home.settings_file)
    shipped = _values(msgspec.convert({}, Settings))
    for key, takes in all_keys():
        table = key.partition(".")[0]
        if table in LISTS:
            continue
        source = Source.HOME if key in here else Source.DEFAULT
        where = f"bench.toml:{lines[key]}" if key in lines else "config/bench.toml"
        yield SettingView(
            key=key, value=_shown(values[key]), default=_shown(shipped[key]), source=source, where=same(where),
            meaning=MEANINGS.get(key, NOTHING), takes=takes_of(takes), editable=True,
        )  # fmt: skip


def _values(settings: Settings) -> dict[str, Any]:
    document = msgspec.to_builtins(settings)
    return {
        f"{table}.{key}": value
        for table, content in document.items()
        if isinstance(content, dict)
        for key, value in content.items()
    }


def _shown(value: Any) -> str:
    """As it stands in the file."""
    return json.dumps(value, ensure_ascii=False)


def _lines(file: Path) -> dict[str, int]:
    """On which line of the file each setting of a single table stands."""
    found: dict[str, int] = {}
    table = ""
    text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("[["):
            table = ""
        elif section := _SECTION.match(line.strip()):
            table = section[1]
        elif table and (key := _KEY.match(line.strip())):
            found[f"{table}.{key[1]}"] = number
    return found


def _lists(settings: Settings, home: Home) -> Iterator[SettingView]:
    named = {
        "carton": [each.code for each in settings.cartons],
        "device": [f"{each.name} ({each.kind})" for each in settings.devices],
        "paper": [each.name for each in settings.papers],
        "photo": [str(each.moment) for each in settings.photos],
    }
    for table, entries in named.items():
        source = Source.HOME if entries else Source.DEFAULT
        yield SettingView(
            key=table, value=", ".join(entries), source=source, where=same(home.settings_file.name),
            meaning=told.LISTS[table],
        )  # fmt: skip


def _files(home: Home, settings: Settings) -> Iterator[SettingView]:
    """The shop's own file, and every rule file that holds, the home's before the shipped one of the same name."""
    config = config_dir()
    for folder, source in (("shops", Source.SHOP), ("rules", Source.RULE), ("carriers", Source.RULE)):
        shipped = {path.name: path for path in sorted((config / folder).glob("*.toml"))}
        own = {path.name: path for path in sorted((home.root / folder).glob("*.toml"))}
        for name, path in list({**shipped, **own}.items())[:FILES_MAX]:
            if folder == "shops" and path.stem not in (settings.bench.shop, "demo"):
                continue
            where = f"{'home' if name in own else 'config'}/{folder}/{name}"
            for key, value in _tops(path):
                yield SettingView(key=f"{path.stem}.{key}", value=value, source=source, where=same(where))


def _tops(path: Path) -> Iterator[tuple[str, str]]:
    """What stands at the top of a file: plain values as they are, tables by how much is in them."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise Trouble(f"this file does not read: {error}", where=str(path)) from error
    for key, value in document.items():
        if isinstance(value, dict | list):
            names = list(value) if isinstance(value, dict) else [_name_of(each) for each in value]
            yield key, ", ".join(str(name) for name in names if name)[:200] or str(len(value))
        else:
            yield key, _shown(value) if isinstance(value, str | int | float | bool) else str(value)


def _name_of(entry: Any) -> str:
    if not isinstance(entry, dict):
        return str(entry)
    return next((str(entry[key]) for key in ("id", "name", "code", "en") if key in entry), "")


def _people(home: Home, people: tuple[Person, ...]) -> Iterator[SettingView]:
    """What counts here: of the choice made at this bench and the one that the order book has, the later."""
    names = {one.pseudonym: one.name for one in people}
    for what in WHATS:
        own = chosen(home, what)
        for who, choice in sorted(later(own, of_book(people, what)).items()):
            if not choice.what:
                continue  # as the bench
            name = names.get(who, who)
            here = own.get(who) == choice
            yield SettingView(
                key=f"{what}.{who}", value=_shown(choice.what), source=Source.PERSON, meaning=told.CHOICES[what],
                where=same(f"{name}, {what}.json") if here else told.IN_THE_BOOK.filled(name=name),
            )  # fmt: skip
