#!/usr/bin/env python3
"""Makes the lists of this example: 200 lines as a subsidy office keeps them, with partial dates, other spellings and wrong lines. Everything in them is
invented. The same seed gives the same files; `make_list.py --check` compares with those that stand here."""

import argparse
import csv
import io
import pathlib
import random
import sys
import zipfile
from xml.sax.saxutils import escape

SEED = 20261122
HERE = pathlib.Path(__file__).resolve().parent
HEADER = ["交付番号", "申請者名", "申請者区分", "法人番号", "都道府県", "住所", "設備区分", "型番", "製造番号", "台数", "稼働開始日", "総事業費（円）", "補助金額（円）", "補助事業名",
          "年間削減額（円）", "法令上の義務", "他制度への登録", "HEMS等の自動計測", "導入前年間電力使用量（kWh）", "導入後年間電力使用量（kWh）", "導入前燃料", "導入前年間燃料使用量（L）",
          "設備容量（kW）", "年間自家消費量（kWh）", "備考"]
PLACES = ["東京都|架空市青葉町", "千葉県|架空市港町", "埼玉県|架空町緑", "長野県|架空村大字山", "新潟県|架空市雪町", "愛知県|架空市機械町"]
SUBSIDY = "令和7年度省エネ設備導入補助金（架空）"
SOLAR = "住宅用太陽光補助金（架空）"


def corporate_number(n):
    """A 13-digit number with the check digit of 平成26年財務省令第70号 第2条; 9900 is no registry office."""
    digits = f"9900{n:08d}"
    total = sum(int(d) * (1 if i % 2 == 0 else 2) for i, d in enumerate(reversed(digits)))
    return str(9 - total % 9) + digits


