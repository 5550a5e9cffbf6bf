"""Reads CoNLL-U files and the names that stand in them or beside them."""

import gzip
import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

NAME_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}


@dataclass
class Sentence:
    """One sentence of a treebank. `heads` counts from 1, 0 is the root. `names` are BIO tags; None: nobody marked names here.
    `trees` is False where only the names may be learned (a development set)."""

    forms: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str] | None = None
    trees: bool = True
    misc: list[str] = field(default_factory=list)
    id: str = ""


def open_text(path: Path) -> str:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_conllu(path: Path) -> list[Sentence]:
    sentences, rows, name = [], [], ""
    for line in open_text(path).split("\n") + [""]:
        if line.startswith("# sent_id = "):
            name = line[12:].strip()
        if not line.strip():
            if rows:
                sentences.append(
                    Sentence(
                        id=name,
                        forms=[r[1] for r in rows],
                        upos=[r[3] for r in rows],
                        xpos=[r[4] for r in rows],
                        heads=[int(r[6]) for r in rows],
                        relations=[r[7] for r in rows],
                        misc=[r[9] for r in rows],
                    )
                )
            rows = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    return sentences


def mark_entity_names(sentences: list[Sentence]) -> None:
    """Fills `names` from GUM's `Entity=` column: spans of people, organisations and places whose head is a proper noun, cut to the name itself
    (no determiner, no title, nothing after a lower-case word), the outermost where names are nested. GUM's spans are whole noun phrases;
    the reader wants the name, as Universal NER marks it."""
    open_spans: list[tuple[str, str, int, int]] = []  # (id, type, sentence, token)
    found: dict[int, list[tuple[int, int, str]]] = {}
    for s, sentence in enumerate(sentences):
        for t, misc in enumerate(sentence.misc):
            entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
            for opened, single, closed in re.findall(r"\(([^()]*)(\))?|([^()]*)\)", entity):
                if opened:
                    identity, kind = (opened.split("-") + [""])[:2]
                    if single:
                        found.setdefault(s, []).append((t, t + 1, kind))
                    else:
                        open_spans.append((identity, kind, s, t))
                elif closed:
                    identity = closed.split("-")[0]
                    for i in range(len(open_spans) - 1, -1, -1):
                        if open_spans[i][0] == identity:
                            _, kind, begun, first = open_spans.pop(i)
                            if begun == s:
                                found.setdefault(s, []).append((first, t + 1, kind))
                            break
        open_spans = [span for span in open_spans if span[2] == s]
    for s, sentence in enumerate(sentences):
        sentence.names = ["O"] * len(sentence.forms)
        spans = sorted(found.get(s, []), key=lambda span: span[0] - span[1])
        for first, last, kind in spans:
            if kind not in NAME_KINDS:
                continue
            span = name_within(sentence, first, last, NAME_KINDS[kind])
            if span is None or any(tag != "O" for tag in sentence.names[span[0] : span[1]]):
                continue
            for t in range(*span):
                sentence.names[t] = ("B-" if t == span[0] else "I-") + NAME_KINDS[kind]


OFFICES = set(
    "president king queen lord lady chairman speaker senator general captain colonel whip earl protector prince princess god dad mom mum"
    " grandma grandpa sir madam doctor professor minister secretary pope emperor duke baron count bishop".split()
)
JOINING = {"of", "the", "for", "and", "&", "de", "du", "la", "von", "van", "al", "-", "el", "bin", "'s", "in", "on"}


