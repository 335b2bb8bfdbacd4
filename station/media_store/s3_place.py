"""A bucket of any S3-compatible store as second place, through ``botocore`` (the extra ``media_store``).

Only what every such store has is used: PUT, multipart upload, HEAD, GET with a body, DELETE. Each body is signed with
its SHA-256, which the store must compare before it answers; that is trusted for the way there and for nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from station.errors import SettingsTrouble
from station.media_store.place import MARK, MARK_BYTES_MAX, PART_BYTES, PIECE_BYTES, PlaceAway, Spent

Client: TypeAlias = Any  # botocore makes its methods while it runs

CONNECT_S: Final = 5
READ_S: Final = 20
TRIES: Final = 2
PARTS_MAX: Final = 10_000
_GONE: Final = ("404", "NoSuchKey", "NoSuchUpload", "NotFound")
_PLACE_TOLD: Final = {
    "AccessDenied": ("the store refuses these credentials the right", "Give them the right to read and write there."),
    "403": ("the store refuses these credentials", "Look at the credentials and their rights."),
    "InvalidAccessKeyId": ("the store does not know the access key", "Put the right one into the usual place."),
    "SignatureDoesNotMatch": ("the store refuses the secret key", "Put the right one into the usual place."),
    "NoSuchBucket": ("the store has no such bucket", "Make it, or correct [media_store] place."),
    "RequestTimeTooSkewed": ("the store finds this machine's clock wrong", "Let the clock follow a time server."),
    "QuotaExceeded": ("the store is full", "Make room there; what waits stays here."),
    "XMinioStorageFull": ("the store is full", "Make room there; what waits stays here."),
}
_OFTEN: Final = "The next round tries again."


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Place:
    client: Client
    bucket: str
    prefix: str  # of this place; "" or with a "/" at its end
    endpoint: str
    part_bytes: int = PART_BYTES

    @property
    def words(self) -> str:
        where = f" at {self.endpoint}" if self.endpoint else ""
        return f"the bucket {self.bucket}/{self.prefix}".rstrip("/") + where

    def mark(self) -> str:
        with self._told():
            found = self._get(self.prefix + MARK)
            if found is None:
                return ""
            try:
                return str(found["Body"].read(MARK_BYTES_MAX).decode("ascii", "replace").strip())
            finally:
                found["Body"].close()

    def begin(self, mark: str) -> None:
        with self._told():
            self.client.put_object(Bucket=self.bucket, Key=self.prefix + MARK, Body=mark.encode() + b"\n")

    def put(self, name: str, file: Path, spent: Spent) -> None:
        size = file.stat().st_size
        with self._told():
            if size <= self.part_bytes:
                body = file.read_bytes()
                self.client.put_object(Bucket=self.bucket, Key=self._key(name), Body=body)
                spent(len(body))
            else:
                self._put_parts(name, file, size, spent)

    def _put_parts(self, name: str, file: Path, size: int, spent: Spent) -> None:
        target = {"Bucket": self.bucket, "Key": self._key(name)}
        part_bytes = max(self.part_bytes, -(-size // PARTS_MAX))
        upload = self._unfinished(name) or self.client.create_multipart_upload(**target)["UploadId"]
        there = self._parts(name, upload)
        done = list[dict[str, Any]]()
        with file.open("rb") as source:
            for number, at in enumerate(range(0, size, part_bytes), start=1):
                length = min(part_bytes, size - at)
                tag = there[number][0] if number in there and there[number][1] == length else ""
                if not tag:
                    source.seek(at)
                    body = source.read(length)
                    sent = self.client.upload_part(**target, UploadId=upload, PartNumber=number, Body=body)
                    tag = sent["ETag"]
                    spent(length)
                done.append({"PartNumber": number, "ETag": tag})
        self._complete(target, upload, done)

    def _complete(self, target: dict[str, str], upload: str, parts: list[dict[str, Any]]) -> None:
        """An upload that the store no longer knows was put together by a try whose answer was lost, or is gone: the
        reading back tells which."""
        from botocore.exceptions import ClientError

        try:
            self.client.complete_multipart_upload(**target, UploadId=upload, MultipartUpload={"Parts": parts})
        except ClientError as error:
            if _code(error) not in _GONE:
                raise

    def size(self, name: str) -> int | None:
        from botocore.exceptions import ClientError

        with self._told():
            try:
                return int(self.client.head_object(Bucket=self.bucket, Key=self._key(name))["ContentLength"])
            except ClientError as error:
                if _code(error) in _GONE:
                    return None
                raise

    def read(self, name: str, spent: Spent) -> Iterator[bytes]:
        with self._told():
            found = self._get(self._key(name))
            if found is None:
                raise FileNotFoundError(name)
            try:
                while piece := found["Body"].read(PIECE_BYTES):
                    spent(len(piece))
                    yield piece
            finally:
                found["Body"].close()

    def remove(self, name: str) -> None:
        from botocore.exceptions import ClientError

        with self._told():
            while upload := self._unfinished(name):
                try:
                    self.client.abort_multipart_upload(Bucket=self.bucket, Key=self._key(name), UploadId=upload)
                except ClientError as error:
                    if _code(error) not in _GONE:
                        raise
                    break
            self.client.delete_object(Bucket=self.bucket, Key=self._key(name))

    def close(self) -> None:
        self.client.close()

    def _key(self, name: str) -> str:
        return f"{self.prefix}{name[:2]}/{name}"

    def _get(self, key: str) -> dict[str, Any] | None:
        from botocore.exceptions import ClientError

        try:
            found: dict[str, Any] = self.client.get_object(Bucket=self.bucket, Key=key)
        except ClientError as error:
            if _code(error) in _GONE:
                return None
            raise
        return found

    def _unfinished(self, name: str) -> str:
        """The upload that an earlier try began, as the store remembers it: no note of it is kept here."""
        key = self._key(name)
        found = self.client.list_multipart_uploads(Bucket=self.bucket, Prefix=key).get("Uploads", [])
        return next((str(one["UploadId"]) for one in found if one["Key"] == key), "")

    def _parts(self, name: str, upload: str) -> dict[int, tuple[str, int]]:
        found, after = dict[int, tuple[str, int]](), 0
        while True:
            answer = self.client.list_parts(
                Bucket=self.bucket, Key=self._key(name), UploadId=upload, PartNumberMarker=after
            )
            found |= {int(one["PartNumber"]): (str(one["ETag"]), int(one["Size"])) for one in answer.get("Parts", [])}
            following = int(answer.get("NextPartNumberMarker") or 0)
            if not answer.get("IsTruncated") or following <= after:
                return found
            after = following

    @contextmanager
    def _told(self) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except ClientError as error:
            code = _code(error)
            what, remedy = _PLACE_TOLD.get(code, (f"the store answers {code}", _OFTEN))
            raise PlaceAway(what, where=self.words, remedy=remedy) from error
        except BotoCoreError as error:
            raise PlaceAway(_in_words(error), where=self.words, remedy=_remedy(error)) from error


def open_s3(
    bucket: str,
    prefix: str,
    *,
    endpoint: str,
    region: str,
    read_s: float = READ_S,
    part_bytes: int = PART_BYTES,
) -> S3Place:
    """Credentials are the library's business: environment, ``~/.aws``, the machine's own role.

    Raises:
        SettingsTrouble: the extra is not installed, or its own files do not read.
    """
    try:
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError
        from botocore.session import get_session
    except ImportError:
        raise SettingsTrouble(
            "the library for stores is not installed", remedy='Install it: pip install "sealbench[media_store]".'
        ) from None
    config = Config(
        connect_timeout=CONNECT_S,
        read_timeout=read_s,
        retries={"mode": "standard", "total_max_attempts": TRIES},
        signature_version="s3v4",
        s3={"payload_signing_enabled": True, "addressing_style": "path" if endpoint else "auto"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    try:
        session = get_session()
        where = region or session.get_config_variable("region") or "us-east-1"
        client = session.create_client("s3", endpoint_url=endpoint or None, region_name=where, config=config)
    except (BotoCoreError, ValueError) as error:
        raise SettingsTrouble(
            f"the store cannot be set up: {_line(error)}", remedy="Look at ~/.aws and at [media_store]."
        ) from error
    return S3Place(client=client, bucket=bucket, prefix=prefix, endpoint=endpoint, part_bytes=part_bytes)


def _code(error: Any) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _in_words(error: Exception) -> str:
    match type(error).__name__:
        case "NoCredentialsError" | "PartialCredentialsError":
            return "no credentials for the store are found"
        case "EndpointConnectionError" | "ConnectTimeoutError" | "ConnectionClosedError" | "ProxyConnectionError":
            return "the store cannot be reached"
        case "ReadTimeoutError":
            return "the store does not answer"
        case "SSLError":
            return "the store's certificate is not accepted"
        case _:
            return f"the store fails: {_line(error)}"


def _remedy(error: Exception) -> str:
    if type(error).__name__ in ("NoCredentialsError", "PartialCredentialsError"):
        return "Put them where its library looks: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or ~/.aws/credentials."
    return _OFTEN


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
