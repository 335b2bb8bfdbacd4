"""A network of its own for benches: a namespace joined to this machine by a pair of interfaces that can be taken down.

Needs root and ``ip``; where it may not be made, who asks is told why.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

NETWORKS = 250
"""Of as many processes at once each has addresses of its own, so that no two routes are the same."""


class NoNetwork(Exception):
    """Why no namespace can be made here, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchNetwork:
    """``behind`` are the words to run a program within; the server is at ``here``, the programs are at ``there``."""

    name: str
    number: int

    @property
    def here(self) -> str:
        return f"10.213.{self.number}.1"

    @property
    def there(self) -> str:
        return f"10.213.{self.number}.2"

    @property
    def behind(self) -> tuple[str, ...]:
        return ("ip", "netns", "exec", self.name)

    def set_up(self, up: bool) -> None:
        """Down as a cable that was pulled: nothing is refused, nothing arrives."""
        _ip("link", "set", self.outside, "up" if up else "down")

    @property
    def outside(self) -> str:
        return f"{self.name}-h"

    @property
    def inside(self) -> str:
        return f"{self.name}-b"


@contextlib.contextmanager
def bench_network() -> Iterator[BenchNetwork]:
    """Gone with the ``with``.

    Raises:
        NoNetwork: not root, no ``ip``, or the kernel does not let it.
    """
    if os.geteuid() != 0 or shutil.which("ip") is None:
        raise NoNetwork("a network namespace needs root and the program ip")
    network = BenchNetwork(name=f"sb{os.getpid() % 100_000}", number=os.getpid() % NETWORKS)
    try:
        _ip("netns", "add", network.name)
    except subprocess.CalledProcessError as why:
        raise NoNetwork(f"no network namespace can be made here: {why.stderr.decode().strip()}") from why
    try:
        _join(network)
        yield network
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            _ip("link", "del", network.outside)
        _ip("netns", "del", network.name)


def _join(network: BenchNetwork) -> None:
    try:
        _ip("link", "add", network.outside, "type", "veth", "peer", "name", network.inside)
        _ip("link", "set", network.inside, "netns", network.name)
        _ip("addr", "add", f"{network.here}/24", "dev", network.outside)
        _ip("link", "set", network.outside, "up")
        inside = network.inside
        for words in (("addr", "add", f"{network.there}/24", "dev", inside), ("link", "set", inside, "up"),
                      ("link", "set", "lo", "up")):  # fmt: skip
            _ip("-n", network.name, *words)
    except subprocess.CalledProcessError as why:
        raise NoNetwork(f"no pair of interfaces can be made here: {why.stderr.decode().strip()}") from why


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
