"""Writes the files of Fixture+*.swift: tiny weights files made by other implementations.

  python make_fixtures.py        needs torch and safetensors; run in this folder

The PyTorch and safetensors files are written by torch.save and safetensors.torch.save. The files of
Python 2 and of Caffe are put together byte by byte; the former are checked by torch.load.
"""
import base64
import hashlib
import io
import struct
from collections import OrderedDict

import torch
from safetensors.torch import load as load_safetensors, save as save_safetensors

torch.manual_seed(0)


# --- PyTorch ---------------------------------------------------------------------------------------

def network():
    weight = torch.tensor([0.5, -1.25, 3.0, 1e-30, -7.5, 0.1, 65504.0, -0.0]).reshape(2, 1, 2, 2)
    state = OrderedDict()
    state["conv.weight"] = weight
    state["conv.bias"] = torch.tensor([0.25, -0.75])
    state["norm.num_batches_tracked"] = torch.tensor(7)
    state["turned"] = torch.arange(6, dtype=torch.float32).reshape(2, 3).t()
    state["column"] = weight.view(4, 2)[1:, 1]
    state._metadata = OrderedDict({"": {"version": 1}, "conv": {"version": 1}})
    return state


def types():
    return {
        "f64": torch.tensor([0.125, -2.5], dtype=torch.float64),
        "i64": torch.tensor([-3, 1 << 40]),
        "f32": torch.tensor([[1.5, -2.0, 0.0]]),
        "i32": torch.tensor([-70000, 70000], dtype=torch.int32),
        "bf16": torch.tensor([1.0, -3.140625], dtype=torch.bfloat16),
        "f16": torch.tensor([0.333251953125, 6e-8, -65504.0], dtype=torch.float16),
        "i16": torch.tensor([-300, 300], dtype=torch.int16),
        "bool": torch.tensor([True, False]),
        "i8": torch.tensor([-128, 127], dtype=torch.int8),
        "u8": torch.tensor([0, 255], dtype=torch.uint8),
        "empty": torch.zeros(0, 3),
    }


def saved(value, is_zip, protocol=2):
    buffer = io.BytesIO()
    torch.save(value, buffer, pickle_protocol=protocol, _use_new_zipfile_serialization=is_zip)
    return buffer.getvalue()


def python2(with_views):
    """The legacy layout as Python 2 wrote it: byte strings, and an OrderedDict made of a list of pairs."""
    text = lambda s: b"U" + bytes([len(s)]) + s.encode()
    glob = lambda module, name: f"c{module}\n{name}\n".encode()
    number = lambda n: b"K" + bytes([n])
    pickled = lambda body: b"\x80\x02" + body + b"."

    def tensor(key, count, shape, view):
        identity = b"(" + text("storage") + glob("torch", "FloatStorage") + text(key) + text("cpu")
        identity += number(count) + view + b"tQ"
        strides, run = [], 1
        for length in reversed(shape):
            strides.insert(0, run)
            run *= length
        tuple_ = lambda numbers: b"(" + b"".join(map(number, numbers)) + b"t"
        return (glob("torch._utils", "_rebuild_tensor") + b"(" + identity + number(0)
                + tuple_(shape) + tuple_(strides) + b"tR")

    none = b"N"
    view = b"(" + text("part") + number(2) + number(2) + b"t" if with_views else none
    pairs = [("a", tensor("11", 4, [2, 2], none)), ("b", tensor("11" if with_views else "22",
             4 if with_views else 2, [2], view))]
    body = glob("collections", "OrderedDict") + b"]("
    for name, value in pairs:
        body += b"](" + text(name) + value + b"e"
    body += b"e\x85R"
    if with_views:
        body = b"}(" + text("epoch") + number(3) + text("state_dict") + body + b"u"
    else:
        body += b"}" + text("_metadata") + b"}sb"
    parts = [pickled(b"\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19"), pickled(b"M\xe9\x03"),
             pickled(b"}" + text("little_endian") + b"\x88s"), pickled(body)]
    keys = ["11"] if with_views else ["11", "22"]
    parts.append(pickled(b"](" + b"".join(map(text, keys)) + b"e"))
    parts.append(struct.pack("<q4f", 4, 1, 2, 3, 4))
    if not with_views:
        parts.append(struct.pack("<q2f", 2, -5, 6))
    data = b"".join(parts)
    loaded = torch.load(io.BytesIO(data), weights_only=False, encoding="utf-8")
    loaded = loaded["state_dict"] if with_views else loaded
    assert loaded["a"].tolist() == [[1, 2], [3, 4]]
    assert loaded["b"].tolist() == ([3, 4] if with_views else [-5, 6])
    return data


