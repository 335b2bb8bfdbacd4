"""A link whose device waits in a thread: floods, and a device that comes back."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from station.devices.pipe_link import UNHEARD_LIMIT, PipeLink, PipeLost


class Flood:
    """Gives more than anyone can hear, once; then waits to be unplugged."""

    def __init__(self, given: int) -> None:
        self.left = given
        self.done = threading.Event()

    def open(self) -> None:
        if self.done.is_set():
            raise PipeLost("not_found")

    def read(self, timeout_ms: int) -> bytes:
        if self.left <= 0:
            self.done.wait(timeout_ms / 1_000)
            return b""
        self.left -= 4_096
        return bytes(4_096)

    def write(self, data: bytes, timeout_ms: int) -> int:
        del timeout_ms
        return len(data)

    def close(self) -> None:
        self.done.set()


def test_a_flood(qtbot: QtBot) -> None:
    """A device that sends faster than the bench hears is given up with a word, before memory is."""
    flood = Flood(4 * UNHEARD_LIMIT)
    link = PipeLink(lambda: flood)
    heard: list[bytes] = []
    link.received.connect(heard.append)
    link.open()
    assert flood.done.wait(10)  # the bench is busy all the while
    with qtbot.waitSignal(link.down) as down:
        pass
    assert down.args == ["flooded"]
    assert sum(map(len, heard)) <= UNHEARD_LIMIT
    link.close()


def test_all_that_is_heard_in_time(qtbot: QtBot) -> None:
    """As much and more, heard as it comes, is no flood."""
    flood = Flood(64 * 4_096)
    link = PipeLink(lambda: flood)
    got = [0]

    def hear(data: bytes) -> None:
        got[0] += len(data)

    link.received.connect(hear)
    link.open()
    qtbot.waitUntil(lambda: got[0] == 64 * 4_096)
    link.close()
