"""The network: word vectors -> two BiLSTM layers -> tags, names, arcs, relations.

word vector  = [ P·glove(key) + own(key) | mean of n-gram vectors + mean of affix vectors | shape vector ]
arcs         = biaffine scores of (dependent, head), a learned vector stands for the root (Dozat and Manning 2017)
relations    = one linear layer over [d; h; d*h] of dependent and head: a tenth of the work of a biaffine tensor
"""

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

WORD, LETTERS, SHAPE = 64, 64, 16


class Locked(nn.Module):
    """Dropout that keeps one mask for all words of a sentence (Gal and Ghahramani 2016)."""

    def __init__(self, p: float):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        mask = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.p).div_(1 - self.p)
        return x * mask


class Reader(nn.Module):
    def __init__(self, glove, own_words: int, buckets: int, shapes: int, labels: dict[str, list[str]], hidden: int, arc: int, rel: int, dropout: float = 0.33):
        super().__init__()
        self.glove = glove  # (words, 100), frozen, not a parameter; row 0 is the unknown word
        self.project = nn.Linear(glove.shape[1], WORD, bias=False)
        self.own = nn.Embedding(own_words, WORD)  # row 0 belongs to the words without one
        self.letters = nn.Embedding(buckets, LETTERS)
        self.shapes = nn.Embedding(shapes, SHAPE)
        self.lstm1 = nn.LSTM(WORD + LETTERS + SHAPE, hidden, batch_first=True, bidirectional=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.arc_dep, self.arc_head = nn.Linear(2 * hidden, arc), nn.Linear(2 * hidden, arc)
        self.rel_dep, self.rel_head = nn.Linear(2 * hidden, rel), nn.Linear(2 * hidden, rel)
        self.arc = nn.Linear(arc + 1, arc, bias=False)  # rows: what a head looks for; the last column is the head's own bias
        self.root = nn.Parameter(torch.zeros(2 * hidden))
        self.relation = nn.Linear(3 * rel, len(labels["relation"]))
        self.upos = nn.Linear(2 * hidden, len(labels["upos"]))
        self.xpos = nn.Linear(2 * hidden, len(labels["xpos"]))
        self.names = nn.Linear(2 * hidden, len(labels["name"]))
        self.drop, self.tag_drop = Locked(dropout), Locked(dropout)
        self.input_drop = Locked(dropout * 0.6)
        nn.init.zeros_(self.own.weight)
        nn.init.normal_(self.letters.weight, std=0.1)
        nn.init.normal_(self.shapes.weight, std=0.1)
        nn.init.normal_(self.root, std=0.1)
        for lstm in (self.lstm1, self.lstm2):
            for name, weight in lstm.named_parameters():
                if "weight_hh" in name:
                    for block in weight.data.chunk(4):
                        nn.init.orthogonal_(block)
                if "bias_ih" in name:
                    weight.data.zero_()
                    weight.data[hidden : 2 * hidden] = 1.0
                if "bias_hh" in name:
                    weight.data.zero_()
                    weight.requires_grad = False

    def word_vectors(self, forms):
        """forms: dict of tensors over the distinct forms of a batch: glove, own, grams, gram_at, affixes, affix_at, shape."""
        words = self.project(self.glove[forms["glove"]]) + self.own(forms["own"])
        letters = F.embedding_bag(forms["grams"], self.letters.weight, forms["gram_at"], mode="mean") + F.embedding_bag(
            forms["affixes"], self.letters.weight, forms["affix_at"], mode="mean"
        )
        return words, letters, self.shapes(forms["shape"])

    def encode(self, forms, index, lengths, word_drop: float = 0.0):
        words, letters, shapes = self.word_vectors(forms)
        words, letters, shapes = words[index], letters[index], shapes[index]
        if self.training and word_drop:
            words = words * (torch.rand(index.shape) >= word_drop).unsqueeze(2)
        x = self.input_drop(torch.cat([words, letters, shapes], dim=2))
        for lstm in (self.lstm1, self.lstm2):
            packed, _ = lstm(pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False))
            x, _ = pad_packed_sequence(packed, batch_first=True)
            x = self.drop(x)
        return x

    def forward(self, forms, index, lengths, word_drop: float = 0.0):
        """-> tags and names (batch, n, labels), arcs (batch, n, n + 1) with column 0 the root, and the relation projections."""
        x = self.encode(forms, index, lengths, word_drop)
        with_root = torch.cat([self.root.expand(x.shape[0], 1, -1), x], dim=1)
        dep = self.drop(F.leaky_relu(self.arc_dep(x), 0.1))
        head = self.drop(F.leaky_relu(self.arc_head(with_root), 0.1))
        wanted = self.arc(torch.cat([dep, torch.ones_like(dep[..., :1])], dim=2))
        arcs = wanted @ head.transpose(1, 2)
        rel_dep = self.drop(F.leaky_relu(self.rel_dep(x), 0.1))
        rel_head = self.drop(F.leaky_relu(self.rel_head(with_root), 0.1))
        return {
            "upos": self.upos(x),
            "xpos": self.xpos(x),
            "name": self.names(x),
            "arcs": arcs,
            "rel_dep": rel_dep,
            "rel_head": rel_head,
        }

    def relations(self, out, heads):
        """Scores of the relations for the given heads (batch, n), 0 the root."""
        chosen = out["rel_head"].gather(1, heads.unsqueeze(2).expand(-1, -1, out["rel_head"].shape[2]))
        dep = out["rel_dep"]
        return self.relation(torch.cat([dep, chosen, dep * chosen], dim=2))
