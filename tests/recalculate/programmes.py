"""Invented programmes, made from a seed: plan.toml, members.csv and data.csv in a folder."""

import os
import random

BEGIN = """
[form]
family = "normal"
version = "4.0"
[cover]
validation_application_date = "2025-04-20"
registration_application_date = "2025-05-10"
plan_version = "1.0.0"
[project]
name = "会員の設備を束ねるプログラム"
credit_income_claim = "譲渡した削減分を主張しない。"
[[proponents]]
name = "例食品株式会社"
corporate_number = "8700110005901"
[crediting_period]
first_monitorable_day = "2025-06-01"
[data_management]
responsible = "事務局長"
monitoring = "設備課長"
retention = "2 year"
[[activities]]
name = "A"
methodology = "{methodology}"
methodology_version = "2026-06"
baseline = "{baseline}"
[activities.place]
site = "会員の事業所"
prefecture = "新潟県"
municipality = "佐渡市"
"""


def table(kind, /, **fields):
    lines = [f"[[activities.{kind}]]"]
    for key, value in fields.items():
        lines.append(f"{key} = " + ("true" if value is True else "false" if value is False else f'"{value}"'))
    return "\n".join(lines) + "\n"


def condition(number, met=True):
    return table("conditions", id=number, met=met, evidence="書類.pdf")


def declared(symbol, value, year="FY2021", **more):
    return table("parameters", symbol=symbol, value=value, value_year=year, evidence="公表値.pdf", declared_by="例食品株式会社 設備課長", **more)


def planned(symbol, value, **more):
    return table("parameters", symbol=symbol, value=value, monitoring_class="A", evidence="記録.pdf", **more)


def monitored(symbol, unit, monitoring_class="A", **more):
    return table("monitoring", symbol=symbol, unit=unit, monitoring_class=monitoring_class, expected=f"100 {unit}/year", **more)


def solar_plan():
    return (BEGIN.format(methodology="EN-R-002", baseline="new") + condition("1") + condition("2") + condition("3") +
            table("choices", name="monitoring", value="generated_less_sold") + table("choices", name="electricity", value="all_source") +
            declared("CEF_all_source", "0.434 kgCO2/kWh") +
            table("incidental", id="auxiliary_electricity", emission="0.01 tCO2/year", choice="calculate", grounds="計量する。") +
            monitored("EL_gen", "kWh") + monitored("EL_sold", "kWh") + monitored("EL_auxiliary", "kWh"))


def machine_plan():
    rows = ("旋盤", "研削盤, 平面")
    text = BEGIN.format(methodology="EN-S-022", baseline="renewal") + condition("1") + condition("2") + condition("3")
    text += condition("old_specification_unavailable", False) + condition("new_capability", False)
    text += table("choices", name="method", value="unit_consumption") + table("choices", name="energy", value="electricity") + table("choices", name="electricity_BL", value="all_source")
    text += "".join(table("rows", list="machines", label=row) for row in rows)
    text += declared("CEF_all_source", "0.434 kgCO2/kWh")
    text += table("parameters", symbol="old_cannot_be_used", value="false")
    for row, used, made in zip(rows, ("52000 kWh", "30.601 MWh"), ("131000 piece", "90007 piece")):
        text += planned("EL_before", used, row=row) + planned("P_before", made, row=row)
    for row in rows:
        text += monitored("P_PJ", "piece", row=row) + monitored("EL_PJ", "kWh", row=row)
    return text


