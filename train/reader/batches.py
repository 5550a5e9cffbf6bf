"""Sentences as tensors: distinct forms once a batch, sentences of like length together."""

import random
from collections import Counter

import torch

from .features import letter_pieces, shape, word_key
from .treebank import Sentence


class Vocabulary:
    """Rows of the word tables. Row 0 is the unknown word in both."""

    def __init__(self, sentences: list[Sentence], vectors: dict, least: int = 2):
        counts = Counter(word_key(form) for s in sentences for form in s.forms)
        self.glove = {key: i + 1 for i, key in enumerate(vectors)}
        self.own = {key: i + 1 for i, key in enumerate(key for key, n in counts.most_common() if n >= least)}
        self._pieces: dict[str, tuple] = {}

    def pieces(self, form: str) -> tuple:
        found = self._pieces.get(form)
        if found is None:
            key = word_key(form)
            found = (self.glove.get(key, 0), self.own.get(key, 0), *letter_pieces(form), shape(form))
            self._pieces[form] = found
        return found


class Labels:
    def __init__(self, sentences: list[Sentence]):
        relations = Counter(r for s in sentences if s.trees for r in s.relations)
        # A subtype that hardly occurs is learned as its plain relation.
        self.keep = {r for r, n in relations.items() if n >= 20 or ":" not in r}
        self.lists = {
            "upos": sorted({u for s in sentences for u in s.upos}),
            "xpos": sorted({x for s in sentences for x in s.xpos}),
            "relation": sorted({self.relation(r) for r in relations}),
            "name": ["O", *(p + k for k in ("PER", "ORG", "LOC") for p in ("B-", "I-"))],
        }
        self.index = {kind: {label: i for i, label in enumerate(labels)} for kind, labels in self.lists.items()}

    def relation(self, r: str) -> str:
        return r if r in self.keep else r.split(":")[0]


def distort(forms: list[str], chance: random.Random) -> list[str]:
    """Now and then a sentence in capitals or in lower case, as leads and careless writers have them."""
    roll = chance.random()
    if roll < 0.05:
        return [f.upper() for f in forms]
    if roll < 0.08:
        return [f.lower() for f in forms]
    return forms


def without_stop(s: Sentence) -> Sentence:
    """The sentence without its last mark, as a headline stands."""
    last = len(s.forms)
    if last < 3 or s.upos[-1] != "PUNCT" or last in s.heads:
        return s
    return Sentence(s.forms[:-1], s.upos[:-1], s.xpos[:-1], s.heads[:-1], s.relations[:-1], None if s.names is None else s.names[:-1], s.trees)


def form_tensors(forms: list[str], vocabulary: Vocabulary) -> dict:
    pieces = [vocabulary.pieces(f) for f in forms]
    grams, gram_at, affixes, affix_at = [], [], [], []
    for _, _, g, a, _ in pieces:
        gram_at.append(len(grams))
        grams += g
        affix_at.append(len(affixes))
        affixes += a
    as_tensor = lambda values: torch.tensor(values, dtype=torch.long)
    return {
        "glove": as_tensor([p[0] for p in pieces]),
        "own": as_tensor([p[1] for p in pieces]),
        "grams": as_tensor(grams),
        "gram_at": as_tensor(gram_at),
        "affixes": as_tensor(affixes),
        "affix_at": as_tensor(affix_at),
        "shape": as_tensor([p[4] for p in pieces]),
    }


def batch_of(sentences: list[Sentence], vocabulary: Vocabulary, labels: Labels, chance: random.Random | None = None) -> dict:
    """Tensors of a batch; labels that nobody gave are -100."""
    forms_of = [distort(s.forms, chance) if chance else s.forms for s in sentences]
    distinct = {f: i for i, f in enumerate(dict.fromkeys(f for forms in forms_of for f in forms))}
    longest = max(len(s.forms) for s in sentences)
    pad = lambda rows, fill: torch.tensor([row + [fill] * (longest - len(row)) for row in rows], dtype=torch.long)
    tree = lambda s, values: values if s.trees else [-100] * len(s.forms)
    at = labels.index
    return {
        "forms": form_tensors(list(distinct), vocabulary),
        "index": pad([[distinct[f] for f in forms] for forms in forms_of], 0),
        "lengths": torch.tensor([len(s.forms) for s in sentences]),
        "upos": pad([tree(s, [at["upos"].get(u, -100) for u in s.upos]) for s in sentences], -100),
        "xpos": pad([tree(s, [at["xpos"].get(x, -100) for x in s.xpos]) for s in sentences], -100),
        "heads": pad([tree(s, s.heads) for s in sentences], -100),
        "relations": pad([tree(s, [at["relation"].get(labels.relation(r), at["relation"]["dep"]) for r in s.relations]) for s in sentences], -100),
        "names": pad([[-100] * len(s.forms) if s.names is None else [at["name"][n] for n in s.names] for s in sentences], -100),
    }


def group(sentences: list[Sentence], tokens: int, chance: random.Random | None) -> list[list[Sentence]]:
    """Batches of about `tokens` words, like lengths together; shuffled where there is a source of chance."""
    noise = (lambda: chance.random() * 3) if chance else (lambda: 0.0)
    keyed = sorted(((len(s.forms) + noise(), i) for i, s in enumerate(sentences)))
    batches, batch, held = [], [], 0
    for _, i in keyed:
        s = sentences[i]
        if batch and held + len(s.forms) > tokens:
            batches.append(batch)
            batch, held = [], 0
        batch.append(s)
        held += len(s.forms)
    if batch:
        batches.append(batch)
    if chance:
        chance.shuffle(batches)
    return batches
