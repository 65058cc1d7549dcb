"""The command that shows a store in the browser."""

from __future__ import annotations

import ipaddress
import socket
import sys
import webbrowser
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..errors import ConfigurationError, OutputError, missing_extra
from .console import Console
from .exits import Exit

LOOPBACK = "127.0.0.1"
_WAITING = 128


def serve_store(
    store: Path,
    *,
    host: str = LOOPBACK,
    port: int = 0,
    names: Iterable[str] = (),
    open_browser: bool = False,
    quiet: bool = False,
) -> int:
    """Serve a store until Ctrl-C; the address goes to standard output.

    Args:
        store: its file.
        host: where to listen; anything but loopback is warned of.
        port: the port; 0 for a free one.
        names: names under which others reach this machine.
        open_browser: show the address in the browser.
        quiet: do not tell how to end.

    Returns:
        The exit status.

    Raises:
        ConfigurationError: there is no such address here.
        InputError: the store cannot be read.
        MissingExtraError: the extra ``serve`` is not installed.
        OutputError: the port is taken.
    """
    try:
        import uvicorn

        from ..serve import make_app
        from ..serve.room import Room
    except ImportError as problem:
        raise missing_extra((problem.name or "uvicorn").partition(".")[0], "serve", "pages in the browser") from None
    console = Console(quiet=quiet)
    room = Room(store)
    listening = _listen(host, port)
    address = _address(host, listening.getsockname()[1])
    if not _is_loopback(host):
        console.warn("whoever reaches this machine can read the store: there is no password")
    own = [host] if not _is_number(host) else []
    app = make_app(room, hosts=[*own, *names])
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, date_header=False, lifespan="on",
        timeout_keep_alive=5, timeout_graceful_shutdown=2, limit_concurrency=200, h11_max_incomplete_event_size=16384,
    )  # fmt: skip
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()
    console.note("Ctrl-C ends it")
    if open_browser:
        webbrowser.open(address)
    try:
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        listening.close()
    console.note("ended")
    return Exit.OK


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError, OverflowError):
        raise ConfigurationError(
            f"there is no host {host}", advice="leave --host out, or say one of this machine"
        ) from None
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(_WAITING)
    except OSError as problem:
        listening.close()
        raise OutputError(
            f"cannot listen on {host}, port {port}: {(problem.strerror or str(problem)).lower()}",
            advice="say another --port, or none for a free one",
        ) from None
    return listening


def _address(host: str, port: int) -> str:
    shown = LOOPBACK if host in {"0.0.0.0", ""} else "[::1]" if host == "::" else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_number(host) and ipaddress.ip_address(host).is_loopback)
