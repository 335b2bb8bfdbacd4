"""Links: what carries bytes to and from a device, and opens itself again when the cable comes back. No meaning here.

A link is made, used and closed in one thread (the bench's). ``down`` carries one word and comes once for each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QTcpSocket
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from station.devices.address import PluggedAs, SerialAddress, TcpAddress

READ_LIMIT: Final = 64 * 1024  # bytes that may wait unread in a link
WRITE_LIMIT: Final = 8 * 1024 * 1024  # bytes that may wait unsent: more than any label
CONNECT_MS: Final = 3_000
FIRST_WAIT_MS: Final = 200
LONGEST_WAIT_MS: Final = 5_000  # over a network
PLUGGED_WAIT_MS: Final = 1_000  # at this machine, where a try costs nothing: put back it works at once


class BackOff(QObject):
    """Asks for a new try after 0.2 s, 0.4 s … ``longest_ms``, until told that it worked."""

    due = Signal()

    def __init__(self, parent: QObject, *, longest_ms: int = LONGEST_WAIT_MS) -> None:
        super().__init__(parent)
        self._longest_ms = longest_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)
        self._wait_ms = FIRST_WAIT_MS

    def again(self) -> None:
        if not self._timer.isActive():
            self._timer.start(self._wait_ms)
            self._wait_ms = min(self._wait_ms * 2, self._longest_ms)

    def worked(self) -> None:
        self._timer.stop()
        self._wait_ms = FIRST_WAIT_MS

    def stop(self) -> None:
        self._timer.stop()


class SerialLink(QObject):
    """A serial port, a USB CDC device, or a pty by its full path."""

    received = Signal(bytes)
    moved = Signal()  # something of what was sent has left
    written = Signal()  # all that was sent has left
    up = Signal()
    down = Signal(str)

    def __init__(
        self,
        address: SerialAddress,
        parent: QObject | None = None,
        *,
        find: Callable[[PluggedAs], list[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._usb = address.usb
        self._find = find or ports_of
        self._port = _configured_port(address, self)
        self._port.readyRead.connect(self._read)
        self._port.bytesWritten.connect(self._wrote)
        self._port.errorOccurred.connect(self._failed)
        self._back_off = BackOff(self, longest_ms=PLUGGED_WAIT_MS)
        self._back_off.due.connect(self._try)
        self._is_up = False
        self._closing = False
        self._last_word = ""

    def open(self) -> None:
        self._try()

    def close(self) -> None:
        """Final until the next ``open``; says nothing."""
        self._back_off.stop()
        self._is_up = False
        self._close_port()

    def reopen(self, word: str) -> None:
        """Give up the port as it is, report ``word`` and open it anew."""
        self._lose(word)

    def send(self, data: bytes) -> bool:
        """Whether every byte was taken; False means that none was."""
        return self._is_up and _write(self._port, data)

    def _try(self) -> None:
        if self._port.isOpen() or not self._settled():
            return
        if not self._port.open(QIODevice.OpenModeFlag.ReadWrite):
            return  # errorOccurred has said why
        self._port.clear()  # what came before nobody listened belongs to nobody
        self._back_off.worked()
        self._is_up = True
        self._last_word = ""
        self.up.emit()

    def _settled(self) -> bool:
        """Whether it is known which port to open: a device named by what it is may stand at another one now."""
        if self._usb is None:
            return True
        ports = self._find(self._usb)
        if len(ports) == 1:
            self._port.setPortName(ports[0])
            return True
        self._lose("ambiguous" if ports else "not_found")
        return False

    def _read(self) -> None:
        data = self._port.readAll().data()
        if data and self._is_up:
            self.received.emit(bytes(data))

    def _wrote(self, _count: int) -> None:
        self.moved.emit()
        if self._port.bytesToWrite() == 0:
            self.written.emit()

    def _failed(self, error: QSerialPort.SerialPortError) -> None:
        if error is not QSerialPort.SerialPortError.NoError and not self._closing:
            self._lose(_serial_word(error, self._port.portName()))

    def _lose(self, word: str) -> None:
        self._is_up = False
        self._close_port()
        self._back_off.again()
        if word != self._last_word:
            self._last_word = word
            self.down.emit(word)

    def _close_port(self) -> None:
        """Closing a port whose cable is out is an error once more, and would be heard as a new one."""
        self._closing = True
        if self._port.isOpen():
            self._port.close()
        self._closing = False


class TcpLink(QObject):
    """A socket to a printer, a serial server or a virtual device."""

    received = Signal(bytes)
    moved = Signal()
    written = Signal()
    up = Signal()
    down = Signal(str)

    def __init__(self, address: TcpAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._socket = QTcpSocket(self)
        self._socket.setReadBufferSize(READ_LIMIT)
        self._socket.connected.connect(self._connected)
        self._socket.readyRead.connect(self._read)
        self._socket.bytesWritten.connect(self._wrote)
        self._socket.errorOccurred.connect(self._failed)
        self._back_off = BackOff(self)
        self._back_off.due.connect(self._try)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._too_late)
        self._is_up = False
        self._wanted = False
        self._last_word = ""

    def open(self) -> None:
        self._wanted = True
        self._try()

    def close(self) -> None:
        """Final until the next ``open``; says nothing. Bytes not yet sent are thrown away."""
        self._wanted = self._is_up = False
        self._back_off.stop()
        self._deadline.stop()
        self._socket.abort()

    def reopen(self, word: str) -> None:
        self._lose(word)

    def send(self, data: bytes) -> bool:
        """Whether every byte was taken; False means that none was."""
        return self._is_up and _write(self._socket, data)

    def _try(self) -> None:
        if self._wanted and self._socket.state() is QAbstractSocket.SocketState.UnconnectedState:
            self._deadline.start(CONNECT_MS)
            self._socket.connectToHost(self._address.host, self._address.port)

    def _connected(self) -> None:
        self._deadline.stop()
        self._back_off.worked()
        self._socket.setSocketOption(QAbstractSocket.SocketOption.LowDelayOption, 1)
        self._socket.setSocketOption(QAbstractSocket.SocketOption.KeepAliveOption, 1)
        self._is_up = True
        self._last_word = ""
        self.up.emit()

    def _read(self) -> None:
        data = self._socket.readAll().data()
        if data and self._is_up:
            self.received.emit(bytes(data))

    def _wrote(self, _count: int) -> None:
        self.moved.emit()
        if self._socket.bytesToWrite() == 0:
            self.written.emit()

    def _failed(self, error: QAbstractSocket.SocketError) -> None:
        self._lose(_tcp_word(error))

    def _too_late(self) -> None:
        self._lose("unreachable")

    def _lose(self, word: str) -> None:
        if not self._wanted:
            return
        self._is_up = False
        self._deadline.stop()
        self._socket.abort()
        self._back_off.again()
        if word != self._last_word:
            self._last_word = word
            self.down.emit(word)


def ports_of(usb: PluggedAs) -> list[str]:
    """Full paths of the serial ports of a USB device; two of a kind give two when no serial number tells them apart."""
    return [
        port.systemLocation()
        for port in QSerialPortInfo.availablePorts()
        if (port.vendorIdentifier(), port.productIdentifier()) == (usb.vendor, usb.product)
        and usb.serial in ("", port.serialNumber())
    ]


def _configured_port(address: SerialAddress, parent: QObject) -> QSerialPort:
    port = QSerialPort(parent)
    port.setPortName(address.port)
    port.setBaudRate(address.baud)
    port.setDataBits(QSerialPort.DataBits.Data7 if address.bits == 7 else QSerialPort.DataBits.Data8)
    parities = {
        "none": QSerialPort.Parity.NoParity,
        "even": QSerialPort.Parity.EvenParity,
        "odd": QSerialPort.Parity.OddParity,
    }
    port.setParity(parities[address.parity])
    port.setStopBits(QSerialPort.StopBits.OneStop if address.stop == 1 else QSerialPort.StopBits.TwoStop)
    flows = {
        "none": QSerialPort.FlowControl.NoFlowControl,
        "hardware": QSerialPort.FlowControl.HardwareControl,
        "software": QSerialPort.FlowControl.SoftwareControl,
    }
    port.setFlowControl(flows[address.flow])
    port.setReadBufferSize(READ_LIMIT)
    return port


def _write(device: QIODevice, data: bytes) -> bool:
    if device.bytesToWrite() + len(data) > WRITE_LIMIT:
        return False
    taken = device.write(data)
    assert taken in (-1, len(data)), "Qt's own buffer takes all or nothing"
    return taken == len(data)


def _serial_word(error: QSerialPort.SerialPortError, port: str) -> str:
    """Qt calls a port that another program holds a matter of permission; Windows does so itself."""
    match error:
        case QSerialPort.SerialPortError.DeviceNotFoundError:
            return "not_found"
        case QSerialPort.SerialPortError.PermissionError:
            is_ours = sys.platform == "win32" or os.access(Path("/dev") / port, os.R_OK | os.W_OK)
            return "in_use" if is_ours else "no_permission"
        case _:
            return "lost"


def _tcp_word(error: QAbstractSocket.SocketError) -> str:
    match error:
        case QAbstractSocket.SocketError.ConnectionRefusedError:
            return "refused"
        case QAbstractSocket.SocketError.RemoteHostClosedError:
            return "closed"
        case QAbstractSocket.SocketError.HostNotFoundError:
            return "not_found"
        case QAbstractSocket.SocketError.NetworkError | QAbstractSocket.SocketError.SocketTimeoutError:
            return "unreachable"
        case _:
            return "lost"
