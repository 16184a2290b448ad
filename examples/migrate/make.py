#!/usr/bin/env python3
"""Makes the certifications, blocks, uses and balances beside the real list of projects: 1,012 certifications that come to 8,180,000 t.

The list of projects is real; everything that this program writes is made up by a seeded generator, so that the sums can be checked:
Ｊ－クレジット制度について (2023-01) names 1,012 certifications and 8.18 million t, and nothing more detailed at the level of projects.
The figures of single projects are invented and mean nothing.

    python3 make.py [FOLDER]      writes into FOLDER (default: data beside this file); the same seed gives the same bytes
"""
import csv, datetime, os, random, re, sys, unicodedata

SEED = 20230131
CERTIFICATIONS, TONNES = 1012, 8_180_000
here = os.path.dirname(os.path.abspath(__file__))
folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "data")
rng = random.Random(SEED)

projects = {}
with open(os.path.join(folder, "registered-projects-2024.csv"), encoding="utf-8") as f:
    for row in csv.DictReader(f):
        p = projects.setdefault((row["list"], row["project_no"]), dict(applied=row["application_date"], name=row["implementer"], methods=[]))
        if row["method_no"] not in p["methods"]:
            p["methods"].append(row["method_no"])
with open(os.path.join(folder, "forest-projects-2026.csv"), encoding="utf-8") as f:
    forests = {("jcredit_normal", row["プロジェクト番号"]) for row in csv.DictReader(f)}

keys = sorted(projects, key=lambda k: (k[0], len(k[1]), k[1]))
last_day = datetime.date(2023, 1, 31)
eligible = [k for k in keys if datetime.date.fromisoformat(projects[k]["applied"]) < datetime.date(2021, 4, 1) and "取消" not in projects[k]["name"]]
chosen = rng.choices(eligible, k=CERTIFICATIONS)
weights = [rng.paretovariate(1.1) for _ in chosen]
scale = (TONNES - CERTIFICATIONS * 4) / sum(weights)
amounts = [4 + int(w * scale) for w in weights]
amounts[0] += TONNES - sum(amounts)

codes = {"jcredit_normal": "JC", "jcredit_programme": "JC", "kokunai_normal": "KC", "kokunai_programme": "KCP", "jver_normal": "JP"}
certifications, blocks, uses, held = [], [], [], {}
counts, spellings = {}, {}
for key, tonnes in zip(chosen, amounts):
    p = projects[key]
    counts[key] = counts.get(key, 0) + 1
    applied = datetime.date.fromisoformat(p["applied"])
    day = applied + datetime.timedelta(days=rng.randrange(400, (last_day - applied).days))
    number = f"{counts[key]:03d}"
    methods = p["methods"][: rng.randint(1, len(p["methods"]))]
    lines = [(m, y) for m in methods for y in range(day.year - rng.randint(1, 2), day.year)]
    parts = [tonnes // len(lines)] * len(lines)
    parts[0] += tonnes - sum(parts)
    forest = key in forests or any(m.startswith("FO-") for m in methods)
    kind = "FM" if forest else "ER"
    for (method, year), t in zip(lines, parts):
        certifications.append([*key, number, day, 0, codes[key[0]], kind, method, f"FY{year}", t])
        # The implementer holds it; of forests a part stands in the buffer; a part was used up.
        buffer = t * 3 // 100 if forest else 0
        first, holder = 1, re.sub(r"[、・ ]?個人$", "", p["name"]) or "クレジット取得予定者"
        # Spellings of one company (width, spaces) are one holder; the first spelling stands.
        holder = spellings.setdefault(unicodedata.normalize("NFKC", holder).replace(" ", ""), holder)
        if buffer:
            blocks.append([*key, number, method, f"FY{year}", 1, buffer, day, "バッファー管理者", "", "buffer"])
            held[("バッファー管理者", "buffer")] = held.get(("バッファー管理者", "buffer"), 0) + buffer
            first = buffer + 1
        blocks.append([*key, number, method, f"FY{year}", first, t, day, holder, "", "holding"])
        left = t - first + 1
        if rng.random() < 0.6 and left > 2:
            used = rng.randint(1, left - 1)
            end_use = rng.choices(["retirement", "state_target", "cancellation"], [90, 8, 2])[0]
            purpose = {"retirement": rng.choice(["shk_adjusted_emissions", "re100", "carbon_offset"]), "state_target": "plan_target", "cancellation": "error_correction"}[end_use]
            used_on = day + datetime.timedelta(days=rng.randrange(0, 200))
            uses.append([*key, number, method, f"FY{year}", first, first + used - 1, holder, end_use, purpose, "", "", "" if purpose not in ("shk_adjusted_emissions", "re100") else f"FY{year}", used_on])
            left -= used
        held[(holder, "holding")] = held.get((holder, "holding"), 0) + left


def write(name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(rows)


line = ["list", "number", "certification", "methodology", "vintage"]
write("certifications.csv", ["list", "number", "certification", "certified_on", "round", "programme_code", "credit_type", "methodology", "vintage", "tonnes"], certifications)
write("blocks.csv", line + ["first", "last", "issued_on", "holder", "holder_corporate_number", "account"], blocks)
write("retirements.csv", line + ["first", "last", "holder", "end_use", "purpose", "user", "user_corporate_number", "fiscal_year", "used_on"], uses)
write("balances.csv", ["holder", "account", "held_t"], [[h, a, t] for (h, a), t in sorted(held.items())])

total = lambda use: sum(u[6] - u[5] + 1 for u in uses if u[8] == use)
distinct = set(projects) | forests
controls = dict(projects=len(distinct), projects_cancelled=sum("取消" in p["name"] for p in projects.values()), certifications=len({(c[0], c[1], c[2]) for c in certifications}),
                certified_t=sum(c[9] for c in certifications), opened_t=sum(b[6] - b[5] + 1 for b in blocks), held_t=sum(t for (h, a), t in held.items() if a == "holding"),
                buffer_t=sum(t for (h, a), t in held.items() if a == "buffer"), retired_t=total("retirement"), retired_for_state_t=total("state_target"), cancelled_t=total("cancellation"))
assert controls["certified_t"] == TONNES and controls["certifications"] == CERTIFICATIONS, controls
print("[controls]")
for name, value in controls.items():
    print(f"{name} = {value}")
