"""What the house allows and what it bans: the table of rooms and the list of bans. check.py applies them, check_test.py shows that each bites."""

import re
from dataclasses import dataclass, field

# A room may include itself, `base`, the rooms named here and whatever those may include.
ROOMS = {
    "base": [],
    "rulebook": ["base"],
    "journal": ["base"],
    "outbound": ["base"],
    "inventory": ["rulebook"],
    "project": ["rulebook"],
    "registry": ["rulebook"],
    "market": ["registry"],
    "claim": ["registry", "inventory"],
    "plan": ["inventory", "project"],
    "scheme": ["project", "registry", "market", "claim"],
    "store": ["journal"],
    "books": ["plan", "store"],
    "wire": ["scheme", "plan"],
    "report": ["base"],
    "service": ["wire", "report", "books", "outbound", "store"],
    "scenario": ["service"],
    "http": ["service"],
    "cli": ["http", "scenario", "verify"],
    "verify": ["journal"],
}
# Single headers beyond the table: the room may include them and whatever they include.
EXTRA_HEADERS = {"verify": ["scheme/commands.h", "scheme/words.h", "registry/words.h", "project/words.h"]}

# Libraries that only these rooms may include.
LIBRARY_ROOMS = {
    "sqlite3.h": (["store"], "the store's own interface (src/store/)"),
    "libpq-fe.h": (["store"], "the store's own interface (src/store/)"),
    "boost/beast": (["http"], "the routes of src/http/"),
    "boost/asio": (["http"], "the routes of src/http/, or a thread of src/service/"),
    "boost/json": (["wire", "verify"], "the descriptions of src/wire/"),
    "zip.h": (["wire"], "the tables of src/wire/xlsx.h"),
    "pugixml.hpp": (["wire"], "the tables of src/wire/xlsx.h"),
    "pango/": (["report"], "a Document and src/report/render.h"),
    "cairo": (["report"], "a Document and src/report/render.h"),
    "qrencode.h": (["report"], "the verification code of a Document"),
    "CLI/": (["cli", "verify"], "arguments that the command line has read"),
    "curl/": (["outbound"], "src/outbound/"),
    "unicode/": (["base"], "the text functions of base/text.h"),
    "toml++/": (["base"], "the tree of base/tree.h"),
    "boost/multiprecision": (["base"], "Integer, Decimal and Rational of base/number.h"),
}
# Headers that cost seconds of every unit that sees them: included by a .cc, never by a header.
HEAVY_HEADERS = ["boost/multiprecision", "boost/json", "boost/beast", "boost/asio", "toml++/", "CLI/", "unicode/", "fmt/format.h", "sqlite3.h",
                 "libpq-fe.h", "pugixml.hpp", "pango/", "regex"]

# Rooms whose results are figures of the scheme: exact and the same on every machine.
COUNTING = ["base", "rulebook", "project", "registry", "scheme", "market", "claim", "inventory", "plan"]
# Rooms that decide: what they need comes in with the command.
PURE = ["project", "registry", "scheme", "market", "claim", "inventory", "plan"]


@dataclass
class Ban:
    name: str
    message: str  # names the replacement
    pattern: str = ""  # in the code, comments and literals blanked out
    headers: list = field(default_factory=list)  # system headers, by exact name or by prefix ending in "/"
    rooms: list = None  # None: every room
    except_rooms: list = field(default_factory=list)
    tests_too: bool = False  # also in x_test.cc, x_fuzz.cc, x_bench.cc, and, where rooms is None, in tests/ and bench/
    except_files: list = field(default_factory=list)
    headers_only: bool = False

    def __post_init__(self):
        self.regex = re.compile(self.pattern) if self.pattern else None


