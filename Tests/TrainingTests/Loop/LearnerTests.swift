import Colorization
import Foundation
import HintNetwork
import NeuralEngine
import Testing
import Training

/// Steps of learning: any network, any loss, and what is not finite.
@Suite struct LearnerTests {
  /// y = A·x + b at every pixel, judged by half the mean squared difference to ab.
  private struct LinearNetwork: TrainedNetwork {
    let summary = "linear"
    let kinds: HintKinds = []
    let bins: ABBinSet? = nil
    let metadata: [String: String] = [:]
    var losses: [any LossTerm] = [HalfSquare()]
    var biasFactor = 1.0

    var graph: Graph {
      var graph = Graph()
      let input = graph.input("light", channels: 1)
      graph.output("color", graph.convolution(input, "only", outputs: 2, kernel: 1))
      return graph
    }

    func inputs(of batch: TrainingBatch) -> [(name: String, numbers: [Float])] {
      [("light", batch.picture)]
    }

    func rateFactor(of array: String) -> Double { array == "only.bias" ? biasFactor : 1 }

    func judgements(of: Parameters, options: CompilationOptions) -> [Judgement] { [] }
  }

  private struct HalfSquare: LossTerm {
    let name = "half_square"
    let output = "color"
    var weight = 1.0

    func evaluate(
      _ output: UnsafeBufferPointer<Float>, for batch: TrainingBatch,
      gradient: UnsafeMutableBufferPointer<Float>
    ) -> Double {
      var sum = 0.0
      for index in output.indices {
        let difference = output[index] - batch.chrominance[index]
        gradient[index] = Float(weight) * difference / Float(output.count)
        sum += 0.5 * Double(difference * difference)
      }
      return sum / Double(output.count)
    }
  }

  private static let start = Parameters([
    "only.weight": .init(shape: [2, 1, 1, 1], values: [0, 0]),
    "only.bias": .init(shape: [2], values: [0, 0]),
  ])

  /// a = 2·light + 1, b = −light.
  private static func linearBatch() -> TrainingBatch {
    let light = (0..<64).map { Float(sin(Double($0))) }
    return TrainingBatch(
      count: 1, height: 8, width: 8, picture: light,
      chrominance: light.map { 2 * $0 + 1 } + light.map { -$0 })
  }

  @Test func anotherNetworkLearns() throws {
    var settings = TrainingConfiguration.Optimizer()
    settings.weightDecay = 0
    let learner = try Learner(
      LinearNetwork(), parameters: Self.start, optimizer: settings, options: CompilationOptions())
    var last = Double.infinity
    for step in 0..<300 {
      let result = try learner.step(Self.linearBatch(), rate: 0.1 * (1 - Double(step) / 300))
      #expect(result.fault == nil)
      last = result.losses[0]
    }
    #expect(last < 1e-6)
    let learned = learner.parameters.named(
      weights: learner.parameters.weights, statistics: learner.parameters.statistics
    ).tensors
    let weight = try #require(learned["only.weight"]).values
    #expect(abs(weight[0] - 2) < 0.01 && abs(weight[1] + 1) < 0.01)
    #expect(abs((learned["only.bias"]?.values[0] ?? 0) - 1) < 0.01)
  }

  @Test func theFirstStepIsTheHandComputedOne() throws {
    let learner = try Learner(
      LinearNetwork(), parameters: Self.start, optimizer: .init(), options: CompilationOptions())
    let batch = Self.linearBatch()
    let result = try learner.step(batch, rate: 0.01)
    let sum = batch.chrominance.reduce(0.0) { $0 + 0.5 * Double($1 * $1) }
    #expect(abs(result.losses[0] - sum / 128) < 1e-6)
    // Of the four gradients: −Σ light·a, −Σ light·b, −Σ a, −Σ b, over 128.
    let (a, b) = (batch.chrominance.prefix(64), batch.chrominance.suffix(64))
    let gradients = [
      zip(batch.picture, a).reduce(0.0) { $0 - Double($1.0 * $1.1) },
      zip(batch.picture, b).reduce(0.0) { $0 - Double($1.0 * $1.1) },
      a.reduce(0.0) { $0 - Double($1) }, b.reduce(0.0) { $0 - Double($1) },
    ].map { $0 / 128 }
    let norm = gradients.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(abs(result.gradientNorm - norm) < 1e-6)
    // Adam's first step is the rate, whatever the gradient's size.
    let learned = learner.averaged.tensors
    #expect(abs((learned["only.bias"]?.values[0] ?? 0) - 0.01) < 1e-6)
    #expect(abs((learned["only.weight"]?.values[1] ?? 0) + 0.01) < 1e-6)
  }

