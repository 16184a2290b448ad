"""The state of the registry, replayed from the entries of an auditor's bundle: the same tables as the program's, byte for byte, by other code.

A table is a dict from its key (a number, or a tuple of the key's fields) to its row (a dict of the row's fields); schema.json says how both are written.
RULES is the table of small functions, one per entry type; an entry of a type that is not in it makes the tables that it may write "not replayed", which
the reader says in its output: those of the projects' cases once more happens there than the steps from draft to certification. Nothing here decides: the
entry's outcome says what came of it.
"""

import bisect
import hashlib

import cases
from reader import Refused, encode, varint

DAY_MS, JAPAN_MS = 86_400_000, 32_400_000
REQUEST_KEEP_MS = 14 * DAY_MS  # limits::retirement_request_keep_ms
HOLDING, BUFFER, RETIREMENT, CANCELLATION, GOVERNMENT, EXPIRY = 1, 2, 3, 4, 5, 6  # kinds of accounts
REQUESTED, OPEN, REFUSED_, CLOSED, SUSPENDED = 1, 2, 3, 4, 5  # status of accounts
HELD, ESCROWED, USED = 1, 2, 3  # status of blocks
ASKED, CONFIRMED, WITHDRAWN, LAPSED = 1, 2, 3, 4  # status of retirements
WAITING, OFFERED, MOVED, TAKEN_BACK, DECLINED, OVER = 1, 2, 3, 4, 5, 6  # status of offers
SYSTEM_OF = {1: RETIREMENT, 2: GOVERNMENT, 3: CANCELLATION}  # by end use
INCOMING = ("opened", "issued", "imported")
NO_HASH = bytes(32)


def nothing_of(kind):
    """The value that stands where nothing was given."""
    k = kind["kind"]
    if k == "struct":
        return {f["name"]: nothing_of(f) for f in kind["fields"]}
    if k == "vector":
        return []
    return {"string": "", "bool": False, "sealed": None, "optional": None, "bytes16": bytes(16), "bytes32": NO_HASH, "period": (0, 0)}.get(k, 0)