BANS = [
    Ban(
        "floating-point",
        "no binary floating point where figures are made: use Integer, Decimal or Rational of base/number.h",
        pattern=r"\b(?:float|double|strto[df]|strtold|sto[df]|stold|atof)\b"
        r"|(?<![\w.'])(?!0[xX])(?:\d[\d']*\.[\d']*(?:[eE][+-]?\d+)?|\d[\d']*[eE][+-]?\d+|\.\d+)[fFlL]?(?![\w.])"
        r"|\bstd::(?:sqrt|pow|exp|log|log2|log10|floor|ceil|round|lround|llround|trunc|fmod|cbrt)\s*\(",
        headers=["cmath", "math.h", "cfloat", "float.h", "complex", "numbers"],
        rooms=COUNTING,
        tests_too=True,
    ),
    Ban(
        "clock",
        "no clock where things are decided: the time comes in with the command (its header's time, or a Date or Instant argument)",
        pattern=r"\b(?:system_clock|steady_clock|high_resolution_clock|utc_clock|clock_gettime|gettimeofday|timespec_get|localtime(?:_r|_s)?"
        r"|gmtime(?:_r|_s)?|mktime|strftime)\b|\bstd::time\s*\(|(?<![\w.:>])time\s*\(\s*(?:nullptr|NULL|0|&)|(?<![\w.:>])clock\s*\(\s*\)",
        headers=["ctime", "time.h", "sys/time.h"],  # <chrono> is a calendar too; its clocks are in the pattern
        rooms=COUNTING,
    ),
    Ban(
        "file",
        "no file where things are decided: take bytes or parsed values as arguments; src/rulebook, src/store and src/cli read files",
        pattern=r"\b(?:[io]?fstream|filebuf|fopen|freopen|fdopen|tmpfile|std::filesystem|mkstemp|mmap)\b"
        r"|(?<![\w.>])::(?:open|read|write|close|unlink|rename|stat)\s*\(",
        headers=["fstream", "filesystem", "fcntl.h", "unistd.h", "sys/stat.h", "sys/mman.h", "dirent.h"],
        rooms=PURE,
    ),
    Ban(
        "socket",
        "no network here: src/http answers requests and src/outbound makes them",
        pattern=r"(?<![\w.>])::(?:socket|connect|bind|listen|accept|getaddrinfo|sendto|recvfrom)\s*\(",
        headers=["sys/socket.h", "netdb.h", "netinet/", "arpa/", "sys/un.h", "poll.h", "sys/epoll.h"],
        except_rooms=["http", "outbound", "store"],
    ),
    Ban(
        "random",
        "no randomness where things are decided: ids, salts and keys come in with the command (src/service draws them)",
        pattern=r"\b(?:random_device|mt19937(?:_64)?|minstd_rand0?|default_random_engine|s?rand|[de]?rand48|[lm]rand48|getrandom|getentropy"
        r"|arc4random\w*|randombytes\w*|RAND_bytes|random_shuffle)\b(?!\s*:)",
        headers=["random", "sys/random.h", "openssl/rand.h"],
        rooms=COUNTING,
    ),
    Ban(
        "locale",
        "nothing may depend on a locale: use the text functions of base/text.h and compare characters themselves",
        pattern=r"\b(?:std::locale|setlocale|newlocale|uselocale|imbue|localeconv|strcoll|strxfrm|std::use_facet)\b"
        r"|\b(?:std::)?(?:isalpha|isdigit|isalnum|isspace|isupper|islower|ispunct|isprint|isxdigit|isgraph|iscntrl|toupper|tolower)\s*\(",
        headers=["locale", "clocale", "locale.h", "cctype", "ctype.h", "cwctype", "codecvt"],
        rooms=COUNTING,
    ),
    Ban(
        "environment",
        "no environment and no thread where things are decided: a setting is an argument, and src/service runs the threads",
        pattern=r"\b(?:getenv|secure_getenv|setenv|putenv|std::j?thread|std::async|std::atomic\w*|thread_local|std::(?:shared_|recursive_)?mutex)\b",
        headers=["thread", "future", "mutex", "shared_mutex", "atomic", "condition_variable", "pthread.h"],
        rooms=PURE + ["rulebook"],
    ),
    Ban(
        "unordered",
        "the state has one order on every machine: use std::map, std::set or a sorted std::vector",
        pattern=r"\b(?:unordered_(?:multi)?(?:map|set)|std::hash)\b",
        headers=["unordered_map", "unordered_set"],
        rooms=["scheme", "registry", "project", "market", "claim"],
    ),
    Ban(
        "pointer-order",
        "an order by address differs from run to run: compare numbers or names",
        pattern=r"\bstd::(?:map|set|multimap|multiset)\s*<\s*(?:const\s+)?[\w:]+(?:\s+const)?\s*\*|\buintptr_t\b",
        rooms=PURE,
    ),
    Ban(
        "iostream",
        "only the programs speak to a terminal: return a Result or text, or print with {fmt} in src/cli or src/verify",
        pattern=r"\bstd::(?:cout|cerr|clog|cin)\b",
        headers=["iostream"],
        rooms=list(ROOMS),
        except_rooms=["cli", "verify"],
    ),
    Ban(
        "words",
        "the scheme's words: retire (never burn), issue (never mint)",
        pattern=r"(?:(?<![A-Za-z])(?:[bB]urn|[mM]int)|(?<=[a-z])(?:Burn|Mint))(?:s|ed|ing)?(?![a-z])",
        rooms=["registry", "scheme", "market", "journal", "store", "wire", "service", "scenario", "http", "cli"],
        tests_too=True,
    ),
    Ban(
        "limits",
        "every limit stands in src/base/limits.h (of http, outbound and service: in the room's own limits.h; of signing in: identity_limits.h), with the reason of its size",
        pattern=r"\bconstexpr\b[^;={()]*\b\w+_max\s*[={]",
        rooms=list(ROOMS),
        except_files=["src/base/limits.h", "src/http/limits.h", "src/outbound/limits.h", "src/service/limits.h", "src/service/identity_limits.h", "src/base/btree.h"],  # the tree's height follows from its own shape
        headers_only=True,  # a bound within one algorithm stands beside it, in its source
    ),
    Ban(
        "standard-namespace",
        "a namespace that is opened for a whole file hides where names come from: write the names, or `using std::string;`",
        pattern=r"\busing\s+namespace\s+std\s*;",
        tests_too=True,
    ),
    Ban(
        "assert",
        "what must hold is checked in every build: throw, or return an Error; assert() may be compiled away",
        pattern=r"(?<![\w.])assert\s*\(",
        headers=["cassert", "assert.h"],
        tests_too=True,
    ),
]


