import AlignedMemory
import NeuralEngine
import Testing

/// What a learning network does besides its gradients.
@Suite struct LearningTests {
  private func network(
    batch: Int = 3, size: Int = 16, threads: Int = 1, detached: Bool = false
  ) -> GradientCheck {
    GradientCheck(batch: batch, height: size, width: size) { twin in
      let first = twin.normalized(
        twin.activated(twin.convolution(twin.activated(twin.convolution(twin.input(4), 16)), 16)))
      let read = detached ? twin.detached(first) : first
      twin.output("result", twin.convolution(read, 3))
    }
  }

  private func bits(_ numbers: AlignedBuffer<Float>) -> [UInt32] {
    (0..<numbers.count).map { numbers.start[$0].bitPattern }
  }

  @Test func threadsDoNotChangeABit() throws {
    let one = try network(batch: 9, size: 40).learned(.init(threads: 1))
    let two = try network(batch: 9, size: 40).learned(.init(threads: 2))
    let four = try network(batch: 9, size: 40).learned(.init(threads: 4))
    #expect(bits(one.gradients) == bits(two.gradients))
    #expect(bits(one.gradients) == bits(four.gradients))
    #expect(bits(one.statistics) == bits(four.statistics))
  }

  @Test func nothingIsLearnedThroughADetachedValue() throws {
    let learned = try network(detached: true).learned(.init())
    let gradients = learned.named(weights: learned.gradients, statistics: learned.statistics)
    for (name, tensor) in gradients.tensors where !name.contains("running_") {
      let isBehind = name.hasPrefix("convolution4") || name.hasPrefix("convolution3")
      #expect(
        tensor.values.contains { $0 != 0 } == (isBehind && !name.hasPrefix("norm")), "\(name)")
    }
  }

  @Test func runningStatisticsMoveATenthOfTheWay() throws {
    var twin = TwinGraph(batch: 2, height: 5, width: 6)
    let before = twin.convolution(twin.input(4), 7)
    twin.output("result", twin.normalized(before))
    let parameters = try TrainableParameters(twin.graph, Parameters(twin.tensors))
    let network = try TrainingNetwork(
      twin.graph, parameters: parameters, batch: 2, height: 5, width: 6)
    let numbers = try #require(network.input("picture"))
    for (name, images) in twin.inputs where name == "picture" {
      for index in numbers.indices { numbers[index] = Float(images.values[index]) }
    }
    try network.forward()
    let moved = parameters.named(
      weights: parameters.weights, statistics: parameters.statistics
    ).tensors
    let names = moved.keys.filter { $0.contains("running_") }.sorted()
    try #require(names.count == 2)
    for channel in 0..<7 {
      let (mean, variance) = before.images.statistics(channel: channel)
      let pixels = 60.0
      for (name, value) in zip(names, [mean, variance * pixels / (pixels - 1)]) {
        let start = Double(twin.tensors[name]?.values[channel] ?? .nan)
        let end = Double(moved[name]?.values[channel] ?? .nan)
        #expect(abs(end - (0.9 * start + 0.1 * value)) < 1e-5, "\(name)[\(channel)]")
      }
    }
  }

  @Test func weightsComeBackAsTheyWere() throws {
    var twin = TwinGraph(height: 8, width: 8)
    let first = twin.normalized(twin.convolution(twin.input(4), 17))
    twin.output("result", twin.transposed(first, 5))
    let parameters = try TrainableParameters(twin.graph, Parameters(twin.tensors))
    let back = parameters.named(weights: parameters.weights, statistics: parameters.statistics)
    #expect(back.tensors == twin.tensors)
  }

  @Test func mistakesAreNamed() throws {
    var twin = TwinGraph(height: 8, width: 8)
    let first = twin.convolution(twin.input(4), 6)
    let small = twin.convolution(twin.subsampled(first), 6)
    twin.output("result", twin.sum([twin.transposed(small, 6), twin.convolution(first, 6)]))
    let parameters = try TrainableParameters(twin.graph, Parameters(twin.tensors))
    #expect(throws: NeuralEngineError.self) {
      _ = try TrainingNetwork(twin.graph, parameters: parameters, batch: 1, height: 7, width: 7)
    }
    #expect(throws: NeuralEngineError.self) {
      _ = try TrainableParameters(twin.graph, Parameters([:]))
    }
  }
}
