"""Network cameras: read by another process, told apart in one word when they fail, and gone with the bench."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.devices.address import StreamAddress
from station.devices.cameras.causes import CAUSES
from station.devices.cameras.picture import Picture
from station.devices.cameras.stream import StreamSource
from station.devices.virtual.camera import CameraMood, VirtualCamera

SYSTEM_PYTHON = Path("/usr/bin/python3")
SECRET = "geheim"


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[VirtualCamera]:
    with closing(VirtualCamera(SystemClock(), size=(320, 240), fps=20)) as made:
        yield made


@pytest.fixture
def opened() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def _open(stack: ExitStack, url: str) -> StreamSource:
    source = StreamSource(StreamAddress(url=url), SystemClock(), size=(160, 120), fps=20)
    source.start()
    stack.callback(source.stop)
    return source


def _picture(qtbot: QtBot, source: StreamSource, timeout_ms: int = 15_000) -> Picture:
    found: list[Picture] = []

    def look() -> bool:
        picture = source.take()
        if picture is not None:
            found.append(picture)
        return bool(found) or bool(source.word)

    qtbot.waitUntil(look, timeout=timeout_ms)
    assert found, source.word
    return found[0]


def _word(qtbot: QtBot, source: StreamSource) -> str:
    qtbot.waitUntil(lambda: bool(source.word), timeout=15_000)
    assert source.word in CAUSES
    return source.word


def test_pictures_over_http(camera: VirtualCamera, qtbot: QtBot, opened: ExitStack) -> None:
    """A camera that sends JPEG after JPEG is read; its pictures differ from each other."""
    source = _open(opened, camera.address)
    first = _picture(qtbot, source)
    assert (first.image.width(), first.image.height()) == (320, 240)
    assert _picture(qtbot, source).image != first.image


def test_a_camera_that_hangs(camera: VirtualCamera, qtbot: QtBot, opened: ExitStack) -> None:
    """A camera that is there and sends nothing more is silent after its time-out; one pulled out is lost at once."""
    source = _open(opened, camera.address)
    _picture(qtbot, source)
    camera.be(CameraMood.UNPLUGGED)
    assert _word(qtbot, source) == "lost"
    camera.be(CameraMood.OK)
    source.stop()
    source.start()
    _picture(qtbot, source)
    camera.be(CameraMood.HANGING)
    assert _word(qtbot, source) == "silent"


def test_nothing_listens(qtbot: QtBot, opened: ExitStack) -> None:
    """A port where nothing listens refuses."""
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        source = _open(opened, f"http://127.0.0.1:{port.getsockname()[1]}/")
        assert _word(qtbot, source) == "refused"


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (b"HTTP/1.1 401 Unauthorized\r\n\r\n", "no_login"),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", "no_video"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhello", "no_video"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace\r\n\r\n" + b"x\r\n" * 60, "not_understood"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace\r\n\r\nContent-Length: 999999999\r\n\r\n",
            "not_understood",
        ),
    ],
)
def test_something_else_answers(qtbot: QtBot, opened: ExitStack, answer: bytes, word: str) -> None:
    """What is no camera, or wants a password, is told in one word each."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        source = _open(opened, f"http://me:{SECRET}@127.0.0.1:{server.getsockname()[1]}/video")
        peer, _ = server.accept()
        with peer:
            asked = peer.recv(4_096)
            assert asked.startswith(b"GET /video ")
            assert b"Authorization: Basic bWU6Z2VoZWlt" in asked
            peer.sendall(answer)
        assert _word(qtbot, source) == word


def test_no_password_among_the_arguments(camera: VirtualCamera, qtbot: QtBot, opened: ExitStack) -> None:
    """Whoever lists the machine's programs does not see the camera's password, and the reader ends with the source."""
    source = _open(opened, camera.address.replace("//", f"//me:{SECRET}@"))
    _picture(qtbot, source)
    assert source._reading is not None
    process = source._reading._process
    assert SECRET not in str(process.args)
    source.stop()
    assert process.poll() is not None
    assert source.take() is None


def test_without_pyav(qtbot: QtBot, opened: ExitStack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """RTSP without the extra is told by its word, whose sentence says what to install."""
    (tmp_path / "av.py").write_text("raise ImportError('not here')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert _word(qtbot, _open(opened, "rtsp://127.0.0.1:1/live")) == "no_pyav"
    assert "sealbench[rtsp]" in CAUSES["no_pyav"]


@pytest.fixture
def rtsp() -> Iterator[str]:
    """A real server that is not ours."""
    pytest.importorskip("av", reason="PyAV is not installed: pip install av")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = Path(__file__).parents[1] / "rtsp_server.py"
    if not SYSTEM_PYTHON.exists():
        pytest.skip("no /usr/bin/python3 to run GStreamer's RTSP server")
    with subprocess.Popen(
        [SYSTEM_PYTHON, script, str(port), "me", SECRET], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        if server.stdout.readline() != b"ready\n":
            pytest.skip("no GStreamer RTSP server: apt-get install gstreamer1.0-rtsp gir1.2-gst-rtsp-server-1.0 …")
        yield f"127.0.0.1:{port}"
        server.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="GStreamer's server is run on Linux")
def test_real_rtsp(rtsp: str, qtbot: QtBot, opened: ExitStack) -> None:
    """A real RTSP server with a password: seen with it, refused without, and no video under another path."""
    seen = _picture(qtbot, _open(opened, f"rtsp://me:{SECRET}@{rtsp}/live"), 20_000)
    assert (seen.image.width(), seen.image.height()) == (160, 120)
    assert _word(qtbot, _open(opened, f"rtsp://me:wrong@{rtsp}/live")) == "no_login"
    assert _word(qtbot, _open(opened, f"rtsp://me:{SECRET}@{rtsp}/nothing")) == "no_video"
