#!/usr/bin/env python3
"""The programme's inputs, made from a seed: the same seed gives the same bytes. Every person, house, number and kilowatt-hour is invented.

    python3 make.py [FOLDER]

joining-2025-03.csv   853 applications for the first day, two of which are of a house that is in the list already
joining-2026-01.csv   150 that came during the fiscal year, one of which is a house of the first list
members.csv           the 1,000 members at the end of the fiscal year, with those who left
data.csv              twelve months of readings: what the roof made and what was sold
leaving.inc           the lines of the story by which 26 of them leave
"""

import csv
import datetime
import os
import random
import sys
from fractions import Fraction

SEED = 20250401
MEMBERS, FIRST = 1000, 851
MONTHS = [f"2025-{m:02}" for m in range(4, 13)] + [f"2026-{m:02}" for m in range(1, 4)]
# kWh a month per kW of panels: invented, of the shape that roofs around Tokyo have.
YIELD = dict(zip(MONTHS, (112, 118, 96, 104, 110, 88, 84, 76, 74, 82, 88, 108)))
FAMILIES = [("朝霧", "アサギリ"), ("有馬川", "アリマガワ"), ("石動", "イシドウ"), ("江ノ木", "エノキ"), ("大澤", "オオサワ"), ("風間", "カザマ"), ("霧島", "キリシマ"), ("栗原田", "クリハラダ"),
            ("古城", "コジョウ"), ("沢渡", "サワタリ"), ("白浜", "シラハマ"), ("砂原", "スナハラ"), ("高根", "タカネ"), ("月岡", "ツキオカ"), ("戸倉", "トクラ"), ("夏目田", "ナツメダ"),
            ("野々宮", "ノノミヤ"), ("日向", "ヒナタ"), ("星川", "ホシカワ"), ("松ヶ枝", "マツガエ"), ("水原", "ミズハラ"), ("森永田", "モリナガタ"), ("柳瀬", "ヤナセ"), ("若狭", "ワカサ")]
GIVEN = [("葵", "アオイ"), ("一樹", "カズキ"), ("恵", "メグミ"), ("健", "ケン"), ("咲", "サキ"), ("純", "ジュン"), ("翔太", "ショウタ"), ("千尋", "チヒロ"), ("直子", "ナオコ"), ("陽", "ヨウ"),
         ("真理", "マリ"), ("実", "ミノル"), ("優", "ユウ"), ("礼", "レイ"), ("和", "カズ")]
# Municipalities and places that do not exist.
PLACES = [("埼玉県", "ひなた野市", "架空ヶ丘"), ("埼玉県", "ひなた野市", "仮名台"), ("千葉県", "例田市", "例ヶ崎"), ("千葉県", "例田市", "見本町"), ("茨城県", "試山市", "試ケ原"), ("茨城県", "試山市", "手本通")]
DIGITS = "〇一二三四五六七八九"


def kanji(n):
    """Up to 99: 二十三."""
    tens, ones = divmod(n, 10)
    return (("" if tens == 1 else DIGITS[tens]) + "十" if tens else "") + (DIGITS[ones] if ones else "")


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def address(place, block, style):
    prefecture, city, town = place
    a, b, c = block
    return prefecture + city + town + {
        0: f"{a}-{b}-{c}",
        1: f"{a}丁目{b}番{c}号",
        2: f"{a}丁目{b}番地{c}",
        3: wide(f"{a}-{b}-{c}"),
        4: f"{kanji(a)}丁目{b}番{c}号",
    }[style]


def day(text):
    return datetime.date.fromisoformat(text)


def first_of_month(month):
    return day(month + "-01")


def eight_years(first):
    return f"{first}..{first.replace(year=first.year + 8) - datetime.timedelta(days=1)}"


