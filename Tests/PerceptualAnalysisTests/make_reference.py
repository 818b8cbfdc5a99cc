#!/usr/bin/env python3
"""Writes Reference.swift and answers.csv: statistics by SciPy and NumPy that the Swift ones are held against.

    python3 make_reference.py > Reference.swift        (made with SciPy 1.17.1, NumPy 2.4.6)

Nothing here is taken from the Swift sources: normal and t quantiles, Wilson's interval and the t
interval are SciPy's; the rest is written out plainly from the papers' formulas. The answers are
those of twelve judges of uneven diligence, drawn once with a fixed seed.
"""

import pathlib

import numpy as np
from scipy import optimize, stats

rng = np.random.default_rng(20170501)
METHODS = ["automatic", "full", "plain"]
JUDGES, IMAGES, TRIALS = 12, 40, 30


def answers():
    skill = rng.normal(0, 0.7, JUDGES)
    image = rng.normal(0, 0.6, (IMAGES, 3))
    rows = []
    for judge in range(JUDGES):
        shown = rng.permutation(IMAGES)[:TRIALS]
        for position, picture in enumerate(shown):
            method = int(rng.integers(3))
            first = int(rng.integers(2))
            logit = [-1.4, -0.7, -1.0][method] + skill[judge] + image[picture, method]
            fooled = rng.random() < 1 / (1 + np.exp(-logit))
            missing = rng.random() < 0.04
            time = round(float(np.exp(rng.normal(6.4, 0.4))), 1)
            rows.append((judge, position, picture, method, first, fooled, missing, time))
    return rows


ROWS = answers()


def csv():
    lines = ["judge,position,kind,image,method,real_first,answer,reaction_ms"]
    for judge, position, picture, method, first, fooled, missing, time in ROWS:
        named_first = bool(first) == bool(fooled)
        answer = "" if missing else "first" if named_first else "second"
        lines.append(
            f"{judge + 1},{position + 1},main,p{picture:02d},{METHODS[method]},{first},{answer},{time}")
    return lines


DATA = np.array([r[:6] for r in ROWS if not r[6]], float)
TIMES = np.array([r[7] for r in ROWS if not r[6]])
J, POS, I, M, FIRST, Y = DATA.T
N = np.array([np.sum(M == m) for m in range(3)])
P = np.array([Y[M == m].mean() for m in range(3)])


def two_way(weights):
    """V = Vj + Vi - Vt of a contrast, and the smaller number of clusters less one."""
    e = np.array([weights[int(m)] * (y - P[int(m)]) / N[int(m)] for m, y in zip(M, Y)])
    use = np.array([weights[int(m)] != 0 for m in M])
    parts = []
    groups = []
    for factor in (J, I):
        labels = np.unique(factor[use])
        sums = np.array([e[factor == g].sum() for g in labels])
        parts.append((sums**2).sum() * len(labels) / (len(labels) - 1))
        groups.append(len(labels))
    trials = sum((e[M == m] ** 2).sum() * N[m] / (N[m] - 1) for m in range(3))
    return max(parts[0] + parts[1] - trials, trials / 2), trials, min(groups) - 1


def cluster(m):
    """Wilson's interval with n*Vt/V trials and a t quantile: Dean and Pagano 2015."""
    value, trials, freedom = two_way([1.0 if k == m else 0.0 for k in range(3)])
    t = stats.t.ppf(0.975, freedom)
    n = N[m] * trials / value
    p = P[m]
    middle = (p + t * t / (2 * n)) / (1 + t * t / n)
    half = t * np.sqrt(p * (1 - p) / n + t * t / (4 * n * n)) / (1 + t * t / n)
    return middle - half, middle + half, value / trials


def icc(labels, use):
    groups = [Y[use & (labels == g)] for g in np.unique(labels[use])]
    groups = [g for g in groups if len(g)]
    n = sum(map(len, groups))
    k = len(groups)
    grand = np.concatenate(groups).mean()
    msb = sum(len(g) * (g.mean() - grand) ** 2 for g in groups) / (k - 1)
    msw = sum(((g - g.mean()) ** 2).sum() for g in groups) / (n - k)
    f = stats.f_oneway(*groups).statistic
    assert abs(f - msb / msw) < 1e-9
    size = (n - sum(len(g) ** 2 for g in groups) / n) / (k - 1)
    variance = (msb - msw) / size
    return variance / (variance + msw), np.sqrt(max(variance, 0))


def detection(m):
    hits = np.sum((M == m) & (FIRST == 1) & (Y == 0)) + 0.5
    alarms = np.sum((M == m) & (FIRST == 0) & (Y == 1)) + 0.5
    h = hits / (np.sum((M == m) & (FIRST == 1)) + 1)
    f = alarms / (np.sum((M == m) & (FIRST == 0)) + 1)
    z = stats.norm.ppf
    return h, f, (z(h) - z(f)) / np.sqrt(2), -(z(h) + z(f)) / 2


