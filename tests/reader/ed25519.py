"""Ed25519 verification (RFC 8032, section 5.1) and C2SP signed notes, with nothing but the standard library. Slow: a few milliseconds a signature."""

import base64
import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(a, b):
    """Extended homogeneous coordinates (X, Y, Z, T), RFC 8032 section 5.1.4."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    g, h, i, j = f - e, d - c, d + c, f + e
    return (g * h % P, i * j % P, h * i % P, g * j % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def decode_point(data):
    """None where the 32 bytes are no point, or not in their one form."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verify(public_key, message, signature):
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key, r = decode_point(public_key), decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % ORDER
    return same(multiply(s, BASE), add(r, multiply(k, key)))


class NoteError(Exception):
    pass


def parse_key(text):
    """A C2SP verifier key NAME+KEYID+BASE64 -> (name, 32 bytes, fingerprint)."""
    try:
        name, key_id, encoded = text.split("+", 2)
        data = base64.b64decode(encoded, validate=True)
    except ValueError as e:
        raise NoteError(f"the public key cannot be read: {e}") from e
    fingerprint = hashlib.sha256(name.encode() + b"\n" + data).digest()
    if len(data) != 33 or data[0] != 1 or fingerprint[:4].hex() != key_id:
        raise NoteError("the public key is no Ed25519 key, or its id is another key's")
    return name, data[1:], fingerprint.hex()


def open_checkpoint(text, key):
    """The signed note of a tlog checkpoint -> (origin, size, root). Exactly one signature by this key, and it holds."""
    body, empty, signatures = text.partition("\n\n")
    lines = body.split("\n")
    if not empty or not signatures.endswith("\n") or len(lines) < 3:
        raise NoteError("it is no signed note")
    name, public, fingerprint = parse_key(key)
    held = 0
    for line in signatures[:-1].split("\n"):
        words = line.split(" ")
        if len(words) != 3 or words[0] != "\u2014":
            raise NoteError("a signature's line cannot be read")
        try:
            data = base64.b64decode(words[2], validate=True)
        except ValueError as e:
            raise NoteError("a signature is no base64") from e
        if base64.b64encode(data).decode() != words[2]:
            raise NoteError("a signature is not in its one form")
        if words[1] != name or data[:4].hex() != fingerprint[:8]:
            continue
        if not verify(public, (body + "\n").encode(), data[4:]):
            raise NoteError("the signature does not hold")
        held += 1
    if held != 1:
        raise NoteError("it is not signed once by the key that is named")
    if not lines[1].isdigit():
        raise NoteError("the tree's size is no number")
    return lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True)
