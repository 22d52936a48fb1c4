"""Runs a decoder that `cot export --format safetensors` wrote, with PyTorch.

    python3 cotsim_torch.py 0111            # the chain and the answer for a word
    python3 cotsim_torch.py --budget 2 0111 # an answer forced after two intermediate tokens

    from cotsim_torch import Decoder
    decoder = Decoder.load("FOLDER")
    ids = decoder.prompt(["0", "1", "1", "1"])
    chain, answer = decoder.decode(ids)     # token numbers
    seen = decoder(ids + chain)             # logits, residual streams, attention weights
    decoder.subspace(seen.residual[-1], "state found")  # a named part of the residual stream

In saturated attention positions whose score is within the tolerance of the largest share the weight
equally; softmax heads weigh as usual. Layer norm is centred, of unit length, without epsilon or gain, and 0 where there is
nothing to normalise. Needs PyTorch (1.13 or newer) and nothing else.
"""

import json
import struct
import sys
from collections import namedtuple
from pathlib import Path

import torch

Seen = namedtuple("Seen", "logits residual attention")
DTYPES = {"F64": torch.float64, "F32": torch.float32}


def read_safetensors(path):
    """All tensors of a file by name."""
    data = Path(path).read_bytes()
    (length,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        numbers = torch.empty(0, dtype=DTYPES[entry["dtype"]])
        if end > begin:
            numbers = torch.frombuffer(bytearray(data[begin:end]), dtype=numbers.dtype)
        tensors[name] = numbers.reshape(entry["shape"])
    return tensors


def layer_norm(v):
    """v' / |v'| with v' = v - mean(v); 0 for a v' of 0."""
    centred = v - v.mean(-1, keepdim=True)
    length = centred.norm(dim=-1, keepdim=True)
    return torch.where(length > 0, centred / length, torch.zeros_like(centred))


class Decoder(torch.nn.Module):
    """A decoder-only transformer in projected pre-norm form with hand-built weights."""

    def __init__(self, config, vocabulary, tensors):
        super().__init__()
        self.config = config
        self.tokens = [token["text"] for token in vocabulary]
        self.roles = [token["role"] for token in vocabulary]
        self.names = list(tensors)
        for name, tensor in tensors.items():
            self.register_buffer(name.replace(".", "_"), tensor)

    @staticmethod
    def load(folder):
        folder = Path(folder)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        vocabulary = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        return Decoder(config, vocabulary, read_safetensors(folder / "model.safetensors"))

    def weight(self, name):
        return getattr(self, name.replace(".", "_"))

    def affine(self, name, x):
        return x @ self.weight(name + ".weight").T + self.weight(name + ".bias")

    def read(self, name, norm, h):
        """What a sublayer reads of the residual stream."""
        projections = [
            layer_norm(h @ self.weight(f"{name}.{p}.weight").T) for p in range(norm["projections"])
        ]
        return torch.cat(projections, -1) if projections else layer_norm(h)

    def attend(self, name, head, x, cache):
        """The head's output at the new positions, and its weights over all positions."""
        first = len(cache["key"]) if cache else 0
        keys, values = self.affine(name + ".key", x), self.affine(name + ".value", x)
        if cache:
            keys, values = torch.cat([cache["key"], keys]), torch.cat([cache["value"], values])
        scores = self.affine(name + ".query", x) @ keys.T
        own = torch.arange(first, first + len(x)).unsqueeze(1)
        other = torch.arange(len(keys)).unsqueeze(0)
        visible = other < own if head["mask"] == "strict" else other <= own
        scores = scores.masked_fill(~visible, -torch.inf)
        weighting = head["weighting"]
        if weighting["kind"] == "saturated":
            largest = scores.max(-1, keepdim=True).values
            chosen = ((scores >= largest - weighting["tolerance"]) & visible).to(x.dtype)
            weights = chosen / chosen.sum(-1, keepdim=True).clamp(min=1)
            sums = (chosen @ values) / chosen.sum(-1, keepdim=True).clamp(min=1)
        else:
            weights = torch.softmax(weighting["inverse_temperature"] * scores, -1)
            weights = torch.where(visible.any(-1, keepdim=True), weights, torch.zeros_like(weights))
            sums = weights @ values
        return sums @ self.weight(name + ".output.weight").T, weights, {"key": keys, "value": values}

    def embed(self, ids, first, previous):
        h = self.weight("embedding.weight")[torch.tensor(ids)]
        if "positions.weight" in self.names:
            h = h + self.weight("positions.weight")[first : first + len(ids)]
        if self.roles[ids[0]] == "thought" and previous is not None:
            h = h + previous @ self.weight("feedback.weight").T
        return h

    def extend(self, ids, state=None):
        """Appends tokens to a sequence; a thought must come alone. Returns Seen and the new state."""
        state = state or {"length": 0, "caches": {}, "last": None}
        h = self.embed(ids, state["length"], state["last"])
        residual, attention, caches = [h], [], {}
        for place, number in enumerate(self.config["order"]):
            layer, name = self.config["layers"][number], f"layers.{number}"
            x = self.read(name + ".attention.norm", layer["attention_norm"], h) if layer["heads"] else h
            added = torch.zeros_like(h)
            for i, head in enumerate(layer["heads"]):
                part, weights, caches[place, i] = self.attend(
                    f"{name}.attention.heads.{i}", head, x, state["caches"].get((place, i))
                )
                added = added + part
                attention.append(weights)
            h = h + added
            x = self.read(name + ".feed_forward.norm", layer["feed_forward_norm"], h)
            hidden = torch.relu(self.affine(name + ".feed_forward.first", x))
            h = h + self.affine(name + ".feed_forward.second", hidden)
            residual.append(h)
        logits = self.affine("unembedding", h)
        state = {"length": state["length"] + len(ids), "caches": caches, "last": h[-1]}
        return Seen(logits, residual, attention), state

    def forward(self, ids):
        """Logits, residual streams and attention weights of a sequence without thoughts."""
        return self.extend(ids)[0]

    def subspace(self, h, name):
        """The coordinates of a residual stream that have this name."""
        for part in self.config["blueprint"]["subspaces"]:
            if part["name"] == name:
                return h[..., part["offset"] : part["offset"] + part["width"]]
        known = ", ".join(part["name"] for part in self.config["blueprint"]["subspaces"])
        raise KeyError(f"no subspace {name!r}; there are {known}")

    def id(self, text, *roles):
        for number, (token, role) in enumerate(zip(self.tokens, self.roles)):
            if token == text and role in roles:
                return number
        raise KeyError(f"no token {text!r} of role {' or '.join(roles)}")

    def only(self, role):
        return self.roles.index(role)

    def prompt(self, symbols):
        """The start token, the symbols of a word, and the think token."""
        word = [self.id(symbol, "input") for symbol in symbols]
        return [self.only("start")] + word + [self.only("think")]

    def choose(self, scores, allowed):
        """The token of the largest score among those allowed; a tie is an error."""
        kept = scores.masked_fill(~allowed, -torch.inf)
        tied = kept >= kept.max() - self.config["output_tie_tolerance"]
        if int(tied.sum()) != 1:
            raise ValueError("several tokens are tied")
        return int(kept.argmax())

    def decode(self, ids, budget=None):
        """The chain and the answer, as token numbers; after `budget` tokens an answer is forced."""
        everything = torch.ones(len(self.tokens), dtype=torch.bool)
        final = torch.tensor([role in ("answer", "output") for role in self.roles])
        seen, state = self.extend(ids)
        chain, answer, summary = [], [], []
        while True:
            spent = budget is not None and len(chain) >= budget and not answer
            token = self.choose(seen.logits[-1], final if spent or answer else everything)
            role = self.roles[token]
            (answer if role in ("answer", "output") else chain).append(token)
            if role == "answer":
                return chain, answer
            if role == "restart":
                context = [self.only("start")] + summary + [self.only("think")]
                seen, state = self.extend(context)
                summary = []
                continue
            if role == "summary":
                summary.append(token)
            seen, state = self.extend([token], state)

    def words(self, ids):
        return " ".join(self.tokens[number] for number in ids)


def main(arguments):
    budget = None
    if len(arguments) > 1 and arguments[0] == "--budget":
        budget, arguments = int(arguments[1]), arguments[2:]
    if len(arguments) != 1:
        sys.exit("usage: python3 cotsim_torch.py [--budget N] WORD   (symbols apart, or spaces between)")
    decoder = Decoder.load(Path(__file__).parent)
    word = arguments[0]
    symbols = word.split() if " " in word else list(word)
    try:
        chain, answer = decoder.decode(decoder.prompt(symbols), budget)
    except KeyError as unknown:
        sys.exit(str(unknown.args[0]))
    print("chain  ", decoder.words(chain))
    print("answer ", decoder.words(answer))


if __name__ == "__main__":
    main(sys.argv[1:])
