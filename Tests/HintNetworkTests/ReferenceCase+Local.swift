import Colorization

// Written by make_reference.py.

extension ReferenceCase {
  static let localCases: [ReferenceCase] = [
    .localBinsSquare, .localBinsOblong, .localBinsPadded, .localHypercolumnSquare,
    .localHypercolumnOblong, .localHypercolumnPadded, .localWide, .localWithoutPoints,
  ]

  static let localBinsSquare = ReferenceCase(
    name: "localBinsSquare", variant: .local, head: .bins529, width: 16,
    seed: 1, height: 64, columns: 64, picture: .waves,
    points: [
      HintPoint(row: 10, column: 12, size: 7, a: 40, b: -30),
      HintPoint(row: 13, column: 15, size: 5, a: -35, b: 20),
      HintPoint(row: 30, column: 50, size: 1, a: 5.25, b: 60),
      HintPoint(row: 28, column: 20, size: 9, a: 0, b: 0),
    ],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        12.9420, 20.7432, 21.5347, 26.4788, 13.3610, 17.4151, 17.5289, 4.0529, 10.3434, 21.1607,
        -25.7139, 19.5445, 15.9365, 15.5198, 19.7247, 29.8067, 0.1443, 25.2462, 30.3214, -4.5087,
        -5.7945, 45.6921, 26.6767, -7.8080,
      ],
      b: [
        23.5508, 32.8081, 32.5536, 13.4147, -7.6637, 3.4370, 21.1733, 3.0844, -5.6351, 25.3164,
        -27.2397, -4.5515, 28.1007, 14.5872, 17.4592, -2.1181, 14.0275, 7.9235, 50.5001, -18.3650,
        -6.9463, 0.0331, 46.5061, -36.5776,
      ],
      meanA: 12.30545, meanB: 6.42276, meanMagnitude: 17.06381,
      logits: [
        0.30383, -0.53920, -2.21756, -0.61162, 0.31431, 1.47683, 1.13588, -0.06132, 0.32818,
        0.44741, 0.41701, 0.09838, 1.05226, -0.04500, -0.45806, 1.09952, 1.13142, -0.19967,
        -0.51548, -0.03899, 0.05776, -0.70445, -0.82684, 0.19839,
      ],
      meanLogit: -0.012467, largestLogit: 3.46694))

  static let localBinsOblong = ReferenceCase(
    name: "localBinsOblong", variant: .local, head: .bins529, width: 8,
    seed: 1, height: 40, columns: 72, picture: .waves,
    points: [
      HintPoint(row: 10, column: 12, size: 7, a: 40, b: -30),
      HintPoint(row: 13, column: 15, size: 5, a: -35, b: 20),
      HintPoint(row: 30, column: 50, size: 1, a: 5.25, b: 60),
      HintPoint(row: 28, column: 20, size: 9, a: 0, b: 0),
    ],
    maskCenter: 0.5, scale: 100, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        -5.8811, 35.1376, 13.2927, -9.3535, 9.0807, -3.2135, 26.3268, -6.1170, 9.2415, 18.8540,
        30.9121, 2.3794, 9.1912, 1.1107, 21.4755, -9.4842, 10.5870, 1.1877, 19.6383, 17.9552,
        12.3793, 12.6783, 1.4079, 17.1694,
      ],
      b: [
        0.4702, -3.1354, -1.7552, -18.9829, -7.4197, -4.5511, -27.9698, 10.2611, -5.1185, 13.7070,
        -10.7978, 20.2436, -6.5843, -5.8012, -25.6238, -0.4425, -15.8168, -2.5738, -0.6320,
        -7.2949, -5.8427, -15.9331, 1.6654, -5.6203,
      ],
      meanA: 18.87540, meanB: -9.13000, meanMagnitude: 17.14331,
      logits: [
        -0.48161, -0.06719, 0.54916, 0.50866, -1.07510, -0.33919, 0.14148, -0.65193, -0.23917,
        0.30200, 0.01632, -0.94515, 0.80789, -0.26875, -0.50812, 0.25568, 0.13933, 0.11568,
        0.12721, -0.61734, -0.93974, 0.41974, 0.08005, -0.23557,
      ],
      meanLogit: 0.009280, largestLogit: 3.03645))

  static let localBinsPadded = ReferenceCase(
    name: "localBinsPadded", variant: .local, head: .bins529, width: 16,
    seed: 1, height: 45, columns: 61, picture: .waves,
    points: [
      HintPoint(row: 0, column: 0, size: 9, a: 55, b: 35),
      HintPoint(row: 20, column: 60, size: 7, a: -50, b: 10),
      HintPoint(row: 44, column: 59, size: 5, a: 12, b: -70),
      HintPoint(row: 44, column: 30, size: 7, a: 33, b: 44),
      HintPoint(row: 60, column: 90, size: 7, a: 99, b: 99),
    ],
    maskCenter: 0.5, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        3.1766, 29.4538, 19.7924, 14.1245, 5.2582, 23.0009, 19.0029, 26.9565, 23.3669, 23.1656,
        17.4923, 13.7326, 33.1010, 17.1512, 14.3400, 7.6721, 20.4458, -2.7595, 39.2005, 17.1143,
        30.2438, 6.5435, 24.6674, 49.7424,
      ],
      b: [
        0.8742, 31.2843, 21.1805, 6.2889, -11.7087, 20.6141, 29.0348, 6.9565, 27.6800, 14.9518,
        26.2132, 16.5991, 4.1954, -2.0388, 9.0214, -24.1060, 37.1150, 30.6832, 2.6824, 3.6723,
        -8.5171, 0.8462, 25.8233, 37.6293,
      ],
      meanA: 13.76429, meanB: 3.66543, meanMagnitude: 16.94817,
      logits: [
        0.36102, 0.64627, -1.02996, 0.67122, -0.05569, -0.09966, 0.45895, 0.54378, -0.25452,
        1.46828, -0.08744, 1.43232, 0.78229, -0.80183, 0.69212, 0.05386, -0.53884, 0.12769,
        0.79934, 0.01361, 1.59953, 0.95949, -0.30650, -0.12883,
      ],
      meanLogit: -0.012609, largestLogit: 3.74318))

  static let localHypercolumnSquare = ReferenceCase(
    name: "localHypercolumnSquare", variant: .local, head: .hypercolumn, width: 16,
    seed: 1, height: 64, columns: 64, picture: .waves,
    points: [
      HintPoint(row: 10, column: 12, size: 7, a: 40, b: -30),
      HintPoint(row: 13, column: 15, size: 5, a: -35, b: 20),
      HintPoint(row: 30, column: 50, size: 1, a: 5.25, b: 60),
      HintPoint(row: 28, column: 20, size: 9, a: 0, b: 0),
    ],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        12.9420, 20.7432, 21.5347, 26.4788, 13.3610, 17.4151, 17.5289, 4.0529, 10.3434, 21.1607,
        -25.7139, 19.5445, 15.9365, 15.5198, 19.7247, 29.8067, 0.1443, 25.2462, 30.3214, -4.5087,
        -5.7945, 45.6921, 26.6767, -7.8080,
      ],
      b: [
        23.5508, 32.8081, 32.5536, 13.4147, -7.6637, 3.4370, 21.1733, 3.0844, -5.6351, 25.3164,
        -27.2397, -4.5515, 28.1007, 14.5872, 17.4592, -2.1181, 14.0275, 7.9235, 50.5001, -18.3650,
        -6.9463, 0.0331, 46.5061, -36.5776,
      ],
      meanA: 12.30545, meanB: 6.42276, meanMagnitude: 17.06381,
      logits: [
        1.75170, 0.37617, -0.75912, -1.79271, -0.76561, 0.72922, -3.66485, 1.73058, -0.27958,
        1.30283, -0.60665, -3.61285, -0.83080, -0.31946, 1.60016, -0.68846, 0.38175, 0.42486,
        -2.05556, -1.26686, -0.06175, -0.96031, 0.13535, -0.65287,
      ],
      meanLogit: -0.067661, largestLogit: 7.33816))

  static let localHypercolumnOblong = ReferenceCase(
    name: "localHypercolumnOblong", variant: .local, head: .hypercolumn, width: 8,
    seed: 1, height: 40, columns: 72, picture: .waves,
    points: [
      HintPoint(row: 10, column: 12, size: 7, a: 40, b: -30),
      HintPoint(row: 13, column: 15, size: 5, a: -35, b: 20),
      HintPoint(row: 30, column: 50, size: 1, a: 5.25, b: 60),
      HintPoint(row: 28, column: 20, size: 9, a: 0, b: 0),
    ],
    maskCenter: 0.5, scale: 100, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        -5.8811, 35.1376, 13.2927, -9.3535, 9.0807, -3.2135, 26.3268, -6.1170, 9.2415, 18.8540,
        30.9121, 2.3794, 9.1912, 1.1107, 21.4755, -9.4842, 10.5870, 1.1877, 19.6383, 17.9552,
        12.3793, 12.6783, 1.4079, 17.1694,
      ],
      b: [
        0.4702, -3.1354, -1.7552, -18.9829, -7.4197, -4.5511, -27.9698, 10.2611, -5.1185, 13.7070,
        -10.7978, 20.2436, -6.5843, -5.8012, -25.6238, -0.4425, -15.8168, -2.5738, -0.6320,
        -7.2949, -5.8427, -15.9331, 1.6654, -5.6203,
      ],
      meanA: 18.87540, meanB: -9.13000, meanMagnitude: 17.14331,
      logits: [
        1.10482, -0.30170, 0.14513, 0.72917, 1.31386, 0.11219, 0.23402, 0.28541, 1.75840, 1.03560,
        1.32628, 1.72794, 0.18824, 0.90513, -0.13139, 0.43267, 0.37013, 0.24510, 0.18587, 0.34276,
        -0.61608, 0.76360, 0.99585, 0.95934,
      ],
      meanLogit: -0.040938, largestLogit: 4.79276))

  static let localHypercolumnPadded = ReferenceCase(
    name: "localHypercolumnPadded", variant: .local, head: .hypercolumn, width: 16,
    seed: 1, height: 45, columns: 61, picture: .waves,
    points: [
      HintPoint(row: 0, column: 0, size: 9, a: 55, b: 35),
      HintPoint(row: 20, column: 60, size: 7, a: -50, b: 10),
      HintPoint(row: 44, column: 59, size: 5, a: 12, b: -70),
      HintPoint(row: 44, column: 30, size: 7, a: 33, b: 44),
      HintPoint(row: 60, column: 90, size: 7, a: 99, b: 99),
    ],
    maskCenter: 0.5, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        3.1766, 29.4538, 19.7924, 14.1245, 5.2582, 23.0009, 19.0029, 26.9565, 23.3669, 23.1656,
        17.4923, 13.7326, 33.1010, 17.1512, 14.3400, 7.6721, 20.4458, -2.7595, 39.2005, 17.1143,
        30.2438, 6.5435, 24.6674, 49.7424,
      ],
      b: [
        0.8742, 31.2843, 21.1805, 6.2889, -11.7087, 20.6141, 29.0348, 6.9565, 27.6800, 14.9518,
        26.2132, 16.5991, 4.1954, -2.0388, 9.0214, -24.1060, 37.1150, 30.6832, 2.6824, 3.6723,
        -8.5171, 0.8462, 25.8233, 37.6293,
      ],
      meanA: 13.76429, meanB: 3.66543, meanMagnitude: 16.94817,
      logits: [
        1.91288, -0.73499, -0.29013, -0.77452, 0.63116, -0.65571, -0.04813, -0.53130, 0.59129,
        0.53433, -0.70324, -2.71871, -0.58687, -2.20947, -0.67355, 0.40077, -0.87879, 0.93457,
        2.21208, 2.58113, 1.22506, 0.26354, 1.82779, 0.21496,
      ],
      meanLogit: -0.063064, largestLogit: 7.58294))

  static let localWide = ReferenceCase(
    name: "localWide", variant: .local, head: .bins529, width: 32,
    seed: 5, height: 64, columns: 64, picture: .waves,
    points: [
      HintPoint(row: 10, column: 12, size: 7, a: 40, b: -30),
      HintPoint(row: 13, column: 15, size: 5, a: -35, b: 20),
      HintPoint(row: 30, column: 50, size: 1, a: 5.25, b: 60),
      HintPoint(row: 28, column: 20, size: 9, a: 0, b: 0),
    ],
    maskCenter: 0, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        -42.2562, 14.8511, 51.7481, -23.1285, -4.0429, 38.4041, 11.7229, -3.6722, 2.2399, -46.7736,
        -30.1264, -56.2987, 5.3424, 21.2476, 13.5561, 12.5215, 9.0549, -11.9218, -4.6649, 4.2815,
        56.7308, -28.5451, 22.1432, 8.0731,
      ],
      b: [
        -31.1733, 17.0121, -46.0400, -31.2493, 3.3016, -9.2881, -12.7957, -4.4935, -3.3881,
        -14.5907, -6.4289, -28.9802, -31.1593, -19.1746, -36.2786, -21.9698, -7.5835, -21.3131,
        -20.5207, -5.9808, -2.0198, 34.9244, -40.5066, 7.5063,
      ],
      meanA: 4.70957, meanB: -19.00443, meanMagnitude: 22.72697,
      logits: [
        -0.07039, -0.74261, 0.51156, -0.28119, -1.33518, -1.08009, -1.26793, -0.79953, -0.73981,
        1.06084, 0.20958, 1.16693, -0.50508, 1.34441, 0.59594, -0.35137, -0.56765, -1.42331,
        -0.30151, -0.42175, -0.70185, 0.26780, -0.37261, 0.34621,
      ],
      meanLogit: 0.032844, largestLogit: 3.60489))

  static let localWithoutPoints = ReferenceCase(
    name: "localWithoutPoints", variant: .local, head: .bins529, width: 16,
    seed: 1, height: 45, columns: 61, picture: .waves,
    points: [],
    maskCenter: 0.5, scale: 110, usesHistogram: false,
    saturation: nil,
    expected: ReferenceCase.Expected(
      a: [
        5.6442, 21.7690, 22.4099, 28.5981, 22.8696, 24.4119, 18.4948, 13.1481, 35.4919, 20.6192,
        12.5230, 8.1587, 20.0650, -1.0317, 44.3989, 17.2493, 31.4527, 6.6100, 21.8310, 49.8556,
      ],
      b: [
        -11.3985, 19.6996, 30.8386, 6.2571, 26.8400, 15.9458, 25.7451, 15.3091, 8.6072, -14.0330,
        4.3742, -23.0324, 35.9614, 31.6612, 3.2045, -0.6092, -11.3980, -1.3098, 19.8397, 36.6576,
      ],
      meanA: 13.53014, meanB: 3.26443, meanMagnitude: 16.74995,
      logits: [
        0.35574, 0.65238, -1.03693, 0.64013, -0.11319, -0.02922, 0.42377, 0.53169, -0.18187,
        1.51665, -0.04737, 1.40789, 0.81469, -0.80842, 0.69110, 0.02015, -0.51045, 0.13932,
        0.86181, 0.02602, 1.47603, 1.01175, -0.21709, -0.07697,
      ],
      meanLogit: -0.012977, largestLogit: 3.77125))
}
