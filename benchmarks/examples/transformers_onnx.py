"""Writes a causal language model of Hugging Face's transformers as the ONNX file that cot run, check,
sweep and grade take as model:FILE.onnx: steps with caches, under the names that they look for.

pip install torch transformers onnx onnxscript
python transformers_onnx.py FOLDER_OF_THE_MODEL m.onnx
cot run model:m.onnx --vocabulary vocabulary.json --word 0110 --show-chain
"""
import sys

import torch
from transformers import AutoModelForCausalLM, DynamicCache


class Step(torch.nn.Module):
    """New tokens behind those in the caches, which are keys and values of each layer in turn."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, position_ids, *past):
        cache = DynamicCache(config=self.model.config)
        for layer in range(len(past) // 2):
            cache.update(past[2 * layer], past[2 * layer + 1], layer)
        out = self.model(
            input_ids=input_ids,
            attention_mask=attention_mask,
            position_ids=position_ids,
            past_key_values=cache,
            use_cache=True,
        )
        present = [part for layer in out.past_key_values.layers for part in (layer.keys, layer.values)]
        return (out.logits, *present)


def main(folder, file):
    model = AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager").eval()
    config = model.config
    heads = getattr(config, "num_key_value_heads", None) or config.num_attention_heads
    size = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    caches = [f"{layer}.{part}" for layer in range(config.num_hidden_layers) for part in ("key", "value")]

    batch, known, new = 2, 3, 5  # any sizes: they are left open
    tokens = torch.ones(batch, new, dtype=torch.long)
    open_size = torch.export.Dim.AUTO
    row = {0: open_size, 1: open_size}
    torch.onnx.export(
        Step(model),
        (
            tokens,
            torch.ones(batch, known + new, dtype=torch.long),
            torch.arange(known, known + new).repeat(batch, 1),
            *[torch.zeros(batch, heads, known, size, dtype=model.dtype) for _ in caches],
        ),
        file,
        input_names=["input_ids", "attention_mask", "position_ids"]
        + [f"past_key_values.{cache}" for cache in caches],
        output_names=["logits"] + [f"present.{cache}" for cache in caches],
        dynamic_shapes={
            "input_ids": row,
            "attention_mask": row,
            "position_ids": row,
            "past": tuple({0: open_size, 2: open_size} for _ in caches),
        },
        dynamo=True,
    )


main(*sys.argv[1:])
