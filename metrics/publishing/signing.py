"""Signs a recap with the office's own key, and tells whether a registered key signed it."""

import base64
import binascii
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from etl.errors import Refused, StoreDamaged
from etl.words import _

FOLDER = "keys"


def office_key(store: Path, office: str) -> str:
    """The public half of the office's signing key (Ed25519, base64); made where there is none.

    The private half stays in `keys/` of the store, mode 0600.
    """
    known = _private(store, office)
    if known is None:
        known = Ed25519PrivateKey.generate()
        _keep(store, office, known)
    return _public_text(known.public_key())


def has_key(store: Path, office: str) -> bool:
    """Whether the store can sign for the office."""
    return _path(store, office).exists()


def checked_key(text: str) -> str:
    """A public key as people paste it, in its one form; raises `Refused` for anything else."""
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
        return _public_text(Ed25519PublicKey.from_public_bytes(data))
    except (binascii.Error, ValueError) as error:
        raise Refused(
            _("Kunci itu tidak utuh; salin seluruh baris yang dicetak monev recap key.")
        ) from error


def sign(
    store: Path, office: str, entry: Mapping[str, Any], head: Mapping[str, Any]
) -> dict[str, Any]:
    """`entry` with the office's signature, or as it is where the store has no key of the office.

    `head`: format, definitions and sample of the manifest, which are signed with it.
    """
    private = _private(store, office)
    if private is None:
        return dict(entry)
    signature = private.sign(_said(office, entry, head))
    return dict(entry) | {"signature": base64.b64encode(signature).decode()}


def signed_by(manifest: Mapping[str, Any], office: str, key: str) -> bool:
    """Whether the entry of `office` in a recap's manifest carries a signature by `key`."""
    entry = manifest["offices"][office]
    try:
        signature = base64.b64decode(str(entry["signature"]), validate=True)
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        public.verify(signature, _said(office, entry, manifest))
    except (InvalidSignature, binascii.Error, KeyError, ValueError, TypeError):
        return False
    return True


def _said(office: str, entry: Mapping[str, Any], head: Mapping[str, Any]) -> bytes:
    """The bytes that are signed: all that the manifest says of an office, hashes of parts too."""
    bare = {k: v for k, v in entry.items() if k != "signature"}
    told = {k: head.get(k) for k in ("format", "definitions", "sample")}
    return json.dumps({"office": office, "entry": bare} | told, sort_keys=True).encode()


def _path(store: Path, office: str) -> Path:
    return store / FOLDER / f"{office}.key"


def _private(store: Path, office: str) -> Ed25519PrivateKey | None:
    try:
        key = load_pem_private_key(_path(store, office).read_bytes(), None)
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise _damaged(store, office) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _damaged(store, office)
    return key


def _damaged(store: Path, office: str) -> StoreDamaged:
    return StoreDamaged(
        _(
            "Kunci tanda tangan {file} rusak; pulihkan dari cadangan, atau hapus berkas itu, buat "
            "kunci baru dengan monev recap key, dan daftarkan lagi di provinsi."
        ).format(file=_path(store, office))
    )


def _keep(store: Path, office: str, key: Ed25519PrivateKey) -> None:
    path = _path(store, office)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _public_text(key: Ed25519PublicKey) -> str:
    return base64.b64encode(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
