"""C++ source as the checks see it: the same lines, with comments and the insides of literals blanked out."""

import re

# In the order in which they are tried at a place of the text. A digit separator (1'000) is part of the number, never the start of a
# character; a raw string ends at its own delimiter.
TOKEN = re.compile(
    r"""
    (?P<line_comment>//(?:\\\r?\n|[^\n])*)
  | (?P<block_comment>/\*.*?(?:\*/|\Z))
  | (?P<raw>\b(?:u8|u|U|L)?R"(?P<delimiter>[^()\\\s]{0,16})\(.*?\)(?P=delimiter)")
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<number>\b[0-9](?:'?[0-9a-zA-Z_.]|(?<=[eEpP])[+-])*)
  | (?P<character>'(?:\\.|[^'\\\n])+')
    """,
    re.VERBOSE | re.DOTALL,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def blank(text):
    """Spaces of the same length; line ends stay, so that line numbers hold."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    def one(match):
        return blank(match[0]) if match.lastgroup in ("line_comment", "block_comment") else match[0]

    return TOKEN.sub(one, text)


def code_only(text):
    """Without comments and without what stands inside of string and character literals; their quotes stay."""

    def one(match):
        kind = match.lastgroup
        if kind == "delimiter":  # the group inside of `raw` closes last where it is not empty
            kind = "raw"
        if kind in ("line_comment", "block_comment"):
            return blank(match[0])
        if kind in ("raw", "string", "character"):
            return match[0][0] + blank(match[0][1:-1]) + match[0][-1]
        return match[0]

    return TOKEN.sub(one, text)


def includes(text):
    """Every #include outside of comments: (line, is_system, path)."""
    plain = without_comments(text)
    return [(plain.count("\n", 0, m.start(2)) + 1, m[1] == "<", m[2]) for m in INCLUDE.finditer(plain)]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
