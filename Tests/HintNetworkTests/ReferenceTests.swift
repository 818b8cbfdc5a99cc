import Colorimetry
import Colorization
import HintNetwork
import NeuralEngine
import Testing

/// Outputs equal those of the PyTorch implementation, whatever the file's conventions.
@Suite struct ReferenceTests {
  private static let ways: [(CompilationOptions, Double)] = [
    (CompilationOptions(planning: .direct), 0.01), (CompilationOptions(planning: .ruled), 0.02),
  ]

  @Test(arguments: ReferenceCase.localCases + ReferenceCase.globalCases)
  func outputsAreThoseOfPyTorch(_ example: ReferenceCase) throws {
    let weights = try example.weights()
    for (options, tolerance) in Self.ways {
      let model = HintNetworkModel(weights, options: options)
      let session = try HintNetworkSession(
        model, lightness: example.lightness, withDistribution: true)
      let result = try colorize(session, example)
      compare(result, example, tolerance: tolerance)
      compare(try #require(session.distribution), example, tolerance: 1e-3)
      guard options.planning == .ruled else { continue }
      // The same without the palette head.
      let bare = try HintNetworkSession(model, lightness: example.lightness)
      #expect(try colorize(bare, example) == result)
      #expect(bare.distribution == nil)
    }
  }

  /// One and two points in the square of Figure 8, and the points of the published notebook.
  @Test(arguments: ReferenceCase.probesCases)
  func probesAreThoseOfPyTorch(_ example: ReferenceCase) throws {
    let model = HintNetworkModel(try example.weights())
    let session = try HintNetworkSession(model, lightness: example.lightness)
    compare(try colorize(session, example), example, tolerance: 0.02)
  }

  @Test(
    .enabled(if: hasHalfPrecision),
    arguments: [ReferenceCase.localBinsSquare, .localWide, .globalHypercolumnSquare])
  func halfPrecisionIsNear(_ example: ReferenceCase) throws {
    let weights = try example.weights()
    let exact = HintNetworkModel(weights, options: CompilationOptions(planning: .direct))
    let half = HintNetworkModel(
      weights, options: CompilationOptions(precision: .bfloat16, planning: .direct))
    let sessions = try [exact, half].map {
      try HintNetworkSession($0, lightness: example.lightness, withDistribution: true)
    }
    let results = try sessions.map { try colorize($0, example) }
    let pairs = zip(
      results[0].a.values + results[0].b.values, results[1].a.values + results[1].b.values)
    let differences = pairs.map { abs($0 - $1) }
    #expect(differences.reduce(0, +) / Double(differences.count) <= 0.5)
    #expect(differences.contains { $0 > 0 }, "it was computed in half precision")
    let distribution = try #require(sessions[1].distribution)
    let cells = example.cells(of: distribution.logits.count)
    for (cell, expected) in zip(cells, example.expected.logits) {
      let difference = abs(Double(distribution.logits[cell]) - expected)
      #expect(difference <= 0.05 * example.expected.largestLogit)
    }
  }

  private func colorize(
    _ session: HintNetworkSession, _ example: ReferenceCase
  ) throws -> Chrominance {
    example.variant == .local
      ? try session.colorize(Hints(example.points)) : try session.colorize(example.globalHints)
  }

  private func compare(_ result: Chrominance, _ example: ReferenceCase, tolerance: Double) {
    let (a, b, expected) = (result.a.values, result.b.values, example.expected)
    #expect(result.a.height == example.height && result.a.width == example.columns)
    for (index, pixel) in example.pixels.enumerated() {
      #expect(abs(a[pixel] - expected.a[index]) <= tolerance, "a of pixel \(pixel)")
      #expect(abs(b[pixel] - expected.b[index]) <= tolerance, "b of pixel \(pixel)")
    }
    let count = Double(a.count)
    let mean = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    let magnitude = (a + b).reduce(0) { $0 + abs($1) } / (2 * count)
    #expect(abs(mean.0 - expected.meanA) <= tolerance / 4)
    #expect(abs(mean.1 - expected.meanB) <= tolerance / 4)
    #expect(abs(magnitude - expected.meanMagnitude) <= tolerance / 4)
  }

  private func compare(
    _ distribution: ColorDistribution, _ example: ReferenceCase, tolerance: Double
  ) {
    let logits = distribution.logits
    let expected = example.expected
    #expect(distribution.bins == (example.head == .bins529 ? .grid529 : .inGamut313))
    #expect(distribution.height == example.height && distribution.width == example.columns)
    #expect(distribution.cellRows == (example.height + 7) / 8 * 2)
    #expect(distribution.cellColumns == (example.columns + 7) / 8 * 2)
    let most = tolerance * expected.largestLogit
    for (cell, value) in zip(example.cells(of: logits.count), expected.logits) {
      #expect(abs(Double(logits[cell]) - value) <= most, "logit \(cell)")
    }
    let mean = logits.reduce(0) { $0 + Double($1) } / Double(logits.count)
    #expect(abs(mean - expected.meanLogit) <= most / 4)
    #expect(abs(logits.reduce(0) { max($0, abs(Double($1))) } - expected.largestLogit) <= most)
  }
}