  /// Three terms of one output: their gradients add up by their weights.
  @Test func termsOfOneOutputAddUp() throws {
    func norm(_ weights: [Double]) throws -> Double {
      let network = LinearNetwork(losses: weights.map { HalfSquare(weight: $0) })
      let learner = try Learner(
        network, parameters: Self.start, optimizer: .init(), options: CompilationOptions())
      let result = try learner.step(Self.linearBatch(), rate: 0.01)
      #expect(result.losses.count == weights.count && Set(result.losses).count == 1)
      return result.gradientNorm
    }
    #expect(abs(try norm([1, 0.5, 2]) / norm([1]) - 3.5) < 1e-6)
  }

  /// Adam's first step is the rate, times the array's factor.
  @Test func arraysMayLearnSlower() throws {
    let learner = try Learner(
      LinearNetwork(biasFactor: 0.25), parameters: Self.start, optimizer: .init(),
      options: CompilationOptions())
    _ = try learner.step(Self.linearBatch(), rate: 0.01)
    let learned = learner.averaged.tensors
    #expect(abs((learned["only.bias"]?.values[0] ?? 0) - 0.0025) < 1e-6)
    #expect(abs((learned["only.weight"]?.values[1] ?? 0) + 0.01) < 1e-6)
  }

  @Test func whatIsNotFiniteChangesNothing() throws {
    let learner = try Learner(
      LinearNetwork(), parameters: Self.start, optimizer: .init(), options: CompilationOptions())
    _ = try learner.step(Self.linearBatch(), rate: 0.01)
    let before = learner.averaged.tensors
    for bad in [Float.nan, .infinity, 1e30] {
      var batch = Self.linearBatch()
      batch.picture[5] = bad
      batch.chrominance[7] = bad
      let fault = try learner.step(batch, rate: 0.01).fault
      #expect(fault == "the loss half_square")
    }
    #expect(learner.averaged.tensors == before && learner.optimizer.steps == 1)
  }

  static let networks: [HintNetworkArchitecture] =
    [HintNetworkArchitecture.Variant.local, .global].flatMap { variant in
      [HintNetworkArchitecture.PaletteHead.hypercolumn, .bins529, nil].map { head in
        // 529 bins need the channels of width 16 to be told apart.
        HintNetworkArchitecture(variant: variant, width: head == .bins529 ? 16 : 8, head: head)
      }
    }

  /// One batch again and again: the Huber loss goes to 0, the cross-entropy to the targets' entropy.
  @Test(arguments: networks) func oneBatchIsLearnedByHeart(
    _ architecture: HintNetworkArchitecture
  ) throws {
    let head = architecture.head
    let data = try TrainingData([.init(.scenes(count: 2, side: 64, seed: 3))])
    let network = TrainedHintNetwork(architecture)
    #expect(network.bins == head.map { $0 == .bins529 ? .grid529 : .inGamut313 })
    let plan = BatchPlan(
      count: 2, size: 16, seed: 1, kinds: network.kinds, bins: network.bins)
    let batch = try BatchSource(data, plan: plan).next()
    var settings = TrainingConfiguration.Optimizer()
    settings.weightDecay = 0
    let learner = try Learner(
      network, parameters: HintNetworkWeights.initial(architecture, seed: 1).parameters,
      optimizer: settings, options: CompilationOptions(threads: 1))
    var results: [StepResult] = []
    let steps = 600
    for step in 0..<steps {
      let rate = 3e-3 * (0.5 + 0.5 * cos(Double.pi * Double(step) / Double(steps)))
      results.append(try learner.step(batch, rate: rate))
    }
    let (first, last) = (try #require(results.first), try #require(results.last))
    #expect(last.losses[0] < 0.02 * first.losses[0], "\(first.losses) \(last.losses)")
    if head != nil {
      let entropy =
        batch.binWeights.reduce(0.0) { sum, weight in
          weight > 0 ? sum - Double(weight) * log(Double(weight)) : sum
        } / Double(batch.bins.count / 10)
      let excess = [first.losses[1] - entropy, last.losses[1] - entropy]
      #expect(excess[1] > -1e-4 && excess[1] < 0.05 * excess[0], "\(excess)")
    }
  }
}
