"""Finding what must not be on a page, however it was written there.

Every canary holds MARK, which nothing else does, so that a part of one is found as well.
"""

import base64
import binascii
import bz2
import contextlib
import gzip
import hashlib
import html
import lzma
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

MARK = "zqxjv"

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_HEX = re.compile(rb"[0-9a-fA-F]{20,}")
_ESCAPED = re.compile(rb"\\u00([0-9a-fA-F]{2})")
_JOINTS = re.compile(rb"[\s\x00]")
_BETWEEN_DIGITS = re.compile(rb"[\s./()\x00-]")


_PACKERS: tuple[tuple[bytes, Callable[[], Any]], ...] = (
    (b"x", zlib.decompressobj),
    (b"\x1f\x8b", lambda: zlib.decompressobj(31)),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ", lzma.LZMADecompressor),
)


def found_in(file: bytes, numbers: Iterable[bytes] = (), secrets: Iterable[str] = ()) -> list[str]:
    """Return what of the canaries is in `file`, in any reading of it; [] where nothing is.

    numbers  canaries of digits, which cannot hold MARK
    secrets  of these no digest may be there either
    """
    wanted = [digest for secret in secrets for digest in _digests(secret.encode())]
    found = [f"digest {digest[:8]!r}" for digest in wanted if digest in file]
    for reading in _readings(file):
        plain = _JOINTS.sub(b"", reading).lower()
        if MARK.encode() in plain or MARK[::-1].encode() in plain:
            found.append("a canary")
        joined = _BETWEEN_DIGITS.sub(b"", reading)
        found += [f"number {number!r}" for number in numbers if number in joined]
    return found


def _digests(secret: bytes) -> Iterator[bytes]:
    for name in ("md5", "sha1", "sha256"):
        digest = hashlib.new(name, secret).digest()
        yield digest.hex().encode()
        yield base64.b64encode(digest).rstrip(b"=")


def _readings(data: bytes) -> set[bytes]:
    """Return `data` and what it may stand for: escapes read, parts decoded and unpacked."""
    text = data.decode("utf-8", "replace")
    plain = {data, html.unescape(text).encode(), unquote_to_bytes(data), _unescaped(data)}
    decoded = {part for each in plain for part in _decoded(each) if len(part) >= len(MARK)}
    return plain | decoded | {part for each in decoded for part in _unpacked(each)}


def _decoded(data: bytes) -> Iterator[bytes]:
    for source in dict.fromkeys((data, _JOINTS.sub(b"", data))):
        for match in _BASE64.finditer(source):
            yield from _from_base64(match.group())
        for match in _HEX.finditer(source):
            yield from _from_hex(match.group())


def _unescaped(data: bytes) -> bytes:
    return _ESCAPED.sub(lambda match: bytes.fromhex(match[1].decode()), data)


def _from_base64(run: bytes) -> Iterator[bytes]:
    plain = run.translate(bytes.maketrans(b"-_", b"+/"))
    for start in range(4):
        part = plain[start:]
        yield binascii.a2b_base64(part[: len(part) // 4 * 4] or b"")


def _from_hex(run: bytes) -> Iterator[bytes]:
    for start in range(2):
        part = run[start:]
        yield bytes.fromhex(part[: len(part) // 2 * 2].decode())


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield what `data` was before it was packed, for as much of it as can be read."""
    for magic, make in _PACKERS:
        if data.startswith(magic):
            with contextlib.suppress(zlib.error, OSError, EOFError, lzma.LZMAError):
                yield make().decompress(data)


def _packed(pack: Callable[[bytes], bytes]) -> Callable[[str], str]:
    return lambda secret: base64.b64encode(pack(secret.encode())).decode()


WAYS: dict[str, Callable[[str], str]] = {
    "raw": str,
    "upper case": str.upper,
    "reversed": lambda secret: secret[::-1],
    "spaced": " ".join,
    "base64": lambda secret: base64.b64encode(b"x" + secret.encode() + b"padding").decode(),
    "base64 for addresses": lambda s: base64.urlsafe_b64encode(b"??>" + s.encode()).decode(),
    "hexadecimal": lambda secret: (b"pad" + secret.encode() + b"pad").hex(),
    "per cent": lambda secret: "".join(f"%{ord(c):02x}" for c in secret),
    "entities": lambda secret: "".join(f"&#{ord(c)};" for c in secret),
    "entities in hexadecimal": lambda secret: "".join(f"&#x{ord(c):x};" for c in secret),
    "JSON": lambda secret: "".join(f"\\u{ord(c):04x}" for c in secret),
    "UTF-16": lambda secret: base64.b64encode(secret.encode("utf-16")).decode(),
    "zlib": _packed(zlib.compress),
    "gzip": _packed(gzip.compress),
    "bz2": _packed(bz2.compress),
    "xz": _packed(lzma.compress),
    "zlib, hexadecimal": lambda secret: zlib.compress(secret.encode()).hex(),
    "SHA-256": lambda secret: hashlib.sha256(secret.encode()).hexdigest(),
    "MD5 in base64": lambda s: base64.b64encode(hashlib.md5(s.encode()).digest()).decode(),
}
"""Ways in which a builder could put something on a page without showing it."""