class State:
    def __init__(self, tables, version, types):
        self.kinds, self.version, self.types = {t["name"]: t for t in tables}, version, types
        self.t = {t["name"]: {} for t in tables}
        self.firsts = {}  # batch -> the first serials of its blocks, in order
        self.ages = []    # (when, key) of the idempotency keys, in order
        self.group, self.unknown, self.lost = [], {}, set()
        self.act = None

    # -- rows --

    def row(self, table, **fields):
        row = nothing_of(self.kinds[table]["row"])
        if not set(fields) <= set(row):
            raise Refused(f"state: the rows of {table} have other fields than this reader knows: {sorted(set(fields) - set(row))}")
        row.update(fields)
        return row

    def put(self, table, key, **fields):
        self.t[table][key] = self.row(table, **fields)

    def change(self, table, key, **fields):
        row = self.t[table].setdefault(key, self.row(table))
        if not set(fields) <= set(row):
            raise Refused(f"state: the rows of {table} have other fields than this reader knows: {sorted(set(fields) - set(row))}")
        row.update(fields)

    def known(self, table):
        """Whether the table is replayed so far."""
        return table not in self.lost

    @property
    def today(self):
        return (self.act.time + JAPAN_MS) // DAY_MS

    def name_on(self, organisation, day):
        names = self.t["organisations"][organisation]["names"]
        return ([n["name"] for n in names if n["from"] <= day] or [names[0]["name"]])[-1]

    # -- entries --

    def apply(self, entry):
        self.act = entry
        self.change("meta", 0, now=max(self.t["meta"].get(0, {"now": 0})["now"], entry.time))
        rule = RULES.get(entry.name)
        if rule is None:
            self.unknown[entry.name] = self.unknown.get(entry.name, 0) + 1
            self.lost |= {name for name in self.t if name.startswith(touched(entry.type))}
        elif entry.name not in cases.RULES or self.known("cases.projects"):
            try:
                rule(self, entry.command, entry.outcome)
            except (KeyError, IndexError) as e:
                raise Refused(f"entry {entry.number} ({entry.name}): it names what is not there: {e}") from e
        self.group.append(entry)
        if entry.group_count == 0 or entry.group_index + 1 == entry.group_count:
            if entry.key != bytes(16):
                self.remember(entry)
            self.group = []

    def remember(self, entry):
        """The request under its idempotency key; the fingerprint covers what was sent, field by field, without the outcomes."""
        h = hashlib.sha256(entry.actor)
        for e in self.group:
            h.update(varint(e.type) + varint(e.version))
            for f in e.schema["command"]:
                h.update(encode(f, e.command[f["name"]]))
        key, now = (entry.on_behalf_of, entry.key), self.t["meta"][0]["now"]
        self.put("keys", key, fingerprint=h.digest(), first=entry.number + 1 - len(self.group), count=len(self.group), at=now)
        bisect.insort(self.ages, (now, key))

    # -- blocks of serials --

    def bucket(self, block):
        """The sum of a batch's totals that a block counts in."""
        kind = self.t["registry.accounts"][block["account"]]["kind"]
        if block["status"] == ESCROWED:
            return "escrowed"
        if block["status"] == USED:
            return {RETIREMENT: "retired", GOVERNMENT: "retired_for_state", EXPIRY: "expired"}.get(kind, "cancelled")
        return "buffer" if kind == BUFFER else "held"

    def put_block(self, batch, first, block):
        if (batch, first) not in self.t["registry.blocks"]:
            bisect.insort(self.firsts.setdefault(batch, []), first)
        self.t["registry.blocks"][batch, first] = block

    def drop_block(self, batch, first):
        firsts = self.firsts[batch]
        del firsts[bisect.bisect_left(firsts, first)]
        return self.t["registry.blocks"].pop((batch, first))

    def new_batch(self, number, attributes, first, end, issued_on, allocations, how):
        self.put("registry.batches", number, attributes=attributes, first=first, end=end, issued_on=issued_on)
        self.change("registry.counters", 0, batch=number)
        totals = self.row("registry.totals", **{how: end - first})
        for a in allocations:
            block = self.row("registry.blocks", end=first + a["amount"], account=a["account"], status=HELD)
            self.put_block(number, first, block)
            totals[self.bucket(block)] += a["amount"]
            first = block["end"]
        if first != end:
            raise Refused(f"entry {self.act.number}: the allocations of batch {number} are not its amount")
        self.t["registry.totals"][number] = totals

    def assign(self, ranges, **fields):
        """Every serial of the ranges gets a block with these fields; blocks are split at the edges, and equal neighbours joined."""
        for r in ranges:
            batch, first, end = r["batch"], r["first"], r["end"]
            totals, blocks = self.t["registry.totals"][batch], self.t["registry.blocks"]
            firsts = self.firsts[batch]
            new = self.row("registry.blocks", end=end, **fields)
            at = firsts[bisect.bisect(firsts, first) - 1]
            while at is not None and at < end:
                old = self.drop_block(batch, at)
                inner_first, inner_end = max(at, first), min(old["end"], end)
                totals[self.bucket(old)] -= inner_end - inner_first
                totals[self.bucket(new)] += inner_end - inner_first
                if at < inner_first:
                    self.put_block(batch, at, {**old, "end": inner_first})
                if old["end"] > inner_end:
                    self.put_block(batch, inner_end, old)
                at = old["end"] if old["end"] < end else None
            alike = lambda other: {**other, "end": 0} == {**new, "end": 0}  # noqa: E731
            if (batch, end) in blocks and alike(blocks[batch, end]):
                new["end"] = self.drop_block(batch, end)["end"]
            before = bisect.bisect_left(firsts, first) - 1
            if before >= 0 and blocks[batch, firsts[before]]["end"] == first and alike(blocks[batch, firsts[before]]):
                first = firsts[before]
            self.put_block(batch, first, new)
            if min(totals.values()) < 0 or sum(totals[n] for n in INCOMING) != sum(v for n, v in totals.items() if n not in INCOMING):
                raise Refused(f"entry {self.act.number}: conservation is broken in batch {batch}")

    def system_account(self, kind):
        return min(n for n, row in self.t["registry.accounts"].items() if row["kind"] == kind and row["status"] == OPEN)

    # -- the end --

    def section(self, name):
        kinds, rows = self.kinds[name], self.t[name]
        key_kind = kinds["key"]
        out = [varint(len(rows))]
        for key in sorted(rows):
            values = dict(zip([f["name"] for f in key_kind["fields"]], key)) if key_kind["kind"] == "struct" else key
            out += [encode(key_kind, values), encode(kinds["row"], rows[key])]
        return b"".join(out)

    def result(self, printed):
        """Every section against the program's, where its answer is given; the whole hash where every table is replayed."""
        version = bytes([self.version])
        whole, sections = hashlib.sha256(version), {"version": {"rows": 1, "bytes": 1, "sha256": hashlib.sha256(version).hexdigest()}}
        for name in self.t:
            if name in self.lost:
                continue
            data = self.section(name)
            whole.update(data)
            sections[name] = {"rows": len(self.t[name]), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        hash_ = None if self.lost else whole.hexdigest()
        if printed is not None:
            theirs = {s["name"]: s for s in printed["sections"]}
            if list(theirs) != ["version", *self.t]:
                raise Refused("state: the program has other tables than schema.json")
            for name, mine in sections.items():
                if {k: int(v) if k != "sha256" else v for k, v in theirs[name].items() if k != "name"} != mine:
                    raise Refused(f"state: {name} is {mine} here and {theirs[name]} there")
            if hash_ and hash_ != printed["state_hash"]:
                raise Refused(f"state: the hash is {hash_} here and {printed['state_hash']} there")
        return {"hash": hash_, "sections": sections, "compared": len(sections) if printed is not None else 0,
                "not_replayed": sorted(self.lost), "unknown": self.unknown}


def touched(number):
    """Which tables an entry of that type may write: by the blocks in which type numbers are given (docs/journal-bundle.md)."""
    if number in (14, 15):
        return ("cases.",)
    if 20 <= number < 60:
        return ("registry.",)
    if 60 <= number < 124:
        return ("cases.",)
    if 124 <= number < 130:
        return ("proposals", "abolitions", "cases.")
    return ("",)


# ---- the store, organisations, persons ----


def open_store(s, c, _):
    s.change("meta", 0, open=True, store=c["store"], kind=c["kind"], log_key=c["log_key"], operator_name=c["operator_name"])
    s.put("grants", (s.act.actor, 0, 1), since=s.act.business_date)


def register_organisation(s, c, o):
    number = o["organisation"]
    s.put("organisations", number, corporate_number=c["corporate_number"], name_kana=c["name_kana"], parent=c["parent"],
          predecessor=c["predecessor"], names=[{"from": s.act.business_date, "name": c["name"]}])
    s.change("meta", 0, last_organisation=number)


def adopt(s, c, o):
    s.put("adoptions", o["adoption"], family=c["family"], edition=c["edition"], pack=c["pack"], manifest=c["manifest"], effective=c["effective"],
          adopted=s.act.time, authority=s.act.on_behalf_of)
    s.change("meta", 0, adoption=o["adoption"])
    if not s.known("proposals"):
        return
    approved = [n for n, row in s.t["proposals"].items() if row["number"] == c["family"] and row["stage"] == 5 and row["pack"] == c["pack"]]
    if approved:
        s.change("proposals", max(approved), stage=6, adoption=o["adoption"], last_step_on=s.act.business_date)


def advance_time(s, _, o):
    for number in o["lapsed"]:
        release(s, number, LAPSED, s.today)
    for _, key in s.ages[:o["forgotten_keys"]]:
        del s.t["keys"][key]
    del s.ages[:o["forgotten_keys"]]


def correct_entry(s, c, _):
    if c["organisation"]:
        s.change("organisations", c["organisation"], name_kana=c["right"])
    elif s.known("cases.plans"):
        head = s.t["cases.plans"][c["project"], s.t["cases.projects"][c["project"]]["version"]]["head"]
        head["title" if c["field"] == "title" else "place"] = c["right"]


def rotate_log_key(s, c, _):
    keys = s.t["log_keys"]
    if not keys:
        s.put("log_keys", 1, key=s.t["meta"][0]["log_key"])
    s.put("log_keys", len(keys) + 1, key=c["new_key"], since=s.act.time, size=c["size"])
    s.change("meta", 0, log_key=c["new_key"])


def rekey(s, c, _):
    """Members have such keys too; but where there are members, the tables of the cases are not replayed here."""
    for key in c["keys"]:
        old, new = key["old_key"], key["new_key"]
        for row in s.t["registry.sites"].values():
            if row["key"] == old:
                row.update(key=new, key_version=c["version"])
        for row in s.t["registry.uses"].values():
            if row["place_key"] == old:
                row.update(place_key=new, key_version=c["version"])
        s.t["rekeyed"][new] = old
    if c["last"]:
        s.t["rekeyed"].clear()
        s.t["key_versions"][c["version"]] = s.act.time


# ---- accounts ----


def request_account(s, c, o):
    s.put("registry.accounts", o["account"], organisation=c["organisation"], kind=c["kind"], department=c["department"],
          second_person=c["second_person"], status=REQUESTED)
    s.change("registry.counters", 0, account=o["account"])


def decide_account(s, c, _):
    s.change("registry.accounts", c["account"], status=OPEN if c["approved"] else REFUSED_, ground=c["ground"], decided=s.act.business_date)


def close_account(s, c, _):
    s.change("registry.accounts", c["account"], status=CLOSED, decided=s.act.business_date)


def suspend_account(s, c, _):
    s.change("registry.accounts", c["account"], status=SUSPENDED if c["suspended"] else OPEN, ground=c["ground"] if c["suspended"] else "")


def succeed_account(s, c, o):
    s.assign(o["ranges"], account=c["to"], status=HELD)
    if not any(b["account"] == c["account"] and b["status"] == HELD for b in s.t["registry.blocks"].values()):
        close_account(s, c, o)


def file_documents(s, c, _):
    s.put("registry.documents", c["account"], **{k: v for k, v in c.items() if k != "account"}, filed=s.act.business_date)


# ---- batches, transfers, retirements ----


def issue(s, c, o):
    a = o["attributes"]
    s.new_batch(o["batch"], a, o["first"], o["end"], s.act.business_date, c["allocations"], "issued")
    if not s.known("cases.certifications"):
        return
    row = s.t["cases.certifications"][c["certification"]]
    for line in row["lines"]:
        if (line["methodology"], line["vintage"]) == (a["methodology"], a["vintage"]):
            line["issued"] = True
    if all(line["issued"] for line in row["lines"]):
        s.change("cases.reports", (row["project"], row["report"]), stage=6)


def open_batch(s, c, o):
    a = c["attributes"]
    s.new_batch(o["batch"], a, c["first"], c["end"], c["issued_on"], c["allocations"], "opened")
    opened = s.t["opened_certifications"][a["certification"]]
    opened["batches"].append({"batch": o["batch"], "first": c["first"], "end": c["end"]})
    if s.known("cases.certifications"):
        lines = [(line["methodology"], line["vintage"]) for line in s.t["cases.certifications"][a["certification"]]["lines"]]
        opened["opened_t"][lines.index((a["methodology"], a["vintage"]))] += c["end"] - c["first"]
    else:
        s.lost.add("opened_certifications")


def request_retirement(s, c, o):
    number = o["retirement"]
    s.put("registry.retirements", number, account=c["account"], end_use=c["end_use"], ranges=o["ranges"], purpose=c["purpose"], user=c["user"],
          fiscal_year=c["fiscal_year"], note=c["note"], status=ASKED, requested_by=s.act.actor, requested_at=s.act.time,
          lapses_at=s.act.time + REQUEST_KEEP_MS)
    s.change("registry.counters", 0, retirement=number)
    s.assign(o["ranges"], account=c["account"], status=ESCROWED, reason=1, retirement=number)


def confirm_retirement(s, c, o):
    s.change("registry.retirements", c["retirement"], status=CONFIRMED, decided=s.act.business_date, user_name=o["user_name"])
    s.assign(o["ranges"], account=s.system_account(SYSTEM_OF[o["end_use"]]), status=USED, retirement=c["retirement"])


def release(s, number, status, day):
    row = s.t["registry.retirements"][number]
    row.update(status=status, decided=day)
    s.assign(row["ranges"], account=row["account"], status=HELD)


def set_label(s, c, _):
    for r in c["ranges"]:
        number = s.t["registry.counters"].get(0, {"label": 0})["label"] + 1
        s.put("registry.labels", (r["batch"], number), first=r["first"], end=r["end"], kind=c["kind"], detail=c["detail"], **{"from": c["from"]}, set=c["set"])
        s.change("registry.counters", 0, label=number)


def used_before(s, number, day, account, system, **fields):
    """What is used up in one step, without a request."""
    s.put("registry.retirements", number, account=account, status=CONFIRMED, requested_by=s.act.actor, requested_at=s.act.time, lapses_at=s.act.time,
          decided=day, **fields)
    s.change("registry.counters", 0, retirement=number)
    s.assign(fields["ranges"], account=system, status=USED, retirement=number)


def open_retirement(s, c, o):
    used_before(s, o["retirement"], c["used_on"], c["account"], s.system_account(SYSTEM_OF[c["end_use"]]), end_use=c["end_use"], ranges=c["ranges"],
                purpose=c["purpose"], user=c["user"], fiscal_year=c["fiscal_year"], user_name=s.name_on(c["user"], c["used_on"]) if c["user"] else "")


def draw_buffer(s, c, o):
    used_before(s, o["retirement"], s.act.business_date, s.system_account(BUFFER), s.system_account(RETIREMENT), end_use=1, ranges=c["ranges"],
                purpose="forest_buffer", user=s.act.on_behalf_of, user_name=s.name_on(s.act.on_behalf_of, s.today))
    if s.known("cases.permanence.reversals"):
        s.change("cases.permanence.reversals", (c["project"], c["reversal"]), drawn=o["retirement"])


# ---- offers, returns, corrections ----


def offer_transfer(s, c, o):
    moved = o["moved"]
    s.put("registry.offers", o["offer"], ranges=o["ranges"], status=MOVED if moved else WAITING if o["waits_for_second"] else OFFERED,
          offered_by=s.act.actor, offered_on=s.act.business_date, decided=s.act.business_date if moved else 0,
          **{k: c[k] for k in ("from", "to", "price_yen_per_t", "agreed_on", "acceptance", "expires_on", "note")})
    if moved:
        s.assign(o["ranges"], account=c["to"], status=HELD)
    else:
        s.assign(o["ranges"], account=c["from"], status=ESCROWED, reason=4)


def end_offer(s, number, status, day):
    row = s.t["registry.offers"][number]
    s.assign(row["ranges"], account=row["to"] if status == MOVED else row["from"], status=HELD)
    row.update(status=status, decided=day)


def confirm_offer(s, c, o):
    if o["moved"]:
        end_offer(s, c["offer"], MOVED, s.act.business_date)
    else:
        s.change("registry.offers", c["offer"], status=OFFERED)


def close_offer(s, c, _):
    """Withdrawn where the one who acts may transfer for the transferor, itself or as its agent; else declined."""
    giver = s.t["registry.offers"][c["offer"]]["from"]
    agent = s.t["registry.agents"].get((giver, s.act.on_behalf_of))
    own = s.t["registry.accounts"][giver]["organisation"] == s.act.on_behalf_of
    own = own or (agent is not None and agent["from"] <= s.today <= agent["until"] and agent["transfers"])
    end_offer(s, c["offer"], TAKEN_BACK if own else DECLINED, s.act.business_date)


def lapse_offers(s, _, o):
    for number in o["offers"]:
        end_offer(s, number, OVER, s.today)


def answer_return(s, c, o):
    s.assign(o["ranges"], account=s.t["registry.returns"][c["number"]]["to"], status=HELD)
    s.change("registry.returns", c["number"], status=2 if c["consents"] else 3, decided=s.act.business_date)


# ---- uses, imports, Article 6 ----


def apply_retirement(s, c, o):
    request_retirement(s, {**c, "purpose": c["uses"][0]["purpose"], "fiscal_year": c["uses"][0]["fiscal_year"]}, o)
    s.put("registry.uses", o["retirement"], **{k: c[k] for k in ("uses", "consent", "offset", "offset_object", "place", "place_key", "key_version")})


def divide_retirement(s, c, o):
    s.put("registry.certificates", o["first"], retirement=c["retirement"], parts=c["parts"], count=o["count"], grams=o["grams"],
          issued_on=s.act.business_date, titles=c["titles"])
    grams = s.t["registry.divided_grams"]
    grams[c["retirement"]] = grams.get(c["retirement"], 0) + o["grams"]


def import_units(s, c, o):
    s.new_batch(o["batch"], c["attributes"], c["first"], c["end"], c["issued_on"], c["allocations"], "imported")
    s.put("registry.imports", o["batch"], serial=c["serial"], grammar=o["grammar"], origin=o["origin"], document=c["document"])


def numbered(table, *key):
    """Under the fields of the key and the next number within them."""
    def rule(s, c, _):
        head = tuple(c[k] for k in key)
        number = 1 + sum(k[:-1] == head for k in s.t[table])
        s.put(table, (*head, number), **{k: v for k, v in c.items() if k not in key})
    return rule


# ---- a registry that is brought in ----


def open_project(s, c, o):
    number = o["project"]
    s.put("opened_projects", number, **{k: c[k] for k in ("list", "number", "region", "applied_on", "round", "period_start", "period_end", "expected_t", "cancelled")})
    if not s.known("cases.projects"):
        return
    official = int(c["number"]) if c["number"].isascii() and c["number"].isdigit() and int(c["number"]) < 2**64 else 0
    s.put("cases.projects", number, type=c["type"], stage=8 if c["cancelled"] else 5, version=1, official_number=official, last_step_on=c["applied_on"])
    start = c["applied_on"] if c["period_start"] is None else c["period_start"]
    step = {"person": s.act.actor, "organisation": s.act.on_behalf_of, "on": c["applied_on"], "done": True}
    plan = s.row("cases.plans", applied=step, round=c["round"], approved=True)
    plan["head"].update(title=c["title"], type=c["type"], proponents=c["proponents"], place=c["place"], methodologies=c["methodologies"],
                        crediting_period=(start, start if c["period_end"] is None else c["period_end"]))
    s.t["cases.plans"][number, 1] = plan
    if c["cancelled"]:
        s.put("cases.conduct.withdrawals", number, **{"from": c["applied_on"]}, withdrawn=step, stage_before=5)
    s.t["cases.counters"][1] = number
    if official:
        series = 3 if c["type"] == 1 else 4
        s.t["cases.counters"][series] = max(s.t["cases.counters"].get(series, 0), official)


def open_certification(s, c, o):
    number = o["certification"]
    s.put("opened_certifications", number, number=c["number"], opened_t=[0] * len(c["lines"]))
    if not s.known("cases.plans"):
        return
    head = s.t["cases.plans"][c["project"], s.t["cases.projects"][c["project"]]["version"]]["head"]
    s.put("cases.certifications", number, project=c["project"], round=c["round"], certified_on=c["certified_on"], programme_code=c["programme_code"],
          credit_type=c["credit_type"], place=head["place"], proponents=head["proponents"],
          lines=[{**line, "issued": True} for line in c["lines"]])
    s.t["cases.counters"][2] = number


def close_opening(s, c, _):
    s.put("opening", 0, closed_at=s.act.time, **c)


def only(table, *key):
    """The command's fields are the row's, but those of the key."""
    def rule(s, c, _):
        s.put(table, c[key[0]] if len(key) == 1 else tuple(c[k] for k in key), **{k: v for k, v in c.items() if k not in key})
    return rule


# By the name of the entry's type.
RULES = {
    **cases.RULES,
    "OpenStore": open_store,
    "RegisterOrganisation": register_organisation,
    "RenameOrganisation": lambda s, c, o: s.t["organisations"][c["organisation"]]["names"].append({"from": c["from"], "name": c["name"]}),
    "Grant": lambda s, c, o: s.put("grants", (c["person"], c["organisation"], c["role"]), since=s.act.business_date),
    "Revoke": lambda s, c, o: s.t["grants"].pop((c["person"], c["organisation"], c["role"])),
    "AdoptRulebook": adopt,
    "AdvanceTime": advance_time,
    "RegisterKey": lambda s, c, o: s.t["organisations"][c["organisation"]]["keys"].append(c["public_key"]),
    "CorrectEntry": correct_entry,
    "RequestAccount": request_account,
    "DecideAccount": decide_account,
    "CloseAccount": close_account,
    "FileAccountDocuments": file_documents,
    "SetAccountControl": only("registry.controls", "account"),
    "SuspendAccount": suspend_account,
    "SucceedAccount": succeed_account,
    "AppointAgent": only("registry.agents", "account", "agent"),
    "DismissAgent": lambda s, c, o: s.t["registry.agents"].pop((c["account"], c["agent"])),
    "Issue": issue,
    "OpenBatch": open_batch,
    "OpenRetirement": open_retirement,
    "Transfer": lambda s, c, o: s.assign(o["ranges"], account=c["to"], status=HELD),
    "RequestRetirement": request_retirement,
    "ConfirmRetirement": confirm_retirement,
    "WithdrawRetirement": lambda s, c, o: release(s, c["retirement"], WITHDRAWN, s.act.business_date),
    "SetLabel": set_label,
    "DrawBuffer": draw_buffer,
    "OfferTransfer": offer_transfer,
    "ConfirmOffer": confirm_offer,
    "AcceptOffer": lambda s, c, o: end_offer(s, c["offer"], MOVED, s.act.business_date),
    "EndOffer": close_offer,
    "LapseOffers": lapse_offers,
    "AskReturn": lambda s, c, o: s.put("registry.returns", o["number"], status=1, asked=s.act.business_date, **c),
    "DecideReturn": answer_return,
    "CorrectRecord": lambda s, c, o: s.assign(c["ranges"], account=c["to"], status=HELD),
    "RestrictUnits": lambda s, c, o: s.put("registry.restrictions", o["restriction"], **c),
    "LiftRestriction": lambda s, c, o: s.change("registry.restrictions", c["restriction"], lifted_from=c["from"], document=c["document"]),
    "ApplyRetirement": apply_retirement,
    "ExecuteRetirement": confirm_retirement,
    "DivideRetirement": divide_retirement,
    "RecordSite": only("registry.sites", "project", "site"),
    "ImportUnits": import_units,
    "ExpireUnits": lambda s, c, o: s.assign(c["ranges"], account=s.system_account(EXPIRY), status=USED),
    "ReleaseBuffer": lambda s, c, o: s.assign(c["ranges"], account=c["to"], status=HELD),
    "AuthoriseUnits": lambda s, c, o: s.put("registry.authorisations", o["authorisation"], **c),
    "WithdrawAuthorisation": lambda s, c, o: s.change("registry.authorisations", c["authorisation"], withdrawn_on=c["on"]),
    "RecordFirstTransfer": numbered("registry.first_transfers", "authorisation"),
    "RecordAdjustment": numbered("registry.adjustments", "party", "year"),
    "Delegate": lambda s, c, o: s.put("delegations", o["delegation"], by=s.act.actor, **c),
    "EndDelegation": lambda s, c, o: s.change("delegations", c["delegation"], ended=True),
    "NewEpoch": lambda s, c, o: s.put("epochs", c["epoch"], since=s.act.time, **{k: v for k, v in c.items() if k != "epoch"}),
    "RotateLogKey": rotate_log_key,
    "Rekey": rekey,
    "EraseSealed": lambda s, c, o: s.put("erasures", c["commitment"], ground=c["ground"], at=s.act.time),
    "OpenProject": open_project,
    "OpenCertification": open_certification,
    "CloseOpening": close_opening,
}
