"""Writes reference.json: what an independent implementation of the affinity network in PyTorch gives.

  make_reference.py AFFINITY_NETWORK.py ../../Baselines/AffinityHints/Bundled/affinity.safetensors

AFFINITY_NETWORK.py offers `AffinityNetwork` with `encode(L)` and `decode(maps, L, hint, mask, tokens)`.
Inputs are formulas that AffinityReferenceTests repeats; of each output every n-th number is kept.
"""
import importlib.util
import json
import sys

import numpy as np
import torch
from safetensors.torch import load_file


def formula_lightness(side):
    row, column = np.mgrid[0:side, 0:side].astype(np.float64)
    texture = 0.02 * ((row * 7 + column * 13) % 101)
    return 50 + 25 * np.sin(row / 17) * np.cos(column / 23) + 15 * np.sin((row + column) / 9) + texture


def formula_points(count, side):
    return [
        (3 + (37 * k * k + 19 * k + 11) % (side - 6), 3 + (53 * k * k + 7 * k + 5) % (side - 6),
         (k * 29) % 81 - 40, (k * 43) % 101 - 50)
        for k in range(count)
    ]


def kept(numbers, count):
    numbers = numbers.detach().numpy().astype(np.float64).ravel()
    step = max(1, len(numbers) // count)
    return {"step": step, "values": [float(f"{v:.7g}") for v in numbers[::step]]}


def main():
    specification = importlib.util.spec_from_file_location("reference", sys.argv[1])
    reference = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(reference)
    network = reference.AffinityNetwork()
    tensors = {
        name: tensor.float() for name, tensor in load_file(sys.argv[2]).items()
        if not name.startswith("global.")
    }
    missing = network.load_state_dict(tensors, strict=False)
    assert not missing.unexpected_keys, missing
    network.eval()
    torch.set_num_threads(1)
    cases = []
    for side in (128, 192, 256):
        lightness = torch.tensor(formula_lightness(side), dtype=torch.float32)[None, None] / 100
        with torch.no_grad():
            maps = network.encode(lightness)
        for count in (0, 1, 10, 200):
            hint = torch.zeros(1, 2, side, side)
            mask = torch.zeros(1, 1, side, side)
            tokens = torch.zeros(1, max(count, 1), 5)
            for index, (row, column, a, b) in enumerate(formula_points(count, side)):
                patch = (slice(row - 3, row + 4), slice(column - 3, column + 4))
                hint[0, 0][patch], hint[0, 1][patch], mask[0, 0][patch] = a / 110, b / 110, 1
                tokens[0, index] = torch.tensor(
                    [(row + 0.5) / side, (column + 0.5) / side, a / 110, b / 110, 1])
            with torch.no_grad():
                chrominance, logits = network.decode(maps, lightness, hint, mask, tokens)
            case = {"side": side, "points": count, "ab": kept(chrominance, 300),
                    "logits": kept(logits, 300)}
            if count == 0:
                case["features"] = [kept(one, 100) for one in maps]
            cases.append(case)
    with open("reference.json", "w") as file:
        json.dump({"cases": cases}, file, separators=(",", ":"))


main()