class List:
    def __init__(self):
        self.random = random.Random(SEED)
        self.rows = []

    def add(self, **cells):
        number = len(self.rows) + 1
        place, street = self.random.choice(PLACES).split("|")
        row = dict.fromkeys(HEADER, "")
        row.update({"交付番号": f"R7-{number:04d}", "都道府県": place, "住所": f"{place}{street}{number}番地", "法令上の義務": "無", "他制度への登録": "なし",
                    "製造番号": f"SN{number:05d}", "台数": "1"})
        row.update(cells)
        self.rows.append(row)
        return row

    def company(self, n):
        return {"申請者名": f"株式会社架空{n:03d}", "申請者区分": "法人", "法人番号": corporate_number(n), "補助事業名": SUBSIDY}

    def day(self):
        r = self.random
        return f"{r.choice([2025, 2026])}-{r.randint(1, 10):02d}-{r.randint(1, 28):02d}"

    def money(self, investment, saving):
        return {"総事業費（円）": f"{investment:,}", "補助金額（円）": str(investment // 3), "年間削減額（円）": str(saving), "稼働開始日": self.day()}

    def fill(self):
        r = self.random
        for i in range(60):  # houses with a roof of their own
            kwh = r.randrange(1500, 4000, 50)
            self.add(申請者名=f"架空 {i + 1}", 申請者区分="個人", 設備区分=r.choice(["太陽光発電設備", "太陽光発電システム", "ソーラー発電"]), 型番="PV-400",
                     補助事業名=SOLAR, **{"設備容量（kW）": f"{r.randrange(30, 60) / 10}", "年間自家消費量（kWh）": str(kwh), "HEMS等の自動計測": r.choice(["有", "無"])},
                     **self.money(1_500_000, 60_000))
        for i in range(45):  # lighting and air conditioning
            before = r.randrange(40_000, 200_000, 1000)
            self.add(**self.company(i + 1), 設備区分=r.choice(["LED照明", "高効率照明設備", "業務用エアコン", "空調設備(ビルマル)"]), 型番=f"L-{i}",
                     **{"導入前年間電力使用量（kWh）": f"{before:,}", "導入後年間電力使用量（kWh）": str(before // 2)}, **self.money(9_000_000, 900_000))
        for i in range(30):  # boilers to heat pumps
            litres = r.randrange(8_000, 60_000, 500)
            self.add(**self.company(100 + i), 設備区分=r.choice(["業務用ヒートポンプ給湯機", "ヒートポンプ"]), 型番=f"H-{i}",
                     **{"導入前燃料": r.choice(["A重油", "灯油"]), "導入前年間燃料使用量（L）": str(litres), "導入後年間電力使用量（kWh）": str(litres * 2)}, **self.money(20_000_000, 1_500_000))
        for i in range(8):  # large machines
            before = r.randrange(700_000, 1_200_000, 10_000)
            self.add(**self.company(200 + i), 設備区分=r.choice(["射出成形機", "マシニングセンタ", "工業炉"]), 型番=f"M-{i}",
                     **{"導入前年間電力使用量（kWh）": str(before), "導入後年間電力使用量（kWh）": str(before // 2)}, **self.money(150_000_000, 12_000_000))
        self.partial_dates()
        self.not_possible()
        self.open_lines()
        self.wrong()

    def lighting(self, n, **cells):
        base = {**self.company(n), "設備区分": "LED照明", "型番": "L-X", "導入前年間電力使用量（kWh）": "50000", "導入後年間電力使用量（kWh）": "20000", **self.money(6_000_000, 600_000)}
        base.update(cells)
        return self.add(**base)

    def partial_dates(self):
        # The application is planned for 2026-12-01: equipment has to start on 2024-12-02 or later.
        for i, text in enumerate(["2025年5月", "令和7年6月10日", "2025年度", "2024年12月", "2024年度", "2024年11月", "2024-12-02", "2024-12-01", "R7.4.1", "２０２５年８月"]):
            self.lighting(300 + i, 稼働開始日=text)

    def not_possible(self):
        for i in range(4):
            self.lighting(320 + i, 法令上の義務="有")
        for i in range(4):
            self.lighting(330 + i, 他制度への登録="登録済")
        for i in range(4):
            self.lighting(340 + i, **{"年間削減額（円）": "2500000"})  # payback 1.6 years
        for i in range(4):
            self.lighting(350 + i, 設備区分=["定置用蓄電池", "EV充電設備", "V2H充放電設備", "蓄電システム"][i])
        first = self.lighting(360, 製造番号="SN-TWICE")
        self.lighting(360, 製造番号="ＳＮ-twice", 稼働開始日=first["稼働開始日"])
        self.lighting(361, **{"導入後年間電力使用量（kWh）": "60000"})

    def open_lines(self):
        for i in range(4):
            self.lighting(370 + i, **{"導入後年間電力使用量（kWh）": ""})
        for i in range(3):
            self.lighting(380 + i, **{"総事業費（円）": "不明"})
        for i in range(3):
            self.lighting(390 + i, 設備区分=["高効率設備一式", "省エネ機器", "その他"][i])
        for i in range(2):
            self.lighting(395 + i, 都道府県="", 住所="架空市本町1")

    def wrong(self):
        self.lighting(400, 稼働開始日="来年春")
        self.lighting(401, 稼働開始日="2025-02-30")
        self.lighting(402, **{"総事業費（円）": "六百万"})
        self.lighting(403, **{"総事業費（円）": "-6000000"})
        self.lighting(404, **{"補助金額（円）": "60,000,000"})
        self.lighting(405, 都道府県="東都")
        self.lighting(406, 法令上の義務="たぶん")
        self.lighting(407, 法人番号="1234567890123")
        self.lighting(408, **{"導入前年間電力使用量（kWh）": "50000 L"})
        while len(self.rows) < 198:
            self.lighting(410 + len(self.rows), 備考="予算の残りによる追加分")


def cell_text(value):
    return '"' + value.replace('"', '""') + '"' if any(c in value for c in ',"\n') else value


def csv_bytes(rows):
    """cp932 with CRLF, as Japanese Excel writes a CSV; two titles above the headers, two broken lines at the end."""
    lines = ["令和7年度 補助金交付先一覧（架空）" + "," * (len(HEADER) - 1), ",".join(HEADER)]
    lines += [",".join(cell_text(row[h]) for h in HEADER) for row in rows]
    lines.append('R7-0199,株式会社架空,法人,,東京都,"東京都架空市,LED照明,,,1,2025-04-01' + "," * 14)
    lines.append("R7-0200,株式会社架空末尾,法人,,東京都")
    return ("\r\n".join(lines) + "\r\n").encode("cp932")


def column(i):
    return (column(i // 26 - 1) if i >= 26 else "") + chr(ord("A") + i % 26)


def xlsx_bytes(rows):
    """The first forty lines as a workbook: shared texts with furigana, dates by their number formats (a day, and a month without a day)."""
    import datetime
    texts, index = [], {}

    def shared(text):
        if text not in index:
            index[text] = len(texts)
            texts.append(text)
        return index[text]

    out = []
    for n, row in enumerate([dict(zip(HEADER, HEADER))] + rows[:40], start=1):
        cells = []
        for i, h in enumerate(HEADER):
            value, ref = row[h], f"{column(i)}{n}"
            if n > 1 and h == "稼働開始日":
                day = datetime.date.fromisoformat(value)
                month = n % 5 == 0
                serial = ((day.replace(day=1) if month else day) - datetime.date(1899, 12, 30)).days
                cells.append(f'<c r="{ref}" s="{2 if month else 1}"><v>{serial}</v></c>')
            elif n > 1 and value.replace(",", "").replace(".", "").isdigit() and h not in ("交付番号", "製造番号", "法人番号"):
                cells.append(f'<c r="{ref}"><v>{value.replace(",", "")}</v></c>')
            elif value:
                cells.append(f'<c r="{ref}" t="s"><v>{shared(value)}</v></c>')
        out.append(f'<row r="{n}">{"".join(cells)}</row>')
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {ns} xmlns:r="{rel}"><sheets><sheet name="交付先" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{rel}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet {ns}><sheetData>{"".join(out)}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst {ns}>' + "".join(f'<si><t>{escape(t)}</t><rPh sb="0" eb="1"><t>フリガナ</t></rPh></si>' for t in texts) + "</sst>",
        "xl/styles.xml": f'<styleSheet {ns}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="55"/></cellXfs></styleSheet>',
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text, compress_type=zipfile.ZIP_DEFLATED)
    return memory.getvalue()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    made = List()
    made.fill()
    code = 0
    for name, data in (("list.csv", csv_bytes(made.rows)), ("list.xlsx", xlsx_bytes(made.rows))):
        if not check:
            (HERE / name).write_bytes(data)
        elif name == "list.csv" and (HERE / name).read_bytes() != data:  # zlib versions may compress otherwise
            print(f"{name} differs from what the generator makes")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