def biochar_plan():
    rows = ("竹炭", "もみ殻くん炭")
    text = BEGIN.format(methodology="AG-004", baseline="new") + "".join(condition(str(i)) for i in range(1, 7))
    text += "".join(table("rows", list="biochar", label=row) for row in rows)
    for row, carbon, permanence in zip(rows, ("0.77", "0.49"), ("0.80", "0.65")):
        text += table("parameters", symbol="kind", value="木材由来・ガス化", row=row, evidence="品質証明書.pdf", declared_by="例食品株式会社 設備課長")
        text += table("parameters", symbol="Fc", value=carbon, row=row, evidence="分析.pdf", declared_by="例食品株式会社 設備課長")
        text += table("parameters", symbol="Fperm", value=permanence, row=row, evidence="分析.pdf", declared_by="例食品株式会社 設備課長")
    text += declared("HV_spreading", "38.0 GJ_HHV/kL") + declared("CEF_spreading", "0.0689 tCO2/GJ_HHV") + declared("CEF_electricity", "0.434 kgCO2/kWh")
    text += declared("HV_production", "38.0 GJ_HHV/kL") + declared("CEF_production", "0.0689 tCO2/GJ_HHV")
    for source in ("feedstock_transport", "biochar_transport"):
        text += table("incidental", id=source, emission="0 tCO2/year", choice="leave_out", grounds="追加の排出はない。")
    for source in ("production", "spreading"):
        text += table("incidental", id=source, emission="1 tCO2/year", choice="calculate", grounds="計量する。")
    text += monitored("F_production", "kL") + monitored("EL_production", "kWh") + monitored("PV_PJ", "t") + monitored("PV_PJ_all", "t")
    text += "".join(monitored("BC", "t", row=row) for row in rows) + monitored("F_spreading", "kL") + monitored("EL_spreading", "kWh")
    return text


def months():
    return [f"2026-{m:02d}" for m in range(4, 13)] + [f"2027-{m:02d}" for m in range(1, 4)]


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def write(folder, plan, symbols, own, count, seed):
    """symbols: name -> (unit, largest value, decimals); own: a parameter that one member in four has its own value of."""
    draw = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    members = [f"member,name,address,activity,applied_on,start,period,left_on,param:{own[0]}"]
    data = ["member,activity,parameter,period,value,unit,class,evidence"]
    for i in range(1, count + 1):
        number = f"M{i:05d}"
        begin, left = ("2026-04-01", "")
        if draw.random() < 0.2:
            begin = draw.choice(months()) + draw.choice(("-01", "-15"))
        if draw.random() < 0.1 and begin < "2027-02":
            left = "2027-03-01"
        value = own[1](draw) if draw.random() < 0.25 else ""
        members.append(f"{number},会員{i},新潟県佐渡市例町{i},A,2026-01-10,{begin},{begin}..2034-03-31,{left},{value}")
        for month in months():
            drawn = {}
            for name, (unit, largest, decimals, below) in symbols.items():
                most = drawn[below] if below else largest * 10**decimals
                drawn[name] = draw.randint(1 if name == "PV_PJ_all" else 0, most)
                whole, rest = divmod(drawn[name], 10**decimals)
                text = f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)
                data.append(f"{number},,{quoted(name)},{month},{text},{unit},,m.csv")
    for name, text in (("plan.toml", plan), ("members.csv", "\n".join(members) + "\n"), ("data.csv", "\n".join(data) + "\n")):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def make(folder, seed, count):
    factor = ("CEF_all_source", lambda draw: f"0.{draw.randint(100, 600)} kgCO2/kWh")
    heating = ("HV_spreading", lambda draw: f"3{draw.randint(5, 9)}.{draw.randint(0, 99):02d} GJ_HHV/kL")
    write(os.path.join(folder, "solar"), solar_plan(),
          {"EL_gen": ("kWh", 900, 3, None), "EL_sold": ("kWh", 0, 3, "EL_gen"), "EL_auxiliary": ("kWh", 5, 2, None)}, factor, count, seed)
    write(os.path.join(folder, "machines"), machine_plan(),
          {"P_PJ (旋盤)": ("piece", 9000, 0, None), "EL_PJ (旋盤)": ("kWh", 3000, 1, None), "P_PJ (研削盤, 平面)": ("piece", 9000, 0, None), "EL_PJ (研削盤, 平面)": ("MJ", 9000, 0, None)},
          factor, count, seed + 1)
    write(os.path.join(folder, "biochar"), biochar_plan(),
          {"BC (竹炭)": ("t", 3, 3, None), "BC (もみ殻くん炭)": ("kg", 2000, 0, None), "F_spreading": ("L", 20, 1, None), "EL_spreading": ("kWh", 10, 1, None),
           "F_production": ("L", 30, 0, None), "EL_production": ("kWh", 40, 1, None), "PV_PJ_all": ("t", 9, 2, None), "PV_PJ": ("t", 0, 2, "PV_PJ_all")}, heating, count, seed + 2)
