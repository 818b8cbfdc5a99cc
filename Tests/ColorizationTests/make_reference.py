"""Prints the expected values of the tests in this folder.

Every input is a formula that the tests repeat; nothing here calls the package. Made with NumPy
2.4.6, SciPy 1.17.1, scikit-image 0.26.0, scikit-learn 1.9.1 and Pillow 13.0.0:

    python3 make_reference.py
"""

import numpy as np
from PIL import Image
from scipy.special import softmax
from skimage.color import lab2rgb, rgb2hsv, rgb2lab
from sklearn.cluster import KMeans

RUNS = [(50, 90), (20, 90), (0, 90), (-20, 90), (-30, 100), (-40, 100), (-50, 100), (-50, 100),
        (-60, 100), (-70, 100), (-80, 90), (-80, 90), (-90, 90), (-100, 90), (-100, 80),
        (-110, 80), (-110, 80), (-110, 70), (-110, 70), (-90, 0)]
BINS = np.array([(10 * row - 90, b) for row, (low, high) in enumerate(RUNS)
                 for b in range(low, high + 1, 10)], float)
GRID = np.array([(a, b) for a in range(-110, 111, 10) for b in range(-110, 111, 10)], float)


def hashed(indices):
    """A pseudo-random number in [0, 1) for each index, from 32-bit integer arithmetic."""
    x = np.asarray(indices, np.uint64) * np.uint64(2654435761) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16)
    x = x * np.uint64(2246822519) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(13)
    return x.astype(float) / 2.0 ** 32


def show(name, values, digits=12):
    print(name, "[" + ", ".join(f"{value:.{digits}g}" for value in np.ravel(values)) + "]")


# Distributions.

def logits(count, rows, columns):
    return (hashed(np.arange(count * rows * columns)) * 12 - 6).astype(np.float32).reshape(
        count, rows, columns)


def doubled(values):
    """One step of the Caffe model's kernel along the last two axes, the border repeated."""
    for axis in (1, 2):
        following = np.concatenate(
            [np.take(values, range(1, values.shape[axis]), axis),
             np.take(values, [-1], axis)], axis)
        shape = list(values.shape)
        shape[axis] *= 2
        values = np.stack([values, (values + following) / 2], axis + 1).reshape(shape)
    return values


def distribution(count, rows, columns, factor):
    enlarged = doubled(doubled(logits(count, rows, columns).astype(float)))
    return softmax(enlarged * factor, axis=0)


def print_distributions():
    """Bins 0, 7, 120 and the last, the largest, and which it is."""
    for count, centers in ((313, BINS), (529, GRID)):
        for factor in (1.0, 0.2):
            planes = distribution(count, 3, 5, factor)[:, :11, :18]
            for row, column in ((0, 0), (3, 6), (10, 17), (9, 3)):
                pixel = planes[:, row, column]
                show(f"distribution {count} S={factor} ({row},{column})",
                     [pixel[0], pixel[7], pixel[120], pixel[-1], pixel.max(), pixel.argmax()])
        sharp = distribution(count, 3, 5, 1 / 0.38)[:, :11, :18]
        mean = np.einsum("qhw,qc->chw", sharp, centers)
        for row, column in ((0, 0), (3, 6), (10, 17), (9, 3)):
            show(f"annealed {count} ({row},{column})", mean[:, row, column])


# Palettes.

def seeds(points, weights, count):
    chosen = []
    cost = weights.copy()
    nearest = np.full(len(points), np.inf)
    while len(chosen) < count and cost.max() > 0:
        chosen.append(int(cost.argmax()))
        nearest = np.minimum(nearest, ((points - points[chosen[-1]]) ** 2).sum(1))
        cost = weights * nearest
    return points[chosen]


def snapped(lightness, ab):
    """The interface's `snap_ab` on the 8-bit rendering of a centre."""
    rgb = np.round(255 * lab2rgb(np.array([[[lightness, *ab]]], float))) / 255
    lab = rgb2lab(rgb)
    for _ in range(20):
        lab[..., 0] = lightness
        wanted = lab.copy()
        lab = rgb2lab(lab2rgb(wanted))
        if np.abs(lab - wanted).sum() < 1:
            break
    return np.round(255 * lab2rgb(lab)).astype(int).ravel()


def blobs(points, modes):
    """Gaussian blobs (a, b, sigma, height) and a little noise, so that no two weights are equal."""
    weights = 0.001 * hashed(np.arange(len(points)) + 5)
    for a, b, sigma, height in modes:
        weights += height * np.exp(
            -((points[:, 0] - a) ** 2 + (points[:, 1] - b) ** 2) / (2 * sigma ** 2))
    return weights / weights.sum()