@dataclass
class TextBan:
    """In every text file of the tree, comments and literals too."""

    name: str
    message: str
    pattern: str

    def __post_init__(self):
        self.regex = re.compile(self.pattern)


# The patterns are written so that they do not match themselves.
TEXT_BANS = [
    TextBan(
        "registry-host",
        "no host of a package registry: let apt-get and npm find theirs by their own configuration",
        r"(?i)\b(?:registry|www)\.(?:npm|yarn)[a-z]*\.[a-z]{2,3}\b|\bnpm[j]s\.(?:org|com)\b|\bpyp[i]\.org\b|\bpythonhoste[d]\.org\b"
        r"|\bcrates\.i[o]\b|\brubygem[s]\.org\b|\bdeb\.debia[n]\.org\b|\bproxy\.golan[g]\.org\b|\bsum\.golan[g]\.org\b|\bmaven\.or[g]\b"
        r"|\brepo1?\.maven\.apach[e]\.org\b|\bsecurity\.debia[n]\.org\b|\bregistry\.hub\.docke[r]\.com\b",
    ),
    TextBan(
        "foreign-file",
        "nothing in the tree names a file outside of it: cite the publication by title and date, and keep data under rulebook/ or examples/",
        r"\.\./share[d]\b|\bshare[d]/(?:data|domain|design)\b",
    ),
    TextBan(
        "machine-path",
        "no path of one machine: name files from the tree's root, scratch files by mktemp or std::filesystem::temp_directory_path()",
        r"(?<![\w./-])/(?:wor[k]|hom[e]/\w+|roo[t]|var/tm[p]|tm[p])(?![\w.-])",
    ),
    TextBan(
        "unfinished",
        "finish it, or say in README.md what the program does not do",
        r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b|(?i:\bnot yet implemente[d]\b)",
    ),
]
