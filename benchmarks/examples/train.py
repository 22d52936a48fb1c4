#!/usr/bin/env python3
"""Trains a small decoder on a folder that 'cot data --tokens ids' wrote, and exports it as ONNX.

    train.py DATA OUT.onnx [--steps 2000] [--form sequence|step] [--restart]

The model is an ordinary one: embedded positions, pre-norm layers, softmax attention, GELU. It sees the
prompt, the chain and the answer of each line as one sequence, and is trained to continue the prompt.
With --restart positions are counted anew behind the think token, so that a step of the chain and the
letter that it reads have the same position, which is learnt in fewer steps.
Needs PyTorch 1.13 or later and nothing else; runs on one CPU core, and the seed fixes its result on one machine.
'cot sweep parity model:OUT.onnx' measures it; the vocabulary is written beside it.
"""
import argparse
import json
import math
import pathlib
import random
import shutil
import time

import torch
from torch import nn
from torch.nn import functional

IGNORED = -100  # of cross_entropy: nothing is asked here


class Layer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, mask, past):
        batch, tokens, width = x.shape
        split = self.qkv(self.norm1(x)).view(batch, tokens, 3, self.heads, self.size)
        query, key, value = split.transpose(1, 3).unbind(2)  # [batch, heads, tokens, size]
        if past is not None:
            key, value = torch.cat((past[0], key), 2), torch.cat((past[1], value), 2)
        scores = query @ key.transpose(2, 3) / math.sqrt(self.size) + mask
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, tokens, width)
        x = x + self.out(mixed)
        return x + self.down(functional.gelu(self.up(self.norm2(x)))), (key, value)


class Decoder(nn.Module):
    def __init__(self, vocabulary, positions, width, heads, layers, think=None):
        super().__init__()
        self.think = think  # positions are counted anew behind this token
        self.tokens = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.norm, self.output = nn.LayerNorm(width), nn.Linear(width, vocabulary, bias=False)

    def forward(self, input_ids, position_ids=None, past=None):
        if position_ids is None:
            position_ids = torch.arange(input_ids.shape[1])[None, :]
            if self.think is not None:
                thinks = (input_ids == self.think).long()
                behind = thinks.cumsum(1) - thinks
                position_ids = position_ids - behind * (1 - behind).sum(1, keepdim=True) + behind
        known = 0 if past is None else past[0][0].shape[2]
        seen = torch.arange(known + input_ids.shape[1])
        mask = (seen[None, :] > seen[known:, None]).float() * -1e9
        x = self.tokens(input_ids) + self.positions(position_ids)
        present = []
        for i, layer in enumerate(self.layers):
            x, own = layer(x, mask, None if past is None else past[i])
            present.append(own)
        return self.output(self.norm(x)), present


class Whole(nn.Module):
    """The scores after every position of whole sequences."""

    def __init__(self, decoder):
        super().__init__()
        self.decoder = decoder

    def forward(self, input_ids):
        return self.decoder(input_ids)[0]


class Step(nn.Module):
    """More tokens behind those in the caches, with the names that Hugging Face's exporters give."""

    def __init__(self, decoder):
        super().__init__()
        self.decoder = decoder

    def forward(self, input_ids, position_ids, *past):
        pairs = list(zip(past[0::2], past[1::2]))
        scores, present = self.decoder(input_ids, position_ids, pairs)
        return (scores, *(cache for pair in present for cache in pair))


def read(path):
    """The examples of a file: prompt, what continues it, and the length of the input."""
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if "prompt" not in line:
                raise SystemExit(f"{path}: no prompt in the lines; cot data --tokens ids writes it")
            yield line["prompt"], line["chain"] + line["answer"], line["n"]


def batch(examples):
    """Token ids and what is asked after each, [examples, longest]."""
    longest = max(len(prompt) + len(rest) for prompt, rest, _ in examples)
    ids = torch.zeros(len(examples), longest, dtype=torch.long)
    asked = torch.full((len(examples), longest), IGNORED)
    for i, (prompt, rest, _) in enumerate(examples):
        ids[i, : len(prompt) + len(rest)] = torch.tensor(prompt + rest)
        asked[i, len(prompt) - 1 : len(prompt) + len(rest) - 1] = torch.tensor(rest)
    return ids, asked


def right(model, examples):
    """The share of examples whose chain and answer are right, each token after the right ones."""
    ids, asked = batch(examples)
    with torch.no_grad():
        chosen = model(ids)[0].argmax(-1)
    return ((chosen == asked) | (asked == IGNORED)).all(1).float().mean().item()


def train(model, examples, held_out, options):
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate)
    draw = random.Random(options.seed)
    for step in range(1, options.steps + 1):
        share = min(1, step / 100) * (1 + math.cos(math.pi * step / options.steps)) / 2
        optimizer.param_groups[0]["lr"] = options.rate * share
        ids, asked = batch(draw.sample(examples, options.batch))
        loss = functional.cross_entropy(model(ids)[0].transpose(1, 2), asked)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 200 == 0 or step == options.steps:
            share = right(model, draw.sample(held_out, min(500, len(held_out))))
            print(f"step {step}: loss {loss.item():.4f}, {share:.1%} of validation right,"
                  f" {time.process_time():.0f} s", flush=True)


def export(model, form, path):
    ids = torch.zeros(1, 1, dtype=torch.long)
    tokens = {0: "batch", 1: "sequence"}
    axes = {"input_ids": tokens, "logits": tokens}
    if form == "sequence":
        torch.onnx.export(Whole(model), (torch.zeros(1, 2, dtype=torch.long),), path, opset_version=14,
                          input_names=["input_ids"], output_names=["logits"], dynamic_axes=axes)
        return
    heads = model.layers[0].heads
    past = torch.zeros(1, heads, 2, model.tokens.embedding_dim // heads)
    caches = [f"{i}.{part}" for i in range(len(model.layers)) for part in ("key", "value")]
    inputs = ["past_key_values." + cache for cache in caches]
    outputs = ["present." + cache for cache in caches]
    axes.update({name: {0: "batch", 2: "past"} for name in inputs})
    axes.update({name: {0: "batch", 2: "total"} for name in outputs}, position_ids=tokens)
    torch.onnx.export(Step(model), (ids, ids, *[past] * len(caches)), path, opset_version=14,
                      input_names=["input_ids", "position_ids", *inputs],
                      output_names=["logits", *outputs], dynamic_axes=axes)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    for name, value in (("steps", 2000), ("batch", 64), ("width", 32), ("heads", 4), ("layers", 2),
                        ("positions", 64), ("seed", 1)):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--form", choices=("sequence", "step"), default="sequence")
    parser.add_argument("--restart", action="store_true")
    options = parser.parse_args()
    if options.restart and options.form == "step":
        parser.error("--restart: who runs a step gives its positions, counted from 0")
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    [vocabulary] = (options.data / "vocabulary").glob("*.json")
    tokens = json.loads(vocabulary.read_text(encoding="utf-8"))["tokens"]
    [think] = [token["id"] for token in tokens if token["role"] == "think"]
    model = Decoder(len(tokens), options.positions, options.width, options.heads, options.layers,
                    think if options.restart else None)
    print(sum(weight.numel() for weight in model.parameters()), "weights")
    train(model, list(read(options.data / "train.jsonl")),
          list(read(options.data / "validation.jsonl")), options)
    export(model.eval(), options.form, str(options.out))
    shutil.copyfile(vocabulary, options.out.parent / "vocabulary.json")


main()