def score(p, n, t):
    """The values that a score test at the quantile t does not refuse, by root finding."""
    def excess(value):
        return n * (p - value) ** 2 - t * t * value * (1 - value)
    low = optimize.brentq(excess, 0.0, min(p, 1 - 1e-12), xtol=1e-15) if p > 0 else 0.0
    high = optimize.brentq(excess, max(p, 1e-12), 1.0, xtol=1e-15) if p < 1 else 1.0
    return low, high


def bounded(values, low, high, null):
    """Ends of the score interval of a mean within a range, with Kish's effective trials, and p."""
    x = (np.array(values, float) - low) / (high - low)
    p, error = x.mean(), stats.sem(x)
    n = p * (1 - p) / error**2 if error > 1e-12 else len(x)
    ends = score(p, n, stats.t.ppf(0.975, len(x) - 1))
    at = (null - low) / (high - low)
    t = (p - at) / np.sqrt(at * (1 - at) / n)
    return (*(low + (high - low) * e for e in ends), 2 * stats.t.sf(abs(t), len(x) - 1))


def first_answers():
    """The share with errors clustered by judge (CR1 without the n/(n-1) term), as a score interval."""
    named = np.where(FIRST == 1, Y, 1 - Y)
    mean = named.mean()
    sums = np.array([(named - mean)[J == g].sum() for g in range(JUDGES)]) / len(named)
    error = np.sqrt((sums**2).sum() * JUDGES / (JUDGES - 1))
    n = mean * (1 - mean) / error**2
    p = 2 * stats.t.sf(abs(mean - 0.5) / np.sqrt(0.25 / n), JUDGES - 1)
    return mean, *score(mean, n, stats.t.ppf(0.975, JUDGES - 1)), p


def drift():
    """Least squares of the excess over the method's rate on position and a dummy of each judge."""
    excess = Y - P[M.astype(int)]
    design = np.column_stack([POS] + [(J == g).astype(float) for g in range(JUDGES)])
    coefficients, *_ = np.linalg.lstsq(design, excess, rcond=None)
    residual = excess - design @ coefficients
    bread = np.linalg.inv(design.T @ design)
    meat = sum(
        np.outer(design[J == g].T @ residual[J == g], design[J == g].T @ residual[J == g])
        for g in range(JUDGES))
    error = np.sqrt((bread @ meat @ bread)[0, 0] * JUDGES / (JUDGES - 1))
    t = stats.t.ppf(0.975, JUDGES - 1)
    p = 2 * stats.t.sf(abs(coefficients[0]) / error, JUDGES - 1)
    return coefficients[0], coefficients[0] - t * error, coefficients[0] + t * error, p


def nested(draws=40000):
    """The old tool's bootstrap: workers with replacement, then each one's trials."""
    by_judge = [np.flatnonzero(J == g) for g in range(JUDGES)]
    rates = np.empty((draws, 3))
    for d in range(draws):
        picked = np.concatenate(
            [rng.choice(by_judge[g], len(by_judge[g])) for g in rng.integers(JUDGES, size=JUDGES)])
        for m in range(3):
            mine = Y[picked][M[picked] == m]
            rates[d, m] = mine.mean()
    above = [np.mean(rates[:, a] > rates[:, b]) + np.mean(rates[:, a] == rates[:, b]) / 2
             for a, b in PAIRS]
    return rates.mean(0), rates.std(0, ddof=1), above


def pigeonhole(draws=40000):
    """Judges and images with replacement, weights multiplied: Owen 2007."""
    rates = np.empty((draws, 3))
    for d in range(draws):
        w = np.bincount(rng.integers(JUDGES, size=JUDGES), minlength=JUDGES)
        v = np.bincount(rng.integers(len(SHOWN), size=len(SHOWN)), minlength=len(SHOWN))
        weight = w[J.astype(int)] * v[PLACE]
        for m in range(3):
            rates[d, m] = np.average(Y[M == m], weights=weight[M == m])
    return np.percentile(rates, [2.5, 97.5], axis=0).T


PAIRS = [(0, 1), (0, 2), (1, 2)]
SHOWN, PLACE = np.unique(I, return_inverse=True)


def pairs():
    rows = []
    for a, b in PAIRS:
        value, _, freedom = two_way([(k == a) * 1.0 - (k == b) * 1.0 for k in range(3)])
        error = np.sqrt(value)
        t = stats.t.ppf(0.975, freedom)
        d = P[a] - P[b]
        rows.append((d, error, d - t * error, d + t * error,
                     2 * stats.t.sf(abs(d) / error, freedom)))
    return rows


def holm(p):
    order = np.argsort(p)
    out = np.empty(len(p))
    running = 0.0
    for rank, index in enumerate(order):
        running = max(running, min(1.0, (len(p) - rank) * p[index]))
        out[index] = running
    return out


def swift(value):
    if isinstance(value, (list, tuple, np.ndarray)):
        return "[" + ", ".join(swift(v) for v in value) + "]"
    return repr(float(value))


def rows(name, comment, values, kind="[[Double]]"):
    print(f"  /// {comment}")
    print(f"  static let {name}: {kind} = [")
    for value in values:
        print(f"    {swift(value)},")
    print("  ]")


