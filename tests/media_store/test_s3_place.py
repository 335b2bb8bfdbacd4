"""An S3-compatible store as second place, also behind a line that cuts, resets and swallows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from station.media_store.place import PlaceAway
from station.media_store.s3_place import S3Place
from tests.media_store.conftest import s3_place
from tests.media_store.s3_stand_in import StandIn
from tests.orders.flaky_proxy import FlakyProxy

NAME = "ab" * 16 + ".sealed"
PART = 4096


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ten parts and a bit."""
    made = tmp_path / NAME
    made.write_bytes(os.urandom(10 * PART + 7))
    return made


@pytest.fixture
def line(s3: StandIn) -> Iterator[FlakyProxy]:
    with FlakyProxy(target=("127.0.0.1", s3.port)).running() as proxy:
        yield proxy


def _read(place: S3Place) -> bytes:
    return b"".join(place.read(NAME, lambda _size: None))


class _Cut(Exception):
    pass


def _cutting(after: int) -> Iterator[None]:
    for _ in range(after):
        yield
    raise _Cut


def _put_until(place: S3Place, file: Path, parts: int) -> None:
    steps = _cutting(parts)
    with pytest.raises(_Cut):
        place.put(NAME, file, lambda _size: next(steps))


@pytest.mark.parametrize("page", [1000, 3])
def test_a_cut_upload_goes_on_after_its_last_part(page: int, s3: StandIn, bucket: S3Place, file: Path) -> None:
    """Another program, which knows nothing of the first, sends only what is missing; the list of parts has pages."""
    s3.page = page
    _put_until(bucket, file, 6)
    assert bucket.size(NAME) is None
    before = s3.received
    with closing(s3_place(s3.endpoint)) as other:
        other.put(NAME, file, lambda _size: None)
        assert s3.received - before == 3 * PART + 7
        assert _read(other) == file.read_bytes()
    assert s3.uploads == {}


def test_a_line_that_resets(s3: StandIn, bucket: S3Place, line: FlakyProxy, file: Path) -> None:
    """Nobody listens in the midst of it: one sentence; later the rest is sent and no more."""
    parts = 0

    def hang_up(_size: int) -> None:
        nonlocal parts
        parts += 1
        if parts == 5:
            line.hang_up()

    with closing(s3_place(f"http://127.0.0.1:{line.port}")) as place:
        with pytest.raises(PlaceAway, match="the store cannot be reached"):
            place.put(NAME, file, hang_up)
        line.clear()
        before = s3.received
        place.put(NAME, file, lambda _size: None)
    assert s3.received - before == 5 * PART + 7
    assert _read(bucket) == file.read_bytes()


def test_a_line_that_swallows(s3: StandIn, bucket: S3Place, line: FlakyProxy, file: Path) -> None:
    """Nothing comes back and nothing breaks: after its deadline one sentence, and the file arrives later."""
    with closing(s3_place(f"http://127.0.0.1:{line.port}", read_s=0.2)) as place:
        line.swallow()
        with pytest.raises(PlaceAway, match="the store does not answer"):
            place.put(NAME, file, lambda _size: None)
        line.clear()
        place.put(NAME, file, lambda _size: None)
        assert place.size(NAME) == file.stat().st_size
    assert _read(bucket) == file.read_bytes()


def test_a_lost_answer_to_the_last_word(s3: StandIn, bucket: S3Place, line: FlakyProxy, file: Path) -> None:
    """The store has put the parts together and nobody heard of it: asked again, it knows of no upload; that is well."""
    with closing(s3_place(f"http://127.0.0.1:{line.port}")) as place:
        line.cut(b"CompleteMultipartUploadResult")
        place.put(NAME, file, lambda _size: None)
        assert line.counts.cut == 1
        assert _read(place) == file.read_bytes()


def test_a_reading_that_is_cut(s3: StandIn, bucket: S3Place, line: FlakyProxy, file: Path) -> None:
    """Half a body is no body: one sentence, never fewer bytes as if they were all."""
    file.write_bytes(os.urandom(3_000_000))
    s3.objects[f"{NAME[:2]}/{NAME}"] = file.read_bytes()
    with closing(s3_place(f"http://127.0.0.1:{line.port}", read_s=0.5)) as place:
        line.cut(file.read_bytes()[-5:])
        with pytest.raises(PlaceAway, match="the store fails"):
            _read(place)
        assert _read(place) == file.read_bytes()


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (403, "AccessDenied", "refuses these credentials the right"),
        (404, "NoSuchBucket", "has no such bucket"),
        (403, "SignatureDoesNotMatch", "refuses the secret key"),
        (403, "RequestTimeTooSkewed", "clock wrong"),
        (507, "XMinioStorageFull", "is full"),
        (400, "SomethingElse", "answers SomethingElse"),
    ],
)
def test_what_a_store_refuses_is_a_sentence(
    status: int, code: str, words: str, s3: StandIn, bucket: S3Place, file: Path
) -> None:
    """What is wrong, where, and what to do; without a key or a password in it."""
    s3.refuses = (status, code)
    with pytest.raises(PlaceAway, match=words) as told:
        bucket.put(NAME, file, lambda _size: None)
    assert "not-a-secret" not in str(told.value)
    assert "AKIAEXAMPLE" not in str(told.value)


def test_no_credentials(s3: StandIn, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Nobody has said who this machine is: the sentence says where to put it."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with closing(s3_place(s3.endpoint)) as place, pytest.raises(PlaceAway, match="AWS_ACCESS_KEY_ID"):
        place.put(NAME, file, lambda _size: None)


def test_removed_with_what_is_unfinished(s3: StandIn, bucket: S3Place, file: Path) -> None:
    """The object and the parts of a cut upload; to remove nothing is no trouble."""
    _put_until(bucket, file, 3)
    bucket.remove(NAME)
    assert s3.uploads == {}
    bucket.put(NAME, file, lambda _size: None)
    bucket.remove(NAME)
    bucket.remove(NAME)
    assert bucket.size(NAME) is None
    with pytest.raises(FileNotFoundError):
        _read(bucket)


def test_a_bucket_is_begun_once(s3: StandIn) -> None:
    """Without its number a bucket is no place; the number comes back as it was written."""
    with closing(s3_place(s3.endpoint)) as place:
        assert place.mark() == ""
        place.begin("3" * 32)
        assert place.mark() == "3" * 32
