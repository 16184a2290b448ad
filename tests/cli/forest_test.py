"""`sumi project stands` from outside: rows of a plan and data from a forester's two lists, in the encodings that they come in."""

import unittest

from program import Case, path, read, sumi, write

STANDS = "林分,地番,樹種,地位,面積,実測,林齢,齢級,基準年度\n1-い,字山田123-1,スギ,2,12.5,有,34,,FY2026\n2-ろ,字川上7,ヒノキ,1,4.25,無,18,,FY2026\n"
YIELD = "樹種,地位,林齢,材積\nスギ,2,30,300\nスギ,2,35,350\nスギ,2,40,395\nヒノキ,1,15,80\nヒノキ,1,20,125\nヒノキ,1,25,168\n"


def stands(*words, table=YIELD, list_of=STANDS):
    write("stands.csv", list_of)
    write("yield.csv", table)
    return sumi("project", "stands", "stands.csv", "--yield", "yield.csv", *words)


class Stands(Case):
    def test_ages_between_those_of_the_table_are_refused_with_every_line(self):
        answer = stands("--year", "FY2026")
        self.refused(answer, 2, "stands.csv:2:1:", "stands.csv:3:1:", "project.yield_age_missing", "--interpolation linear")
        self.assertEqual(answer.out, "")

    def test_the_straight_line_is_asked_for_and_told(self):
        answer = stands("--year", "FY2026", "--data", "--interpolation", "linear")
        self.assertEqual(answer.code, 0, answer)
        # 300 + 50 x 4/5 = 340; 80 + 45 x 3/5 = 107.
        self.assertIn('V_age,1-い,FY2026,340,m3/ha,II,"yield.csv:2-3 (直線補間 / linear)', answer.out)
        self.assertIn("V_age,2-ろ,FY2026,107,m3/ha,II,", answer.out)

    def test_a_list_of_excel_in_cp932_gives_the_same(self):
        words = ("--year", "FY2026", "--interpolation", "linear")
        utf8 = stands(*words)
        cp932 = stands(*words, list_of=STANDS.encode("cp932"), table=YIELD.encode("cp932"))
        self.assertEqual(utf8.code, 0, utf8)
        self.assertEqual(utf8.out, cp932.out)
        self.assertEqual(utf8.out.count("[[activities.rows]]"), 2)

    def test_years_and_files_that_are_none(self):
        self.refused(stands("--year", "soon"), 2, "--year")
        self.refused(stands("--year", "FY2026", "--to", "FY2027"), 2)
        self.refused(sumi("project", "stands", "nowhere.csv", "--yield", "yield.csv", "--year", "FY2026"), 2, "nowhere.csv")

    def test_a_file_that_is_another_is_not_written_over(self):
        write("key.txt", "a key\n")
        self.refused(stands("--year", "FY2026", "--interpolation", "linear", "-o", path("key.txt")), 2, "cli.file_stands")
        self.assertEqual(read("key.txt"), b"a key\n")

    def test_json(self):
        answer = stands("--year", "FY2026", "--interpolation", "linear", "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(answer.json()["stands"], 2)
        self.assertIn("[[activities.rows]]", answer.json()["plan_rows"])


if __name__ == "__main__":
    unittest.main()