# --- Caffe -----------------------------------------------------------------------------------------

def varint(n):
    out = b""
    while True:
        n, low = n >> 7, n & 127
        if not n:
            return out + bytes([low])
        out += bytes([low | 128])


def field(number, value):
    """A field of protocol buffers: an int is a varint, bytes are a length and themselves."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def packed(values, code="f"):
    return struct.pack(f"<{len(values)}{code}", *values)


def shape(*lengths, is_packed=True):
    if is_packed:
        return field(7, field(1, b"".join(map(varint, lengths))))
    return field(7, b"".join(field(1, n) for n in lengths))


def old_shape(*lengths):
    return b"".join(field(i + 1, n) for i, n in enumerate(lengths))


def unpacked(values):
    return b"".join(varint(5 << 3 | 5) + struct.pack("<f", v) for v in values)


def caffe():
    net = field(1, "tiny")
    conv = field(1, "conv1_2") + field(2, "Convolution") + field(3, "data") + field(10, 0)
    conv += field(7, shape(2, 1, 1, 2) + field(5, packed([0.5, -1, 2, 3.25])))
    conv += field(7, shape(2, is_packed=False) + unpacked([1e-3, -4]) + field(6, packed([9, 9])))
    net += field(100, conv)
    norm = field(1, "conv1_2norm") + field(2, "BatchNorm")
    norm += field(7, shape(2) + field(5, packed([10])) + field(5, packed([20])))
    norm += field(7, shape(2) + field(8, packed([2, 8], "d")))
    norm += field(7, shape(1) + field(5, packed([4])))
    return net + field(100, norm) + field(100, field(1, "loss") + field(2, "Softmax"))


def caffe_version1():
    conv = field(2, "data") + field(3, "conv") + field(4, "conv") + field(5, 4)
    conv += field(6, old_shape(1, 2, 1, 3) + field(5, packed([1, 2, 3, 4, 5, 6])))
    conv += field(6, old_shape(1, 1, 1, 1) + unpacked([-0.5]))
    # Unknown fields of every kind, one of them a group in a group.
    conv += field(900, 1) + field(901, b"??") + varint(902 << 3 | 5) + b"1234"
    conv += varint(903 << 3 | 1) + b"12345678"
    conv += b"\x83\x40" + b"\x8b\x40" + field(1, 5) + b"\x8c\x40" + b"\x84\x40"
    return field(1, "old") + field(2, conv) + field(3, "data") + field(4, 1)


# --- Swift -----------------------------------------------------------------------------------------

def swift(name, data):
    text = base64.b64encode(data).decode()
    lines = [text[i:i + 90] for i in range(0, len(text), 90)]
    body = "\n".join("      " + line for line in lines)
    digest = hashlib.sha256(data).hexdigest()
    return (f"  /// {len(data)} bytes.\n  static let {name} = Fixture(\n    name: \"{name}\",\n"
            f"    sha256: \"{digest}\",\n    base64: \"\"\"\n{body}\n      \"\"\")\n")


def write(path, fixtures):
    with open(path, "w") as out:
        out.write("// Written by make_fixtures.py.\n\nextension Fixture {\n")
        out.write("\n".join(swift(name, data) for name, data in fixtures.items()))
        out.write("}\n")
    for name, data in fixtures.items():
        print(name, len(data))


def main():
    nested = {"epoch": 3, "optimizer": {"state": {0: {"step": 5, "betas": (0.9, 0.999)}}},
              "model": OrderedDict(("module." + k, v) for k, v in list(network().items())[:3])}
    safe = save_safetensors(types(), {"origin": "a “test”\n"})
    assert set(load_safetensors(safe)) == set(types())
    write("Fixture+PyTorch.swift", {
        "zip": saved(network(), True), "zipTypes": saved(types(), True),
        "legacy": saved(network(), False), "legacyFramed": saved(network(), False, protocol=4),
        "legacyNested": saved(nested, False)})
    write("Fixture+Others.swift", {
        "python2": python2(False), "python2Views": python2(True),
        "safetensors": safe, "caffe": caffe(), "caffeVersion1": caffe_version1()})


main()
