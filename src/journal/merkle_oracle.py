#!/usr/bin/env python3
"""Roots and proofs of Merkle trees by the recursive definitions of RFC 6962 sections 2.1, 2.1.1 and 2.1.2, for merkle_test.

Input, one question a line; the answer is a line of hexadecimal hashes parted by spaces:
  tree SEED N              N leaves whose data are the texts SEED/0, SEED/1, ...; answers the root
  root SIZE
  inclusion INDEX SIZE
  consistency OLD SIZE
"""
import functools
import hashlib
import sys


def sha(data):
    return hashlib.sha256(data).digest()


class Tree:
    def __init__(self, leaves):
        self.leaves = leaves
        self.mth = functools.lru_cache(maxsize=None)(self.mth)

    def mth(self, lo, hi):
        n = hi - lo
        if n == 0:
            return sha(b"")
        if n == 1:
            return sha(b"\x00" + self.leaves[lo])
        k = split(n)
        return sha(b"\x01" + self.mth(lo, lo + k) + self.mth(lo + k, hi))

    def path(self, m, lo, hi):
        n = hi - lo
        if n == 1:
            return []
        k = split(n)
        if m < k:
            return self.path(m, lo, lo + k) + [self.mth(lo + k, hi)]
        return self.path(m - k, lo + k, hi) + [self.mth(lo, lo + k)]

    def subproof(self, m, lo, hi, whole):
        n = hi - lo
        if m == n:
            return [] if whole else [self.mth(lo, hi)]
        k = split(n)
        if m <= k:
            return self.subproof(m, lo, lo + k, whole) + [self.mth(lo + k, hi)]
        return self.subproof(m - k, lo + k, hi, False) + [self.mth(lo, lo + k)]


def split(n):
    k = 1
    while 2 * k < n:
        k *= 2
    return k


def main():
    tree = Tree([])
    for line in sys.stdin:
        word, *args = line.split()
        if word == "tree":
            tree = Tree([f"{args[0]}/{i}".encode() for i in range(int(args[1]))])
            answer = [tree.mth(0, len(tree.leaves))]
        elif word == "root":
            answer = [tree.mth(0, int(args[0]))]
        elif word == "inclusion":
            answer = tree.path(int(args[0]), 0, int(args[1]))
        elif word == "consistency":
            answer = tree.subproof(int(args[0]), 0, int(args[1]), True)
        else:
            sys.exit(f"unknown question: {line!r}")
        print(" ".join(h.hex() for h in answer))


main()