def name_within(sentence: Sentence, first: int, last: int, kind: str) -> tuple[int, int] | None:
    """The part of a noun phrase that is its name, or None where its head is no proper noun."""
    inside = range(first, last)
    heads = [t for t in inside if sentence.heads[t] - 1 not in inside]
    if not heads:
        return None
    head = heads[0]
    if sentence.upos[head] != "PROPN" or sentence.xpos[head] not in ("NNP", "NNPS"):
        return None
    if kind == "PER" and (sentence.xpos[head] == "NNPS" or (sentence.forms[head].lower() in OFFICES and last - first <= 3)):
        return None  # "Americans", "the President": no name

    def part(t: int) -> bool:
        if sentence.relations[t] == "nmod:desc":
            return False
        if kind == "PER" and sentence.xpos[t] == "NNPS":
            return False
        return sentence.xpos[t] in ("NNP", "NNPS", "FW") or (sentence.upos[t] in ("NUM", "ADJ", "NOUN") and sentence.forms[t][:1].isupper())

    begin = head
    while begin > first and part(begin - 1):
        begin -= 1
    while begin > first + 1 and kind != "PER" and sentence.forms[begin - 1] in JOINING and part(begin - 2):
        begin -= 2
        while begin > first and part(begin - 1):
            begin -= 1
    end = head + 1
    while end < last:
        if part(end) or (kind == "PER" and sentence.forms[end] in ("bin", "al", "-", "van", "von", "de")):
            end += 1
        elif sentence.forms[end].lower() in JOINING and any(part(t) for t in range(end + 1, min(last, end + 3))) and kind != "PER" and sentence.upos[end] in ("ADP", "CCONJ", "DET", "PUNCT", "PART"):
            end += 1
        else:
            break
    while end > head + 1 and not part(end - 1):
        end -= 1
    if kind == "PER" and end == begin + 1 and sentence.forms[begin].lower() in OFFICES:
        return None  # nor is "the President"
    return begin, end


def mark_names(sentences: list[Sentence], path: Path) -> None:
    """Names from a table of marks: sent_id, first word, last word (counted from 1, both included), kind. A sentence that is not in it has none;
    one whose kind is "?" was not looked at."""
    rows = [row.split("\t") for row in open_text(path).splitlines() if row and not row.startswith("#")]
    unseen = {identity for identity, _, _, kind in rows if kind == "?"}
    at = {s.id: s for s in sentences}
    for s in sentences:
        if s.id not in unseen:
            s.names = ["O"] * len(s.forms)
    for identity, first, last, kind in rows:
        names = at[identity].names
        if kind == "?":
            continue
        for t in range(int(first), int(last) + 1):
            names[t - 1] = ("B-" if t == int(first) else "I-") + kind


def read_iob2(path: Path) -> list[tuple[list[str], list[str]]]:
    """(tokens, tags) of each sentence of a Universal NER file."""
    sentences, rows = [], []
    for line in open_text(path).split("\n") + [""]:
        if not line.strip():
            if rows:
                sentences.append(([r[1] for r in rows], [r[2] for r in rows]))
            rows = []
        elif not line.startswith("#"):
            rows.append(line.split("\t"))
    return sentences


def align_names(sentences: list[Sentence], marked: list[tuple[list[str], list[str]]]) -> None:
    """Carries the tags of an iob2 file over to the treebank's tokens. The two order their sentences differently and cut a few tokens differently:
    sentences are found by their characters, tags carried by the characters that a token covers. A sentence that is not found stays unmarked."""
    by_text: dict[str, list[str]] = {}
    for tokens, kinds in marked:
        tags: list[str] = []  # one a character
        for token, kind in zip(tokens, kinds):
            kind = kind if kind[2:] in ("PER", "ORG", "LOC") else "O"
            tags += [kind if i == 0 or kind == "O" else "I" + kind[1:] for i in range(len(bare(token)))]
        by_text["".join(map(bare, tokens))] = tags
    for sentence in sentences:
        found = by_text.get("".join(map(bare, sentence.forms)))
        if found is None:
            continue
        sentence.names = []
        at = 0
        for form in sentence.forms:
            tag = found[at] if at < len(found) else "O"
            before = sentence.names[-1] if sentence.names else "O"
            sentence.names.append("B" + tag[1:] if tag.startswith("I") and before[2:] != tag[2:] else tag)
            at += len(bare(form))


def bare(form: str) -> str:
    return re.sub(r"\s", "", form)
