import NeuralEngine
import Testing

/// Gradients of the engine beside finite differences of the naive network in double precision.
///
/// The loss is a fixed random mixture of all outputs' numbers.
struct GradientCheck {
  let batch: Int
  let height: Int
  let width: Int
  let seed: UInt64
  /// What the outputs' numbers are multiplied by.
  let factors: ClosedRange<Float>
  let build: (inout TwinGraph) -> Void

  init(
    batch: Int = 2, height: Int = 6, width: Int = 7, seed: UInt64 = 1,
    factors: ClosedRange<Float> = -1...1, _ build: @escaping (inout TwinGraph) -> Void
  ) {
    (self.batch, self.height, self.width, self.seed) = (batch, height, width, seed)
    (self.factors, self.build) = (factors, build)
  }

  private func twin(_ nudge: Nudge? = nil) -> TwinGraph {
    var made = TwinGraph(
      batch: batch, height: height, width: width, seed: seed, isLearning: true, nudge: nudge)
    build(&made)
    return made
  }

  private func mixture(_ name: String, count: Int) -> [Float] {
    var generator = SplitMix64(name: "mixture " + name, seed: seed)
    return (0..<count).map { _ in generator.next(in: factors) }
  }

  private func loss(_ twin: TwinGraph) -> Double {
    twin.outputs.reduce(0) { total, output in
      let factors = mixture(output.key, count: output.value.values.count)
      return total + zip(factors, output.value.values).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
  }

  /// A learning network that has run forward and backward once.
  func learned(_ options: CompilationOptions) throws -> TrainableParameters {
    let twin = twin()
    let parameters = try TrainableParameters(
      twin.graph, Parameters(twin.tensors), precision: options.precision)
    let network = try TrainingNetwork(
      twin.graph, parameters: parameters, batch: batch, height: height, width: width,
      options: options)
    for (name, images) in twin.inputs {
      let numbers = try #require(network.input(name))
      for index in numbers.indices { numbers[index] = Float(images.values[index]) }
    }
    try network.forward()
    for name in twin.outputs.keys {
      let gradient = try #require(network.outputGradient(name))
      let factors = mixture(name, count: gradient.count)
      for index in gradient.indices { gradient[index] = factors[index] }
    }
    try network.backward()
    return parameters
  }

  /// The derivative by one weight, from losses at distances of one and two steps: exact for
  /// polynomials up to the fourth degree.
  private func derivative(_ name: String, _ index: Int, step: Float) -> Double {
    func difference(_ distance: Float) -> Double {
      loss(twin(Nudge(name: name, index: index, distance: distance)))
        - loss(twin(Nudge(name: name, index: index, distance: -distance)))
    }
    return (8 * difference(step) - difference(2 * step)) / Double(12 * step)
  }

  /// Derivatives at some places of an array; none where a rectifier's corner is so near that two
  /// steps disagree.
  private func derivatives(
    _ name: String, at places: [Int]
  ) -> [(place: Int, value: Double)] {
    let pairs = places.map { place in
      (place, [1.0 / 4096, 1.0 / 16384].map { derivative(name, place, step: $0) })
    }
    let scale = pairs.reduce(1) { max($0, abs($1.1[1])) }
    return pairs.filter { abs($0.1[0] - $0.1[1]) < 1e-7 * scale }.map { ($0.0, $0.1[1]) }
  }

  /// Expects agreement for every array of weights, at some places of each.
  ///
  /// - Parameters:
  ///   - tolerance: as a part of the network's largest gradient.
  ///   - places: how many numbers of each array are tried.
  func check(
    _ options: CompilationOptions, tolerance: Double, places: Int = 6,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let parameters = try learned(options)
    let gradients = parameters.named(
      weights: parameters.gradients, statistics: parameters.statistics)
    let scale = gradients.tensors.filter { !$0.key.contains("running_") }.values
      .flatMap(\.values).reduce(0) { max($0, Double(abs($1))) }
    var chance = SplitMix64(name: "places", seed: seed)
    for (name, tensor) in gradients.tensors.sorted(by: { $0.key < $1.key })
    where !name.contains("running_") {
      let count = tensor.values.count
      let chosen =
        count <= places
        ? Array(0..<count) : (0..<places).map { _ in chance.next(below: count) }
      let expected = derivatives(name, at: chosen)
      #expect(4 * expected.count >= chosen.count, "few places of \(name) are smooth")
      for (place, value) in expected {
        #expect(
          abs(value - Double(tensor.values[place])) <= tolerance * scale,
          "\(name)[\(place)] of \(tensor.shape): \(tensor.values[place]) is not \(value)",
          sourceLocation: sourceLocation)
      }
    }
  }
}

/// Expects agreement in every way of planning: sums of products as written must agree to 1e-6 of the
/// network's largest gradient; Winograd's filtering, which rounds more, to 3e-5.
///
/// Behind an operator under test should come a convolution, and before it too, so that what it hands
/// back is seen in that one's weights.
func checkGradients(
  batch: Int = 2, height: Int = 6, width: Int = 7,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ build: @escaping (inout TwinGraph) -> Void
) throws {
  let checked = GradientCheck(batch: batch, height: height, width: width, build)
  try checked.check(
    CompilationOptions(planning: .direct), tolerance: 1e-6, sourceLocation: sourceLocation)
  try checked.check(
    CompilationOptions(threads: 2, planning: .ruled), tolerance: 3e-5,
    sourceLocation: sourceLocation)
}
