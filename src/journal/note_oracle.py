#!/usr/bin/env python3
"""Reads a signed checkpoint as C2SP signed-note and tlog-checkpoint describe it, for checkpoint_test. Knows nothing of this program.

usage: note_oracle.py VERIFIER_KEY < checkpoint
Prints origin, size, root in hexadecimal, key id and "good" or "bad" for the signature, one a line. Ed25519 is calculated here with
whole numbers only (RFC 8032 section 5.1).
"""
import base64
import hashlib
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P:
        return None
    return ((P - x) % P if x & 1 != sign else x), y, 1


# Points as (X : Y : Z) with x = X/Z, y = Y/Z; the formulas hold for doubling too.
def add(a, b):
    (x1, y1, z1), (x2, y2, z2) = a, b
    z = z1 * z2 % P
    zz, xx, yy = z * z % P, x1 * x2 % P, y1 * y2 % P
    t = D * xx * yy % P
    f, g = zz - t, zz + t
    return (z * f * (x1 * y2 + x2 * y1) % P, z * g * (yy + xx) % P, f * g % P)


def times(n, point):
    result = (0, 1, 1)
    while n:
        if n & 1:
            result = add(result, point)
        point = add(point, point)
        n >>= 1
    return result


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def signature_holds(public, message, signature):
    base_y = 4 * pow(5, P - 2, P) % P
    base = decompress(base_y.to_bytes(32, "little"))
    a, r, s = decompress(public), decompress(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or len(signature) != 64:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    return same(times(s, base), add(r, times(h, a)))


def main():
    name, key_id, key = sys.argv[1].split("+", 2)
    key = base64.b64decode(key, validate=True)
    assert key[0] == 1 and len(key) == 33
    assert hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() == key_id
    note = sys.stdin.buffer.read()
    text, signatures = note.split(b"\n\n")
    text += b"\n"
    origin, size, root = text.decode().split("\n")[:3]
    assert text.count(b"\n") == 3 and size == str(int(size))
    (line,) = signatures.decode().splitlines()
    dash, signer, blob = line.split(" ")
    blob = base64.b64decode(blob, validate=True)
    assert dash == "\u2014" and signer == name and blob[:4].hex() == key_id
    print(origin, size, base64.b64decode(root, validate=True).hex(), key_id, "good" if signature_holds(key[1:], text, blob[4:]) else "bad", sep="\n")


main()
