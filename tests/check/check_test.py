"""Shows that each rule of check.py bites, where it points and what it advises, and that comments and literals do not set it off."""

import os
import subprocess
import sys
import tempfile
import unittest

import check
import cpp_text
import rules

HERE = os.path.dirname(os.path.abspath(__file__))

# rule: (files, path and line of the one finding, a word of the advice). Names that the text bans look for are put together here, so that
# this file does not set them off itself.
BITES = {
    "layering": [
        ({"src/registry/a.cc": '#include "base/b.h"\n#include "store/b.h"\n', "src/store/b.h": "#pragma once\n", "src/base/b.h": "#pragma once\n"},
         "src/registry/a.cc:2", "base, registry, rulebook"),
        ({"src/base/a.h": '#pragma once\n#include "rulebook/b.h"\n', "src/rulebook/b.h": "#pragma once\n"}, "src/base/a.h:2", "may include base"),
        ({"src/project/a_test.cc": '#include "registry/b.h"\n', "src/registry/b.h": "#pragma once\n"}, "src/project/a_test.cc:1", "may include"),
        ({"src/store/a.cc": '#include "scheme/b.h"\n', "src/scheme/b.h": "#pragma once\n"}, "src/store/a.cc:1", "base, journal, store"),
        ({"src/verify/a.cc": '#include "scheme/commands.h"\n#include "scheme/state.h"\n', "src/scheme/commands.h": "#pragma once\n",
          "src/scheme/state.h": "#pragma once\n"}, "src/verify/a.cc:2", "and scheme/commands.h"),
        ({"src/cellar/a.h": "#pragma once\n"}, "src/cellar/a.h:1", "ROOMS"),
    ],
    "linked-rooms": [
        ({"CMakeLists.txt": "sumi_room(base)\n# sumi_room(base USES store)\nsumi_room(journal USES base scheme LIBS x)\n"}, "CMakeLists.txt:3", "may link base"),
        ({"CMakeLists.txt": "sumi_room(cellar USES base)\n"}, "CMakeLists.txt:1", "ROOMS"),
    ],
    "include-form": [
        ({"src/base/a.cc": '\n#include "b.h"\n', "src/base/b.h": "#pragma once\n"}, "src/base/a.cc:2", "room/file.h"),
        ({"src/base/a.cc": "#include <base/b.h>\n", "src/base/b.h": "#pragma once\n"}, "src/base/a.cc:1", 'write "base/b.h"'),
        ({"src/base/a.cc": '#include "base/b.cc"\n', "src/base/b.cc": "\n"}, "src/base/a.cc:1", "include a header"),
    ],
    "pragma-once": [({"src/base/a.h": "// #pragma once\nint f();\n"}, "src/base/a.h:1", "#pragma once")],
    "libraries": [
        ({"src/service/a.cc": "#include <sqlite3.h>\n"}, "src/service/a.cc:1", "src/store/"),
        ({"src/scheme/a.cc": "#include <boost/json.hpp>\n"}, "src/scheme/a.cc:1", "src/wire/"),
        ({"src/service/a.cc": "\n#include <boost/beast/http.hpp>\n"}, "src/service/a.cc:2", "src/http/"),
        ({"src/rulebook/a.cc": "#include <toml++/toml.h>\n"}, "src/rulebook/a.cc:1", "base/tree.h"),
    ],
    "heavy-headers": [({"src/base/a.h": "#pragma once\n#include <boost/multiprecision/cpp_int.hpp>\n"}, "src/base/a.h:2", "in one .cc")],
    "floating-point": [
        ({"src/registry/a.cc": "int a;\ndouble b;\n"}, "src/registry/a.cc:2", "Decimal"),
        ({"src/base/number.cc": "float f();\n"}, "src/base/number.cc:1", "Decimal"),
        ({"src/rulebook/a.cc": "auto a = 0.25;\n"}, "src/rulebook/a.cc:1", "Rational"),
        ({"src/project/a.cc": "auto a = 1'000e-3;\n"}, "src/project/a.cc:1", "Rational"),
        ({"src/scheme/a.cc": "auto a = std::sqrt(b);\n"}, "src/scheme/a.cc:1", "Rational"),
        ({"src/scheme/a.cc": "#include <cmath>\n"}, "src/scheme/a.cc:1", "Rational"),
        ({"src/scheme/a_test.cc": "const double expected = f();\n"}, "src/scheme/a_test.cc:1", "Rational"),
    ],
    "clock": [
        ({"src/scheme/a.cc": "auto n = std::chrono::system_clock::now();\n"}, "src/scheme/a.cc:1", "with the command"),
        ({"src/project/a.cc": "auto n = std::time(nullptr);\n"}, "src/project/a.cc:1", "with the command"),
        ({"src/registry/a.cc": "auto n = time(0);\n"}, "src/registry/a.cc:1", "with the command"),
        ({"src/rulebook/a.cc": "#include <ctime>\n"}, "src/rulebook/a.cc:1", "with the command"),
    ],
    "file": [
        ({"src/scheme/a.cc": "std::ifstream in(p);\n"}, "src/scheme/a.cc:1", "src/store"),
        ({"src/registry/a.cc": "#include <filesystem>\n"}, "src/registry/a.cc:1", "arguments"),
        ({"src/project/a.cc": "int f = ::open(p, 0);\n"}, "src/project/a.cc:1", "arguments"),
    ],
    "socket": [
        ({"src/scheme/a.cc": "#include <sys/socket.h>\n"}, "src/scheme/a.cc:1", "src/outbound"),
        ({"src/service/a.cc": "int s = ::socket(1, 2, 3);\n"}, "src/service/a.cc:1", "src/http"),
    ],
    "random": [
        ({"src/scheme/a.cc": "std::mt19937_64 r;\n"}, "src/scheme/a.cc:1", "src/service"),
        ({"src/project/a.cc": "#include <random>\n"}, "src/project/a.cc:1", "with the command"),
        ({"src/registry/a.cc": "int r = rand();\n"}, "src/registry/a.cc:1", "with the command"),
        ({"src/registry/a.cc": "randombytes_buf(p, 16);\n"}, "src/registry/a.cc:1", "with the command"),
    ],
    "locale": [
        ({"src/scheme/a.cc": "std::locale l;\n"}, "src/scheme/a.cc:1", "base/text.h"),
        ({"src/rulebook/a.cc": "if (std::isdigit(c)) f();\n"}, "src/rulebook/a.cc:1", "base/text.h"),
        ({"src/base/a.cc": "#include <cctype>\n"}, "src/base/a.cc:1", "base/text.h"),
    ],
    "environment": [
        ({"src/scheme/a.cc": 'auto p = std::getenv("X");\n'}, "src/scheme/a.cc:1", "argument"),
        ({"src/registry/a.cc": "std::mutex m;\n"}, "src/registry/a.cc:1", "src/service"),
        ({"src/registry/a.cc": "#include <thread>\n"}, "src/registry/a.cc:1", "src/service"),
    ],
    "unordered": [
        ({"src/scheme/state.h": "#pragma once\nstd::unordered_map<int, int> m;\n"}, "src/scheme/state.h:2", "std::map"),
        ({"src/registry/a.cc": "#include <unordered_set>\n"}, "src/registry/a.cc:1", "sorted"),
    ],
    "pointer-order": [({"src/scheme/a.cc": "std::map<const Account*, int> m;\n"}, "src/scheme/a.cc:1", "numbers or names")],
    "iostream": [
        ({"src/service/a.cc": "#include <iostream>\n"}, "src/service/a.cc:1", "Result"),
        ({"src/store/a.cc": "\nvoid f() { std::cerr << 1; }\n"}, "src/store/a.cc:2", "src/cli"),
    ],
    "words": [
        ({"src/registry/a.cc": "void burn_units();\n"}, "src/registry/a.cc:1", "retire"),
        ({"src/scheme/a.cc": "struct UnitsMinted {};\n"}, "src/scheme/a.cc:1", "issue"),
        ({"src/cli/a_test.cc": "int to_mint = 1;\n"}, "src/cli/a_test.cc:1", "issue"),
    ],
    "limits": [({"src/service/a.h": "#pragma once\ninline constexpr unsigned names_max = 5;\n"}, "src/service/a.h:2", "src/base/limits.h")],
    "standard-namespace": [({"src/cli/a.cc": "using namespace std;\n"}, "src/cli/a.cc:1", "using std::string"),
                           ({"tests/a/a.cc": "using namespace std;\n"}, "tests/a/a.cc:1", "using std::string")],
    "assert": [({"src/store/a.cc": "void f(int a) { assert(a); }\n"}, "src/store/a.cc:1", "throw"),
               ({"src/cli/a.cc": "#include <cassert>\n"}, "src/cli/a.cc:1", "throw")],
    "registry-host": [
        ({"web/a.json": '{\n"a": "https://registry.' + 'npmjs' + '.org/x"}\n'}, "web/a.json:2", "own configuration"),
        ({"dev": "curl https://py" + "pi.org/simple\n"}, "dev:1", "apt-get and npm"),
        ({"src/cli/a.cc": "// see deb." + "debian.org\n"}, "src/cli/a.cc:1", "apt-get and npm"),
    ],
    "foreign-file": [
        ({"README.md": "see ../share" + "d/domain/rules.md\n"}, "README.md:1", "title and date"),
        ({"src/base/a.cc": "// from shared" + "/data/x.csv\n"}, "src/base/a.cc:1", "title and date"),
    ],
    "machine-path": [
        ({"README.md": "\ncd /wor" + "k/main\n"}, "README.md:2", "tree's root"),
        ({"src/store/a_test.cc": 'auto p = "/tm' + 'p/x";\n'}, "src/store/a_test.cc:1", "temp_directory_path"),
        ({"dev": "ls /hom" + "e/someone/x\n"}, "dev:1", "tree's root"),
    ],
    "unfinished": [
        ({"src/base/a.cc": "// TO" + "DO: more\n"}, "src/base/a.cc:1", "finish it"),
        ({"README.md": "This is not yet imple" + "mented.\n"}, "README.md:1", "finish it"),
    ],
}

