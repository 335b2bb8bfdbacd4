"""The repository's own rules that no other tool keeps: sizes, docstrings, the tests' tree, locks without hosts."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILE_LINES_MAX = 400
FUNCTION_LINES_MAX = 60
STANDS_ALONE = {"station/evidence/verify.py"}  # goes into every bundle as the one file that a stranger needs
KINDS_OF_TESTS = {"conformance", "golden", "transcripts", "sim", "e2e"}
BAD_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def _files(*folders: str) -> list[Path]:
    return sorted(
        path for folder in folders for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts
    )


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


SOURCES = _files("station")
EVERY = _files("station", "tests", "benchmarks", "tools")


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_every_module_states_its_law() -> None:
    """Each module begins with a docstring that says what lives there; only empty packages have none."""
    texts = {_named(path): path.read_text(encoding="utf-8") for path in SOURCES}
    assert not [name for name, text in texts.items() if text.strip() and not ast.get_docstring(ast.parse(text))]
    assert not [name for name, text in texts.items() if not text.strip() and not name.endswith("__init__.py")]


def test_files_can_be_read_in_one_sitting() -> None:
    """No file has over 400 lines, but for the verifier, which must be one file."""
    lengths = {_named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in EVERY}
    assert lengths.keys() >= STANDS_ALONE
    assert not {
        name: length for name, length in lengths.items() if length > FILE_LINES_MAX and name not in STANDS_ALONE
    }


def test_functions_do_one_thing() -> None:
    """No function has over 60 lines, and half of the program's have fewer than ten."""
    long = [(_named(path), f.name) for path in EVERY for f in _functions(path) if _lines(f) > FUNCTION_LINES_MAX]
    assert not long
    lengths = sorted(_lines(function) for path in SOURCES for function in _functions(path))
    assert lengths[len(lengths) // 2] < 10


def test_files_are_named_for_what_they_hold() -> None:
    """No file or folder is a drawer for anything."""
    assert not [_named(path) for path in EVERY if BAD_NAMES & {path.stem, *path.relative_to(ROOT).parts}]


def test_every_test_says_what_it_shows() -> None:
    """Each test has a docstring."""
    tests = [(path, f) for path in _files("tests") for f in _functions(path) if f.name.startswith("test_")]
    assert not [
        f"{_named(path)}: {function.name}" for path, function in tests if not (ast.get_docstring(function) or "")
    ]


def test_test_folders_mirror_the_program() -> None:
    """A folder of tests is a package, and stands for a folder of the program or for a kind of test."""
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    for folder in folders:
        inside = folder.relative_to(ROOT / "tests")
        assert (folder / "__init__.py").is_file(), inside
        assert (ROOT / "station" / inside).is_dir() or inside.parts[0] in KINDS_OF_TESTS, inside


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock"])
def test_locks_have_hashes_and_no_address(lock: str) -> None:
    """Each pinned package has a hash, and no line names a host, an index or a folder."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host| @ ", text)
    pins = re.findall(r"^[A-Za-z0-9._-]+(?:\[[a-z,]+])?==", text, flags=re.M)
    assert pins
    for block in re.split(r"\n(?=\S)", text):
        assert block.startswith("#") or "--hash=sha256:" in block, block.splitlines()[0]


def test_what_runs_is_what_is_tested() -> None:
    """Every package of run.lock stands in dev.lock with the same version and the same hashes."""
    run, dev = (
        set(re.split(r"\n(?=\S)", (ROOT / "requirements" / lock).read_text(encoding="utf-8").strip()))
        for lock in ("run.lock", "dev.lock")
    )
    assert not {block.split()[0] for block in run - dev if not block.startswith("#")}


def test_settings_of_tools_stand_in_one_file() -> None:
    """pyproject.toml holds the settings of every tool; there is no second place to look."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert {"ruff", "mypy", "pytest", "importlinter", "coverage", "hatch"} <= tools.keys()
    others = (
        "setup.cfg",
        "tox.ini",
        "pytest.ini",
        "mypy.ini",
        ".ruff.toml",
        "ruff.toml",
        ".importlinter",
        ".coveragerc",
    )
    assert not [name for name in others if (ROOT / name).exists()]


def test_every_verb_file_adds_verbs() -> None:
    """Each file of station/verbs has ``add``, and imports nothing heavy before its verb runs."""
    heavy = {
        "PySide6",
        "sqlalchemy",
        "alembic",
        "escpos",
        "openpyxl",
        "python_calamine",
        "psycopg",
        "cryptography",
        "zxingcpp",
    }
    for path in _files("station/verbs"):
        if path.name == "__init__.py":
            continue
        module = ast.parse(path.read_text(encoding="utf-8"))
        assert "add" in [node.name for node in module.body if isinstance(node, ast.FunctionDef)], _named(path)
        tops = [node for node in module.body if isinstance(node, ast.Import | ast.ImportFrom)]
        names = {(n.module or "") if isinstance(n, ast.ImportFrom) else n.names[0].name for n in tops}
        assert not heavy & {name.partition(".")[0] for name in names}, _named(path)


def test_files_that_people_edit_are_utf_8_without_tabs() -> None:
    """Settings and Python files are UTF-8 text with plain line ends."""
    for path in (*EVERY, *(ROOT / "config").rglob("*.toml")):
        data = path.read_bytes()
        data.decode("utf-8")
        assert b"\r" not in data
        assert b"\t" not in data, _named(path)


def test_nothing_is_disconnected() -> None:
    """A signal's ``disconnect`` can stand still for good beside a thread that makes Qt objects (0098)."""
    found = [file for file in (ROOT / "station").rglob("*.py") if ".disconnect(" in file.read_text(encoding="utf-8")]
    assert not found
