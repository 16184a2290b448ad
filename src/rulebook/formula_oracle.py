# Reads lines "python expression TAB result" and computes each expression with fractions.Fraction; prints the lines that differ, then the count.
# The expressions use the names below; `result` is a decimal, a fraction or "error" (a division by zero).
import sys
from fractions import Fraction as F


def rounded(value, places, name):
    scaled = value * F(10) ** places
    down, rest = divmod(scaled.numerator, scaled.denominator)
    if rest == 0:
        whole = down
    elif name == "floor":
        whole = down
    elif name == "ceiling":
        whole = down + 1
    elif name == "truncate":
        whole = down if scaled > 0 else down + 1
    else:
        twice = 2 * rest
        if twice != scaled.denominator:
            whole = down + (1 if twice > scaled.denominator else 0)
        elif name == "half_even":
            whole = down + down % 2
        else:
            whole = down + (1 if scaled > 0 else 0)
    return F(whole) / F(10) ** places


def significant(value, digits, name):
    if value == 0:
        return F(0)
    size, magnitude = abs(value), 0  # 10^magnitude <= size < 10^(magnitude + 1)
    while F(10) ** (magnitude + 1) <= size:
        magnitude += 1
    while F(10) ** magnitude > size:
        magnitude -= 1
    return rounded(value, digits - 1 - magnitude, name)


def sum_rows(term, count):
    total = F(0)
    for row in range(count):
        total += term(row)
    return total


def if_(condition, a, b):
    return a() if condition else b()


names = {"F": F, "rounded": rounded, "significant": significant, "sum_rows": sum_rows, "if_": if_, "min": min, "max": max, "abs": abs}
count = 0
for line in sys.stdin:
    expression, result = line.rstrip("\n").split("\t")
    try:
        expected = F(eval(expression, names))
    except ZeroDivisionError:
        expected = None
    good = result == "error" if expected is None else result != "error" and F(result) == expected
    if not good:
        print("differs:", expression, "gives", expected, "not", result)
    count += 1
print(count)
