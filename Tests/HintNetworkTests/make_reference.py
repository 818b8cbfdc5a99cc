"""Writes ReferenceOutputs*.swift: what a PyTorch implementation of the hint networks gives.

  python make_reference.py REFERENCE.py

REFERENCE.py has a class HintNetwork(width, variant, head), a torch module with the published
parameter names ('globals.' for 'global.'), whose forward takes (N,4,H,W) or (N,1,H,W) and, for the
global variant, (N,314,1,1) and (N,2,1,1), and gives ab times 110 and the logits. Weights are those
of SyntheticNetwork.swift, bit for bit; everything is computed in double precision.
"""
import importlib.util
import os
import sys

import numpy as np
import torch

PIXELS, CELLS = 20, 24  # sampled numbers of each plane of ab, of the logits


def stream(name, seed, count):
    """SplitMix64(name:seed:) of SplitMix64.swift: even draws from 0..<1, to 24 bits."""
    mask = (1 << 64) - 1
    state = 14_695_981_039_346_656_037
    for byte in name.encode():
        state = ((state ^ byte) * 1_099_511_628_211) & mask
    state ^= (seed * 0xD1342543DE82EF95) & mask
    with np.errstate(over="ignore"):
        x = np.uint64(state) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x = x ^ (x >> np.uint64(31))
    return (x >> np.uint64(40)).astype(np.float64) / (1 << 24)


def tensor(name, shape, seed):
    unit = stream(name, seed, int(np.prod(shape)))
    if len(shape) == 4:
        transposed = "up." in name or name[:-7] in [f"hypercolumn.conv{k}" for k in (4, 5, 6, 7)]
        inputs = shape[0] * 4 if transposed else int(np.prod(shape[1:]))
        if name in ("global.histogram.weight", "global.saturation.weight"):
            inputs = 2  # shares are small numbers
        # No layer's numbers should vanish beside those of a shortcut, nor tanh be all saturated.
        gain = 2 if "short" in name else 0.8 if name == "model_out.0.weight" else 6
        values = np.sqrt(gain / inputs) * (2 * unit - 1)
    elif name.endswith("running_var"):
        values = 0.4 + 0.6 * unit
    elif name.endswith("running_mean"):
        values = 0.3 + 0.17 * (2 * unit - 1)
    elif name.endswith("weight"):
        values = 0.8 + 0.4 * unit
    else:
        values = 0.1 * (2 * unit - 1)
    return torch.from_numpy(values.astype(np.float32).reshape(shape)).double()


def network(reference, case):
    net = reference.HintNetwork(case["width"], case["variant"], case["head"]).double().eval()
    state = {
        name: value if "num_batches" in name
        else tensor(name.replace("globals.", "global."), tuple(value.shape), case["seed"])
        for name, value in net.state_dict().items()}
    net.load_state_dict(state)
    return net


def waves(rows, columns):
    return 50 + 34 * np.sin(0.23 * columns + 0.4) * np.cos(0.17 * rows) + (rows * 37 + columns * 59) % 31 / 2


def square(rows, columns):
    inside = (rows >= 64) & (rows < 192) & (columns >= 64) & (columns < 192)
    return np.where(inside, 53.4, 0.0)