print("// Made by make_reference.py beside this file, with SciPy and NumPy. Do not edit.")
print("// swift-format-ignore-file")
print()
print("/// Statistics of independent origin; see make_reference.py.")
print("enum Reference {")
SHARES = [1e-300, 1e-12, 1e-6, 0.001, 0.025, 0.2, 0.5, 0.7, 0.975, 0.999, 1 - 1e-9]
rows("normal", "Probability and quantile: scipy.stats.norm.ppf.",
     [(p, stats.norm.ppf(p)) for p in SHARES])
rows("student", "Degrees of freedom, probability, quantile: scipy.stats.t.ppf.",
     [(f, p, stats.t.ppf(p, f)) for f in (1, 2, 3, 7.5, 29, 199, 4999)
      for p in (0.0005, 0.025, 0.3, 0.5, 0.9, 0.975, 0.99999)])
rows("studentTails", "Degrees of freedom, t, two-sided p: scipy.stats.t.sf.",
     [(f, t, 2 * stats.t.sf(t, f)) for f in (1, 2, 7.5, 29, 4999)
      for t in (0.0, 0.01, 0.7, 2.0, 5.0, 30.0)])
CASES = [(0, 10), (10, 10), (1, 7), (93, 500), (135, 500), (751, 2500), (1, 2), (0, 2)]
rows("wilson", "Successes, trials, ends: scipy.stats.binomtest.proportion_ci(method='wilson').",
     [(k, n, *stats.binomtest(k, n).proportion_ci(0.95, "wilson")) for k, n in CASES])


def pooled(k, n):
    y = np.r_[np.ones(k), np.zeros(n - k)]
    error = stats.sem(y)
    ends = stats.t.interval(0.95, n - 1, y.mean(), error) if error else (y.mean(), y.mean())
    return ends if 0 <= ends[0] and ends[1] <= 1 else score(y.mean(), n, stats.t.ppf(0.975, n - 1))


rows("pooled",
     "Successes, trials, ends: scipy.stats.t.interval over 0/1 trials; a score interval where it "
     "leaves 0...1.",
     [(k, n, *pooled(k, n)) for k, n in CASES])
SETS = [([0.1, 0.0, 0.05, 0.2], 0, 1, 0.5), ([0.9, 1.0, 1.0], 0, 1, 0.5), ([0, 0, 0, 0], 0, 1, 0.5),
        ([0.4, 0.4, 0.4], 0, 1, 0.5), ([0.3, 0.6, 0.5, 0.2, 0.7, 0.4], 0, 1, 0.5),
        ([0.9, 1.0, 0.4, 1.0], -1, 1, 0.0), ([-0.2, 0.1, 0.3, 0.2, 0.0], -1, 1, 0.0)]
rows("bounded", "Values, then range, null, ends and p, in turn: a score interval of Kish's trials.",
     [x for v, low, high, null in SETS for x in (v, [low, high, null, *bounded(v, low, high, null)])])
GIVEN = [[0.01, 0.04, 0.03], [0.5, 0.5, 0.001, 0.2], [0.9], [0.02, 0.02, 0.02]]
rows("holm", "Raw and adjusted p-values, in turn: the step-down rule written out.",
     [x for g in GIVEN for x in (g, holm(np.array(g)))])
(pathlib.Path(__file__).parent / "answers.csv").write_text("".join(f"{line}\n" for line in csv()))
rows("tallies", "By method: answered, unanswered, fooled.",
     [(N[m], sum(r[3] == m and r[6] for r in ROWS), Y[M == m].sum()) for m in range(3)])
rows("cluster", "By method: ends of the two-way interval, and the design effect.",
     [cluster(m) for m in range(3)])
rows("spread", "By method: ICC and SD of judges, ICC and SD of images.",
     [(*icc(J, M == m), *icc(I, M == m)) for m in range(3)])
rows("allSpread", "ICC and SD of judges over all methods.", [icc(J, M >= 0)])
rows("detection", "By method: hit rate, false alarm rate, d', c.", [detection(m) for m in range(3)])
rows("reactions", "By method: median reaction time of all, fooled, right answers.",
     [(np.median(TIMES[M == m]), np.median(TIMES[(M == m) & (Y == 1)]),
       np.median(TIMES[(M == m) & (Y == 0)])) for m in range(3)])
rows("pairs", "By pair: difference, standard error, ends, p.", pairs())
rows("pairsHolm", "By pair: adjusted p.", [holm(np.array([r[4] for r in pairs()]))])
rows("checks", "Value, ends, p: answers 'first', drift a trial.", [first_answers(), drift()])
mean, sd, above = nested()
rows("nested", "By method: mean and SD of the nested bootstrap, 40,000 draws.", zip(mean, sd))
rows("nestedAbove", "By pair: P(A > B) of the same.", [above])
rows("pigeonhole", "By method: 2.5 and 97.5 percentiles of the pigeonhole bootstrap, 40,000 draws.",
     pigeonhole())
print("}")
