import AlignedMemory
import CNeuralKernels
import Foundation
import Testing
import Training

/// The optimizer, held against PyTorch (make_reference.py) and against itself on other threads.
@Suite struct OptimizerTests {
  private static func optimizer(_ count: Int, _ change: (inout Settings) -> Void = { _ in })
    -> AdamW
  {
    var settings = Settings()
    settings.average = 0.9
    change(&settings)
    return AdamW(settings, count: count, statisticsCount: 1)
  }

  private typealias Settings = TrainingConfiguration.Optimizer

  private static let none = AlignedBuffer<Float>(count: 1, repeating: 0)

  private static func expect(
    _ found: AlignedBuffer<Float>, _ expected: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (index, value) in expected.enumerated() {
      #expect(
        abs(Double(found.start[index]) - value) <= 2e-6 * max(1, abs(value)), "[\(index)]",
        sourceLocation: sourceLocation)
    }
  }

  /// Four steps with a rising rate; the second one's gradients are clipped.
  @Test func stepsAsPyTorchDoes() {
    let weights = AlignedBuffer((0..<6).map { Float(cos(Double($0))) })
    let optimizer = Self.optimizer(6)
    var norms: [Double] = []
    for step in 0..<4 {
      let scale = step == 1 ? 30.0 : 1
      let gradients = AlignedBuffer(
        (0..<6).map { Float(scale * sin(1.3 * Double($0) + 0.7 * Double(step))) })
      norms.append(AdamW.norm(gradients))
      optimizer.step(
        weights, gradients: gradients, statistics: Self.none, norm: norms[step],
        rate: 0.01 * Double(step + 1))
    }
    let expected = [1.57923306, 52.1675433, 1.87460014, 1.77508669]
    #expect(zip(norms, expected).allSatisfy { abs($0 - $1) < 1e-5 })
    Self.expect(
      weights, [0.941398798, 0.474228898, -0.368364188, -0.922861878, -0.592130887, 0.215636925])
    Self.expect(
      optimizer.firstMoment,
      [0.775173448, 0.930267429, -0.277482553, -1.07871995, -0.29963009, 0.918418549])
    Self.expect(
      optimizer.secondMoment,
      [0.555133586, 1.08344341, 0.0505088703, 1.29241903, 0.196995877, 0.832397277])
    Self.expect(
      optimizer.average,
      [0.947759327, 0.47979714, -0.375699428, -0.928732165, -0.596510825, 0.221809747])
  }

  /// Where a factor is 1 nothing changes; else the weight moves and decays as at another rate.
  @Test func factorsMultiplyTheRate() {
    let gradients = AlignedBuffer((0..<6).map { Float(sin(1.3 * Double($0))) })
    func weights(rate: Double, factors: AlignedBuffer<Float>?) -> [Float] {
      var settings = Settings()
      settings.weightDecay = 0.5
      let optimizer = AdamW(settings, count: 6, statisticsCount: 1, factors: factors)
      let weights = AlignedBuffer((0..<6).map { Float(cos(Double($0))) })
      for _ in 0..<3 {
        optimizer.step(
          weights, gradients: gradients, statistics: Self.none, norm: 1, rate: rate)
      }
      return Array(UnsafeBufferPointer(start: weights.start, count: 6))
    }
    let mixed = weights(rate: 0.01, factors: AlignedBuffer<Float>([1, 0.25, 0, 1, 0.25, 0]))
    let (full, quarter) = (weights(rate: 0.01, factors: nil), weights(rate: 0.0025, factors: nil))
    for index in 0..<6 {
      let expected = [full[index], quarter[index], Float(cos(Double(index)))][index % 3]
      #expect(abs(mixed[index] - expected) < 1e-6)
    }
  }

  @Test func theFirstAverageIsACopy() {
    let weights = AlignedBuffer<Float>([0.1, 1e-9, -3])
    let statistics = AlignedBuffer<Float>([70000])
    let optimizer = Self.optimizer(3)
    optimizer.average.start.update(repeating: 5, count: 3)
    let gradients = AlignedBuffer<Float>([1, -1, 0])
    optimizer.step(
      weights, gradients: gradients, statistics: statistics, norm: AdamW.norm(gradients), rate: 0.01
    )
    for index in 0..<3 { #expect(optimizer.average.start[index] == weights.start[index]) }
    #expect(optimizer.averageStatistics.start[0] == 70000)
    // Weight decay alone moves a weight without a gradient.
    #expect(weights.start[2] == -3 * Float(1 - 0.01 * 1e-3))
    statistics.start[0] = 80000
    optimizer.step(
      weights, gradients: gradients, statistics: statistics, norm: 1, rate: 0.01)
    // The average's memory after one step: 1/11.
    #expect(abs(optimizer.averageStatistics.start[0] - (70000 + 80000 * 10) / 11) < 0.1)
  }

  @Test func paddingStaysZero() {
    let weights = AlignedBuffer<Float>(count: 40, repeating: 0)
    let gradients = AlignedBuffer<Float>(count: 40, repeating: 0)
    let optimizer = Self.optimizer(40)
    for _ in 0..<3 {
      optimizer.step(weights, gradients: gradients, statistics: Self.none, norm: 0, rate: 0.1)
    }
    #expect((0..<40).allSatisfy { weights.start[$0] == 0 && optimizer.average.start[$0] == 0 })
  }

  @Test func normsOfWhatIsNotFinite() {
    for bad in [Float.nan, .infinity, -.infinity] {
      let gradients = AlignedBuffer<Float>(count: 100_000, repeating: 1)
      gradients.start[77_777] = bad
      #expect(!AdamW.norm(gradients).isFinite)
    }
    #expect(AdamW.norm(AlignedBuffer<Float>(count: 0)) == 0)
    // Squares of these leave float32's range; the norm does not.
    #expect(AdamW.norm(AlignedBuffer<Float>([3e30, 4e30])).isFinite)
  }

  /// The same bits whatever the number of threads.
  @Test func threadsDoNotMatter() {
    let count = 100_003
    func run(threads: Int32) -> ([Float], Double) {
      hb_set_threads(threads)
      defer { hb_set_threads(1) }
      let weights = AlignedBuffer((0..<count).map { Float(sin(0.01 * Double($0))) })
      let gradients = AlignedBuffer((0..<count).map { Float(cos(0.3 * Double($0))) })
      let optimizer = Self.optimizer(count)
      let norm = AdamW.norm(gradients)
      for _ in 0..<3 {
        optimizer.step(
          weights, gradients: gradients, statistics: Self.none, norm: norm, rate: 0.01)
      }
      let all = [weights, optimizer.firstMoment, optimizer.secondMoment, optimizer.average]
      return (all.flatMap { Array(UnsafeBufferPointer(start: $0.start, count: count)) }, norm)
    }
    let (one, norm) = run(threads: 1)
    for threads in [2, 3, 7] as [Int32] {
      let (more, same) = run(threads: threads)
      #expect(more == one && same == norm, "\(threads) threads")
    }
  }
}
