"""Writes pytorch.json: what PyTorch makes of the networks of ReferenceCase.swift.

  python make_reference.py

needs PyTorch and NumPy. Twin below says what TwinGraph.swift says, layer by layer, with the same names
and so with the same weights and inputs, bit for bit; everything is computed in double precision.
`outputs` are those of a network that runs, `gradients` those of the weights in one that learns, of the
mixture of outputs that GradientCheck.swift takes for a loss.
"""
import json
import os

import numpy as np
import torch
import torch.nn.functional as F

SEED = 1


def stream(name, count):
    """SplitMix64(name:seed:) of SplitMix64.swift: even draws from 0..<1, to 24 bits."""
    mask = (1 << 64) - 1
    state = 14_695_981_039_346_656_037
    for byte in name.encode():
        state = ((state ^ byte) * 1_099_511_628_211) & mask
    state ^= (SEED * 0xD1342543DE82EF95) & mask
    with np.errstate(over="ignore"):
        x = np.uint64(state) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x = x ^ (x >> np.uint64(31))
    return (x >> np.uint64(40)).astype(np.float32) / np.float32(1 << 24)


def draw(name, shape, low, high):
    """next(in:) of SplitMix64.swift, in single precision."""
    low, high = np.float32(low), np.float32(high)
    return (low + (high - low) * stream(name, int(np.prod(shape)))).reshape(shape)