# Nothing of this may be found.
CLEAN = {
    "src/scheme/commands.h": '// float and double, std::cout; rand()\n#pragma once\n#include "registry/b.h"\n',
    "src/registry/b.h": "#pragma once\n",
    "src/verify/a.cc": '#include "journal/c.h"\n#include "registry/b.h"\n#include "scheme/commands.h"\n#include <iostream>\n',
    "src/journal/c.h": '#pragma once\n#include "base/d.h"\n',
    "src/base/d.h": "#pragma once\n",
    "src/base/limits.h": "#pragma once\ninline constexpr unsigned names_max = 5;\n",
    "src/scheme/literals.cc": r'''
const char* a = "double 0.5 time(0) // rand()";  // double, std::ifstream
const char* b = R"x(std::unordered_map "float" )" 1.5 */ )x";
/* std::mt19937 spoils
   the order: 0.1 */
const char c = '"'; int d = 1'000'000; int e = 0x1e3; char f = '\''; const char* g = "\"double\"";
int double_entry = 0, floating = 1, minutes = 2, burner = 3, operand = 4;
auto h = period.time(0), i = state.clock(), j = x.rand_count;  // members of ours
static_assert(sizeof(int) == 4);
''',
    "src/scheme/a_test.cc": "#include <gtest/gtest.h>\n#include <random>\n#include <fstream>\n",
    "src/store/a.cc": "#include <sqlite3.h>\n#include <unordered_map>\n#include <fstream>\nconst double seconds = 0.5;\n",
    "src/rulebook/a.cc": "#include <fstream>\nstd::ifstream in;\n",
    "src/base/a.cc": "#include <toml++/toml.h>\n#include <chrono>\nauto d = std::chrono::year_month_day{};\n",
    "CMakeLists.txt": "sumi_room(base LIBS PkgConfig::FMT)\nsumi_room(store USES journal LIBS sqlite)\n",
    "README.md": "the workshop, a homepage, /workflow, `mktemp -d /x.XXXXXX`, a todo list\n",
    "src/base/fuzz_seeds/csv_fuzz/a": b"\x82\xa0\x00TO" + b"DO",
}


