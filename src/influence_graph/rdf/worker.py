"""Answers one query in a process of its own, without network and with bounded memory.

It is run as a file, imports nothing of this package, and is killed when time is up. A request
is one JSON object on standard input; the answer goes to standard output: a line of JSON that
says what it is, then SPARQL JSON results or N-Triples.
"""

from __future__ import annotations

import ctypes
import io
import json
import sys
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["solutions", "boolean", "triples"]

_NEW_USER = 0x10000000  # CLONE_NEWUSER of linux/sched.h
_NEW_NET = 0x40000000  # CLONE_NEWNET
_MEGABYTE = 1024 * 1024


def leave_network() -> bool:
    """Enter a network namespace with no interface that is up; tell whether the system let us."""
    try:
        return bool(ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NET) == 0)
    except (OSError, AttributeError, TypeError):
        return False


def limit_memory(megabytes: int) -> None:
    """Bound the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    limit = megabytes * _MEGABYTE
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


class Bounded(io.BytesIO):
    """A buffer that refuses more than a number of bytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, data: object) -> int:
        """Write, or raise `OverflowError`."""
        written = super().write(data)  # type: ignore[arg-type]
        if self.tell() > self.most:
            raise OverflowError(f"the result is larger than {self.most // _MEGABYTE} MB")
        return written


def answer(database: object, query: str, prefixes: dict[str, str], most: int) -> tuple[Kind, bytes]:
    """Return the kind of the result (``solutions``, ``boolean``, ``triples``) and its bytes."""
    import pyoxigraph

    if not isinstance(database, pyoxigraph.Store):
        raise TypeError("not a database")
    result = database.query(query, prefixes=prefixes)
    buffer = Bounded(most)
    if isinstance(result, pyoxigraph.QueryTriples):
        result.serialize(buffer, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return "triples", buffer.getvalue()
    result.serialize(buffer, format=pyoxigraph.QueryResultsFormat.JSON)
    if isinstance(result, pyoxigraph.QueryBoolean):
        return "boolean", buffer.getvalue()
    return "solutions", buffer.getvalue()


def main() -> int:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    offline = leave_network()
    limit_memory(request["memory"])
    import pyoxigraph

    head: dict[str, object] = {"offline": offline}
    body = b""
    try:
        database = pyoxigraph.Store.read_only(request["database"])
        head["kind"], body = answer(
            database, request["query"], request["prefixes"], request["most"]
        )
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller shall say it
        head["error"] = str(error) or type(error).__name__
        head["type"] = type(error).__name__
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
