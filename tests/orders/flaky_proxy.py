"""A TCP proxy before a server that delays, swallows, cuts and resets what goes through it, as a test tells it to.

It knows nothing of PostgreSQL but bytes, so TLS goes through it too. It lives in a thread of its own; every method may
be called from any other thread, at any moment, and holds for connections that are open already.

    with FlakyProxy.before(server_url) as proxy:
        book = OrderBook.open(proxy.url)
        proxy.swallow()                  # the server still gets and does what is asked; nobody hears of it
        proxy.clear()                    # new connections work again; one that lost bytes never does
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field, replace
from random import Random
from threading import Thread
from typing import Any, TypeVar

from sqlalchemy import make_url

CHUNK_BYTES = 65_536
DEFAULT_PORT = 5432
STOP_S = 10
COMMITTED = b"COMMIT\0"
"""How PostgreSQL says that a transaction is in; ``b"INSERT"`` or an error's words may be looked for as well."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """What happens to bytes on their way. ``replies`` come from the server, ``requests`` from the client."""

    delay_ms: int = 0  # each way, each chunk
    swallow_requests: bool = False
    swallow_replies: bool = False
    refuse: bool = False  # a new connection is closed at once
    cut_reply: bytes = b""  # the reply that holds these bytes is lost, and its connection with it
    cuts_left: int = 0
    cut_chance: float = 1.0


@dataclass(slots=True)
class Counts:
    """What went through, for a test to say that something did."""

    connections: int = 0
    request_bytes: int = 0
    reply_bytes: int = 0
    swallowed_bytes: int = 0
    cut: int = 0


@dataclass(slots=True)
class FlakyProxy:
    """Listens on a free port of the loopback; ``target`` is ``(host, port)`` or the path of a Unix socket."""

    target: tuple[str, int] | str
    server_url: str = ""
    seed: int = 1
    counts: Counts = field(default_factory=Counts)
    port: int = 0
    _weather: Weather = field(default_factory=Weather)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _server: asyncio.Server | None = None
    _chance: Random = field(default_factory=Random)

    @classmethod
    @contextlib.contextmanager
    def before(cls, server_url: str, *, seed: int = 1) -> Iterator[FlakyProxy]:
        """A running proxy before the server of a SQLAlchemy or libpq URL, gone with the ``with``."""
        url = make_url(server_url)
        folder, port = str(url.query.get("host", "")), url.port or int(str(url.query.get("port", DEFAULT_PORT)))
        target = f"{folder}/.s.PGSQL.{port}" if folder.startswith("/") else (url.host or folder or "127.0.0.1", port)
        with cls(target=target, server_url=server_url, seed=seed).running() as proxy:
            yield proxy

    @contextlib.contextmanager
    def running(self) -> Iterator[FlakyProxy]:
        self._chance.seed(self.seed)
        thread = Thread(target=self._loop.run_forever, name="flaky proxy")
        thread.start()
        try:
            self._call(self._listen())
            yield self
        finally:
            self._call(self._end())
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join(STOP_S)
            self._loop.close()

    @property
    def url(self) -> str:
        """The server's URL by way of this proxy."""
        url = make_url(self.server_url)
        query = {key: value for key, value in url.query.items() if key not in ("host", "port")}
        through = url.set(host="127.0.0.1", port=self.port, query=query)
        return through.render_as_string(hide_password=False)

    def delay(self, delay_ms: int) -> None:
        """Each chunk takes that long, each way: an answer comes twice as late."""
        self._set(delay_ms=delay_ms)

    def swallow(self, *, requests: bool = False, replies: bool = True) -> None:
        """A black hole: bytes are taken and acknowledged, and never arrive. TCP sees nothing wrong."""
        self._set(swallow_requests=requests, swallow_replies=replies)

    def cut(self, reply: bytes = COMMITTED, *, times: int = 1, chance: float = 1.0) -> None:
        """The next ``times`` replies that hold those bytes are lost with their connection, each with ``chance``."""
        self._set(cut_reply=reply, cuts_left=times, cut_chance=chance)

    def reset(self) -> None:
        """Every open connection ends with a TCP reset, both ways, now."""
        self._call(self._reset())

    def refuse(self) -> None:
        """Open connections are reset, and new ones closed as soon as they come: a server that is starting."""
        self._set(refuse=True)
        self.reset()

    def hang_up(self) -> None:
        """Nobody listens any more (connection refused), until ``clear``; open connections are reset."""
        self._call(self._hang_up())

    def clear(self) -> None:
        """Fair weather for all that is sent from now on, and somebody listens."""
        self._weather = Weather()
        self._call(self._listen())

    def _set(self, **changes: Any) -> None:
        self._weather = replace(self._weather, **changes)

    def _call(self, act: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(act, self._loop).result(STOP_S)

    async def _listen(self) -> None:
        if self._server is None:
            self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, backlog=1000)
            self.port = self._server.sockets[0].getsockname()[1]

    async def _hang_up(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        await self._reset()

    async def _reset(self) -> None:
        for writer in list(self._writers):
            _abort(writer)

    async def _end(self) -> None:
        await self._hang_up()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.counts.connections += 1
        if self._weather.refuse:
            _abort(writer)
            return
        try:
            if isinstance(self.target, str):
                there, to = await asyncio.open_unix_connection(self.target)
            else:
                there, to = await asyncio.open_connection(*self.target)
        except OSError:
            _abort(writer)
            return
        self._writers |= {writer, to}
        with contextlib.suppress(asyncio.CancelledError):  # asyncio would print it at the proxy's end
            await asyncio.gather(self._carry(reader, to, self._request), self._carry(there, writer, self._reply))
        self._writers -= {writer, to}
        _abort(writer)
        _abort(to)

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passes: Callable[[bytes], bool | None]
    ) -> None:
        """Until one end closes; ``passes`` says yes, no, or None for the end of both."""
        with contextlib.suppress(OSError):
            while chunk := await reader.read(CHUNK_BYTES):
                if self._weather.delay_ms:
                    await asyncio.sleep(self._weather.delay_ms / 1000)
                passing = passes(chunk)
                if passing is None:
                    break
                if passing:
                    writer.write(chunk)
                    await writer.drain()
        _abort(writer)

    def _request(self, chunk: bytes) -> bool:
        self.counts.request_bytes += len(chunk)
        return self._kept(chunk, self._weather.swallow_requests)

    def _reply(self, chunk: bytes) -> bool | None:
        self.counts.reply_bytes += len(chunk)
        weather = self._weather
        if weather.cuts_left and weather.cut_reply in chunk and self._chance.random() < weather.cut_chance:
            self._set(cuts_left=weather.cuts_left - 1)
            self.counts.cut += 1
            return None
        return self._kept(chunk, weather.swallow_replies)

    def _kept(self, chunk: bytes, swallowed: bool) -> bool:
        self.counts.swallowed_bytes += len(chunk) if swallowed else 0
        return not swallowed


def _abort(writer: asyncio.StreamWriter) -> None:
    """A reset, not an end: what is on its way is dropped."""
    found = writer.get_extra_info("socket")
    if found is not None and found.fileno() >= 0 and found.family != socket.AF_UNIX:
        with contextlib.suppress(OSError):
            found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
