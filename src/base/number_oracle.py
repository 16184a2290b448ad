"""Recomputes the expressions of number_test.cc with Python's own integers, fractions and decimals.

Each line of the file is `expression TAB answer`. An expression is a kind (I whole numbers, D decimals, Q fractions) and postfix
words; the answer is the printed value, the sign of a comparison, or `!name` of an arithmetic trap. Prints every line that differs
(the first twenty), then one line of counts, and exits with 1 if there was a difference.
"""
import decimal
import math
import sys
from fractions import Fraction

BITS_MAX = 4096
SCALE_MAX = 1200
EXPONENT_MAX = 64
PLACES = 20


class Trap(Exception):
    pass


def limited(value):
    if abs(value).bit_length() > BITS_MAX:
        raise Trap("arithmetic_limit")
    return value


def limited_fraction(value):
    limited(value.numerator)
    limited(value.denominator)
    return value


def integer_step(word, stack):
    if word == "neg":
        stack.append(limited(-stack.pop()))
        return
    if word.startswith("pow:"):
        exponent = int(word[4:])
        base = stack.pop()
        if abs(base) > 1 and exponent * (abs(base).bit_length() - 1) >= BITS_MAX:
            raise Trap("arithmetic_limit")
        stack.append(limited(base**exponent))
        return
    b = stack.pop()
    a = stack.pop()
    if word == "add":
        stack.append(limited(a + b))
    elif word == "sub":
        stack.append(limited(a - b))
    elif word == "mul":
        stack.append(limited(a * b))
    elif word == "gcd":
        stack.append(limited(math.gcd(a, b)))
    elif word == "cmp":
        stack.append((a > b) - (a < b))
    elif word in ("div", "mod"):
        if b == 0:
            raise Trap("division_by_zero")
        stack.append(limited(a // b if word == "div" else a % b))
    else:
        raise ValueError(word)


EXACT = decimal.Context(prec=8000, rounding=decimal.ROUND_HALF_EVEN, Emax=10**6, Emin=-(10**6))
EXACT.traps[decimal.Inexact] = True


def limited_decimal(value):
    parts = value.as_tuple()
    scale = -parts.exponent
    if scale > SCALE_MAX:
        raise Trap("arithmetic_limit")
    limited(int(value.scaleb(scale, EXACT)))
    return value


def decimal_step(word, stack):
    if word == "neg":
        value = stack.pop()
        stack.append(limited_decimal(value.copy_negate() if value else value.copy_abs()))
        return
    b = stack.pop()
    a = stack.pop()
    if word == "cmp":
        stack.append((a > b) - (a < b))
        return
    operation = {"add": EXACT.add, "sub": EXACT.subtract, "mul": EXACT.multiply}[word]
    stack.append(limited_decimal(operation(a, b)))


def to_whole(value, mode):
    if mode == "floor":
        return math.floor(value)
    if mode == "ceiling":
        return math.ceil(value)
    if mode == "truncate":
        return math.trunc(value)
    if mode == "half_even":
        return round(value)
    if mode == "half_up":
        whole = math.floor(abs(value) + Fraction(1, 2))
        return -whole if value < 0 else whole
    raise ValueError(mode)


def plain(coefficient, scale):
    digits = str(abs(coefficient)).rjust(scale + 1, "0")
    text = digits if scale == 0 else digits[:-scale] + "." + digits[-scale:]
    return ("-" if coefficient < 0 else "") + text


def at_places(value, places, mode):
    if abs(places) > SCALE_MAX:
        raise Trap("arithmetic_limit")
    coefficient = to_whole(value * Fraction(10) ** places, mode)
    if places < 0:
        coefficient *= 10**-places
    return plain(limited(coefficient), max(places, 0))


def significant(value, digits, mode):
    if digits > SCALE_MAX:
        raise Trap("arithmetic_limit")
    if value == 0:
        return "0"
    exponent = len(str(abs(value.numerator))) - len(str(value.denominator))
    if abs(value) < Fraction(10) ** exponent:
        exponent -= 1
    places = digits - 1 - exponent
    if abs(places) > SCALE_MAX:
        raise Trap("arithmetic_limit")
    coefficient = to_whole(value * Fraction(10) ** places, mode)
    if abs(coefficient) == 10**digits and places > 0:
        coefficient //= 10
        places -= 1
    if places < 0:
        coefficient *= 10**-places
    return plain(limited(coefficient), max(places, 0))


def exact_text(value):
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    scale = max(twos, fives)
    if rest == 1 and scale <= SCALE_MAX:
        coefficient = value.numerator * 10**scale // value.denominator
        if abs(coefficient).bit_length() <= BITS_MAX:
            return plain(coefficient, scale)
    return f"{value.numerator}/{value.denominator}"


def function(name, value):
    """ln, exp, sqrt, root:n with far more digits than 20, then one rounding."""
    if name == "ln":
        if value <= 0:
            raise Trap("arithmetic_domain")
    elif name == "exp":
        if abs(value) > 512:
            raise Trap("arithmetic_limit")
    else:
        degree = 2 if name == "sqrt" else int(name[5:])
        if value < 0 and degree % 2 == 0:
            raise Trap("arithmetic_domain")
        return root(value, degree)
    # exp(512) has 223 digits before the point.
    digits = 320 if abs(value) > 16 else 100
    with decimal.localcontext() as context:
        context.prec = digits
        context.Emax = 10**6
        context.Emin = -(10**6)
        x = decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)
        y = x.ln() if name == "ln" else x.exp()
        y = y.quantize(decimal.Decimal(1).scaleb(-PLACES), rounding=decimal.ROUND_HALF_EVEN)
        text = format(y, "f")
        return text.removeprefix("-") if y == 0 else text


def root(value, degree):
    """The nearest 20-place decimal by bisection over whole numbers, compared exactly."""
    sign = -1 if value < 0 else 1
    target = abs(value) * Fraction(10) ** (PLACES * degree)
    low, high = 0, 1
    while Fraction(high) ** degree <= target:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        if Fraction(middle) ** degree <= target:
            low = middle
        else:
            high = middle
    half = Fraction(2 * low + 1, 2) ** degree
    if target > half or (target == half and low % 2 == 1):
        low += 1
    return plain(sign * limited(low), PLACES)


def fraction_step(word, stack):
    name, _, rest = word.partition(":")
    if name == "neg":
        stack.append(limited_fraction(-stack.pop()))
    elif name == "pow":
        exponent = int(rest)
        base = stack.pop()
        if abs(exponent) > EXPONENT_MAX:
            raise Trap("arithmetic_limit")
        if exponent < 0 and base == 0:
            raise Trap("division_by_zero")
        stack.append(limited_fraction(base**exponent))
    elif name == "whole":
        stack.append(Fraction(limited(to_whole(stack.pop(), rest))))
    elif name == "places":
        places, mode = rest.split(":")
        stack.append(at_places(stack.pop(), int(places), mode))
    elif name == "significant":
        digits, mode = rest.split(":")
        stack.append(significant(stack.pop(), int(digits), mode))
    elif name in ("ln", "exp", "sqrt", "root"):
        stack.append(function(word, stack.pop()))
    else:
        b = stack.pop()
        a = stack.pop()
        if name == "cmp":
            stack.append((a > b) - (a < b))
        elif name == "div" and b == 0:
            raise Trap("division_by_zero")
        else:
            value = {"add": a.__add__, "sub": a.__sub__, "mul": a.__mul__, "div": a.__truediv__}[name](b)
            stack.append(limited_fraction(value))


KINDS = {
    "I": (int, integer_step),
    "D": (decimal.Decimal, decimal_step),
    "Q": (Fraction, fraction_step),
}


def answer(expression):
    kind, *words = expression.split()
    read, step = KINDS[kind]
    stack = []
    try:
        for word in words:
            if word[0].isdigit() or word[0] == "-":
                stack.append(read(word))
            else:
                step(word, stack)
    except Trap as trap:
        return "!" + str(trap)
    (value,) = stack
    if isinstance(value, Fraction):
        return exact_text(value)
    if isinstance(value, decimal.Decimal):
        return format(value.copy_abs() if value == 0 else value, "f")
    return str(value)


def main():
    counts = {"expressions": 0, "different": 0, "wide": 0, "functions": 0, "division_by_zero": 0, "arithmetic_limit": 0, "arithmetic_domain": 0}
    with open(sys.argv[1], encoding="ascii") as lines:
        for line in lines:
            expression, said = line.rstrip("\n").split("\t")
            expected = answer(expression)
            counts["expressions"] += 1
            if said != expected:
                counts["different"] += 1
                if counts["different"] <= 20:
                    print(f"{expression}\n  the program says {said}\n  Python says      {expected}")
            if expected.startswith("!"):
                counts[expected[1:]] += 1
            elif max(map(len, expected.replace("-", "").split("/"))) > 40:
                counts["wide"] += 1
            if any(name in expression for name in (" ln", " exp", " sqrt", " root")):
                counts["functions"] += 1
    print(" ".join(f"{name}={count}" for name, count in counts.items()))
    return 1 if counts["different"] else 0


if __name__ == "__main__":
    sys.exit(main())
