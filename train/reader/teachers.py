"""Learning from earlier runs: the mean of their probabilities over heads, relations, tags and names of every training sentence, computed once."""

from pathlib import Path

import torch
from torch.nn import functional as F

from .batches import batch_of, group
from .treebank import Sentence

KINDS = ("heads", "relations", "upos", "xpos", "names")


class Teachers:
    def __init__(self, checkpoints: list[Path], sentences: list[Sentence], vocabulary, labels):
        """@raises ValueError where a teacher's labels differ from this run's"""
        from .export import build

        self.soft: dict[int, dict[str, torch.Tensor]] = {}
        for path in checkpoints:
            checkpoint = torch.load(path, weights_only=False)
            model, own = build(checkpoint)
            if own.lists != labels.lists:
                raise ValueError(f"{path}: its labels differ from those of these treebanks; train it again on them")
            self._read(model, own.vocabulary, labels, sentences, 1 / len(checkpoints))

    @torch.no_grad()
    def _read(self, model, vocabulary, labels, sentences, share):
        for batch in group(sentences, 4000, None):
            b = batch_of(batch, vocabulary, labels)
            out = model(b["forms"], b["index"], b["lengths"])
            out["relations"] = model.relations(out, b["heads"].clamp(min=0))
            for i, s in enumerate(batch):
                n = len(s.forms)
                parts = {"heads": out["arcs"][i, :n, : n + 1], "relations": out["relations"][i, :n], "upos": out["upos"][i, :n], "xpos": out["xpos"][i, :n], "names": out["name"][i, :n]}
                held = self.soft.setdefault(id(s), {})
                for kind, scores in parts.items():
                    p = (scores.softmax(-1) * share).half()
                    held[kind] = p if kind not in held else held[kind] + p

    def batch(self, sentences: list[Sentence], names: bool = True) -> dict[str, torch.Tensor]:
        """-> probabilities (batch, n, labels), zeros behind a sentence's end"""
        longest = max(len(s.forms) for s in sentences)
        stacked = {}
        for kind in KINDS if names else KINDS[:-1]:
            rows = [self.soft[id(s)][kind] for s in sentences]
            wide = longest + 1 if kind == "heads" else rows[0].shape[1]
            stacked[kind] = torch.stack([F.pad(r.float(), (0, wide - r.shape[1], 0, longest - r.shape[0])) for r in rows])
        return stacked


def soft_loss(scores, probabilities, gold):
    """Cross entropy against probabilities, over the words that have a gold label or, for names, over all words."""
    loss = -(probabilities * scores.log_softmax(-1)).sum(-1)
    told = (gold >= 0).float()
    return (loss * told).sum() / told.sum().clamp(min=1)
