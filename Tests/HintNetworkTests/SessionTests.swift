import Colorimetry
import Colorization
import Dispatch
import HintNetwork
import Imaging
import NeuralEngine
import Synchronization
import Testing

/// A result depends on the lightness and the hints, and on nothing else.
@Suite struct SessionTests {
  @Test(arguments: [.local, .global] as [HintNetworkArchitecture.Variant])
  func theCallsBeforeDoNotMatter(_ variant: HintNetworkArchitecture.Variant) throws {
    let model = HintNetworkModel(try SyntheticNetwork(variant, width: 4).weights())
    let session = try HintNetworkSession(model, lightness: somePicture, withDistribution: true)
    let hints = Self.hints(for: variant)
    let fresh = try hints.map { hint in
      let session = try HintNetworkSession(model, lightness: somePicture, withDistribution: true)
      return (try hint(session), try #require(session.distribution).logits)
    }
    for index in [0, 1, 2, 3, 2, 0, 3, 1, 1, 3, 0] {
      #expect(try hints[index](session) == fresh[index].0)
      #expect(session.distribution?.logits == fresh[index].1)
    }
    for (index, result) in fresh.enumerated() {
      #expect(fresh[..<index].allSatisfy { $0.0 != result.0 }, "hints \(index) change the colours")
    }
  }

  private typealias Hinted = (HintNetworkSession) throws -> Chrominance

  private static func hints(for variant: HintNetworkArchitecture.Variant) -> [Hinted] {
    guard variant == .local else {
      let shares = (0..<313).map { $0 == 100 ? 1.0 : 0 }
      return [
        { try $0.colorize(GlobalHints.empty) }, { try $0.colorize(GlobalHints(saturation: 0.4)) },
        { try $0.colorize(GlobalHints(histogram: shares)) },
        { try $0.colorize(GlobalHints(histogram: shares, saturation: 0.4)) },
      ]
    }
    return [0, 1, 2, 3].map { count in
      { try $0.colorize(Hints(Array(somePoints.points.prefix(count)))) }
    }
  }

  @Test(arguments: [.local, .global] as [HintNetworkArchitecture.Variant])
  func sessionsAtTheSameTimeDoNotDisturbEachOther(
    _ variant: HintNetworkArchitecture.Variant
  ) throws {
    let weights = try SyntheticNetwork(variant, width: 4).weights()
    let model = HintNetworkModel(weights)
    let count = 8
    let pictures = (0..<count).map {
      Picture.waves.lightness(height: 24 + 8 * ($0 % 2), width: 20 + $0)
    }
    let results = Mutex([Chrominance?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = try? Self.hints(for: variant)[index % 4](
        HintNetworkSession(model, lightness: pictures[index]))
      results.withLock { $0[index] = result }
    }
    for (index, result) in results.withLock({ $0 }).enumerated() {
      let alone = try HintNetworkSession(HintNetworkModel(weights), lightness: pictures[index])
      #expect(try Self.hints(for: variant)[index % 4](alone) == result)
    }
  }

  @Test func threadsAndProcessesChangeNoBit() throws {
    let weights = try SyntheticNetwork(width: 16).weights()
    let results = try [1, 2, 3].map { threads in
      let model = HintNetworkModel(weights, options: CompilationOptions(threads: threads))
      return try HintNetworkSession(
        model, lightness: Picture.waves.lightness(height: 64, width: 48)
      )
      .colorize(somePoints)
    }
    #expect(results[1] == results[0] && results[2] == results[0])
  }

  @Test(arguments: [(1, 1), (1, 9), (7, 3), (8, 8), (17, 5)])
  func everySizeIsColorized(_ height: Int, _ width: Int) throws {
    let model = HintNetworkModel(try SyntheticNetwork(width: 2).weights())
    let lightness = Picture.waves.lightness(height: height, width: width)
    let session = try HintNetworkSession(model, lightness: lightness, withDistribution: true)
    let result = try session.colorize(
      Hints([HintPoint(row: height / 2, column: width / 2, size: 63, a: 20, b: 20)]))
    #expect(result.height == height && result.width == width && result.isFinite)
    let distribution = try #require(session.distribution)
    #expect(distribution.height == height && distribution.width == width)
    let probabilities = distribution.probabilities(row: height - 1, column: width - 1)
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-9)
  }

  /// What is beyond the picture's border cannot be hinted.
  @Test func pointsOutsideAreNoHints() throws {
    let model = HintNetworkModel(try SyntheticNetwork(width: 4).weights())
    // Padded to 24×24: the points lie in the padding.
    let lightness = Picture.waves.lightness(height: 18, width: 20)
    let session = try HintNetworkSession(model, lightness: lightness)
    let without = try session.colorize(Hints())
    for point in [
      HintPoint(row: 21, column: 5, size: 5, a: 90, b: 90),
      HintPoint(row: 5, column: 23, size: 7, a: 90, b: 90),
      HintPoint(row: -40, column: -40, size: 9, a: 90, b: 90),
    ] {
      #expect(try session.colorize(Hints([point])) == without)
    }
    let edge = HintPoint(row: 20, column: 5, size: 7, a: 90, b: 90)
    #expect(try session.colorize(Hints([edge])) != without)
  }

  @Test func whitesAndBlacksAreFinite() throws {
    let model = HintNetworkModel(try SyntheticNetwork(.local, nil).weights())
    for level in [0.0, 100] {
      let lightness = Plane(height: 16, width: 16, repeating: level)
      let strong = HintPoint(row: 8, column: 8, size: 15, a: 127, b: -128)
      let result = try HintNetworkSession(model, lightness: lightness).colorize(Hints([strong]))
      #expect(result.isFinite && (result.a.values + result.b.values).allSatisfy { abs($0) <= 110 })
    }
  }
}
