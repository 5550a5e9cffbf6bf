"""Sentences that we wrote to teach names: plain text with `[PER ...]`, `[ORG ...]` and `[LOC ...]` in it, one sentence a line."""

import re
from pathlib import Path

from .treebank import Sentence, open_text

_ABBREVIATION = re.compile(r"^(?:\w\.(?:\w\.)*|(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Brig|Sen|Rep|Gov|Amb|Prof|Rev|Inc|Corp|Ltd|Co|Jr|Sr|No|vs|Mt|Ft|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)$")
_CLITIC = re.compile(r"^(.+?)(n['’]t|['’](?:s|S|re|ve|ll|d|m))$")
_PIECE = re.compile(r"\[(PER|ORG|LOC) ([^\[\]]+)\]")


def words_of(text: str) -> list[str]:
    """Words about as Universal Dependencies cuts them; exact enough to learn names by."""
    words = []
    for chunk in text.split():
        front, back = [], []
        alone = re.match(r"^['’](?:s|S|re|ve|ll|d|m)\b", chunk)
        if alone:  # after a marked name
            front.append(alone.group())
            chunk = chunk[alone.end() :]
        while chunk and chunk[0] in "\"'“‘([{$£€#«":
            front.append(chunk[0])
            chunk = chunk[1:]
        while chunk and (chunk[-1] in ",;:!?\"'”’)]}%»" or (chunk[-1] == "." and not _ABBREVIATION.match(chunk))):
            back.insert(0, chunk[-1])
            chunk = chunk[:-1]
        clitic = _CLITIC.match(chunk)
        rest = [clitic.group(2)] if clitic else []
        chunk = clitic.group(1) if clitic else chunk
        inner = [part for part in re.split(r"(?<=\w)([-–—/])(?=\w)", chunk) if part] if chunk and not chunk[0].isdigit() else [chunk] if chunk else []
        words += [*front, *inner, *rest, *back]
    return words


def read_written(path: Path) -> list[Sentence]:
    """@raises ValueError for a line with a bracket that is no mark"""
    sentences = []
    for number, line in enumerate(open_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        forms, names, at = [], [], 0
        for mark in [*_PIECE.finditer(line), None]:
            before = line[at : mark.start() if mark else len(line)]
            if re.search(r"\[(?:PER|ORG|LOC)\b", before):
                raise ValueError(f"{path}:{number}: found a mark that is not closed or holds another, expected [PER name]")
            plain = words_of(before)
            # "'s" after a name stands without a blank before it; so does a closing mark: words_of sees both alone.
            forms += plain
            names += ["O"] * len(plain)
            if mark is None:
                break
            inside = words_of(mark.group(2))
            forms += inside
            names += [("B-" if i == 0 else "I-") + mark.group(1) for i in range(len(inside))]
            at = mark.end()
        n = len(forms)
        sentences.append(Sentence(forms, ["X"] * n, ["X"] * n, [0] * n, ["dep"] * n, names, trees=False))
    return sentences
