import CNeuralKernels
import NeuralEngine
import Testing

/// bfloat16 convolutions as they run on a processor without matrix units: what the others run is
/// tested everywhere else.
@Suite struct HalfWaysTests {
  /// Runs with vectors in the place of matrix units, on the calling thread.
  private func inVectors<Value>(_ body: () throws -> Value) rethrows -> Value {
    hb_half_avoid_tiles(true)
    defer { hb_half_avoid_tiles(false) }
    return try body()
  }

  @Test(arguments: 1...20)
  func networksOfChance(_ seed: Int) throws {
    try inVectors { try RandomGraph(seed: UInt64(seed)).twin.check([.half], slack: 3) }
  }

  /// Both add up the same products, in another order: gradients differ by rounding only.
  @Test func gradients() throws {
    let check = GradientCheck(batch: 3, height: 9, width: 14, factors: 1...3) { twin in
      let first = twin.activated(twin.convolution(twin.input(4), 40, stride: 2))
      let wide = twin.convolution(first, 33, dilation: 2)
      let up = twin.sum([twin.transposed(wide, 17), twin.transposed(first, 17)])
      twin.output("result", twin.convolution(twin.activated(up, .relu6), 3, kernel: 1))
    }
    let options = CompilationOptions(precision: .bfloat16, threads: 2)
    func gradients() throws -> [String: Parameters.Tensor] {
      let learned = try check.learned(options)
      return learned.named(weights: learned.gradients, statistics: learned.statistics).tensors
    }
    let usual = try gradients()
    let other = try inVectors { try gradients() }
    for (name, tensor) in usual {
      let values = try #require(other[name]).values
      let scale = tensor.values.reduce(0) { max($0, abs($1)) }
      let distance = zip(tensor.values, values).reduce(0) { max($0, abs($1.0 - $1.1)) }
      #expect(distance <= 0.02 * scale, "\(name)")
    }
  }

  @Test func longKernelsAreRefused() throws {
    var twin = TwinGraph(height: 4, width: 4)
    twin.output("result", twin.convolution(twin.input(16), 16, kernel: 17))
    #expect(throws: NeuralEngineError.tooLong(layer: "convolution1", most: 16)) {
      try twin.compiled(CompilationOptions(precision: .bfloat16))
    }
    try twin.check([.direct])
  }

  @Test func automaticPrecisionGoesByTheProcessor() {
    let choice = CompilationOptions.PrecisionChoice.automatic
    #expect((choice.resolved == .bfloat16) == EngineProcessor.hasMatrixUnits)
  }
}
