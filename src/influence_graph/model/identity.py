"""Identity from the content."""

from __future__ import annotations

import hashlib

__all__ = ["digest"]


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits of SHA-256 over length-prefixed parts."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        sha.update(f"{len(data)}:".encode())
        sha.update(data)
    return sha.hexdigest()[:16]