def members(draw):
    out, blocks = [], set()
    for i in range(1, MEMBERS + 1):
        place = draw.choice(PLACES)
        while True:
            block = (draw.randint(1, 6), draw.randint(1, 45), draw.randint(1, 28))
            if (place, block) not in blocks:
                break
        blocks.add((place, block))
        family, given = draw.choice(FAMILIES), draw.choice(GIVEN)
        if i <= FIRST:
            applied, begin = day("2025-01-15") + datetime.timedelta(days=draw.randint(0, 60)), day("2025-04-01")
        else:
            begin = first_of_month(draw.choice(MONTHS[2:10]))
            applied = begin - datetime.timedelta(days=draw.randint(12, 40))
        started = applied - datetime.timedelta(days=draw.randint(-10, 600))
        if draw.random() < 0.1:
            start = f"{started.year}年{started.month}月" if started > applied - datetime.timedelta(days=560) else str(started)
        else:
            start = str(started)
        out.append({
            "number": f"H{i:04}", "name": f"{family[0]} {given[0]}", "kana": f"{family[1]} {given[1]}", "place": place, "block": block, "address": address(place, block, draw.randint(0, 4)),
            "list": "kodate" if draw.random() < 0.7 else "renjutate", "applied_on": applied, "start": start, "begin": begin, "kw": Fraction(draw.choice((360, 405, 450, 495, 540)), 100),
            "equipment": f"PCS-{started.year}-{i:05}", "meter": f"KB{draw.randint(10, 99)}-{100000 + i}", "left_on": None, "home": draw.uniform(0.34, 0.62),
        })
    # 24 leave on the first of a month, H0412 moves house, H0733 leaves and will ask to be forgotten.
    for n in sorted(draw.sample([n for n in range(1, FIRST + 1) if n not in (17, 211, 412, 588, 733)], 24)):
        out[n - 1]["left_on"] = first_of_month(draw.choice(MONTHS[3:]))
    out[412 - 1]["left_on"] = day("2025-10-01")
    out[733 - 1]["left_on"] = day("2025-09-01")
    # Three houses whose spelling the duplicates change: ヶ and kanji numerals, full width, 番地 in kanji.
    for n, place, block, style in ((17, PLACES[0], (3, 47, 11), 1), (211, PLACES[2], (2, 46, 30), 0), (588, PLACES[1], (5, 48, 29), 2)):
        out[n - 1].update(place=place, block=block, address=address(place, block, style))
    return out


def duplicates(rows):
    """The same three houses once more, spelled in another way; the third is caught by its meter too."""
    a, b, c = rows[16], rows[210], rows[587]
    first = {**a, "number": "H1001", "name": "架空 太郎", "kana": "カクウ タロウ", "address": "埼玉県ひなた野市架空ケ丘" + wide("3-47-11"), "equipment": "", "meter": ""}
    second = {**b, "number": "H1002", "name": "例田 花子", "kana": "レイダ ハナコ", "address": "例田市例が崎二丁目四十六番地三十", "equipment": "", "meter": ""}
    third = {**c, "number": "H1003", "name": "仮名 次郎", "kana": "カナ ジロウ", "address": wide("5") + "丁目" + wide("48") + "番" + wide("29") + "号", "equipment": "", "meter": wide(c["meter"].lower()),
             "applied_on": day("2025-10-20"), "begin": day("2025-12-01")}
    third["address"] = "埼玉県ひなた野市仮名台" + third["address"]
    return first, second, third


HEADER = ["会員番号", "氏名又は名称", "フリガナ", "住所", "区分", "入会申込日", "開始日", "対象期間", "退会日", "設備番号", "計器番号", "同意の範囲", "同意の終わり", "根拠資料"]


def row(m, with_end):
    return [m["number"], m["name"], m["kana"], m["address"], m["list"], str(m["applied_on"]), m["start"], eight_years(m["begin"]), str(m["left_on"] or "") if with_end else "", m["equipment"],
            m["meter"], "programme_terms_and_visits", "2035-03-31", "application-forms.txt"]


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def readings(draw, rows):
    for m in rows:
        for month in MONTHS:
            first = first_of_month(month)
            if first < m["begin"] or (m["left_on"] and first >= m["left_on"]):
                continue
            made = int(m["kw"] * YIELD[month] * 10 * Fraction(draw.randint(850, 1120), 1000))
            sold = int(made * (1 - m["home"]) * draw.uniform(0.85, 1.1))
            yield m["number"], month, made, min(made, sold)


def write_leaving(folder, rows):
    """Numbers of the register: in the order of the first list, where H1001 stands behind H0600."""
    with open(os.path.join(folder, "leaving.inc"), "w", encoding="utf-8") as file:
        file.write("# Made by make.py: who leaves in the fiscal year, and who moves house.\n")
        for n, m in enumerate(rows, 1):
            if m["left_on"]:
                kind = "move_house" if n == 412 else "leave"
                file.write(f"as hino for O1: do ChangeMember project=P1 member={n if n <= 600 else n + 1} kind={kind} on={m['left_on']} evidence=sha:退会届-{m['number']}\n")


def tenths(n):
    return f"{n // 10}.{n % 10}"


def main(folder):
    draw = random.Random(SEED)
    rows = members(draw)
    first, second, third = duplicates(rows)
    joining = rows[:FIRST]
    write(folder, "joining-2025-03.csv", HEADER, [row(m, False) for m in joining[:600] + [first] + joining[600:] + [second]])
    write(folder, "joining-2026-01.csv", HEADER, [row(m, False) for m in rows[FIRST:] + [third]])
    write(folder, "members.csv", HEADER, [row(m, True) for m in rows])
    write_leaving(folder, rows)
    data = list(readings(draw, rows))
    write(folder, "data.csv", ["member", "period", "EL_gen [kWh]", "EL_sold [kWh]", "evidence"], [(n, month, tenths(made), tenths(sold), "readings.zip") for n, month, made, sold in data])


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
