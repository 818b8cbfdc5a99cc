import Colorization

// Written by make_reference.py.

extension ReferenceCase {
  static let probesCases: [ReferenceCase] = [
    .probeWithOnePoint, .probeWithTwoPoints, .notebookWithOnePoint, .notebookWithTwoPoints,
  ]

  static let probeWithOnePoint = ReferenceCase(
    name: "probeWithOnePoint", variant: .local, head: .bins529, width: 16,
    seed: 3, height: 256, columns: 256, picture: .square,
    points: [
      HintPoint(row: 100, column: 100, size: 7, a: 55, b: 45)
    ],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        3.1318, 39.6636, 52.6828, -30.3349, 63.5129, 41.1528, 78.6172, 56.9055, 72.7197, 42.2897,
        64.7007, -23.9556, 76.9319, 66.6686, 74.1738, 24.0686, 55.4099, 88.2649, 44.2553, 104.4284,
        74.9300,
      ],
      b: [
        6.8791, 16.5788, 16.5452, -24.8952, 1.5574, -4.1986, 54.2864, -13.4936, 31.7518, -17.5171,
        57.1707, -25.2169, 12.4882, 19.1830, 55.2951, -29.6791, 64.8616, 12.2756, 28.3687, 70.3746,
        -43.3233,
      ],
      meanA: 67.37310, meanB: 10.73081, meanMagnitude: 49.67706,
      logits: [
        -0.09258, 1.19134, 0.77720, -0.38930, 0.45190, -1.94432, 0.28444, 0.73665, -1.39265,
        1.94356, 0.37522, -0.90499, -1.04465, -1.44011, -0.28770, -0.34675, -1.14099, -1.05399,
        -0.87925, -0.78427, 0.60898, -1.52935, -1.77716, -1.02799,
      ],
      meanLogit: 0.008417, largestLogit: 5.45735))

  static let probeWithTwoPoints = ReferenceCase(
    name: "probeWithTwoPoints", variant: .local, head: .bins529, width: 16,
    seed: 3, height: 256, columns: 256, picture: .square,
    points: [
      HintPoint(row: 100, column: 100, size: 7, a: 55, b: 45),
      HintPoint(row: 160, column: 150, size: 7, a: -40, b: 30),
    ],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        1.9281, -3.0213, 39.6636, 52.6714, -30.5273, 62.5463, 47.0252, 73.4738, 51.9020, 68.8127,
        43.1387, 64.7868, -22.4523, 77.4465, 66.3816, 74.4453, 23.6170, 55.5107, 88.4199, 44.2188,
        104.3695, 77.1903,
      ],
      b: [
        6.7288, 52.6491, 16.5781, 16.5458, -25.1956, -1.4290, -8.3185, 46.7883, -31.8686, 36.7474,
        -14.8947, 57.1923, -22.7383, 13.3361, 19.2114, 55.4287, -30.3001, 64.8829, 12.0482,
        28.3978, 70.6065, -43.1963,
      ],
      meanA: 67.34156, meanB: 10.74942, meanMagnitude: 49.66350,
      logits: [
        -0.09257, 1.02587, 0.77345, -0.42694, 0.48912, -1.94752, 0.21175, 0.73031, -1.41067,
        1.93936, 0.37344, -0.86654, -1.03401, -1.41154, -0.32993, -0.33185, -1.14348, -0.79128,
        -0.88013, -0.90681, 0.61306, -1.54437, -1.93164, -1.02798,
      ],
      meanLogit: 0.008434, largestLogit: 5.45747))

  static let notebookWithOnePoint = ReferenceCase(
    name: "notebookWithOnePoint", variant: .local, head: .bins529, width: 16,
    seed: 3, height: 256, columns: 256, picture: .waves,
    points: [
      HintPoint(row: 135, column: 160, size: 7, a: 23, b: -69)
    ],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        25.3827, 44.0102, 80.3817, -35.3058, 75.7444, 26.9999, 77.9350, 29.7677, 66.0821, 56.4967,
        71.1314, -15.1985, 85.2283, 39.2998, 62.3614, 53.3985, 56.9393, 90.0167, 51.7539, 102.8473,
        76.5892,
      ],
      b: [
        -7.2237, 22.6432, 25.5863, -45.9426, 20.8506, 13.6744, 70.9714, -21.2641, 61.5752,
        -22.0537, 40.1479, -74.2048, 42.5558, -1.6943, 65.6214, -6.6995, 57.4512, 32.4558, 24.9722,
        55.8071, -64.0274,
      ],
      meanA: 67.05208, meanB: 12.55452, meanMagnitude: 50.17104,
      logits: [
        -0.01883, 0.67513, 1.04180, -0.27514, 0.39322, -1.98104, 0.30953, 0.38957, -0.93362,
        1.24330, 0.59444, -0.96504, -0.50263, -0.60563, -0.33223, -0.09351, -1.94290, -1.18937,
        0.38467, -0.69921, 0.60762, -1.09131, -1.22953, -1.01496,
      ],
      meanLogit: 0.012072, largestLogit: 5.33058))

  static let notebookWithTwoPoints = ReferenceCase(
    name: "notebookWithTwoPoints", variant: .local, head: .bins529, width: 16,
    seed: 3, height: 256, columns: 256, picture: .waves,
    points: [
      HintPoint(row: 135, column: 160, size: 7, a: 23, b: -69),
      HintPoint(row: 100, column: 160, size: 7, a: 0, b: 0),
    ],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        23.6204, 19.6294, 44.0067, 80.2848, -32.6580, 71.8004, 32.1269, 78.1472, 27.0759, 65.9247,
        56.4075, 70.8179, -14.8964, 83.9901, 38.4205, 62.3462, 53.5548, 56.9373, 89.9825, 51.6595,
        102.9037, 80.5333,
      ],
      b: [
        0.6289, 30.8538, 22.6437, 24.8682, -46.4873, 25.3109, 6.9621, 71.2595, -24.6843, 60.7139,
        -22.1277, 41.0381, -74.8732, 42.8303, -6.4400, 66.3593, -6.3335, 57.4368, 32.4058, 22.4935,
        59.6815, -67.1608,
      ],
      meanA: 67.02742, meanB: 12.55282, meanMagnitude: 50.16148,
      logits: [
        -0.01913, 0.90371, 1.10491, -0.25784, 0.36498, -1.98145, 0.37358, 0.39037, -0.93407,
        1.16156, 0.59451, -1.07890, -0.52490, -0.58282, -0.33070, -0.15816, -1.96368, -1.02059,
        0.38826, -0.68846, 0.69116, -1.09160, -1.61393, -1.01342,
      ],
      meanLogit: 0.012096, largestLogit: 5.37389))
}
