"""Bytes of a file to text, or one clear error."""

from __future__ import annotations

import codecs

from influence_graph.errors import InputError

__all__ = ["LARGEST", "check_size", "decode", "is_binary"]

LARGEST = 20 * 1024 * 1024
"""Bytes of one article; more is a data set or a mistake."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def check_size(size: int, source: str) -> None:
    """Refuse what is too large for one article.

    Raises
    ------
    InputError
        It is larger than `LARGEST`.
    """
    if size > LARGEST:
        raise InputError(
            f"too large for one article ({size / 1048576:.0f} MB, at most "
            f"{LARGEST // 1048576} MB); split it, or use JSON Lines",
            source=source,
        )


def is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text in any encoding that is read."""
    head = data[:8192]
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return False
    return b"\0" in head


def decode(data: bytes, source: str) -> str:
    """Return the text of a file: UTF-8, or UTF-16 and UTF-32 with a byte order mark.

    Line ends become line feeds; nothing else is changed.

    Raises
    ------
    InputError
        The file is empty, binary, or in another encoding.
    """
    if not data.strip():
        raise InputError("empty", source=source)
    if is_binary(data):
        raise InputError("binary, not text", source=source)
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"not {error.encoding.upper()}: byte 0x{data[error.start]:02x} at offset "
            f"{error.start}; save it as UTF-8",
            source=source,
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n\x0b\x0c"):
        raise InputError("empty", source=source)
    return text
