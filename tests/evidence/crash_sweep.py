"""A bench that is killed at every system call of its appends, or whose disk fails at each of them in turn.

``python -m tests.evidence.crash_sweep`` sweeps all of it where strace is; ``--every N`` takes each N-th place. A child
packs a parcel with photos while strace kills it, or lets a call fail; then its home is judged: acknowledged entries
lost 0, published checkpoints all prefixes of the log, no file missing or empty behind an entry. A power cut, which
loses what the kernel still held, is not this: ``synchronous=FULL`` and the fsync calls stand against that.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from socket import socket, socketpair

from station.errors import Trouble
from station.evidence.audit import audit
from station.evidence.canonical import b64, unb64
from station.evidence.checkpoint import parse_checkpoint
from station.evidence.fact import Fact
from station.evidence.keys import load
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.media import store
from station.evidence.merkle import root_of
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import item, open_ledger, pack

ANY_PROCESS = ctypes.c_ulong(-1)
PR_SET_PTRACER = 0x59616D61
PHOTO = b"\xff\xd8 a photo " * 4000

KILL = "kill"

FAULTS: dict[str, tuple[str, tuple[str, ...]]] = {
    KILL: ("signal=SIGKILL", ()),
    "EIO at fsync": ("error=EIO", ("fsync", "fdatasync")),
    "no room at fsync": ("error=ENOSPC", ("fsync", "fdatasync")),
    "EIO at writing": ("error=EIO", ("pwrite64", "write", "ftruncate", "rename")),
    "no room at writing": ("error=ENOSPC", ("pwrite64", "write", "openat", "rename")),
}
"""What strace is told to inject, and into which calls; none named: into each that the child makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """``said``: what the child told before its end, a line each; ``hit``: whether the fault was met at all."""

    home: Home
    said: tuple[str, ...]
    hit: bool
    code: int


def missing() -> str:
    """Why there is no sweep here; empty when there can be one."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "strace is not here"
    scope = Path("/proc/sys/kernel/yama/ptrace_scope")
    if os.geteuid() and scope.exists() and int(scope.read_text()) > 1:
        return "this system lets no process trace another"
    probe = subprocess.run(["strace", "-o", os.devnull, "-e", "trace=none", "true"], capture_output=True, check=False)
    return "" if probe.returncode == 0 else f"strace may trace nothing here: {probe.stderr.decode().strip()}"


def template(folder: Path) -> Home:
    """A home with a parcel in it, so that what is swept is appending and not the first day."""
    home = Home(folder / "template")
    ledger = open_ledger(home, FakeClock())
    pack(ledger, home)
    ledger.close()
    return home


def work(ledger: Ledger, home: Home, tell: Callable[[str], None]) -> None:
    """A parcel with two photos. A step that fails is told and left out, as a bench does it."""

    def attempt(facts: Callable[[], list[Fact]]) -> None:
        try:
            receipt = ledger.append(facts(), order_no="SO-crash", by="p1")
        except Trouble:
            return
        tell(f"entry {receipt.last_seq} {ledger.newest_root()[1]}")

    def photo() -> list[Fact]:
        picture = store(home.media, PHOTO, mime="image/jpeg", role="photo", at_ms=1)
        return [Fact(kind="PhotoTaken", media=(picture,))]

    attempt(lambda: [Fact(kind="OrderOpened", com={"order_number": "SO-crash"})])
    attempt(photo)
    attempt(lambda: [item(1), item(2)])
    attempt(photo)
    attempt(lambda: [Fact(kind="ParcelSealed")])
    attempt(lambda: [item(3)])
    try:
        ledger.close()
    except Trouble:
        tell("not closed")


def _child(home: Home, go: int, parent: socket) -> None:
    """Tells by ``sendto``, so that no fault of writing meets what it tells."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANY_PROCESS, 0, 0, 0)

    def tell(line: str) -> None:
        parent.sendall(f"{line}\n".encode())

    ledger = open_ledger(home, FakeClock(), on_checkpoint=lambda note: tell(f"note {b64(note.encode())}"))
    tell("ready")
    os.read(go, 1)
    work(ledger, home, tell)
    tell("end")


def _forked(home: Home, go: int, ours: socket, theirs: socket) -> int:
    """The child's number; the child itself never returns from here, whatever becomes of it."""
    pid = os.fork()
    if pid:
        theirs.close()
        os.close(go)
        return pid
    code = 3
    try:
        ours.close()
        _child(home, go, theirs)
        code = 0
    finally:
        if code:
            traceback.print_exc()
        os._exit(code)


