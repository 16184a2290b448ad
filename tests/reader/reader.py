"""An independent reader of the bundles of `sumi journal export`: docs/journal-bundle.md, and nothing of the program's own code.

    python3 tests/reader/reader.py FOLDER [--public-key FINGERPRINT] [--state FILE] [--json]

A public bundle: every file against the manifest, the checkpoint's signature, the root over all leaves, every entry's public fields by schema.json, and per
batch: what came in, what was used up, and that no serial was used twice or never issued. An auditor's: besides, every commitment to party bytes and to
sealed values, and the state, replayed by tests/reader/replay.py; FILE is what `sumi --json journal replay FOLDER --sections` printed, to compare.
Standard library only. Exit code 0: all holds; 1: something does not; 2: it cannot be read.
"""

import argparse
import bisect
import hashlib
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import ed25519  # noqa: E402


class Refused(Exception):
    """Something does not hold; the text names the file or the entry."""


# ---- bytes ----


class Cursor:
    """Canonical bytes, base/codec.h: LEB128 in the shortest form, zigzag for signed numbers, lengths before what is of any length."""

    def __init__(self, data, at=0, end=None):
        self.data, self.at, self.end = data, at, len(data) if end is None else end

    def raw(self, n):
        if self.at + n > self.end:
            raise Refused("the bytes end too early")
        self.at += n
        return self.data[self.at - n:self.at]

    def varint(self):
        value = shift = 0
        while True:
            byte = self.raw(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                break
            shift += 7
        if (byte == 0 and shift) or value >= 2**64:
            raise Refused("a number is not in its shortest form, or too large")
        return value

    def zigzag(self):
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def blob(self):
        return self.raw(self.varint())

    def done(self):
        return self.at == self.end


def varint(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value):
    return varint(value << 1 if value >= 0 else (-value << 1) - 1)


SIGNED = ("zigzag", "date", "fiscal_year", "instant")


def decode(kind, c):
    """The value of one field by its description in schema.json."""
    k = kind["kind"]
    if k == "varint":
        return c.varint()
    if k in SIGNED:
        return c.zigzag()
    if k == "string":
        return bytes(c.blob()).decode("utf-8")
    if k in ("bool", "sealed", "optional"):
        given = c.raw(1)[0]
        if given > 1:
            raise Refused("a yes/no is neither")
        if k == "bool":
            return given == 1
        if not given:
            return None
        return bytes(c.raw(32)) if k == "sealed" else decode(kind["of"], c)
    if k == "bytes16":
        return bytes(c.raw(16))
    if k == "bytes32":
        return bytes(c.raw(32))
    if k == "period":
        return (c.zigzag(), c.zigzag())
    if k == "vector":
        return [decode(kind["of"], c) for _ in range(c.varint())]
    if k == "struct":
        return {f["name"]: decode(f, c) for f in kind["fields"]}
    raise Refused(f"schema.json names a kind of value that is not known: {k}")


def encode(kind, v):
    k = kind["kind"]
    if k == "varint":
        return varint(v)
    if k in SIGNED:
        return zigzag(v)
    if k == "string":
        data = v.encode("utf-8")
        return varint(len(data)) + data
    if k == "bool":
        return b"\1" if v else b"\0"
    if k == "sealed":
        return b"\0" if v is None else b"\1" + v
    if k == "optional":
        return b"\0" if v is None else b"\1" + encode(kind["of"], v)
    if k in ("bytes16", "bytes32"):
        return v
    if k == "period":
        return zigzag(v[0]) + zigzag(v[1])
    if k == "vector":
        return varint(len(v)) + b"".join(encode(kind["of"], e) for e in v)
    if k == "struct":
        return b"".join(encode(f, v[f["name"]]) for f in kind["fields"])
    raise Refused(f"schema.json names a kind of value that is not known: {k}")


def decode_body(fields, part, c):
    return {f["name"]: decode(f, c) for f in fields if f["part"] == part}


# ---- the tree ----


class Tree:
    """RFC 6962, section 2.1: the right edge of the tree is all that appending needs."""

    def __init__(self):
        self.size, self.edge = 0, []  # (leaves, hash), largest first

    def append(self, leaf_data):
        node = (1, hashlib.sha256(b"\0" + leaf_data).digest())
        while self.edge and self.edge[-1][0] == node[0]:
            left = self.edge.pop()
            node = (left[0] * 2, hashlib.sha256(b"\1" + left[1] + node[1]).digest())
        self.edge.append(node)
        self.size += 1

    def root(self):
        if not self.edge:
            return hashlib.sha256(b"").digest()
        root = self.edge[-1][1]
        for _, left in reversed(self.edge[:-1]):
            root = hashlib.sha256(b"\1" + left + root).digest()
        return root


# ---- entries ----


class Entry:
    """Header and public fields; party fields too where the bundle has them."""

    def __init__(self, number, public, types):
        self.number, self.party_bytes, self.salt, self.actor, self.key = number, None, None, None, None
        c = Cursor(public)
        flags = c.raw(1)[0]
        if flags > 3:
            raise Refused("its header is of a later form")
        self.type, self.version, self.time, self.business_date, self.adoption = c.varint(), c.varint(), c.varint(), c.zigzag(), c.varint()
        self.organisation_is_party = bool(flags & 1)
        self.on_behalf_of = 0 if flags & 1 else c.varint()
        self.group_index, self.group_count = (c.varint(), c.varint()) if flags & 2 else (0, 0)
        if (self.type, self.version) not in types:
            raise Refused(f"schema.json does not describe type {self.type}, version {self.version}")
        self.schema = types[self.type, self.version]
        self.name = self.schema["name"]
        self.command = decode_body(self.schema["command"], "public", c)
        self.outcome = decode_body(self.schema["outcome"], "public", c)
        if not c.done():
            raise Refused("its public part is longer than its description")

    def read_party(self, party):
        c = Cursor(party)
        self.actor = bytes(c.raw(16))
        if self.organisation_is_party:
            self.on_behalf_of = c.varint()
        self.delegation, self.key = c.varint(), bytes(c.raw(16))
        self.command.update(decode_body(self.schema["command"], "party", c))
        self.outcome.update(decode_body(self.schema["outcome"], "party", c))
        if not c.done():
            raise Refused("its party part is longer than its description")

    def sealed(self):
        """Every commitment to a sealed value that the command names."""
        found = []

        def look(kind, value):
            if kind["kind"] == "sealed" and value is not None:
                found.append(value)
            elif kind["kind"] == "struct":
                for f in kind["fields"]:
                    look(f, value[f["name"]])
            elif kind["kind"] == "vector":
                for element in value:
                    look(kind["of"], element)
            elif kind["kind"] == "optional" and value is not None:
                look(kind["of"], value)

        for f in self.schema["command"]:
            look(f, self.command[f["name"]])
        return found


# ---- the bundle ----


class Bundle:
    def __init__(self, folder, pin=None):
        self.folder = folder
        text = self.read("manifest.json")
        if self.read("manifest.sha256") != f"{hashlib.sha256(text).hexdigest()}  manifest.json\n".encode():
            raise Refused("manifest.json / manifest.sha256: the hash does not fit")
        self.manifest = json.loads(text)
        if self.manifest["format"] != "sumi journal bundle 1":
            raise Refused("manifest.json: another format")
        self.auditor = self.manifest["kind"] == "auditor"
        self.files = {f["path"]: f for f in self.manifest["files"]}
        try:
            _, _, self.fingerprint = ed25519.parse_key(self.manifest["public_key"])
            if pin and pin.lower().replace(" ", "").replace(":", "") != self.fingerprint:
                raise Refused(f"manifest.json: signed by {self.fingerprint}, which is not the key that was named")
            origin, size, root = ed25519.open_checkpoint(self.file("checkpoint.txt").decode("utf-8"), self.manifest["public_key"])
        except ed25519.NoteError as e:
            raise Refused(f"checkpoint.txt: {e}") from e
        if (origin, size, root.hex()) != (self.manifest["origin"], int(self.manifest["entries"]), self.manifest["root"]):
            raise Refused("manifest.json: origin, entries or root is not the checkpoint's")
        self.size, self.root = size, root
        schema = json.loads(self.file("schema.json"))
        self.types = {(t["type"], t["version"]): t for t in schema["types"]}
        self.tables, self.state_version = schema["tables"], schema["state_version"]
        for path in self.files:
            if path.startswith("packs/") and hashlib.sha256(self.file(path)).hexdigest() != path[len("packs/"):]:
                raise Refused(f"{path}: it is not the pack of its name")
        self.sealed = self.read_sealed() if "sealed.bin" in self.files else {}

    def read(self, name):
        try:
            with open(os.path.join(self.folder, name), "rb") as file:
                return file.read()
        except FileNotFoundError as e:
            raise Refused(f"{name}: it is missing") from e

    def file(self, name):
        """The bytes of a file, as the manifest has them."""
        if name not in self.files:
            raise Refused(f"{name}: the manifest does not have it")
        data = self.read(name)
        known = self.files[name]
        if len(data) != int(known["bytes"]) or hashlib.sha256(data).hexdigest() != known["sha256"]:
            raise Refused(f"{name}: it is not what the manifest says")
        return data

    def read_sealed(self):
        """commitment -> value; each opens its commitment: SHA-256(0x03 | salt | value)."""
        values, c = {}, Cursor(self.file("sealed.bin"))
        while not c.done():
            commitment, salt, value = bytes(c.raw(32)), c.raw(16), bytes(c.blob())
            if hashlib.sha256(b"\3" + salt + value).digest() != commitment or commitment in values:
                raise Refused(f"sealed.bin: a value does not open its commitment {commitment.hex()}")
            values[commitment] = value
        return values

    def entries(self):
        """Every entry in order; after the last one the root has been compared."""
        tree, number = Tree(), 0
        for path in sorted(p for p in self.files if p.startswith("entries/")):
            if path != f"entries/{number + 1:012d}.bin":
                raise Refused(f"{path}: it does not follow entry {number}")
            c = Cursor(self.file(path))
            while not c.done():
                number += 1
                try:
                    public = bytes(c.blob())
                    if self.auditor:
                        salt, party = bytes(c.raw(16)), bytes(c.blob())
                        commitment = hashlib.sha256(b"\2" + salt + party).digest()
                    else:
                        commitment = bytes(c.raw(32))
                    tree.append(public + commitment)
                    entry = Entry(number, public, self.types)
                    if self.auditor:
                        entry.read_party(party)
                except Refused as e:
                    raise Refused(f"{path}, entry {number}: {e}") from e
                yield entry
        if (tree.size, tree.root()) != (self.size, self.root):
            raise Refused(f"entries: {tree.size} entries lead to the root {tree.root().hex()}, signed are {self.size} and {self.root.hex()}")


# ---- conservation, from public fields alone ----

BUCKETS = ("issued", "opened", "imported", "retired", "retired_for_state", "cancelled", "expired", "exported")
END_USE = {1: "retired", 2: "retired_for_state", 3: "cancelled"}


class Batches:
    """What came into each batch of serials and what was used up of it: no serial twice, none that was never there, nothing below zero."""

    def __init__(self):
        self.rows = {}  # batch -> its serials [first, end), sums, and used intervals in order

    def come_in(self, batch, first, end, bucket):
        if batch in self.rows:
            raise Refused(f"batch {batch} comes in a second time")
        if first >= end:
            raise Refused(f"batch {batch} is empty")
        self.rows[batch] = {"first": first, "end": end, "sums": dict.fromkeys(BUCKETS, 0), "used": []}
        self.rows[batch]["sums"][bucket] += end - first

    def use_up(self, ranges, bucket):
        for r in ranges:
            row = self.rows.get(r["batch"])
            first, end = r["first"], r["end"]
            shown = f"serials {first}-{end - 1} of batch {r['batch']}"
            if row is None or first >= end or first < row["first"] or end > row["end"]:
                raise Refused(f"{shown} are used up and were never issued")
            at = bisect.bisect(row["used"], (first, end))
            if (at and row["used"][at - 1][1] > first) or (at < len(row["used"]) and row["used"][at][0] < end):
                raise Refused(f"{shown} are used up a second time")
            row["used"].insert(at, (first, end))
            row["sums"][bucket] += end - first

    @staticmethod
    def held(row):
        s = row["sums"]
        return s["issued"] + s["opened"] + s["imported"] - sum(s[b] for b in BUCKETS[3:])

    def apply(self, entry):
        rule = PUBLIC_RULES.get(entry.name)
        if rule:
            try:
                rule(self, entry.command, entry.outcome)
            except Refused as e:
                raise Refused(f"entry {entry.number} ({entry.name}): {e}") from e

    def totals(self):
        sums = {b: sum(row["sums"][b] for row in self.rows.values()) for b in BUCKETS}
        sums["held"] = sum(self.held(row) for row in self.rows.values())
        return sums


def confirmed(batches, _, outcome):
    if sum(r["end"] - r["first"] for r in outcome["ranges"]) != outcome["amount"]:
        raise Refused("its amount is not the sum of its serials")
    batches.use_up(outcome["ranges"], END_USE[outcome["end_use"]])


# By the name of the entry's type: what its public fields say of serials that come in or are used up.
PUBLIC_RULES = {
    "Issue": lambda b, c, o: b.come_in(o["batch"], o["first"], o["end"], "issued"),
    "OpenBatch": lambda b, c, o: b.come_in(o["batch"], c["first"], c["end"], "opened"),
    "ImportUnits": lambda b, c, o: b.come_in(o["batch"], c["first"], c["end"], "imported"),
    "ConfirmRetirement": confirmed,
    "ExecuteRetirement": confirmed,
    "ExpireUnits": lambda b, c, o: b.use_up(c["ranges"], "expired"),
    "OpenRetirement": lambda b, c, o: b.use_up(c["ranges"], END_USE[c["end_use"]]),
    "DrawBuffer": lambda b, c, o: b.use_up(c["ranges"], "retired"),
}


# ---- reading a bundle whole ----


def read(folder, pin=None, printed=None):
    """-> what was found, as a dict. Raises Refused. `printed`: the answer of `sumi --json journal replay FOLDER --sections`."""
    bundle = Bundle(folder, pin)
    batches, packs, kinds = Batches(), set(), {}
    state = None
    if bundle.auditor:
        import replay  # the tables; not needed for a public bundle

        state = replay.State(bundle.tables, bundle.state_version, bundle.types)
    named, opened, log_key = set(), 0, None
    for entry in bundle.entries():
        kinds[entry.name] = kinds.get(entry.name, 0) + 1
        batches.apply(entry)
        if entry.name == "AdoptRulebook":
            packs.add(entry.command["pack"].hex())
        if entry.name == "OpenStore":
            log_key = entry.command["log_key"]
        if entry.name == "RotateLogKey":
            log_key = entry.command["new_key"]
        if bundle.auditor:
            for commitment in entry.sealed():
                if commitment not in named:
                    named.add(commitment)
                    opened += commitment in bundle.sealed
            state.apply(entry)
    for pack in sorted(packs):
        if f"packs/{pack}" not in bundle.files:
            raise Refused(f"packs/{pack}: an entry adopts it, and it is missing")
    if log_key != ed25519.parse_key(bundle.manifest["public_key"])[1]:
        raise Refused("checkpoint.txt: it is not signed by the key that the journal names")
    found = {"kind": bundle.manifest["kind"], "origin": bundle.manifest["origin"], "entries": bundle.size, "root": bundle.root.hex(),
             "fingerprint": bundle.fingerprint, "packs": len(packs), "types": kinds, "totals": batches.totals(),
             "batches": {str(n): {**row["sums"], "held": batches.held(row), "first": row["first"], "last": row["end"] - 1} for n, row in batches.rows.items()}}
    if bundle.auditor:
        if set(bundle.sealed) - named:
            raise Refused("sealed.bin: it holds a value that no entry names")
        found["sealed"] = {"how": bundle.manifest["sealed"], "named": len(named), "opened": opened, "closed": len(named) - opened}
        if (opened, len(named) - opened) != (int(bundle.manifest["sealed_values"]), int(bundle.manifest["sealed_missing"])):
            raise Refused("manifest.json: the entries name another number of sealed values")
        found["state"] = state.result(printed)
    return found


def tell(found):
    print(f"{found['kind']} bundle of {found['origin']}, signed by {found['fingerprint']}")
    print(f"{found['entries']} entries are in the signed root {found['root']}; {found['packs']} rule packs")
    print(f"{len(found['batches'])} batches; in all:")
    for name, value in found["totals"].items():
        if value:
            print(f"  {name:18}{value:>14}")
    if "sealed" in found:
        s = found["sealed"]
        why = "withheld" if s["how"] == "withheld" else "erased"
        print(f"sealed values: {s['opened']} of {s['named']} open their commitment" + (f", {s['closed']} {why}" if s["closed"] else ""))
    if "state" in found:
        s = found["state"]
        print(f"state: {len(s['sections'])} sections replayed" + (f", hash {s['hash']}" if s["hash"] else ""))
        if s["not_replayed"]:
            print("  not replayed here, since their commands are not in this reader: " + ", ".join(s["not_replayed"]))
            print("  because of: " + ", ".join(f"{n} x {count}" for n, count in sorted(s["unknown"].items())))
        if s["compared"]:
            print(f"  {s['compared']} sections are the program's, byte for byte" + ("; so is the whole state" if s["hash"] else ""))


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--public-key", help="fingerprint of the log's key, that came another way")
    parser.add_argument("--state", help="file with the answer of sumi --json journal replay FOLDER --sections")
    parser.add_argument("--json", action="store_true")
    a = parser.parse_args(arguments)
    printed = None
    if a.state:
        with open(a.state, encoding="utf-8") as file:
            printed = json.load(file)
    try:
        found = read(a.folder, a.public_key, printed)
    except Refused as e:
        print(f"REFUSED: {e}", file=sys.stderr)
        return 1
    except (ValueError, KeyError, OSError) as e:
        print(f"cannot be read: {type(e).__name__}: {e}", file=sys.stderr)
        return 2
    if a.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
    else:
        tell(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