def tree_of(files):
    folder = tempfile.TemporaryDirectory(prefix="sumi-check-")
    for path, text in files.items():
        whole = os.path.join(folder.name, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
    return folder


class Bites(unittest.TestCase):
    def test_every_rule_has_a_case(self):
        with tree_of({}) as root:
            self.assertEqual(sorted(check.run_checks(root)), sorted(BITES))

    def test_a_clean_tree_passes(self):
        with tree_of(CLEAN) as root:
            self.assertEqual([str(f) for found in check.run_checks(root).values() for f in found], [])

    def test_the_program_names_the_finding_and_fails(self):
        with tree_of({"src/scheme/a.cc": "double a;\n"}) as root:
            run = subprocess.run([sys.executable, os.path.join(HERE, "check.py"), "--root", root], capture_output=True, text=True)
            lines = run.stdout.splitlines()
            self.assertEqual(run.returncode, 1)
            self.assertTrue(lines[0].startswith("src/scheme/a.cc:1: double: "), lines[0])
            self.assertEqual(lines[-1], f"{len(BITES) - 1} passed, 1 failed")
        with tree_of(CLEAN) as root:
            run = subprocess.run([sys.executable, os.path.join(HERE, "check.py"), "--root", root], capture_output=True, text=True)
            self.assertEqual((run.returncode, run.stdout), (0, f"{len(BITES)} passed, 0 failed\n"))


def bite_test(rule, files, place, advice):
    def test(self):
        with tree_of(files) as root:
            found = [f for findings in check.run_checks(root).values() for f in findings]
        self.assertEqual([(f.rule, f"{f.path}:{f.line}") for f in found], [(rule, place)])
        self.assertIn(advice, found[0].message)

    return test


for rule_name, cases in BITES.items():
    for number, case in enumerate(cases):
        setattr(Bites, f"test_{rule_name.replace('-', '_')}_{number + 1}", bite_test(rule_name, *case))


class Text(unittest.TestCase):
    def test_blanking_keeps_length_and_lines(self):
        text = 'a /* x\ny */ "s\\"t" R"q(\n)" )q" \'c\' 1\'0 // z\\\nstill\nb'
        code = cpp_text.code_only(text)
        self.assertEqual(len(code), len(text))
        self.assertEqual(code.count("\n"), text.count("\n"))
        self.assertEqual(code.split(), ["a", '"', '"', "R", '"', "'", "'", "1'0", "b"])

    def test_includes_in_comments_do_not_count(self):
        self.assertEqual(cpp_text.includes('// #include "a.h"\n/*\n#include "b.h"\n*/\n#  include <c>\n#include "d/e.h"\n'),
                         [(5, True, "c"), (6, False, "d/e.h")])

    def test_the_table_of_rooms_has_no_circle(self):
        for room, allowed in check.allowed_rooms().items():
            for other in allowed - {room}:
                self.assertNotIn(room, check.allowed_rooms()[other] - {other})


if __name__ == "__main__":
    unittest.main()