def moved(points):
    """Bins a little off their grid, so that no point is equally far from two centres."""
    return points + hashed(np.arange(points.size) + 7000).reshape(points.shape) - 0.5


MODES = {
    "two": [(40, 30, 8, 1), (-30, -20, 12, 0.5)],
    "sky": [(-5, -32, 10, 1), (3, 12, 15, 0.3), (60, 45, 20, 0.1)],
    "broad": [(0, 0, 60, 1)],
}


def print_palettes():
    for name, points, lightness, count in (("two", BINS, 50, 9), ("sky", BINS, 73, 9),
                                           ("broad", GRID, 35, 9), ("sky", GRID, 60, 5)):
        points = moved(points)
        weights = blobs(points, MODES[name])
        kept = weights >= 1e-6 * weights.max()
        start = seeds(points[kept], weights[kept], count)
        means = KMeans(len(start), init=start, n_init=1, tol=0, max_iter=100).fit(
            points[kept], sample_weight=weights[kept])
        mass = np.bincount(means.labels_, weights[kept], count) / weights[kept].sum()
        print("palette", name, len(points), "L", lightness, "K", count, "rounds", means.n_iter_)
        for index in np.argsort(-mass):
            center = means.cluster_centers_[index]
            red, green, blue = snapped(lightness, center)
            a, b = rgb2lab(np.array([[[red, green, blue]]]) / 255)[0, 0, 1:]
            print(f"  ({mass[index]:.12f}, {center[0]:.9f}, {center[1]:.9f}, {red}, {green},"
                  f" {blue}, {a:.9f}, {b:.9f}),")


# Palettes that cover.

LATTICE = np.array([(a, b) for a in range(-110, 111, 5) for b in range(-110, 111, 5)], float)


def shown(lightness):
    """The points of the lattice that clipping to sRGB moves by less than 3 units."""
    lab = np.column_stack([np.full(len(LATTICE), lightness), LATTICE])[None]
    return np.sqrt(((rgb2lab(lab2rgb(lab)) - lab) ** 2).sum(-1))[0] < 3


def on_lattice(points, weights):
    """Of each point of the lattice the mean of the bins less than 10 away along both axes."""
    near = (np.abs(LATTICE[:, None] - points[None]) < 10).all(-1)
    # A bin itself is alone: its neighbours are exactly 10 away.
    return near @ weights / np.maximum(near.sum(1), 1)


def covering(points, weights, lightness, count):
    """Greedy maximum coverage by the definition: what all chosen colours together are worth."""
    inside = LATTICE[shown(round(lightness))]
    density = on_lattice(points, weights)[shown(round(lightness))]
    total = density.sum()
    even = np.full(len(inside), 1 / len(inside))
    density = 0.9 * density / total + 0.1 * even if total > 0 else even
    distance = np.sqrt(((inside[:, None] - inside[None]) ** 2).sum(-1))
    worth = np.where(distance <= 10, 1.0, np.where(distance <= 20, 0.5, 0.0))
    chosen = []
    while len(chosen) < count:
        held = worth[chosen].max(0) if chosen else np.zeros(len(inside))
        gains = np.maximum(worth, held) @ density - held @ density
        if gains.max() < 1e-12:
            break
        chosen.append(int(gains.argmax()))
    mass = np.bincount(distance[chosen].argmin(0), density, len(chosen))
    return inside[chosen], mass


def print_covering():
    for name, points, lightness, count in (("two", BINS, 50, 9), ("sky", BINS, 73.4, 9),
                                           ("broad", GRID, 35, 9), ("sky", GRID, 60, 5),
                                           ("two", BINS, 4, 9)):
        centers, mass = covering(points, blobs(points, MODES[name]), lightness, count)
        print("covering", name, len(points), "L", lightness, "K", count)
        for index in np.argsort(-mass):
            red, green, blue = snapped(lightness, centers[index])
            a, b = rgb2lab(np.array([[[red, green, blue]]]) / 255)[0, 0, 1:]
            print(f"  ({mass[index]:.12f}, {centers[index][0]:.0f}, {centers[index][1]:.0f}, {red}, {green},"
                  f" {blue}, {a:.9f}, {b:.9f}),")
    print("shown", {lightness: int(shown(lightness).sum()) for lightness in (0, 4, 20, 50, 73, 97, 100)})


# Global hints.