class Twin:
    """A network that is computed while it is said."""

    def __init__(self, batch, height, width, learns):
        self.batch, self.height, self.width, self.learns = batch, height, width, learns
        self.layers, self.weights, self.outputs = 0, {}, {}

    def input(self, channels, name="picture", size=None):
        height, width = size or (self.height, self.width)
        numbers = draw(name, (self.batch, channels, height, width), -1, 1)
        return torch.from_numpy(numbers.astype(np.float64))

    def fraction(self, channels, name, part):
        return self.input(channels, name, (-(-self.height // part), -(-self.width // part)))

    def points(self, count, present, name="points"):
        numbers = self.input(5, name, (count, 1))
        numbers[:, :2] = 0.5 + 0.6 * numbers[:, :2]
        for image in range(self.batch):
            for point in range(count):
                numbers[image, 4, point] = (7 * point + image) % count < present
        return numbers

    def output(self, name, value):
        self.outputs[name] = value

    # Layers with weights.

    def layer(self, kind):
        self.layers += 1
        return f"{kind}{self.layers}"

    def weight(self, name, shape, low, high, learned=True):
        values = draw(name, shape, low, high)
        if self.learns:
            values = np.floor(values.astype(np.float64) * 4096 + 0.5) / 4096
        tensor = torch.from_numpy(values.astype(np.float64)).requires_grad_(self.learns and learned)
        if learned:
            self.weights[name] = tensor
        return tensor

    def spread(self, name, shape, terms):
        bound = np.sqrt(np.float32(3) / np.float32(max(terms, 1)))
        return self.weight(name, shape, -bound, bound)

    def convolution(self, x, outputs, kernel=3, stride=1, dilation=1, padding=None, groups=1, biased=True):
        name, inputs = self.layer("convolution"), x.shape[1] // groups
        w = self.spread(name + ".weight", (outputs, inputs, kernel, kernel), inputs * kernel * kernel)
        b = self.weight(name + ".bias", (outputs,), -0.5, 0.5) if biased else None
        if padding is None:
            padding = dilation * (kernel - 1) // 2
        if padding == "same":  # as TensorFlow's
            total = [max(0, (-(-n // stride) - 1) * stride + (kernel - 1) * dilation + 1 - n) for n in x.shape[2:]]
            padding = (total[0] // 2, total[1] // 2, total[0] - total[0] // 2, total[1] - total[1] // 2)
        if isinstance(padding, tuple):
            top, left, bottom, right = padding
            x, padding = F.pad(x, (left, right, top, bottom)), 0
        return F.conv2d(x, w, b, stride, padding, dilation, groups)

    def depthwise(self, x, **options):
        return self.convolution(x, x.shape[1], groups=x.shape[1], **options)

    def transposed(self, x, outputs, kernel=4, stride=2, padding=1):
        name, inputs = self.layer("transposed"), x.shape[1]
        terms = inputs * kernel * kernel // stride // stride
        w = self.spread(name + ".weight", (inputs, outputs, kernel, kernel), terms)
        b = self.weight(name + ".bias", (outputs,), -0.5, 0.5)
        return F.conv_transpose2d(x, w, b, stride, padding)

    def full(self, x, outputs):
        name, count = self.layer("full"), x[0].numel()
        w = self.spread(name + ".weight", (outputs, count), count)
        b = self.weight(name + ".bias", (outputs,), -0.5, 0.5)
        return F.linear(x.flatten(1), w, b)[:, :, None, None]

    def pointwise(self, x, outputs):
        name, count = self.layer("pointwise"), x.shape[1]
        w = self.spread(name + ".weight", (outputs, count), count)
        b = self.weight(name + ".bias", (outputs,), -0.5, 0.5)
        return F.linear(x.movedim(1, -1), w, b).movedim(-1, 1)

    def normalized(self, x, shift=1, epsilon=1e-5):
        name, channels = self.layer("norm"), (x.shape[1],)
        w = self.weight(name + ".weight", channels, -1.5, 1.5)
        b = self.weight(name + ".bias", channels, -shift, shift)
        mean = self.weight(name + ".running_mean", channels, -0.5, 0.5, learned=False)
        variance = self.weight(name + ".running_var", channels, 0.3, 1.5, learned=False)
        return F.batch_norm(x, mean, variance, w, b, training=self.learns, eps=epsilon)

    def scaled(self, x, biased=True):
        name, channels = self.layer("scale"), (x.shape[1],)
        w = self.weight(name + ".weight", channels, -1.5, 1.5)[:, None, None]
        b = self.weight(name + ".bias", channels, -1, 1)[:, None, None] if biased else 0
        return x * w + b

    def layer_normalized(self, x, epsilon=1e-5):
        name, channels = self.layer("layernorm"), (x.shape[1],)
        w = self.weight(name + ".weight", channels, -1.5, 1.5)
        b = self.weight(name + ".bias", channels, -1, 1)
        return F.layer_norm(x.movedim(1, -1), channels, w, b, epsilon).movedim(-1, 1)

    # Attention.

    @staticmethod
    def product(first, second, t1=False, t2=False, heads=1, factor=1.0):
        a, b = (v.reshape(v.shape[0], heads, v.shape[1] // heads, -1) for v in (first, second))
        result = np.float32(factor).item() * (a.mT if t1 else a) @ (b.mT if t2 else b)
        sides = (1, result.shape[-1]) if t2 else second.shape[2:]
        return result.reshape(first.shape[0], -1, *sides)

    @staticmethod
    def softmax(x, groups=1):
        return x.unflatten(1, (groups, -1)).softmax(2).flatten(1, 2)

    def attention(self, queries, keys, values, heads, mask=None):
        factor = 1 / np.sqrt(np.float32(queries.shape[1] // heads))
        logits = self.product(keys, queries, t1=True, heads=heads, factor=factor)
        if mask is not None:
            logits = logits + mask
        return self.product(values, self.softmax(logits, heads), heads=heads)

    # Points.

    @staticmethod
    def sampled(x, points):
        places = points[:, [1, 0]].flatten(2).mT[:, :, None] * 2 - 1
        return F.grid_sample(x, places, align_corners=False, padding_mode="border").reshape(
            *x.shape[:2], *points.shape[2:])

    def read_points(self, x, points, heads, size):
        n, _, h, w = x.shape
        q = self.convolution(x, heads * size, kernel=1).unflatten(1, (heads, size)).flatten(3)
        samples = self.sampled(x, points) * points[:, 4:]
        k = self.pointwise(samples, heads * size).unflatten(1, (heads, size)).flatten(3)
        null = self.convolution(x, heads, kernel=1).flatten(2)[:, :, None]
        distance = self.weight(self.layer("spread") + ".dist", (heads,), -4, 3)
        y = ((torch.arange(h, dtype=x.dtype) + 0.5) / h)[:, None].expand(h, w).flatten()
        x = ((torch.arange(w, dtype=x.dtype) + 0.5) / w).expand(h, w).flatten()
        row, column, first, second, flag = points.flatten(2)[:, None, :, :, None].unbind(2)
        logits = k.mT @ q / np.sqrt(size)
        logits = logits - 10 * F.softplus(distance)[:, None, None] * ((row - y) ** 2 + (column - x) ** 2)
        logits = logits.masked_fill(flag < 0.5, -1e4)
        shares = torch.cat([null, logits], 2).softmax(2)[:, :, 1:]
        values = torch.stack([first, second, torch.ones_like(first)], 2)[..., 0]
        return (values @ shares).reshape(n, heads * 3, h, w)


CASES = {}


def case(build):
    CASES[build.__name__] = build
    return build


@case
def convolutions(t):
    x = t.convolution(t.input(3), 5, stride=2)
    x = t.convolution(x, 6, dilation=2)
    x = t.convolution(x, 4, kernel=2, padding=(0, 1, 1, 0))
    t.output("result", t.convolution(x, 3, kernel=5, biased=False))


@case
def paddings(t):
    x = t.convolution(t.input(3), 4, stride=2, padding="same")
    x = t.convolution(x, 5, kernel=4, padding="same")
    t.output("result", t.convolution(x, 3, kernel=5, stride=3, padding="same"))


@case
def groups(t):
    x = t.convolution(t.input(6), 4, groups=2)
    t.output("result", t.convolution(x, 8, groups=4, kernel=1))


@case
def depthwise(t):
    x = t.depthwise(t.convolution(t.input(3), 18, kernel=1))
    x = t.depthwise(x, kernel=5, stride=2, padding="same", biased=False)
    t.output("result", t.convolution(t.depthwise(x, dilation=2), 2, kernel=1))


@case
def transposed(t):
    x = t.transposed(t.convolution(t.input(2), 4, stride=2), 3)
    t.output("result", t.convolution(t.transposed(x, 3, kernel=3, stride=1), 2, kernel=1))


@case
def fullyConnected(t):
    x = t.full(t.convolution(t.input(2), 3, stride=4), 5)
    t.output("result", t.full(F.relu6(4 * x), 4))


@case
def normalization(t):
    x = t.normalized(t.convolution(t.input(3), 6))
    x = t.normalized(F.relu(t.depthwise(x)), shift=4, epsilon=1e-3)
    t.output("result", t.convolution(F.relu6(x), 3))


@case
def channelScale(t):
    x = t.scaled(t.convolution(t.input(3), 6))
    t.output("result", t.convolution(t.scaled(F.relu(x), biased=False), 2))


@case
def functions(t):
    x = t.convolution(t.input(3), 4)
    functions = [
        ("relu", F.relu), ("relu6", F.relu6), ("leakyRelu", lambda x: F.leaky_relu(x, np.float32(0.2).item())),
        ("tanh", torch.tanh), ("sigmoid", torch.sigmoid), ("swish", F.silu), ("scaled", lambda x: 3 * x)]
    for name, function in functions:
        t.output(name, t.convolution(function(4 * x), 2, kernel=1))


@case
def sums(t):
    x = t.convolution(t.input(3), 4)
    vector = t.convolution(t.input(5, "vector", (1, 1)), 4, kernel=1)
    t.output("result", t.convolution(F.relu(x + t.convolution(x, 4) + vector), 2))


@case
def products(t):
    x = t.convolution(t.input(3), 6)
    squeezed = F.silu(t.convolution(x.mean((2, 3), keepdim=True), 2, kernel=1))
    x = x * torch.sigmoid(t.convolution(squeezed, 6, kernel=1))
    t.output("result", t.convolution(x * t.convolution(x, 6), 2))


@case
def concatenation(t):
    x = t.input(3)
    first = t.convolution(x, 5)
    inner = torch.cat([first, t.convolution(first, 17)], 1)
    t.output("result", t.convolution(torch.cat([inner, x, first], 1), 3, kernel=1))


@case
def maximumPools(t):
    x = t.convolution(t.input(3), 4)
    t.output("plain", t.convolution(F.max_pool2d(x, 2), 2))
    t.output("padded", t.convolution(F.max_pool2d(x, 3, 2, 1), 2))
    t.output("rounded up", t.convolution(F.max_pool2d(x, 3, 2, ceil_mode=True), 2))


@case
def averagePools(t):
    x = t.convolution(t.input(3), 4)
    for name, counts in (("inside", False), ("everywhere", True)):
        pool = dict(kernel_size=3, stride=2, padding=1, count_include_pad=counts)
        t.output(name, t.convolution(F.avg_pool2d(x, **pool), 2))
        pool.update(kernel_size=4, stride=3, ceil_mode=True)
        t.output(name + ", rounded up", t.convolution(F.avg_pool2d(x, **pool), 2))
    t.output("global", t.convolution(x.mean((2, 3), keepdim=True), 2, kernel=1))


@case
def resizing(t):
    x = t.convolution(t.input(2), 3, stride=2)
    kinds = dict(
        bilinear=dict(mode="bilinear"), corners=dict(mode="bilinear", align_corners=True), nearest=dict(mode="nearest"))
    for name, options in kinds.items():
        t.output(name, t.convolution(F.interpolate(x, scale_factor=2, **options), 2, kernel=1))
        t.output(name + " smaller", t.convolution(F.interpolate(x, (3, 2), **options), 2, kernel=1))
        t.output(name + " odd", t.convolution(F.interpolate(x, (5, 9), **options), 2, kernel=1))


@case
def subsampling(t):
    x = t.convolution(t.input(2), 3)
    t.output("result", t.convolution(x[:, :, ::3, ::3], 2))


@case
def inputSizes(t):
    x = t.convolution(t.input(3), 4)
    half = t.convolution(t.fraction(2, "half", 2), 4)
    x = x + F.interpolate(half, x.shape[2:], mode="bilinear")
    t.output("result", t.convolution(x, 2))
    t.output("fixed", t.convolution(t.input(2, "fixed", (3, 5)), 2))


@case
def layerNormalization(t):
    t.output("result", t.convolution(t.layer_normalized(t.convolution(t.input(3), 18)), 2))


@case
def softmax(t):
    x = t.convolution(t.input(3), 6)
    t.output("channels", t.convolution(t.softmax(x), 2, kernel=1))
    t.output("groups", t.convolution(t.softmax(x, 3), 2, kernel=1))
    pixels = x.flatten(2).softmax(2).reshape(x.shape)
    t.output("pixels", t.convolution(pixels, 2, kernel=1))


@case
def matrixProducts(t):
    x = t.convolution(t.input(3), 6)
    y = t.convolution(t.input(4, "other"), 6)
    gram = t.product(x, y, t2=True, heads=2, factor=0.25)
    t.output("gram", t.convolution(gram, 2, kernel=1))
    t.output("product", t.convolution(t.product(gram, y, heads=2), 2))
    t.output("transposed", F.silu(t.product(gram, y, t1=True, heads=2)))


@case
def attention(t):
    queries = t.convolution(t.input(3), 6, stride=2)
    points = t.input(4, "points", (1, 3))
    keys, values = t.convolution(points, 6, kernel=1), t.convolution(points, 10, kernel=1)
    mask = t.input(6, "mask", (1, 1))
    read = t.attention(queries, keys, values, 2, mask)
    t.output("result", t.convolution(torch.cat([read, queries], 1), 2, kernel=1))


@case
def sampling(t):
    x = t.convolution(t.input(3), 18)
    points = t.points(40, 33)
    samples = t.sampled(x, points) * points[:, 4:]
    t.output("samples", samples)
    t.output("result", t.pointwise(samples, 3))
    t.output("places", t.pointwise(t.sampled(x, t.input(2, "places", (1, 7))), 3))


def attention_to_points(present):
    def build(t):
        x = t.convolution(t.input(3), 18)
        read = t.read_points(x, t.points(40, present), heads=2, size=5)
        if present > 0:
            t.output("read", read)
        t.output("result", t.convolution(torch.cat([x, read], 1), 2, kernel=1))
    return build


for present in (0, 1, 3, 33):
    CASES[f"attention to {present} points"] = attention_to_points(present)


def mixture(name, value):
    return torch.from_numpy(draw("mixture " + name, value.shape, -1, 1).astype(np.float64))


def rounded(tensor):
    return [float(f"{number:.7g}") for number in tensor.detach().flatten().tolist()]


def answer(build, batch=2, height=6, width=7):
    running = Twin(batch, height, width, learns=False)
    build(running)
    learning = Twin(batch, height, width, learns=True)
    build(learning)
    loss = sum((mixture(name, value) * value).sum() for name, value in learning.outputs.items())
    gradients = torch.autograd.grad(loss, list(learning.weights.values()))
    return {
        "outputs": {name: rounded(value) for name, value in running.outputs.items()},
        "gradients": {name: rounded(value) for name, value in zip(learning.weights, gradients)}}


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pytorch.json")
    lines = [f"{json.dumps(name)}: {json.dumps(answer(build), separators=(',', ':'))}"
             for name, build in CASES.items()]
    with open(path, "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


main()
