"""A file written anew: nothing of deleted rows is left, nobody's rows are lost, and memory does not grow with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from pysqlite3 import dbapi2 as sqlite

from station.rewriting import SPARE_BYTES, copy_of, folded, shortage, write_anew

NAME = b"Zoe Example"
ROWS = 400


def opened(file: Path) -> Any:
    connection = sqlite.connect(file, isolation_level=None, timeout=0.1)
    connection.execute("PRAGMA journal_mode=WAL").fetchall()
    return connection


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Rows with a name in them, deleted without being overwritten, between others that stay."""
    file = tmp_path / "some.db"
    with closing(opened(file)) as connection:
        connection.execute("PRAGMA secure_delete=OFF").fetchall()
        connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value BLOB)")
        values = [(number, NAME + bytes(150) if number % 2 else b"other" * 40) for number in range(ROWS)]
        connection.executemany("INSERT INTO row VALUES (?, ?)", values)
        connection.execute("DELETE FROM row WHERE id % 2")
        folded(connection)
    assert NAME in file.read_bytes()
    return file


@pytest.fixture
def two(file: Path) -> Iterator[tuple[Any, Any]]:
    with closing(opened(file)) as connection, closing(opened(file)) as other:
        yield connection, other


def test_no_byte_of_deleted_rows(file: Path, two: tuple[Any, Any]) -> None:
    """Every row that stands is still there, the check is content, and nothing else lies in the folder's files."""
    copy_of(file).write_bytes(NAME)  # left by a power cut
    assert write_anew(*two, file)
    assert two[1].execute("SELECT count(*) FROM row").fetchone() == (ROWS // 2,)
    assert two[1].execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for one in file.parent.iterdir():
        assert NAME not in one.read_bytes()
    assert not copy_of(file).exists()


def test_whoever_reads_reads_on(file: Path, two: tuple[Any, Any]) -> None:
    """A reader keeps the rows that it has begun to read; for its sake the old pages stay, and that is said."""
    with closing(opened(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM row").fetchone()
        assert not write_anew(*two, file)
        assert reader.execute("SELECT count(*) FROM row").fetchone() == (ROWS // 2,)
        reader.execute("ROLLBACK")
        assert reader.execute("SELECT count(*) FROM row").fetchone() == (ROWS // 2,)
    assert write_anew(*two, file)
    assert NAME not in file.read_bytes()


@pytest.mark.parametrize(("times", "fails"), [(1, False), (2, False), (3, True)])
def test_what_others_write_meanwhile_stays(file: Path, two: tuple[Any, Any], times: int, fails: bool) -> None:
    """Between the copy and its way back a writer may come: the copy is too old then, and another one is made."""
    written = list[object]()
    real = sqlite.connect

    def just_before(path: Path, **named: Any) -> Any:
        if path == copy_of(file) and len(written) < times:
            with closing(opened(file)) as writer:
                written.append(writer.execute("INSERT INTO row VALUES (?, ?)", (1001 + len(written), b"new")))
        return real(path, **named)

    with ExitStack() as around:
        around.enter_context(patch("station.rewriting.sqlite.connect", just_before))
        if fails:
            around.enter_context(pytest.raises(sqlite.OperationalError, match="locked"))
        write_anew(*two, file)
    assert two[0].execute("SELECT count(*) FROM row WHERE id > 1000").fetchone() == (times,)
    assert not copy_of(file).exists()
    assert (NAME in file.read_bytes()) is fails


def test_a_writer_that_does_not_end(file: Path, two: tuple[Any, Any]) -> None:
    """It is waited for no longer than for any other statement, before the copy and before its way back."""
    with closing(opened(file)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite.OperationalError, match="locked"):
            write_anew(*two, file)
        writer.execute("ROLLBACK")
        real = sqlite.connect

        def just_before(path: Path, **named: Any) -> Any:
            if path == copy_of(file):
                writer.execute("BEGIN IMMEDIATE")
            return real(path, **named)

        with (
            patch("station.rewriting.sqlite.connect", just_before),
            pytest.raises(sqlite.OperationalError, match="locked"),
        ):
            write_anew(*two, file)
    assert not copy_of(file).exists()
    assert two[0].execute("SELECT count(*) FROM row").fetchone() == (ROWS // 2,)


def test_no_room(file: Path, two: tuple[Any, Any]) -> None:
    """Nothing is begun where copy and write-ahead log would not both fit; the words say how much is wanted."""
    needed = 2 * file.stat().st_size + SPARE_BYTES
    with patch("station.rewriting.shutil.disk_usage") as usage:
        usage.return_value.free = needed - 1
        before = file.read_bytes()
        assert not write_anew(*two, file)
        assert file.read_bytes() == before
        assert f"{needed / 1e6:,.0f} MB" in shortage(file)
        usage.return_value.free = needed
        assert shortage(file) == ""
        assert write_anew(*two, file)


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be limited there")
@pytest.mark.parametrize("share", [2, 1])
def test_a_disk_that_fills_up(file: Path, two: tuple[Any, Any], share: int) -> None:
    """In the copy, or on the way back: SQLite says so, the rows stand, and nothing is left beside the file."""
    probe = file.with_name("probe")
    two[0].execute("VACUUM INTO ?", (str(probe),))
    limit = probe.stat().st_size // share
    probe.unlink()
    done = subprocess.run([sys.executable, "-c", _FULL, str(file), str(limit)], capture_output=True, text=True)
    assert done.stdout.strip() in ("database or disk is full", "disk I/O error")
    assert {one.name for one in file.parent.iterdir()} <= {file.name, f"{file.name}-wal", f"{file.name}-shm"}
    assert two[0].execute("SELECT count(*) FROM row").fetchone() == (ROWS // 2,)
    assert two[0].execute("PRAGMA integrity_check").fetchall() == [("ok",)]


_FULL = """
import resource, signal, sys
from pathlib import Path
from pysqlite3 import dbapi2 as sqlite
from station.rewriting import write_anew
file = Path(sys.argv[1])
one, other = (sqlite.connect(file, isolation_level=None) for _ in range(2))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    write_anew(one, other, file)
except sqlite.OperationalError as error:
    print(error)
"""

_CHILD = """
import resource, sys
from pathlib import Path
from pysqlite3 import dbapi2 as sqlite
from station.rewriting import write_anew
file = Path(sys.argv[1])
one, other = (sqlite.connect(file, isolation_level=None) for _ in range(2))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert write_anew(one, other, file)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is counted in another unit there, or not at all")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """40 MB are written anew with a few; VACUUM takes 40."""
    file = tmp_path / "large.db"
    with closing(opened(file)) as connection:
        connection.execute("PRAGMA synchronous=OFF").fetchall()
        connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value BLOB)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO row VALUES (?, zeroblob(3000))", ((number,) for number in range(10_000)))
        connection.execute("COMMIT")
    done = subprocess.run([sys.executable, "-c", _CHILD, str(file)], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 16_000  # kB
