"""What the network sees of a word. `packages/core/src/syntax/word-features.ts` computes the same numbers: change both together, and
raise FORMAT in export.py. Forms are handled as UTF-16 code units, as JavaScript has them."""

import re

NGRAM_BUCKETS = 1 << 14
SHAPES = 20
LONGEST_FORM = 64  # units of a form that are looked at: half from its start, half from its end
LONGEST = 24  # characters of a form that n-grams are taken from

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-"})


def word_key(form: str) -> str:
    """The key of the word table: lower case, plain quotation marks and dashes, every digit 0."""
    return re.sub(r"[0-9]", "0", form.translate(_QUOTES).replace("…", "...").lower())


def seen(form: str) -> str:
    return form if len(form) <= LONGEST_FORM else form[: LONGEST_FORM // 2] + form[-LONGEST_FORM // 2 :]


def units(text: str) -> list[int]:
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]


def fnv(values: list[int], salt: int) -> int:
    h = (2166136261 ^ salt) & 0xFFFFFFFF
    for v in values:
        h = ((h ^ v) * 16777619) & 0xFFFFFFFF
    h ^= h >> 15
    return h & (NGRAM_BUCKETS - 1)


def letter_pieces(form: str) -> tuple[list[int], list[int]]:
    """Buckets of the character n-grams (3 to 5, over the bounded key) and of the affixes (first 1 to 3, last 1 to 4 units)."""
    key = units(word_key(seen(form)))
    if len(key) > LONGEST:
        key = key[: LONGEST // 2] + key[-LONGEST // 2 :]
    bounded = [60, *key, 62]
    grams = [fnv(bounded[i : i + n], n) for n in (3, 4, 5) for i in range(len(bounded) - n + 1)]
    affixes = [fnv(key[:n], 10 + n) for n in (1, 2, 3) if n <= len(key)] + [fnv(key[-n:], 20 + n) for n in (1, 2, 3, 4) if n <= len(key)]
    return grams, affixes


def shape(form: str) -> int:
    """Class of a form by its letters: 0..9 the case pattern, +10 where something else (hyphen, stop, apostrophe) stands between letters or digits."""
    upper = lower = digits = other = 0
    first_upper = False
    form = seen(form)
    for i, c in enumerate(form):
        if "0" <= c <= "9":
            digits += 1
        elif c.lower() != c:
            upper += 1
            first_upper = first_upper or i == 0
        elif c.upper() != c:
            lower += 1
        else:
            other += 1
    letters = upper + lower
    if digits and not letters:
        kind = 0
    elif digits:
        kind = 1
    elif not letters:
        kind = 2 if len(form) == 1 else 3
    elif upper == 0:
        kind = 4
    elif lower == 0:
        kind = 5 if upper == 1 else (6 if upper <= 4 else 7)
    elif first_upper and upper == 1:
        kind = 8
    else:
        kind = 9
    return kind + (10 if other and (letters or digits) else 0)
