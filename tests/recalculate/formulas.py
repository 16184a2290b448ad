"""Three methodologies by hand, member by member, on exact fractions. Nothing here reads the program's rule packs: the structure is that of the published plans
and summaries (EN-R-002: electricity used on the spot times the factor; EN-S-022: production times the unit consumption of the year before the renewal;
AG-004: carbon of biochar times permanence times 44/12, less the energy of spreading and the project's share of that of production), the factors are those that the plan declares.
"""

import csv
import datetime
import tomllib
from fractions import Fraction

# Into kWh, t, kL, tCO2/kWh, GJ/kL, tCO2/GJ, 1; higher heating values only.
UNITS = {
    "": Fraction(1), "1": Fraction(1), "%": Fraction(1, 100),
    "kWh": Fraction(1), "MWh": Fraction(1000), "MJ": Fraction(10, 36), "GJ": Fraction(10000, 36),
    "t": Fraction(1), "kg": Fraction(1, 1000), "kL": Fraction(1), "L": Fraction(1, 1000), "piece": Fraction(1),
    "tCO2/kWh": Fraction(1), "kgCO2/kWh": Fraction(1, 1000), "GJ_HHV/kL": Fraction(1), "tCO2/GJ_HHV": Fraction(1),
}


def quantity(text):
    number, _, unit = text.strip().partition(" ")
    return Fraction(number.replace(",", "")) * UNITS[unit]


def half_even(value, places):
    scaled = value * 10**places
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1):
        whole += 1
    return Fraction(whole, 10**places)


def days_of(text):
    """First and last day of "2026-04" or "2026-04-01..2026-04-30"."""
    if ".." in text:
        first, _, last = text.partition("..")
        return datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if text.startswith("FY"):
        year = int(text[2:])
        return datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31)
    year, month = int(text[:4]), int(text[5:7])
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return datetime.date(year, month, 1), after - datetime.timedelta(days=1)


def fiscal_year(day):
    return day.year if day.month >= 4 else day.year - 1


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if line.strip() and not line.startswith("#")))


class Plan:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.activity = tomllib.load(file)["activities"][0]
        self.methodology = self.activity["methodology"]
        self.choices = {c["name"]: c["value"] for c in self.activity.get("choices", [])}
        self.values = {(p["symbol"], p.get("row", "")): quantity(p["value"]) for p in self.activity.get("parameters", []) if p["value"] not in ("true", "false") and p["symbol"] != "kind"}
        self.rows = [r["label"] for r in self.activity.get("rows", [])]
        self.incidental = {i["id"]: i["choice"] for i in self.activity.get("incidental", [])}


def solar(plan, own, month):
    factor = own.get("CEF_all_source", plan.values[("CEF_all_source", "")])
    if plan.choices["monitoring"] == "metered":
        used = month["EL_self"]
    else:
        used = month["EL_gen"] - month["EL_sold"]
    project = Fraction(0)
    if plan.incidental.get("auxiliary_electricity") == "calculate":
        project = month["EL_auxiliary"] * factor
    return used * factor, project


def machines(plan, own, month):
    factor = own.get("CEF_all_source", plan.values[("CEF_all_source", "")])
    before = after = Fraction(0)
    for row in plan.rows:
        made = month[f"P_PJ ({row})"]
        before += half_even(made * plan.values[("EL_before", row)] / plan.values[("P_before", row)], 12)
        after += month[f"EL_PJ ({row})"]
    return before * factor, after * factor


def biochar(plan, own, month):
    stored = Fraction(0)
    for row in plan.rows:
        stored += month[f"BC ({row})"] * plan.values[("Fc", row)] * plan.values[("Fperm", row)]
    stored = stored * 44 / 12
    fuel = month["F_spreading"] * own.get("HV_spreading", plan.values.get(("HV_spreading", ""))) * plan.values[("CEF_spreading", "")]
    made = month["F_production"] * plan.values[("HV_production", "")] * plan.values[("CEF_production", "")]
    made += month["EL_production"] * plan.values[("CEF_electricity", "")]
    made *= half_even(month["PV_PJ"] / month["PV_PJ_all"], 12)
    return stored, made + fuel + month["EL_spreading"] * plan.values[("CEF_electricity", "")]


METHODOLOGIES = {"EN-R-002": solar, "EN-S-022": machines, "AG-004": biochar}


def own_period(member):
    first, last = days_of(member["period"])
    if member.get("left_on"):
        last = min(last, datetime.date.fromisoformat(member["left_on"]) - datetime.timedelta(days=1))
    return first, last


def recalculate(plan_path, members_path, data_path):
    """Sums per fiscal year: {2026: (EM_BL, EM_PJ)}, and per member."""
    plan = Plan(plan_path)
    months = {}
    for row in rows_of(data_path):
        value = quantity(row["value"] + " " + row["unit"])
        months.setdefault(row["member"], {}).setdefault(days_of(row["period"]), {})[row["parameter"]] = value
    sums, by_member = {}, {}
    for member in rows_of(members_path):
        own = {name[6:]: quantity(text) for name, text in member.items() if name.startswith("param:") and text}
        begin, end = own_period(member)
        for (first, last), month in months.get(member["member"], {}).items():
            if first < begin or end < last:
                continue
            baseline, project = METHODOLOGIES[plan.methodology](plan, own, month)
            for table, key in ((sums, fiscal_year(first)), (by_member, member["member"])):
                old = table.get(key, (Fraction(0), Fraction(0)))
                table[key] = (old[0] + baseline, old[1] + project)
    return sums, by_member