def trial(start: Home, folder: Path, inject: str) -> Trial:
    home, trace = Home(folder / "trial"), folder / "trace"
    shutil.rmtree(home.root, ignore_errors=True)
    shutil.copytree(start.root, home.root)
    ours, theirs = socketpair()
    go, gate = os.pipe()
    pid = _forked(home, go, ours, theirs)
    command = ["strace", "-p", str(pid), "-o", str(trace), *(("-e", f"inject={inject}") if inject else ())]
    with ours, ours.makefile("r") as told:
        assert told.readline() == "ready\n"
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            attached = strace.stderr.readline()
            assert "attached" in attached, attached
            os.write(gate, b"g")
            said = told.read().splitlines()
            strace.communicate()
    os.close(gate)
    _, status = os.waitpid(pid, 0)
    hit = os.WIFSIGNALED(status) or "INJECTED" in trace.read_text(errors="replace")
    return Trial(home=home, said=tuple(said), hit=hit, code=os.waitstatus_to_exitcode(status))


def wrong(tried: Trial, *, killed: bool) -> Iterator[str]:
    """What must not be, in words."""
    if tried.code != (-9 if killed else 0):
        yield f"the bench ended with {tried.code}"
    try:
        open_ledger(tried.home, FakeClock()).close()
    except Trouble as trouble:
        yield trouble.sentence()
        return
    with closing(open_reader(tried.home.ledger_file)) as reader:
        found = audit(reader, load(tried.home, org="acme", bench="B01").bench.public, tried.home.media)
        yield from found.faults
        for line in tried.said:
            yield from _not_so(reader, line)


def _not_so(reader: LedgerReader, line: str) -> Iterator[str]:
    match line.split(" "):
        case ["entry", seq, root] if int(seq) >= reader.size:
            yield f"entry {seq} was acknowledged and is lost"
        case ["entry", seq, root] if b64(root_of(reader.nodes, int(seq) + 1)) != root:
            yield f"entry {seq} was acknowledged and is another one now"
        case ["note", note]:
            signed = parse_checkpoint(unb64(note).decode().split("\n\n")[0] + "\n")
            if signed.size > reader.size or root_of(reader.nodes, signed.size) != signed.root:
                yield f"the published checkpoint of {signed.size} is no prefix of the log"
        case _:
            return


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    places: int
    acknowledged: int
    published: int
    violations: tuple[str, ...]


def places(start: Home, folder: Path, fault: str) -> list[tuple[str, int]]:
    """Each call that the fault can meet: its name, and which of that name. strace counts each name by itself."""
    whole = trial(start, folder, "")
    assert whole.said[-1] == "end", whole.said
    calls = Counter(re.findall(r"^(\w+)\(", (folder / "trace").read_text(errors="replace"), re.MULTILINE))
    named = FAULTS[fault][1] or tuple(sorted(calls))
    return [(name, when) for name in named for when in range(1, calls[name] + 1)]


def sweep(start: Home, folder: Path, fault: str, *, every: int, lasting: bool = False) -> Swept:
    """``lasting``: the fault stays from its place on."""
    acknowledged = published = met = 0
    violations: list[str] = []
    for name, when in places(start, folder, fault)[::every]:
        tried = trial(start, folder, f"{name}:{FAULTS[fault][0]}:when={when}{'+' * lasting}")
        met += tried.hit
        acknowledged += sum(line.startswith("entry ") for line in tried.said)
        published += sum(line.startswith("note ") for line in tried.said)
        violations += [f"{fault} at {name} {when}: {what}" for what in wrong(tried, killed=fault == KILL and tried.hit)]
    return Swept(places=met, acknowledged=acknowledged, published=published, violations=tuple(violations))


def swept_all(folder: Path, every: int) -> int:
    """How many violations there were; each is told."""
    start, bad = template(folder), 0
    for fault in FAULTS:
        for lasting in (False, True) if fault != KILL else (False,):
            begun = time.monotonic()
            swept = sweep(start, folder, fault, every=every, lasting=lasting)
            bad += len(swept.violations)
            sys.stderr.writelines(f"{violation}\n" for violation in swept.violations)
            sys.stdout.write(
                f"{fault}{', and from then on' * lasting}: {swept.places} places in {time.monotonic() - begun:.0f} s,"
                f" {swept.acknowledged} entries acknowledged, {swept.published} checkpoints published,"
                f" {len(swept.violations)} violations\n"
            )
            sys.stdout.flush()
    return bad


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    every = parser.parse_args().every
    if why := missing():
        sys.stdout.write(f"crashes were not swept: {why}\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return 1 if swept_all(Path(folder), every) else 0


if __name__ == "__main__":
    sys.exit(main())
