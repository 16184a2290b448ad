#!/usr/bin/env python3
"""Reads a witness's signature of a checkpoint as C2SP tlog-cosignature describes it, for proof_test. Knows nothing of this program.

usage: cosignature_oracle.py VERIFIER_KEY < checkpoint
Prints the seconds that the signature names and "good" or "bad". Ed25519 is calculated with whole numbers only (RFC 8032 section 5.1).
"""
import base64
import hashlib
import sys

FIELD = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE_D = -121665 * pow(121666, -1, FIELD) % FIELD


def point_of(data):
    number = int.from_bytes(data, "little")
    odd, y = number >> 255, number & (2**255 - 1)
    square = (y * y - 1) * pow(CURVE_D * y * y + 1, -1, FIELD) % FIELD
    x = pow(square, (FIELD + 3) // 8, FIELD)
    if (x * x - square) % FIELD:
        x = x * pow(2, (FIELD - 1) // 4, FIELD) % FIELD
    if (x * x - square) % FIELD:
        return None
    return (x if x & 1 == odd else FIELD - x, y)


def plus(p, q):
    # The Edwards addition in plain fractions; slow and easy to read.
    cross = CURVE_D * p[0] * q[0] * p[1] * q[1] % FIELD
    x = (p[0] * q[1] + p[1] * q[0]) * pow(1 + cross, -1, FIELD)
    y = (p[1] * q[1] + p[0] * q[0]) * pow(1 - cross, -1, FIELD)
    return (x % FIELD, y % FIELD)


def multiple(n, p):
    total = (0, 1)
    for bit in bin(n)[2:]:
        total = plus(total, total)
        if bit == "1":
            total = plus(total, p)
    return total


def good(public, message, signature):
    a, r, s = point_of(public), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= ORDER:
        return False
    base = point_of((4 * pow(5, -1, FIELD) % FIELD).to_bytes(32, "little"))
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return multiple(s, base) == plus(r, multiple(h, a))


def main():
    name, key_id, key = sys.argv[1].split("+", 2)
    key = base64.b64decode(key, validate=True)
    assert key[0] == 4 and len(key) == 33
    expected_id = hashlib.sha256(name.encode() + b"\n\x04" + key[1:]).digest()[:4]
    assert expected_id.hex() == key_id
    body, _, lines = sys.stdin.buffer.read().partition(b"\n\n")
    for line in lines.decode().splitlines():
        dash, signer, text = line.split(" ")
        blob = base64.b64decode(text, validate=True)
        if signer == name and blob[:4] == expected_id:
            assert dash == "\u2014" and len(blob) == 4 + 8 + 64
            seconds = int.from_bytes(blob[4:12], "big")
            message = b"cosignature/v1\ntime %d\n" % seconds + body + b"\n"
            print(seconds, "good" if good(key[1:], message, blob[12:]) else "bad")


main()
