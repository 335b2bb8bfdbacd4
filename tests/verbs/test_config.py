"""``config``: what is in force is shown with its source, and a faulty file ends with exit code 3."""

from __future__ import annotations

import json

import pytest

from station.cli import main
from station.home import Home
from station.settings import read


def _write(home: Home, text: str) -> None:
    home.root.mkdir()
    home.settings_file.write_text(text, encoding="utf-8")


def test_show_is_toml_that_reads_back(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """The shown settings are themselves a bench.toml, and say which are defaults."""
    _write(home, '[bench]\nid = "B07"\n[[device]]\nname = "s"\nkind = "scanner"\nlink = "tcp:127.0.0.1:1"\n')
    assert main(["config", "show", "--home", str(home.root)]) == 0
    shown = capsys.readouterr().out
    assert 'id = "B07"\n' in shown
    assert 'language = "zh"  # default\n' in shown
    assert read(shown, file="shown").devices[0].suffix == "\r"


def test_show_as_json_hides_a_password(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON document; a password that someone wrote into the address is not repeated."""
    _write(home, '[bench]\norderbook = "postgresql+psycopg://bench:hunter2@db/orders"\n')
    assert main(["--home", str(home.root), "--json", "config", "show"]) == 0
    assert json.loads(capsys.readouterr().out)["bench"]["orderbook"] == "postgresql+psycopg://bench:***@db/orders"


def test_show_hides_a_cameras_password(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """What is sent to whoever helps has a network camera's host alone."""
    _write(home, '[[device]]\nname = "c"\nkind = "camera"\nlink = "rtsp://admin:hunter2@10.0.0.9:554/s1"\n')
    for words in (["config", "show"], ["--json", "config", "show"]):
        assert main(["--home", str(home.root), *words]) == 0
        shown = capsys.readouterr().out
        assert "10.0.0.9" in shown
        assert "hunter2" not in shown


def test_check_of_a_home_without_settings(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """No file is no fault, and none is made."""
    assert main(["config", "check", "--home", str(home.root)]) == 0
    assert "all settings have their defaults" in capsys.readouterr().out
    assert not home.root.exists()


def test_check_of_a_good_file_as_json(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that reads answers ok."""
    _write(home, "[packing]\ntolerance_g = 5\n")
    assert main(["config", "check", "--home", str(home.root), "--json"]) == 0
    told = {"ok": True, "file": str(home.settings_file), "exists": True, "languages": ["zh", "en"]}
    assert json.loads(capsys.readouterr().out) == told


def test_check_of_a_faulty_file(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt key ends with exit code 3 and one sentence with file, key and remedy."""
    _write(home, '[bench]\nlangauge = "en"\n')
    assert main(["config", "check", "--home", str(home.root)]) == 3
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "langauge" in told
    assert str(home.settings_file) in told
    assert "'language'" in told


def test_check_reads_the_rules_too(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake in the home's own deadline rules is found before an order needs them."""
    (home.root / "rules").mkdir(parents=True)
    (home.root / "rules" / "deadlines.toml").write_text('[[policy]]\nrules = ["gone"]\n', encoding="utf-8")
    assert main(["config", "check", "--home", str(home.root)]) == 3
    assert "unknown rule 'gone'" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["language", "second_language"])
def test_a_language_without_a_file_is_refused(home: Home, capsys: pytest.CaptureFixture[str], key: str) -> None:
    """Check names the languages there are; with the translator's file in the home it is one of them."""
    _write(home, f'[bench]\n{key} = "de"\n')
    assert main(["config", "check", "--home", str(home.root)]) == 3
    assert f"bench.{key} is 'de', and the screens are in zh, en only" in capsys.readouterr().err
    home.translations.mkdir()
    (home.translations / "sealbench_de.qm").write_bytes(b"")
    assert main(["config", "check", "--home", str(home.root)]) == 0
    assert "languages of the screens: zh, en, de" in capsys.readouterr().out
