"""The golden values of OptimizerTests and LossTests, by PyTorch 2.8 in double precision.

  python3 make_reference.py

Prints Swift arrays; paste them into the tests.
"""
import math

import torch
import torch.nn.functional as F


def swift(values):
    return "[" + ", ".join(f"{v:.9g}" for v in values) + "]"


def optimizer():
    weights = torch.nn.Parameter(torch.tensor([math.cos(i) for i in range(6)], dtype=torch.float64))
    made = torch.optim.AdamW([weights], 0.01, betas=(0.9, 0.99), weight_decay=1e-3, eps=1e-8)
    average = weights.detach().clone()
    for step in range(4):
        scale = 30 if step == 1 else 1
        weights.grad = torch.tensor([scale * math.sin(1.3 * i + 0.7 * step) for i in range(6)], dtype=torch.float64)
        norm = torch.nn.utils.clip_grad_norm_([weights], 20.0)
        for group in made.param_groups:
            group["lr"] = 0.01 * (step + 1)
        made.step()
        # The average's memory grows with its age, up to 0.9.
        average.lerp_(weights.detach(), 1 - min(0.9, step / (step + 10)))
        print("norm", float(norm))
    state = made.state[weights]
    for name, values in (("weights", weights), ("first", state["exp_avg"]), ("second", state["exp_avg_sq"]),
                         ("average", average)):
        print(name, swift(values.detach().tolist()))


def losses():
    count = 2 * 2 * 8 * 8
    prediction = torch.tensor([3 * math.sin(0.37 * i) for i in range(count)], dtype=torch.float64).reshape(2, 2, 8, 8)
    truth = torch.tensor([2 * math.cos(0.11 * i) for i in range(count)], dtype=torch.float64).reshape(2, 2, 8, 8)
    prediction.requires_grad_()
    value = F.huber_loss(prediction, truth, delta=1.0) * 2
    value.backward()
    print("huber", float(value), swift(prediction.grad.flatten()[:6].tolist()))
    prediction.grad = None
    value = (10 * torch.log10(((prediction - truth) ** 2).sum(1).mean((1, 2)) + 10)).mean()
    value.backward()
    print("log error", float(value), swift(prediction.grad.flatten()[:6].tolist()))
    places, bins = 2 * 2 * 2, 5
    logits = torch.tensor([4 * math.sin(0.9 * i) for i in range(places * bins)], dtype=torch.float64).reshape(2, bins, 2, 2)
    logits.requires_grad_()
    target = torch.zeros(2, bins, 2, 2, dtype=torch.float64)
    for n in range(2):
        for y in range(2):
            for x in range(2):
                place = (n * 2 + y) * 2 + x
                target[n, place % bins, y, x] = 0.75
                target[n, (place + 2) % bins, y, x] = 0.25
    value = F.cross_entropy(logits, target)
    value.backward()
    print("cross-entropy", float(value), swift(logits.grad.flatten()[:20:2].tolist()))


optimizer()
losses()
