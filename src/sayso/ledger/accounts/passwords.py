"""Passwords, of which only what scrypt makes of them is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from threading import BoundedSemaphore

from sayso.ledger.errors import LedgerError

SHORTEST, LONGEST = 12, 200  # characters
_SALT, _LENGTH = 16, 32  # bytes
_SCHEME = "scrypt"
# Each takes the memory of its cost; several at once must not take all of it.
_AT_ONCE = BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class Cost:
    """What scrypt takes: `n` steps of `128 * r` bytes each, `p` times."""

    n: int
    r: int
    p: int

    @property
    def memory(self) -> int:
        """Bytes, with what OpenSSL wants on top."""
        return 128 * self.r * (self.n + self.p + 2) + 65_536


# One of the settings that OWASP's password storage cheat sheet holds to be equal: 16 MiB, and 5 times.
OWASP = Cost(2**14, 8, 5)


def check(password: str) -> None:
    """Raises LedgerError for a password that is too short to be safe, or too long to be one."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise LedgerError(
            f"a password of {len(password)} characters cannot be taken; expected {SHORTEST} to {LONGEST},"
            " such as four words that have nothing to do with each other"
        )
    if len(set(password)) < 4:
        raise LedgerError("a password of the same few characters is guessed at once; give another one")


def hashed(password: str, *, cost: Cost = OWASP) -> str:
    """What is stored: the scheme, its cost, the salt and the hash, with `$` between them."""
    salt = secrets.token_bytes(_SALT)
    parts = (_SCHEME, cost.n, cost.r, cost.p, _written(salt), _written(_hash(password, salt, cost)))
    return "$".join(map(str, parts))


def matches(password: str, stored: str) -> bool:
    """Whether this is the password, found in the same time wherever they differ."""
    try:
        scheme, n, r, p, salt, kept = stored.split("$")
        if scheme != _SCHEME or len(password) > LONGEST:
            return False
        cost = Cost(int(n), int(r), int(p))
        return hmac.compare_digest(_hash(password, b64decode(salt), cost), b64decode(kept))
    except ValueError:
        return False


def _hash(password: str, salt: bytes, cost: Cost) -> bytes:
    # keyboards write one accent in several ways
    given = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    with _AT_ONCE:
        return hashlib.scrypt(
            given, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=cost.memory, dklen=_LENGTH
        )


def _written(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
