"""Opens a sealed journal by docs/sealed.md alone: with another library, and no code of the journal.

    python tests/independent_sealed_reader.py FOLDER < passphrase

prints what every line says, one JSON object a line. FOLDER is the one that holds journal.json.
What the library lacks (HChaCha20, Salsa20) is written here from its description.
"""

import json
import struct
import sys
from base64 import b64decode
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any
from unicodedata import normalize
from zlib import crc32

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.poly1305 import Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

WORDS = struct.unpack("<4I", b"expand 32-byte k")
COLUMNS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15))
DIAGONALS = ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))


def turned(word: int, by: int) -> int:
    return (word << by | word >> (32 - by)) & 0xFFFFFFFF


# --- XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), from HChaCha20 and the library's ChaCha20


def hchacha20(key: bytes, nonce: bytes) -> bytes:
    x = [*WORDS, *struct.unpack("<8I", key), *struct.unpack("<4I", nonce)]
    for _ in range(10):
        for a, b, c, d in (*COLUMNS, *DIAGONALS):
            for p, q, r, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                x[p] = (x[p] + x[q]) & 0xFFFFFFFF
                x[r] = turned(x[r] ^ x[p], by)
    return struct.pack("<8I", *x[:4], *x[12:])


def unsealed(sealed: bytes, about: bytes, key: bytes) -> bytes:
    nonce = sealed[:24]
    inner = ChaCha20Poly1305(hchacha20(key, nonce[:16]))
    return inner.decrypt(bytes(4) + nonce[16:], sealed[24:], about)


# --- letters: X25519, then XSalsa20-Poly1305 (libsodium's crypto_box_seal)


def salsa_rounds(x: list[int]) -> list[int]:
    x = list(x)
    across = ((0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11))
    down = ((0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14))
    for _ in range(10):
        for a, b, c, d in (*across, *down):
            for p, q, r, by in ((b, a, d, 7), (c, b, a, 9), (d, c, b, 13), (a, d, c, 18)):
                x[p] ^= turned((x[q] + x[r]) & 0xFFFFFFFF, by)
    return x


def salsa_state(key: bytes, middle: bytes) -> list[int]:
    k, m = struct.unpack("<8I", key), struct.unpack("<4I", middle)
    return [WORDS[0], *k[:4], WORDS[1], *m, WORDS[2], *k[4:], WORDS[3]]


def hsalsa20(key: bytes, nonce: bytes) -> bytes:
    x = salsa_rounds(salsa_state(key, nonce))
    return struct.pack("<8I", x[0], x[5], x[10], x[15], *x[6:10])


def xsalsa20(key: bytes, nonce: bytes, length: int) -> bytes:
    inner, stream = hsalsa20(key, nonce[:16]), b""
    for block in range(length // 64 + 1):
        state = salsa_state(inner, nonce[16:] + struct.pack("<Q", block))
        mixed = zip(state, salsa_rounds(state), strict=True)
        stream += struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in mixed))
    return stream[:length]


def letter(sealed: bytes, private: bytes) -> bytes:
    mine, theirs = X25519PrivateKey.from_private_bytes(private), sealed[:32]
    public = mine.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    shared = mine.exchange(X25519PublicKey.from_public_bytes(theirs))
    nonce = blake2b(theirs + public, digest_size=24).digest()
    tag, text = sealed[32:48], sealed[48:]
    stream = xsalsa20(hsalsa20(shared, bytes(16)), nonce, 32 + len(text))
    Poly1305.verify_tag(stream[:32], text, tag)
    return bytes(a ^ b for a, b in zip(text, stream[32:], strict=True))


# --- the journal


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def key_of(root: dict[str, Any], passphrase: str) -> bytes:
    """Return the 64 bytes that the passphrase's slot holds, once the root is held to its seal."""
    assert root["sum"] == f"{crc32(canonical(without(root, 'sum'))):08x}", "damaged"
    [slot] = [slot for slot in root["slots"] if slot["kind"] == "passphrase"]
    stretched = Argon2id(
        salt=b64decode(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=1,
        memory_cost=slot["memory"],
    ).derive(normalize("NFC", passphrase).encode())
    about = canonical({"journal": root["id"], "slot": without(slot, "key")})
    key = unsealed(b64decode(slot["key"]), b"journal 1 slot " + about, stretched)
    said = b"journal 1 root " + canonical(without(root, "seal", "sum"))
    assert unsealed(b64decode(root["seal"]), said, key[:32]) == b"", "altered"
    return key


def changes(folder: Path, root: dict[str, Any], key: bytes) -> Iterator[dict[str, Any]]:
    for path in sorted((folder / root["folder"]).glob("*.jsonl")):
        for line in path.read_text("ascii").splitlines():
            n, sealed = line.split(" ")
            if sealed.startswith("~"):
                told = json.loads(letter(b64decode(sealed[1:]), key[32:]))
                about = {"journal": root["id"], "file": path.name, "n": int(n)}
                assert told["about"] == about, "moved"
                yield told["change"]
            else:
                about_line = f"journal 1 line {root['id']} {path.name} {n}".encode()
                yield json.loads(unsealed(b64decode(sealed), about_line, key[:32]))


def main() -> None:
    folder = Path(sys.argv[1])
    root = json.loads((folder / "journal.json").read_text())
    key = key_of(root, sys.stdin.readline().rstrip("\n"))
    for change in changes(folder, root, key):
        print(json.dumps(change))


if __name__ == "__main__":
    main()
