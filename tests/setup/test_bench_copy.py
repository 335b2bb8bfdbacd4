"""Another bench's devices: what is taken, what stays, and what never leaves the other bench."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble, Trouble
from station.settings import read
from station.setup.bench_copy import FILE_BYTES_MAX, Fate, copied, read_other

GUN = '[[device]]\nname = "gun"\nkind = "scanner"\nlink = "serial:/dev/ttyACM0"\n'
OWN = f"""# by hand
[bench]
id = "B07" # ours
{GUN}prefix = "A" # ours too
"""


def _other(*devices: str) -> str:
    return "\n".join(('[bench]\nid = "B06"\norderbook = "sqlite:///theirs.db"', *devices))


def test_a_device_that_is_here_keeps_its_link_and_takes_the_rest() -> None:
    """What the other bench says is taken, what it does not say falls back; comments and the bench's own stay."""
    theirs = GUN.replace("ttyACM0", "ttyACM9") + "guard_ms = 300 # slow\n"
    copy = copied(OWN, _other(theirs), file="other")
    (device,) = read(copy.after, file="own").devices
    assert (device.link, device.guard_ms, device.prefix) == ("serial:/dev/ttyACM0", 300, "")
    assert (copy.bench, copy.devices[0].fate, copy.devices[0].keys) == ("B06", Fate.CHANGED, ("guard_ms", "prefix"))
    assert "# by hand" in copy.after
    assert 'id = "B07" # ours' in copy.after
    assert "theirs.db" not in copy.after


def test_what_is_alike_changes_nothing() -> None:
    """The same device once more is no change, to the letter."""
    copy = copied(OWN, _other(GUN + 'prefix = "A"\n'), file="other")
    assert (copy.after, copy.changes, copy.devices[0].fate) == (OWN, False, Fate.ALIKE)


def test_an_empty_file_takes_all_but_what_may_hold_a_password() -> None:
    """A new bench gets every device; a network camera is named and left out, whatever stands in its link."""
    cameras = [
        f'[[device]]\nname = "dome{at}"\nkind = "camera"\nlink = "{link}"\n'
        for at, link in enumerate(("rtsp://bench:invented@192.0.2.60/live", "http://192.0.2.61/shot?key=invented"))
    ]
    local = '[[device]]\nname = "top"\nkind = "camera"\nlink = "camera:0"\n'
    copy = copied("", _other(GUN, local, *cameras), file="other")
    assert [each.fate for each in copy.devices] == [Fate.NEW, Fate.NEW, Fate.LEFT, Fate.LEFT]
    assert [device.name for device in read(copy.after, file="own").devices] == ["gun", "top"]
    assert "invented" not in copy.after


@pytest.mark.parametrize("own", ["device = 7", "[[device]", ""])
@pytest.mark.parametrize("other", ["[[device]]\nname = 1", "not toml", '[bench]\nid = ""'])
def test_what_does_not_read_is_refused(own: str, other: str) -> None:
    """Whichever of the two it is, one sentence says it."""
    with pytest.raises(SettingsTrouble):
        copied(own, other, file="other")


def test_a_file_of_something_else_is_not_read_whole(tmp_path: Path) -> None:
    """Too large, not there, no text: one sentence each."""
    large, noise = tmp_path / "film.mp4", tmp_path / "noise"
    large.write_bytes(b"#" * (FILE_BYTES_MAX + 1))
    noise.write_bytes(b"\xff\xfe\x00")
    for path in (large, noise, tmp_path / "gone", tmp_path):
        with pytest.raises(Trouble):
            read_other(path)
