import NeuralEngine
import Testing

/// Samples at points, layers of all pixels, and cells that read points.
@Suite struct PointTests {
  @Test(arguments: [1, 17, 33], Size.some)
  func samples(_ channels: Int, _ size: Size) throws {
    var twin = TwinGraph(size)
    let points = twin.points(40, present: 33)
    let picture = twin.input(channels)
    twin.output("input", twin.sampled(picture, at: points))
    let hidden = twin.normalized(twin.activated(twin.convolution(picture, channels)), shift: 3)
    let samples = twin.sampled(hidden, at: points)
    twin.output("hidden", samples)
    twin.output("layer", twin.activated(twin.pointwise(samples, 20)))
    // Without a flag all are there, in any arrangement.
    let places = twin.input(3, "places", size: .fixed(height: 2, width: 4))
    twin.output("places", twin.pointwise(twin.sampled(hidden, at: places), 5))
    try twin.check()
  }

  /// A picture of 2×4 pixels whose numbers are 0…7 and their negatives.
  @Test(arguments: Way.precisions)
  func samplesAtKnownPlaces(_ precision: CompilationOptions.Precision) throws {
    let known: [(row: Float, column: Float, number: Float)] = [
      (0.25, 0.125, 0), (0.75, 0.875, 7), (0.5, 0.5, 3.5), (0.25, 0.25, 0.5), (0.5, 0.125, 2),
      // Beyond the outermost centres, and beyond the picture.
      (0, 0, 0), (0.1, 1, 3), (1, 1, 7), (1, 0, 4), (-3, 0.625, 2), (2, 0.5, 5.5), (1e30, -1e30, 4),
    ]
    var graph = Graph()
    let picture = graph.input("picture", channels: 2)
    let points = graph.input(
      "points", channels: 2, size: .fixed(height: known.count, width: 1))
    graph.output("samples", graph.sampled(picture, at: points))
    let compiled = try CompiledGraph(
      graph, parameters: Parameters([:]), height: 2, width: 4,
      options: CompilationOptions(precision: precision))
    let context = try compiled.makeContext()
    let numbers = try #require(context.input("picture"))
    for index in 0..<8 { (numbers[index], numbers[8 + index]) = (Float(index), -Float(index)) }
    let places = try #require(context.input("points"))
    for (index, point) in known.enumerated() {
      (places[index], places[known.count + index]) = (point.row, point.column)
    }
    try context.run()
    let samples = try Array(#require(context.output("samples")))
    #expect(samples == known.map(\.number) + known.map { -$0.number })
  }

  @Test(arguments: [1, 4, 17, 48], Size.some)
  func layersOfAllPixels(_ channels: Int, _ size: Size) throws {
    var twin = TwinGraph(size)
    let first = twin.pointwise(twin.input(channels), 33)
    twin.output("first", first)
    twin.output("relu", twin.activated(twin.pointwise(first, 5), .relu6))
    let normalized = twin.normalized(twin.activated(first), shift: 3)
    twin.output("folded", twin.normalized(twin.pointwise(normalized, 33)))
    twin.output("sum", twin.sum([first, twin.pointwise(normalized, 33)]))
    try twin.check()
  }

  @Test(arguments: [0, 1, 3, 33], [(1, 1), (2, 5), (4, 32), (3, 33)])
  func cellsReadPoints(_ present: Int, _ shape: (heads: Int, size: Int)) throws {
    for size in [Size(1, 13, 9), Size(2, 4, 8), Size(2, 3, 5)] {
      var twin = TwinGraph(size)
      let points = twin.points(40, present: present)
      let value = twin.activated(twin.convolution(twin.input(3), 20), .tanh)
      let read = twin.spread(value, from: points, heads: shape.heads, size: shape.size)
      twin.output("read", read)
      twin.output("convolved", twin.convolution(twin.concatenated([value, read]), 5))
      // At another size: the picture's own cells read the same points.
      let large = twin.upsampled(value)
      twin.output("large", twin.spread(large, from: points, heads: shape.heads, size: 4))
      try twin.check()
    }
  }

  /// What is written where no point is does not matter, nor how many such places there are.
  @Test(arguments: [0, 1, 5])
  func absentPointsChangeNothing(_ present: Int) throws {
    func run(_ count: Int, _ fill: Float) throws -> [String: [UInt32]] {
      var twin = TwinGraph(height: 12, width: 7)
      let value = twin.convolution(twin.input(3), 20)
      let points = twin.input(5, "points", size: .fixed(height: count, width: 1))
      twin.output("read", twin.spread(value, from: points, heads: 2, size: 10))
      let context = try twin.compiled().makeContext()
      twin.fill(context, ["picture"])
      let numbers = try #require(context.input("points"))
      numbers.update(repeating: fill)
      for point in 0..<count { numbers[4 * count + point] = 0 }
      for point in 0..<present {
        for channel in 0..<4 {
          // The last places.
          numbers[channel * count + count - present + point] = Float(channel * point) / 16
        }
        numbers[4 * count + count - present + point] = 1
      }
      try context.run()
      return bits(twin.results(context))
    }
    let few = try run(5, 0)
    for count in [5, 203] {
      let same = try run(count, .nan)
      #expect(same == few)
    }
    let read = try #require(few["read"]).map { Float(bitPattern: $0) }
    #expect(read.allSatisfy { $0.isFinite })
    #expect(read.contains { $0 != 0 } == (present > 0))
  }

  /// Logits that differ by thousands: the nearer of two points takes all, or the null does.
  @Test(arguments: [1e4, -1e4] as [Float])
  func logitsFarApart(_ scale: Float) throws {
    var graph = Graph()
    let one = graph.input("one", channels: 1)
    let queries = graph.activation(one, .scaled(by: scale))
    let points = graph.input("points", channels: 5, size: .fixed(height: 2, width: 1))
    let keys = graph.input("keys", channels: 1, size: .fixed(height: 2, width: 1))
    graph.output(
      "read",
      graph.pointAttention(
        queries: queries, keys: keys, null: one, points: points, name: "spread", heads: 1))
    let compiled = try CompiledGraph(
      graph, parameters: Parameters(["spread.dist": .init(shape: [1], values: [50])]), height: 4,
      width: 4)
    let context = try compiled.makeContext()
    try #require(context.input("one")).update(repeating: 1)
    for (name, numbers) in [
      "keys": [1, 1], "points": [0.1, 0.9, 0.1, 0.9, 3, 5, -7, 11, 1, 1],
    ] as [String: [Float]] {
      let input = try #require(context.input(name))
      for (index, number) in numbers.enumerated() { input[index] = number }
    }
    try context.run()
    let read = try Array(#require(context.output("read")))
    for cell in 0..<16 where cell / 4 + cell % 4 != 3 {
      let isNear = cell / 4 + cell % 4 < 3
      let expected: [Float] = scale < 0 ? [0, 0, 0] : isNear ? [3, -7, 1] : [5, 11, 1]
      let found = (0..<3).map { read[16 * $0 + cell] }
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-5 }, "\(cell): \(found)")
    }
  }

