"""Scores on sentences with gold tokens, as the CoNLL 2018 shared task counts (relations without subtypes, punctuation included)."""

import torch

from .batches import batch_of, group
from .tree import single_rooted_tree

LEGAL_AFTER = {"I-PER": ("B-PER", "I-PER"), "I-ORG": ("B-ORG", "I-ORG"), "I-LOC": ("B-LOC", "I-LOC")}


def spans(tags):
    found, first = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if first is not None and not (tag.startswith("I-") and tag[2:] == tags[first][2:]):
            found.add((first, i, tags[first][2:]))
            first = None
        if tag.startswith("B-"):
            first = i
    return found


@torch.no_grad()
def analyse(model, sentences, vocabulary, labels, tokens: int = 2000):
    """-> for each sentence (upos, xpos, heads, relations, names), labels as strings, in the order given."""
    model.eval()
    results = {}
    order = {id(s): i for i, s in enumerate(sentences)}
    for batch in group(sentences, tokens, None):
        b = batch_of(batch, vocabulary, labels)
        out = model(b["forms"], b["index"], b["lengths"])
        heads = torch.zeros_like(b["index"])
        for i, s in enumerate(batch):
            n = len(s.forms)
            scores = torch.full((n + 1, n + 1), float("-inf"))
            scores[1:] = out["arcs"][i, :n, : n + 1]
            heads[i, :n] = torch.tensor(single_rooted_tree(scores.double().numpy()))
        rel = model.relations(out, heads)
        root = labels.index["relation"]["root"]
        rel[..., root] = torch.where(heads == 0, 1e6, -1e6)
        for i, s in enumerate(batch):
            n = len(s.forms)
            pick = lambda kind, scores: [labels.lists[kind][j] for j in scores[i, :n].argmax(1).tolist()]
            results[order[id(s)]] = (pick("upos", out["upos"]), pick("xpos", out["xpos"]), heads[i, :n].tolist(), pick("relation", rel), viterbi(out["name"][i, :n], labels.lists["name"]))
    return [results[i] for i in range(len(sentences))]


def viterbi(scores, names):
    """The best sequence in which every I- follows its own kind."""
    allowed = torch.tensor([[0.0 if not b.startswith("I-") or a in LEGAL_AFTER[b] else -1e9 for b in names] for a in names])
    start = torch.tensor([-1e9 if b.startswith("I-") else 0.0 for b in names])
    total, back = scores[0] + start, []
    for row in scores[1:]:
        best, at = (total.unsqueeze(1) + allowed).max(0)
        back.append(at)
        total = best + row
    path = [int(total.argmax())]
    for at in reversed(back):
        path.append(int(at[path[-1]]))
    return [names[i] for i in reversed(path)]


def score(model, sentences, vocabulary, labels) -> dict:
    n = upos = xpos = uas = las = 0
    right = told = gold = 0
    for s, (u, x, h, r, names) in zip(sentences, analyse(model, sentences, vocabulary, labels)):
        if s.trees:
            for i in range(len(s.forms)):
                n += 1
                upos += u[i] == s.upos[i]
                xpos += x[i] == s.xpos[i]
                uas += h[i] == s.heads[i]
                las += h[i] == s.heads[i] and r[i].split(":")[0] == s.relations[i].split(":")[0]
        if s.names is not None:
            a, b = spans(names), spans(s.names)
            right, told, gold = right + len(a & b), told + len(a), gold + len(b)
    percent = lambda a, b: round(100 * a / max(1, b), 2)
    return {"upos": percent(upos, n), "xpos": percent(xpos, n), "uas": percent(uas, n), "las": percent(las, n), "names": percent(2 * right, told + gold)}