def local_input(case):
    """L', a', b', mask for a picture padded to multiples of 8; nothing is hinted in the padding."""
    height, width = case["height"], case["columns"]
    tall, wide = -(-height // 8) * 8, -(-width // 8) * 8
    rows, columns = np.mgrid[0:tall, 0:wide]
    rows, columns = np.minimum(rows, height - 1), np.minimum(columns, width - 1)
    x = np.zeros((4, tall, wide))
    x[0] = (globals()[case["picture"]](rows, columns) - 50) / 100
    for row, column, size, a, b in case["points"]:
        for r in range(row - size // 2, row + size // 2 + 1):
            for c in range(column - size // 2, column + size // 2 + 1):
                if 0 <= r < height and 0 <= c < width:
                    x[1:, r, c] = a / 110, b / 110, 1
    x[3] -= case["mask_center"]
    # As they reach a network in single precision.
    return x.astype(np.float32).astype(np.float64)[None]


def histogram():
    weights = ((np.arange(313) * 37) % 11) ** 2
    return weights / weights.sum()


def outputs(reference, case):
    net, x = network(reference, case), torch.from_numpy(local_input(case))
    with torch.no_grad():
        if case["variant"] == "local":
            ab, logits = net(x)
        else:
            statistics = np.zeros((1, 314, 1, 1)), np.zeros((1, 2, 1, 1))
            if case["histogram"]:
                statistics[0][0, :313, 0, 0], statistics[0][0, 313] = histogram(), 1
            if case["saturation"] is not None:
                statistics[1][0, :, 0, 0] = case["saturation"], 1
            numbers = [torch.from_numpy(v.astype(np.float32)).double() for v in statistics]
            ab, logits = net(x[:, :1], *numbers)
    ab = ab[0].numpy()[:, : case["height"], : case["columns"]] * (case["scale"] / 110)
    return ab, logits[0].numpy()


def local(name, head, width, height, columns, points, **more):
    return dict(
        dict(name=name, variant="local", head=head, width=width, height=height, columns=columns, seed=1,
             picture="waves", points=points, mask_center=0, scale=110, histogram=False, saturation=None), **more)


def overall(name, head, width, height, columns, **more):
    return local(name, head, width, height, columns, [], **dict(dict(variant="global", seed=2), **more))


OVERLAPPING = [(10, 12, 7, 40, -30), (13, 15, 5, -35, 20), (30, 50, 1, 5.25, 60), (28, 20, 9, 0, 0)]
CUT = [(0, 0, 9, 55, 35), (20, 60, 7, -50, 10), (44, 59, 5, 12, -70), (44, 30, 7, 33, 44), (60, 90, 7, 99, 99)]
PROBE, NOTEBOOK = [(100, 100, 7, 55, 45), (160, 150, 7, -40, 30)], [(135, 160, 7, 23, -69), (100, 160, 7, 0, 0)]
HEADS = [("bins529", "Bins"), ("hypercolumn", "Hypercolumn")]

LOCAL = [case for head, word in HEADS for case in (
    local(f"local{word}Square", head, 16, 64, 64, OVERLAPPING),
    local(f"local{word}Oblong", head, 8, 40, 72, OVERLAPPING, mask_center=0.5, scale=100),
    local(f"local{word}Padded", head, 16, 45, 61, CUT, mask_center=0.5))] + [
    local("localWide", "bins529", 32, 64, 64, OVERLAPPING, seed=5),
    local("localWithoutPoints", "bins529", 16, 45, 61, [], mask_center=0.5)]
GLOBAL = [case for head, word in HEADS for case in (
    overall(f"global{word}Square", head, 16, 64, 64, histogram=True),
    overall(f"global{word}Oblong", head, 8, 40, 72, saturation=0.35, scale=100),
    overall(f"global{word}Padded", head, 16, 45, 61, histogram=True, saturation=0.8))] + [
    overall("globalWithoutHints", "bins529", 16, 64, 64)]
PROBES = [
    local(f"{name}{word}", "bins529", 16, 256, 256, points[:count], picture=picture, seed=3)
    for name, picture, points in (("probe", "square", PROBE), ("notebook", "waves", NOTEBOOK))
    for word, count in (("WithOnePoint", 1), ("WithTwoPoints", 2))]


def rows(values, form):
    words, lines, line = [form % v for v in values], [], ""
    for word in words:
        if len(line) + len(word) + 2 > 92:
            lines, line = lines + [line.rstrip()], ""
        line += word + ", "
    return "\n".join("        " + text for text in lines + [line.rstrip()])


def literal(reference, case):
    ab, logits = outputs(reference, case)
    centers = [r * case["columns"] + c for r, c, *_ in case["points"] if r < case["height"] and c < case["columns"]]
    picks = centers + [(k * 7919 + 13) % ab[0].size for k in range(PIXELS)]
    cells = (np.arange(CELLS) * 104729 + 7) % logits.size
    points = "".join(
        f"\n      HintPoint(row: {r}, column: {c}, size: {s}, a: {a:g}, b: {b:g})," for r, c, s, a, b in case["points"])
    print(f"{case['name']}: a {ab[0].mean():.2f}±{ab[0].std():.2f}, b {ab[1].mean():.2f}±{ab[1].std():.2f}, "
          f"logits ±{logits.std():.2f}", file=sys.stderr)
    return f"""
  static let {case["name"]} = ReferenceCase(
    name: "{case["name"]}", variant: .{case["variant"]}, head: .{case["head"]}, width: {case["width"]},
    seed: {case["seed"]}, height: {case["height"]}, columns: {case["columns"]}, picture: .{case["picture"]},
    points: [{(points if len(case["points"]) > 1 else points[:-1]) + chr(10) + "    " if points else ""}],
    maskCenter: {case["mask_center"]}, scale: {case["scale"]}, usesHistogram: {str(case["histogram"]).lower()},
    saturation: {"nil" if case["saturation"] is None else case["saturation"]},
    expected: ReferenceCase.Expected(
      a: [
{rows(ab[0].ravel()[picks], "%.4f")}
      ],
      b: [
{rows(ab[1].ravel()[picks], "%.4f")}
      ],
      meanA: {ab[0].mean():.5f}, meanB: {ab[1].mean():.5f}, meanMagnitude: {np.abs(ab).mean():.5f},
      logits: [
{rows(logits.ravel()[cells], "%.5f")}
      ],
      meanLogit: {logits.mean():.6f}, largestLogit: {np.abs(logits).max():.5f}))
"""


def main():
    spec = importlib.util.spec_from_file_location("reference", sys.argv[1])
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    folder = os.path.dirname(os.path.abspath(__file__))
    for name, cases in (("Local", LOCAL), ("Global", GLOBAL), ("Probes", PROBES)):
        words = rows([case["name"] for case in cases], ".%s").replace("        ", "    ")
        text = "import Colorization\n\n// Written by make_reference.py.\n\nextension ReferenceCase {\n"
        text += f"  static let {name.lower()}Cases: [ReferenceCase] = [\n{words}\n  ]\n"
        text += "".join(literal(reference, case) for case in cases) + "}\n"
        with open(f"{folder}/ReferenceCase+{name}.swift", "w") as file:
            file.write(text)


main()
