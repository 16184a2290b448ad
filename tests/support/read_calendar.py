"""A small reader of iCalendar files (RFC 5545), written from the standard: prints one line per event, and ends with 1 where the file does not keep the form.

UID|DTSTAMP|DTSTART|DTEND|SUMMARY|URL|DESCRIPTION|TRIGGER, a line break within a text shown as a backslash.
"""

import re
import sys


def fail(reason):
    print(reason)
    sys.exit(1)


def content_lines(data):
    if not data.endswith(b"\r\n"):
        fail("the file does not end with CRLF")
    raw = data[:-2].split(b"\r\n")
    lines = []
    for line in raw:
        if b"\n" in line or b"\r" in line:
            fail("a line break that is no CRLF")
        if len(line) > 75:
            fail("a line of %d octets" % len(line))
        line.decode("utf-8")  # a fold within a character would fail here
        if line[:1] in (b" ", b"\t"):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return [line.decode("utf-8") for line in lines]


def text(value):
    out, rest = "", iter(value)
    for c in rest:
        if c == "\\":
            c = next(rest)
            out += {"n": "\n", "N": "\n"}.get(c, c)
        elif c in ";,":
            fail("an unescaped sign in " + value)
        else:
            out += c
    return out


def main():
    stack, events, event = [], [], None
    for line in content_lines(open(sys.argv[1], "rb").read()):
        match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)", line, re.S)
        if not match:
            fail("no content line: " + line)
        name, parameters, value = match.groups()
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                event = {}
        elif name == "END":
            if not stack or stack.pop() != value:
                fail("END without BEGIN: " + value)
            if value == "VEVENT":
                events.append(event)
        elif stack == ["VCALENDAR", "VEVENT"]:
            if name in event:
                fail("twice: " + name)
            if name in ("DTSTART", "DTEND") and parameters != ";VALUE=DATE":
                fail("no date: " + line)
            event[name] = text(value) if name in ("SUMMARY", "DESCRIPTION") else value
        elif stack == ["VCALENDAR", "VEVENT", "VALARM"] and name == "TRIGGER":
            event["TRIGGER"] = value
        elif stack == ["VCALENDAR"] and name == "VERSION" and value != "2.0":
            fail("another version")
    if stack:
        fail("not ended: " + stack[-1])
    for e in events:
        print("|".join(e[k] for k in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "DESCRIPTION", "TRIGGER")).replace("\n", "\\"))


main()
