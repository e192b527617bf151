"""Signatures that stock OpenSSH checks: `ssh-keygen -Y verify` (format: OpenSSH, PROTOCOL.sshsig).

A page carries its own signature at its end; what is signed is everything before it.
"""

import base64
import binascii
import hashlib
import re
from typing import NamedTuple

NAMESPACE = "learning-journal-excerpt-v1"
"""What the signature is for: nobody can use it for anything else."""

IDENTITY = "learner"
"""The name under which a coach lists the key; the same for everybody, so it says nothing."""

_KIND = b"ssh-ed25519"
_HASH = b"sha512"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_ARMOUR = re.compile(rf"{_BEGIN}([A-Za-z0-9+/=\s]+){_END}")


class Signer(NamedTuple):
    """A key of the learner's; `seed` is secret, 32 bytes."""

    seed: bytes

    @property
    def public(self) -> str:
        """The public key as OpenSSH writes it: "ssh-ed25519 AAAA…"."""
        return f"{_KIND.decode()} {base64.b64encode(_public_blob(self._raw)).decode()}"

    @property
    def _raw(self) -> bytes:
        from nacl.signing import SigningKey  # only who signs or checks pays for it

        return bytes(SigningKey(self.seed).verify_key)

    def sign(self, message: bytes) -> str:
        """Return the signature of `message`, armoured, ending in a line feed."""
        from nacl.signing import SigningKey

        signature = SigningKey(self.seed).sign(_signed(message)).signature
        fields = (_public_blob(self._raw), NAMESPACE.encode(), b"", _HASH)
        blob = b"SSHSIG" + (1).to_bytes(4) + _strings(*fields, _strings(_KIND, signature))
        text = base64.b64encode(blob).decode()
        lines = [text[at : at + 70] for at in range(0, len(text), 70)]
        return "\n".join((_BEGIN, *lines, _END, ""))


def is_signed_by(public: str, message: bytes, signature: str) -> bool:
    """Tell whether `signature` is what the holder of the key `public` made for `message`."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        key = base64.b64decode(public.split()[1])
        made_with, made = _read(signature)
        if made_with != key:
            return False
        VerifyKey(_taken(key)[1]).verify(_signed(message), made)
    except (BadSignatureError, ValueError, IndexError, binascii.Error):
        return False
    return True


def signature_in(text: str) -> str:
    """Return the armoured signature in `text`, or ""."""
    match = _ARMOUR.search(text)
    return match.group() if match else ""


def fingerprint(public: str) -> str:
    """Return what of a public key is read out: as `ssh-keygen -l` writes it, or likewise."""
    kind, _, rest = public.partition(" ")
    data = base64.b64decode(rest.split()[0]) if kind.startswith("ssh-") and rest else kind.encode()
    return f"SHA256:{base64.b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')}"


def _signed(message: bytes) -> bytes:
    """Return the bytes that are signed for `message`."""
    digest = hashlib.sha512(message).digest()
    return b"SSHSIG" + _strings(NAMESPACE.encode(), b"", _HASH, digest)


def _read(signature: str) -> tuple[bytes, bytes]:
    """Return the key and the raw signature. Raises ValueError where it is not one of ours."""
    match = _ARMOUR.fullmatch(signature.strip())
    if match is None:
        raise ValueError("no signature")
    blob = base64.b64decode("".join(match.group(1).split()), validate=True)
    if blob[:10] != b"SSHSIG" + (1).to_bytes(4):
        raise ValueError("another version")
    key, namespace, _, hashed, made = _taken(blob[10:])
    if (namespace, hashed) != (NAMESPACE.encode(), _HASH):
        raise ValueError("made for something else")
    return key, _taken(made)[1]


def _public_blob(raw: bytes) -> bytes:
    return _strings(_KIND, raw)


def _strings(*parts: bytes) -> bytes:
    """Return strings as SSH writes them: each with its length before it (RFC 4251)."""
    return b"".join(len(part).to_bytes(4) + part for part in parts)


def _taken(blob: bytes) -> list[bytes]:
    parts: list[bytes] = []
    while blob:
        end = 4 + int.from_bytes(blob[:4])
        if len(blob) < end:
            raise ValueError("cut off")
        parts.append(blob[4:end])
        blob = blob[end:]
    return parts