def picture(height, width):
    y, x = np.mgrid[0:height, 0:width]
    red = np.array([218, 191, 128, 65, 38, 65, 128, 191])[x // 16 % 8] + y % 32
    green = (x * 3 + y * 2) % 211
    blue = (x * x + 3 * y) // 7 % 256
    return np.stack([np.minimum(red, 255), green, blue], -1).astype(np.uint8)


def print_global_hints():
    for height, width in ((256, 256), (300, 420), (40, 25)):
        image = Image.fromarray(picture(height, width))
        small = np.asarray(image.resize((256, 256), Image.BILINEAR))
        ab = rgb2lab(small)[..., 1:].reshape(64, 4, 64, 4, 2).mean((1, 3)).reshape(-1, 2)
        nearest = ((ab[:, None] - BINS[None]) ** 2).sum(-1).argmin(1)
        counts = np.bincount(nearest, minlength=313)
        print(f"global {height}x{width}: nonempty {np.count_nonzero(counts)},"
              f" weighted {int((counts * np.arange(1, 314)).sum())},"
              f" squares {int((counts ** 2).sum())}, top {counts.argmax()} {counts.max()},"
              f" saturation {rgb2hsv(small)[..., 1].mean():.12f}")


# Joint bilateral upsampling.

def positions(samples, pixels):
    return (np.arange(pixels) + 0.5) * samples / pixels - 0.5


def upsampled(chrominance, low, full, reach, spatial, sigma, floor):
    """The definition, with no thought of speed."""
    ys, xs = positions(low.shape[0], full.shape[0]), positions(low.shape[1], full.shape[1])
    result = np.zeros(full.shape)
    for row, y in enumerate(ys):
        for column, x in enumerate(xs):
            top, left = int(np.floor(y + 0.5)) - 2, int(np.floor(x + 0.5)) - 2
            total = 0
            for j in range(max(top, 0), min(top + 5, low.shape[0])):
                for i in range(max(left, 0), min(left + 5, low.shape[1])):
                    triangle = max(0, 1 - abs(j - y)) * max(0, 1 - abs(i - x))
                    gauss = np.exp(-((j - y) ** 2 + (i - x) ** 2) / (2 * spatial ** 2))
                    alike = max(0, 1 - ((full[row, column] - low[j, i]) / sigma) ** 2 / 16) ** 8
                    weight = (triangle + reach * gauss) * alike + floor * triangle
                    total += weight
                    result[row, column] += weight * chrominance[j, i]
            result[row, column] /= total
    return result


def print_upsampling():
    low = 100 * hashed(np.arange(9 * 7) + 1000).reshape(9, 7)
    a = 160 * hashed(np.arange(9 * 7) + 2000).reshape(9, 7) - 80
    b = 160 * hashed(np.arange(9 * 7) + 3000).reshape(9, 7) - 80
    rows, columns = np.mgrid[0:31, 0:19]
    full = 0.7 * low[(2 * rows + 1) * 9 // 62, (2 * columns + 1) * 7 // 38]
    full += 30 * hashed(np.arange(31 * 19) + 4000).reshape(31, 19)
    places = ((0, 0), (5, 18), (15, 9), (16, 2), (22, 11), (30, 18))
    for parameters in ((0.003, 1, 10, 0.005), (0.3, 0.7, 20, 0.1)):
        for name, plane in (("a", a), ("b", b)):
            result = upsampled(plane, low, full, *parameters)
            show(f"upsampled {parameters} {name}", [result[place] for place in places], 9)
            show("  mean, mean square", [result.mean(), (result ** 2).mean()], 9)
    for parameters in ((2, 4), (1, 100)):
        for name, plane in (("a", a), ("b", b)):
            result = guided(plane, low, full, *parameters)
            show(f"guided {parameters} {name}", [result[place] for place in places], 9)
            show("  mean, mean square", [result.mean(), (result ** 2).mean()], 9)


# Guided upsampling.

def boxed(plane, radius):
    """Means over square windows, cut by the border."""
    rows, columns = plane.shape
    return np.array([[plane[max(row - radius, 0):row + radius + 1,
                            max(column - radius, 0):column + radius + 1].mean()
                      for column in range(columns)] for row in range(rows)])


def bilinear(plane, height, width):
    for axis, pixels in ((0, height), (1, width)):
        at = np.clip(positions(plane.shape[axis], pixels), 0, plane.shape[axis] - 1)
        before = np.minimum(at.astype(int), plane.shape[axis] - 2)
        part = (at - before).reshape((-1, 1) if axis == 0 else (1, -1))
        plane = np.take(plane, before, axis) * (1 - part) + np.take(plane, before + 1, axis) * part
    return plane


def guided(plane, low, full, radius, smoothness):
    covariance = boxed(plane * low, radius) - boxed(plane, radius) * boxed(low, radius)
    variance = boxed(low * low, radius) - boxed(low, radius) ** 2
    slope = covariance / (variance + smoothness)
    offset = boxed(plane, radius) - slope * boxed(low, radius)
    slope, offset = (bilinear(boxed(each, radius), *full.shape) for each in (slope, offset))
    return slope * full + offset


if __name__ == "__main__":
    print_distributions()
    print_palettes()
    print_covering()
    print_global_hints()
    print_upsampling()