  @Test(arguments: Way.precisions)
  func threadsDoNotChangeABit(_ precision: CompilationOptions.Precision) throws {
    var twin = TwinGraph(batch: 2, height: 20, width: 12)
    let value = twin.convolution(twin.input(3), 33)
    let points = twin.points(40, present: 21)
    twin.output("read", twin.spread(value, from: points, heads: 3, size: 16))
    let one = try twin.run(twin.compiled(CompilationOptions(precision: precision, threads: 1)))
    for threads in [2, 3] {
      let options = CompilationOptions(precision: precision, threads: threads)
      #expect(try bits(twin.run(twin.compiled(options))) == bits(one))
    }
  }

  @Test func partsThatDoNotFitAreNamed() {
    func compile(_ queries: Int, _ keys: Int, _ null: Int, points: Int = 6) throws {
      var graph = Graph()
      let places = Graph.InputSize.fixed(height: 6, width: 1)
      let list = graph.input("points", channels: 5, size: .fixed(height: points, width: 1))
      graph.output(
        "read",
        graph.pointAttention(
          queries: graph.input("queries", channels: queries),
          keys: graph.input("keys", channels: keys, size: places),
          null: graph.input("null", channels: null), points: list, name: "spread", heads: 2))
      let distance = Parameters.Tensor(shape: [2], values: [0, 0])
      _ = try CompiledGraph(
        graph, parameters: Parameters(["spread.dist": distance]), height: 4, width: 4)
    }
    #expect(throws: NeuralEngineError.unequalParts(layer: "spread", channels: 7, parts: 2)) {
      try compile(7, 7, 2)
    }
    #expect(throws: NeuralEngineError.unequalChannels(layer: "spread", first: 8, second: 6)) {
      try compile(8, 6, 2)
    }
    #expect(throws: NeuralEngineError.unequalChannels(layer: "spread", first: 2, second: 3)) {
      try compile(8, 8, 3)
    }
    #expect(
      throws: NeuralEngineError.unequalSizes(layer: "spread", first: [6, 1], second: [5, 1])
    ) { try compile(8, 8, 2, points: 5) }
  }
}
