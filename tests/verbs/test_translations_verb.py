"""``translations`` and the language of a person, as typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from station.cli import main
from station.home import Home
from station.translations.files import messages
from station.translations.messages import document
from tests.e2e.warehouse import open_orders
from tests.translations.pseudo import LANGUAGE, told


def reads(home: Home) -> str:
    """At every bench of the order book."""
    book = open_orders(home)
    told = book.people()["W07"].language.what
    book.close()
    return told


def test_from_the_first_file_to_a_person_who_reads_it(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Begun, refused while unfinished, released when complete, listed, and chosen by badge."""
    root, path = str(home.root), tmp_path / "x.ts"
    assert main(["translations", "write", LANGUAGE, "-o", str(path), "--json", "--home", root]) == 0
    count = len(messages())
    assert json.loads(capsys.readouterr().out) == {"file": str(path), "sentences": count, "unfinished": count}
    assert main(["translations", "check", str(path), "--home", root]) == 1
    assert main(["translations", "release", str(path), "--home", root]) == 1
    assert main(["users", "add", "--badge", "W07", "--name", "Lin", "--language", LANGUAGE, "--home", root]) == 1
    path.write_text(document(LANGUAGE, messages(), {each.key: told(each) for each in messages()}), encoding="utf-8")
    assert main(["translations", "check", str(path), "--home", root]) == 0
    assert main(["translations", "release", str(path), "--home", root]) == 0
    capsys.readouterr()
    assert main(["translations", "list", "--home", root]) == 0
    assert capsys.readouterr().out.split() == ["zh", "en", LANGUAGE]
    assert main(["users", "add", "--badge", "W07", "--name", "Lin", "--language", LANGUAGE, "--home", root]) == 0
    assert reads(home) == LANGUAGE
    assert main(["users", "language", "--badge", "w07", "zh", "--home", root]) == 0
    assert reads(home) == "zh"
    capsys.readouterr()
    assert main(["users", "list", "--home", root]) == 0
    assert capsys.readouterr().out.rstrip().endswith("Lin  reads zh")
    assert main(["users", "language", "--badge", "w07", "bench", "--home", root]) == 0
    assert reads(home) == ""


def test_a_badge_of_nobody_is_named(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is made."""
    assert main(["users", "language", "--badge", "W99", "en", "--home", str(home.root)]) == 1
    assert "nobody has this badge (W99)" in capsys.readouterr().err
    book = open_orders(home)
    assert book.people() == {}
    book.close()
