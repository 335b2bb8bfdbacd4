"""``import`` and ``products`` as a person calls them: counted batches, records, the template, the watched folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.orders.intake import order_file
from tests.verbs.command import Command


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "home", capsys)


def test_a_batch_that_is_short(sealbench: Command, tmp_path: Path) -> None:
    """A count that differs: what is valid is in, the batch stays open, exit 1, and the rest closes it."""
    first, rest = order_file(tmp_path / "a.csv", "1", "2!"), order_file(tmp_path / "b.csv", "2", "3")
    document = sealbench.json("import", str(first), "--expect", "3", "--by", "王喆", exits=1)
    assert (document["files"][0]["new"], document["batch"]["open"], document["batch"]["imported"]) == (1, True, 1)
    assert document["batch"]["refused"][0]["order"] == "2"
    assert "stays open" in sealbench.err
    assert [each["name"] for each in sealbench.json("import", "--batches")["batches"]] == ["a.csv"]
    sealbench("import", "--close", "a.csv", "--reason", "lost", exits=2)
    assert "named person" in sealbench.err
    assert "complete" in sealbench("import", str(rest), "--batch", "a.csv", "--by", "王喆")
    assert sealbench.json("import", "--batches")["batches"] == []
    sealbench("import", "--close", "a.csv", exits=1)


def test_a_file_that_is_not_there_opens_no_batch(sealbench: Command, tmp_path: Path) -> None:
    """A mistyped name is no batch that somebody has to close."""
    sealbench("import", str(tmp_path / "none.csv"), "--expect", "3", exits=1)
    assert "stays open" not in sealbench.err
    assert sealbench.json("import", "--batches")["batches"] == []


def test_closing_by_a_persons_word(sealbench: Command, tmp_path: Path) -> None:
    """Name and reason end a batch, and are told; a name on the people list is kept as its pseudonym."""
    sealbench("users", "add", "--badge", "P7", "--name", "林晓")
    sealbench("import", str(order_file(tmp_path / "a.csv", "1")), "--expect", "2", exits=1)
    closed = sealbench.json("import", "--close", "a.csv", "--reason", "one was cancelled", "--by", "P7")["batch"]
    assert (closed["closed_by"], closed["reason"], closed["open"]) == ("P001", "one was cancelled", False)


def test_a_list_of_what_is_expected(sealbench: Command, tmp_path: Path) -> None:
    """``--expect`` takes the numbers themselves too, and then names what is missing and what is too much."""
    declared = tmp_path / "declared.txt"
    declared.write_text("1\n2\n", "utf-8")
    batch = sealbench.json("import", str(order_file(tmp_path / "a.csv", "1", "9")), "--expect", str(declared), exits=1)[
        "batch"
    ]
    assert (batch["missing"], batch["extra"], batch["complete"]) == (["2"], ["9"], False)


def test_the_list_of_imports(sealbench: Command, tmp_path: Path) -> None:
    """Every import is kept with file, hash, source, shop, who, when and counts, the newest first."""
    assert "nothing" in sealbench("import", "--list")
    for name in ("a", "b"):
        sealbench("import", str(order_file(tmp_path / f"{name}.csv", name)), "--by", "王喆")
    newest, oldest = sealbench.json("import", "--list")["imports"]
    assert [Path(each["file"]).name for each in (newest, oldest)] == ["b.csv", "a.csv"]
    assert (newest["who"], newest["source"], newest["shop"], newest["counts"]["new"]) == ("王喆", "generic", "demo", 1)
    assert len(newest["sha256"]) == 64
    assert "王喆" in sealbench("import", "--list")


def test_one_thing_at_a_time(sealbench: Command, tmp_path: Path) -> None:
    """Nothing, or two things at once, is a usage fault that names the possible ones."""
    sealbench("import", exits=2)
    assert "--watch FOLDER" in sealbench.err
    sealbench("import", "x.csv", "--list", exits=2)


def test_the_template(sealbench: Command, tmp_path: Path) -> None:
    """The template is written in either language and can be imported again by itself."""
    path = tmp_path / "t.xlsx"
    assert sealbench.json("import", "--template", str(path), "--language", "en")["columns"][0] == "order no"
    assert sealbench.json("import", str(path))["files"][0]["held"] == 1
    sealbench("import", "--template", str(tmp_path / "t.doc"), exits=2)


def test_weights_that_contradict(sealbench: Command, tmp_path: Path) -> None:
    """``products weights`` says when there is nothing to say; a product import is on the list of imports."""
    path = tmp_path / "products.csv"
    path.write_text("sku,weight_g\nMUG,310\n", "utf-8")
    sealbench("products", "import", str(path), "--by", "王喆")
    assert sealbench.json("import", "--list")["imports"][0]["source"] == "products"
    assert "no given weight" in sealbench("products", "weights")
    assert sealbench.json("products", "weights") == {"weights": []}


@pytest.mark.parametrize("end", ["signal", "input"])
def test_the_watched_folder(tmp_path: Path, end: str) -> None:
    """The verb imports what is put into the folder, says a line a file, and ends well when it is told to."""
    folder = tmp_path / "drop"
    folder.mkdir()
    order_file(folder / "a.csv", "1")
    command = [sys.executable, "-m", "station", "--home", str(tmp_path / "home"), "--json", "import"]
    command += ["--watch", str(folder), "--every", "0.05", *(["--until-input-ends"] if end == "input" else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        guard = threading.Timer(60, program.kill)
        guard.start()
        receipt = json.loads(program.stdout.readline())
        program.stdin.close() if end == "input" else os.kill(program.pid, signal.SIGTERM)
        code = program.wait()
        guard.cancel()
        assert program.stderr is not None
        assert (receipt["file"], receipt["new"], code, program.stderr.read()) == ("a.csv", 1, 0, b"")
    assert [path.name for path in folder.iterdir()] == ["done"]
