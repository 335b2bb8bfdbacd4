"""A home with recorded photos and video, a folder and a stand-in store as second places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from station.bench_ledger import open_ledger
from station.evidence.fact import Fact
from station.evidence.media import store
from station.home import Home
from station.media_room import GB, Budget
from station.media_store.copying import Keeping, Round, Turn, run
from station.media_store.folder_place import FolderPlace
from station.media_store.place import Place
from station.media_store.s3_place import S3Place, open_s3
from station.orders.orderbook import OrderBook
from station.settings import load
from tests.clocks import FakeClock
from tests.media_store.s3_stand_in import BUCKET, StandIn, serving

Record = Callable[..., tuple[str, ...]]
Copy = Callable[..., Round]

ROOM = Budget(budget_bytes=1000 * GB, reserve_bytes=0)


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    yield made
    made.close()


@pytest.fixture
def record(home: Home, book: OrderBook, clock: FakeClock) -> Record:
    """A parcel with a photo and a video of these bytes; the names of its files."""

    def recorded(number: str = "SO-1", photo: bytes = b"a photo", video: bytes = b"a video") -> tuple[str, ...]:
        media = (
            store(home.media, photo, mime="image/jpeg", role="photo", at_ms=1),
            store(home.media, video, mime="video/mp4", role="video", at_ms=1),
        )
        with closing(open_ledger(home, load(home), clock, book=book)) as ledger:
            ledger.append(
                [Fact(kind="ParcelMade", com={"recipient": "孙示例"}, media=media)], order_no=number, by="P001"
            )
        return tuple(one.path for one in media)

    return recorded


@pytest.fixture
def share(tmp_path: Path) -> FolderPlace:
    """A folder that was begun."""
    place = FolderPlace(tmp_path / "share", part_bytes=4096)
    place.folder.mkdir()
    place.begin("1" * 32)
    return place


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[StandIn]:
    """Credentials as its library finds them: in the environment, and in no file of this machine."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "not-a-secret")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    with serving() as stand_in:
        yield stand_in


def s3_place(endpoint: str, *, read_s: float = 5) -> S3Place:
    return open_s3(BUCKET, "", endpoint=endpoint, region="us-east-1", read_s=read_s, part_bytes=4096)


@pytest.fixture
def bucket(s3: StandIn) -> Iterator[S3Place]:
    """A bucket that was begun."""
    with closing(s3_place(s3.endpoint)) as place:
        place.begin("2" * 32)
        yield place


@pytest.fixture
def copy(home: Home, clock: FakeClock) -> Copy:
    """One round now."""

    def copied(place: Place, *, here_days: int = 0, budget: Budget = ROOM) -> Round:
        return run(home, place, Keeping(address="test", budget=budget, here_days=here_days), turn(clock))

    return copied


def turn(clock: FakeClock) -> Turn:
    return Turn(now_us=lambda: clock.now().wall_us, spent=lambda _size: None, ends=lambda: False)
