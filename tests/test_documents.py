"""The documents say what the program does: links, the windowless bench's words, keys and command codes."""

from __future__ import annotations

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterable, Iterator
from pathlib import Path
from pkgutil import iter_modules

import pytest

import station.verbs
from station.cli import _parser
from station.codes import command_code
from station.packing.inputs import Command
from station.packing.questions import PromptKind
from station.packing.reasons import Reason
from station.ui.present import KEYS as KEYS_ON_SCREEN
from station.ui.screen import Stage, Verdict
from station.ui.texts import COMMANDS
from tests.test_windowless import KEYS

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WITH_AN_ARGUMENT = {Command.BOX, Command.CHOICE}


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _rows(text: str) -> list[list[str]]:
    """The cells of every table row."""
    rows = (re.split(r"(?<!\\)\|", line) for line in text.splitlines() if line.startswith("|"))
    return [[cell.strip() for cell in cells[1:-1]] for cells in rows]


def _section(text: str, title: str) -> str:
    return text.split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link within the repository names a file that is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_reason_is_explained_once() -> None:
    """docs/windowless.md has each reason the bench can give, and no other."""
    cells = [row[0] for row in _rows(_section(_page("docs/windowless.md"), "Reasons"))]
    assert sorted(name for cell in cells for name in re.findall(r"`(\w+)`", cell)) == sorted(Reason)


def test_every_key_of_a_line_out_is_explained() -> None:
    """docs/windowless.md has the keys of a line in their order, with every stage, verdict and kind of prompt."""
    rows = _rows(_section(_page("docs/windowless.md"), "A line out"))
    assert [key.strip("`") for key, _ in rows[2:]] == KEYS
    said = dict(rows)
    for key, words in (("`stage`", Stage), ("`verdict`", Verdict), ("`prompt`", PromptKind)):
        assert not [word for word in words if f"`{word}`" not in said[key]]


def test_every_command_is_explained() -> None:
    """Each command stands in both pages, with its code on the packer's."""
    packing, windowless = _page("docs/packing.md"), _page("docs/windowless.md")
    assert not [command for command in Command if f"`{command}`" not in windowless]
    plain = set(Command) - WITH_AN_ARGUMENT
    assert not [command for command in plain if f"`{command_code(command)}`" not in packing]
    assert f"`{command_code(Command.BOX, 'M')}`" in packing


def test_keys_on_screen_are_the_keys_on_paper() -> None:
    """The packer's page and the README name for each key the command that the screen names."""
    rows = {row[1]: row[2] for row in _rows(_page("docs/packing.md")) if len(row) == 4}
    for name, key in KEYS_ON_SCREEN.items():
        assert rows[key] == f"`{command_code(Command(name))}`"
        assert f"{key} {COMMANDS[name][1].lower()}" in _page("README.md")


def test_readme_names_every_verb() -> None:
    """Each file of verbs has its row in the README."""
    verbs = {"imports": "import"}
    names = [verbs.get(module.name, module.name) for module in iter_modules(station.verbs.__path__)]
    table = "\n".join(row[0] for row in _rows(_section(_page("README.md"), "Verbs")))
    assert not [name for name in names if not re.search(rf"`{name}\b", table)]


def _subcommands(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    found = [action for action in parser._actions if isinstance(action, _SubParsersAction)]
    return dict(found[0].choices) if found else {}


def _commands(text: str, verbs: Iterable[str]) -> Iterator[list[str]]:
    """The words of each command a page shows: in a code span, or on a line of its own."""
    spans = re.findall(r"`([^`\n]+)`", text)
    lines = re.findall(r"^\s*(?:sealbench|python -m station) (.+)$", text, re.MULTILINE)
    for command in (*spans, *lines):
        words = re.sub(r"^(sealbench|python -m station) ", "", command).replace("\\|", "|").split()
        if words and words[0] in verbs:
            yield words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_are_there(page: Path) -> None:
    """A verb, an act or an option that a page names is one of the program's."""
    verbs = _subcommands(_parser())
    wrong = []
    for words in _commands(page.read_text(encoding="utf-8"), verbs):
        acts = _subcommands(verbs[words[0]])
        named = words[1].strip(",").split("|") if len(words) > 1 and re.match(r"[a-z]+[a-z|-]*,?$", words[1]) else []
        if acts and (unknown := set(named) - acts.keys()):
            wrong.append(f"{words[0]} {unknown}")
        parser = acts.get(named[0], verbs[words[0]]) if named else verbs[words[0]]
        options = {option for word in words for option in re.findall(r"^--?[a-z][a-z-]*", word)}
        wrong += [f"{words[0]} {option}" for option in options - parser._option_string_actions.keys()]
    assert not wrong
