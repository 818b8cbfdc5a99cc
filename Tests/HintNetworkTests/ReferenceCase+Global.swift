import Colorization

// Written by make_reference.py.

extension ReferenceCase {
  static let globalCases: [ReferenceCase] = [
    .globalBinsSquare, .globalBinsOblong, .globalBinsPadded, .globalHypercolumnSquare,
    .globalHypercolumnOblong, .globalHypercolumnPadded, .globalWithoutHints,
  ]

  static let globalBinsSquare = ReferenceCase(
    name: "globalBinsSquare", variant: .global, head: .bins529, width: 16,
    seed: 2, height: 64, columns: 64, picture: .waves,
    points: [],
    maskCenter: 0, scale: 110, usesHistogram: true,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        30.9875, 35.5388, 50.3371, 56.8010, 33.1410, 36.7499, 31.7511, 56.4287, 58.2983, 32.4753,
        60.6804, 18.6279, 31.9119, 40.4767, 22.4849, 31.5580, 39.3981, 33.5230, 48.4997, 20.7283,
      ],
      b: [
        -5.1878, -4.1622, -24.0665, 10.3419, -14.6136, 16.5503, 20.4281, 35.3179, 15.7770, 15.6286,
        -20.1509, -3.2876, 18.5234, 9.6316, 16.2260, -3.1926, -30.0199, 2.3045, -20.4755, 4.9663,
      ],
      meanA: 41.29997, meanB: -6.12209, meanMagnitude: 28.31320,
      logits: [
        0.67950, -0.13893, 0.13397, 0.38203, 0.05057, 0.08860, 0.17986, -0.05319, 0.49131,
        -1.51540, 0.84872, 0.42401, -0.90058, -0.58220, 0.58474, -1.53138, 0.17637, -0.54568,
        -0.31527, -0.27830, -0.88491, 0.52779, 0.02352, -0.61140,
      ],
      meanLogit: -0.007435, largestLogit: 3.70411))

  static let globalBinsOblong = ReferenceCase(
    name: "globalBinsOblong", variant: .global, head: .bins529, width: 8,
    seed: 2, height: 40, columns: 72, picture: .waves,
    points: [],
    maskCenter: 0, scale: 100, usesHistogram: false,
    saturation: 0.35,
    expected: ReferenceCase.Expected(
      a: [
        24.0362, 14.6970, 14.2261, 3.7441, 10.6699, 5.7886, 4.9248, -12.8642, 12.9450, 4.9907,
        35.5025, 19.2373, -3.9980, 3.1098, 0.5038, 24.5061, 3.1224, 9.7117, -13.8915, 37.1599,
      ],
      b: [
        3.4656, 18.2975, -9.8747, 11.1514, -5.9278, 20.6575, -6.2963, 18.2667, 0.2864, 16.4287,
        8.8951, 28.0313, -5.1277, 2.8479, 15.5629, -2.9850, 13.3740, 3.1931, 24.9590, 7.8056,
      ],
      meanA: 9.92895, meanB: 10.29972, meanMagnitude: 14.25276,
      logits: [
        0.12905, 0.93666, 0.37110, -0.25920, 0.95661, 0.47215, -0.49065, -0.52870, 0.63295,
        0.43269, -0.67913, 0.85808, 0.11449, -0.72668, -0.48643, 0.72673, -0.80421, -0.22321,
        -0.11154, 0.38849, 0.38682, -0.54559, -0.22141, -0.60514,
      ],
      meanLogit: -0.020071, largestLogit: 3.35232))

  static let globalBinsPadded = ReferenceCase(
    name: "globalBinsPadded", variant: .global, head: .bins529, width: 16,
    seed: 2, height: 45, columns: 61, picture: .waves,
    points: [],
    maskCenter: 0, scale: 110, usesHistogram: true,
    saturation: 0.8,
    expected: ReferenceCase.Expected(
      a: [
        21.4850, 12.7168, 29.3858, 54.1410, 53.0937, 51.6844, 59.7831, 64.3861, 20.0471, 56.3606,
        64.5238, 46.3105, 50.8776, 51.5592, 47.8511, 60.4426, -22.2593, 70.2159, 11.8497, 54.3406,
      ],
      b: [
        -5.1875, -6.3902, 17.0435, -16.8560, -44.7861, -33.7218, -13.9328, -28.1668, 16.9192,
        -27.8594, 9.5641, -0.9037, 25.8708, -13.8483, 25.1432, -27.2435, 26.7167, -17.3132,
        -8.5197, -10.1658,
      ],
      meanA: 45.61040, meanB: -6.07142, meanMagnitude: 31.05348,
      logits: [
        0.22120, 0.42677, 0.25166, 0.62934, -0.59536, -0.55871, -1.28909, 0.29072, 0.55829,
        0.11458, -0.41575, 0.43614, 0.18124, 0.44327, 1.30605, -0.45055, -1.02864, -0.12908,
        -0.01283, 0.60950, -1.33757, -0.54769, 0.10309, 0.25162,
      ],
      meanLogit: -0.004839, largestLogit: 4.65998))

  static let globalHypercolumnSquare = ReferenceCase(
    name: "globalHypercolumnSquare", variant: .global, head: .hypercolumn, width: 16,
    seed: 2, height: 64, columns: 64, picture: .waves,
    points: [],
    maskCenter: 0, scale: 110, usesHistogram: true,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        30.9875, 35.5388, 50.3371, 56.8010, 33.1410, 36.7499, 31.7511, 56.4287, 58.2983, 32.4753,
        60.6804, 18.6279, 31.9119, 40.4767, 22.4849, 31.5580, 39.3981, 33.5230, 48.4997, 20.7283,
      ],
      b: [
        -5.1878, -4.1622, -24.0665, 10.3419, -14.6136, 16.5503, 20.4281, 35.3179, 15.7770, 15.6286,
        -20.1509, -3.2876, 18.5234, 9.6316, 16.2260, -3.1926, -30.0199, 2.3045, -20.4755, 4.9663,
      ],
      meanA: 41.29997, meanB: -6.12209, meanMagnitude: 28.31320,
      logits: [
        1.57698, -0.55640, 0.72823, -0.70187, -1.19398, 1.41854, 0.95395, -1.00301, -0.55662,
        1.76560, -0.11772, -0.44411, -0.50204, 0.80884, 0.68054, 1.18036, -0.98872, -0.38202,
        -3.31813, 2.29687, -0.48321, 0.34011, -2.83291, -4.00099,
      ],
      meanLogit: 0.054073, largestLogit: 7.75207))

  static let globalHypercolumnOblong = ReferenceCase(
    name: "globalHypercolumnOblong", variant: .global, head: .hypercolumn, width: 8,
    seed: 2, height: 40, columns: 72, picture: .waves,
    points: [],
    maskCenter: 0, scale: 100, usesHistogram: false,
    saturation: 0.35,
    expected: ReferenceCase.Expected(
      a: [
        24.0362, 14.6970, 14.2261, 3.7441, 10.6699, 5.7886, 4.9248, -12.8642, 12.9450, 4.9907,
        35.5025, 19.2373, -3.9980, 3.1098, 0.5038, 24.5061, 3.1224, 9.7117, -13.8915, 37.1599,
      ],
      b: [
        3.4656, 18.2975, -9.8747, 11.1514, -5.9278, 20.6575, -6.2963, 18.2667, 0.2864, 16.4287,
        8.8951, 28.0313, -5.1277, 2.8479, 15.5629, -2.9850, 13.3740, 3.1931, 24.9590, 7.8056,
      ],
      meanA: 9.92895, meanB: 10.29972, meanMagnitude: 14.25276,
      logits: [
        0.06578, -2.10536, -0.19586, -0.38823, 3.90297, 2.62713, 0.23684, 0.03097, -1.17613,
        2.69364, -0.10686, -1.60095, 0.88672, -2.04652, -0.30985, 0.19591, -1.68387, 2.13350,
        -2.11735, -0.44820, -2.80959, -0.38631, 0.06085, -3.53705,
      ],
      meanLogit: 0.099268, largestLogit: 8.98555))

  static let globalHypercolumnPadded = ReferenceCase(
    name: "globalHypercolumnPadded", variant: .global, head: .hypercolumn, width: 16,
    seed: 2, height: 45, columns: 61, picture: .waves,
    points: [],
    maskCenter: 0, scale: 110, usesHistogram: true,
    saturation: 0.8,
    expected: ReferenceCase.Expected(
      a: [
        21.4850, 12.7168, 29.3858, 54.1410, 53.0937, 51.6844, 59.7831, 64.3861, 20.0471, 56.3606,
        64.5238, 46.3105, 50.8776, 51.5592, 47.8511, 60.4426, -22.2593, 70.2159, 11.8497, 54.3406,
      ],
      b: [
        -5.1875, -6.3902, 17.0435, -16.8560, -44.7861, -33.7218, -13.9328, -28.1668, 16.9192,
        -27.8594, 9.5641, -0.9037, 25.8708, -13.8483, 25.1432, -27.2435, 26.7167, -17.3132,
        -8.5197, -10.1658,
      ],
      meanA: 45.61040, meanB: -6.07142, meanMagnitude: 31.05348,
      logits: [
        0.90236, -3.27493, 1.98149, -4.76714, 1.77397, -0.36370, -2.45845, -0.97015, 0.70618,
        1.33536, 0.52613, 1.68129, -2.15578, -0.16717, 4.97849, 3.81562, 0.07810, -1.16843,
        2.25757, 2.70524, 3.71100, 0.24165, -0.33020, -1.51344,
      ],
      meanLogit: 0.067469, largestLogit: 12.35180))

  static let globalWithoutHints = ReferenceCase(
    name: "globalWithoutHints", variant: .global, head: .bins529, width: 16,
    seed: 2, height: 64, columns: 64, picture: .waves,
    points: [],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        33.5200, 21.5459, 51.1370, 55.8509, 30.0300, 36.7729, 53.1611, 34.9184, 48.1489, 30.1870,
        53.5056, 25.4057, 43.7875, 35.0444, 17.1790, 28.4531, 17.8272, 35.1685, 69.4105, 49.9356,
      ],
      b: [
        -9.1343, -21.6835, -31.0261, -12.0807, -18.1543, -10.5934, -16.1764, 3.0874, 1.2312,
        11.0728, -35.5094, -18.4668, 16.0383, -2.1091, 5.8259, 1.8348, -19.6881, -7.9582, -35.4660,
        1.5981,
      ],
      meanA: 38.98507, meanB: -6.81375, meanMagnitude: 26.66350,
      logits: [
        0.80546, -0.08330, 0.25519, 0.12414, 0.68428, -0.30647, -0.23455, -0.09866, 0.47522,
        -1.66258, 0.82645, 0.15416, -0.04499, -0.66815, 0.44163, -1.47896, 0.72222, -0.48216,
        -0.01208, -0.68105, -0.39951, 0.15752, -0.03673, -0.65697,
      ],
      meanLogit: -0.004284, largestLogit: 3.23598))
}
