"""A printer or a CUPS queue by IPP over HTTP. Blocking; the caller has a thread for it.

``http.client`` and not Qt's access manager: that one sends a request again by itself when a kept connection breaks, and
a job sent again is a label printed twice. Here every request has its own connection, and nothing is ever repeated.
"""

from __future__ import annotations

import itertools
import os
import re
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Final

from station.devices.address import IPP_PORT, IppAddress, QueueAddress
from station.devices.dialect import PrinterStatus
from station.devices.ipp import (
    ANSWER_BYTES_MAX,
    Answer,
    IppError,
    JobState,
    job_question,
    print_job,
    printer_question,
    read,
    status,
)
from station.devices.spool import Fate, Uncertain, Unreached

TIMEOUT_S: Final = 10.0
RAW: Final = "application/vnd.cups-raw"
BUSY_CODE, ACCEPTING_CODE, FORMAT_CODE = 0x0507, 0x0506, 0x040A
REFUSALS: Final = {BUSY_CODE: "busy", ACCEPTING_CODE: "not_accepting", FORMAT_CODE: "format_refused"}


class IppSpool:
    """``document_format`` is the MIME type of what is sent."""

    def __init__(self, address: IppAddress, *, document_format: str, proves: bool) -> None:
        self.proves = proves
        self._address = address
        self._format = document_format
        self._numbers = itertools.count(1)

    def status(self) -> PrinterStatus:
        return status(self._ask(printer_question(self._address.uri, next(self._numbers))))

    def submit(self, job: str, data: bytes) -> int:
        head = print_job(self._address.uri, next(self._numbers), job=job, document_format=self._format)
        connection = self._connected()
        try:
            answer = self._exchange(connection, head + data)
        except (OSError, HTTPException, IppError) as error:
            raise Uncertain("lost") from error
        finally:
            connection.close()
        if not answer.is_ok:
            raise Unreached(REFUSALS.get(answer.code, "refused"))
        number = answer.number("job-id")
        if number is None:
            raise Uncertain("no_job_number")
        return number

    def fate(self, number: int) -> Fate:
        answer = self._ask(job_question(self._address.uri, next(self._numbers), number))
        match answer.number("job-state"):
            case JobState.COMPLETED:
                return Fate.DONE
            case JobState.CANCELLED | JobState.ABORTED | None:
                return Fate.LOST
            case _:
                return Fate.GOING

    def _ask(self, question: bytes) -> Answer:
        connection = self._connected()
        try:
            return self._exchange(connection, question)
        except (OSError, HTTPException, IppError) as error:
            raise Unreached("silent") from error
        finally:
            connection.close()

    def _connected(self) -> HTTPConnection:
        """A printer's certificate is its own, so it is not checked: the line is private, not proven."""
        host, port = self._address.host, self._address.port
        if self._address.tls:
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            connection: HTTPConnection = HTTPSConnection(host, port, timeout=TIMEOUT_S, context=context)
        else:
            connection = HTTPConnection(host, port, timeout=TIMEOUT_S)
        try:
            connection.connect()
        except OSError as error:
            raise Unreached(_word(error)) from error
        return connection

    def _exchange(self, connection: HTTPConnection, body: bytes) -> Answer:
        headers = {"Content-Type": "application/ipp", "Connection": "close"}
        connection.request("POST", self._address.path, body, headers)
        response = connection.getresponse()
        if response.status != 200:
            raise HTTPException(f"HTTP {response.status}")
        return read(response.read(ANSWER_BYTES_MAX))


def ipp_spool(address: IppAddress, *, speaks: str, mime: str) -> IppSpool:
    """A printer that speaks IPP itself: its "completed" is paper."""
    return IppSpool(address, document_format=mime if speaks == "pdf" else "application/octet-stream", proves=True)


def cups_spool(address: QueueAddress, *, speaks: str, mime: str) -> IppSpool:
    """A queue of this machine's CUPS. A label's bytes go raw: no filter may touch them."""
    host, port = _cups_server(os.environ.get("CUPS_SERVER", ""))
    at = IppAddress(host=host, port=port, path=f"/printers/{_quoted(address.queue)}")
    return IppSpool(at, document_format=mime if speaks == "pdf" else RAW, proves=False)


def _cups_server(told: str) -> tuple[str, int]:
    """``CUPS_SERVER`` as CUPS reads it, but for its socket files: the usual port of this machine is taken instead."""
    found = re.fullmatch(r"([^:/\[\]]+)(?::(\d{1,5}))?(?:/version=.*)?", told)
    return (found[1], int(found[2] or IPP_PORT)) if found else ("localhost", IPP_PORT)


def _quoted(queue: str) -> str:
    from urllib.parse import quote

    return quote(queue, safe="")


def _word(error: OSError) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    if isinstance(error, ssl.SSLError):
        return "no_tls"
    return "unreachable"
