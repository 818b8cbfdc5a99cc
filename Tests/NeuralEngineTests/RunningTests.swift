import NeuralEngine
import Testing

/// Runs of a whole network: the same numbers again and again, to the last bit.
@Suite struct RunningTests {
  @Test func agreesWithTheNaiveNetwork() throws {
    try pyramid(Size(1, 16, 24)).check()
  }

  @Test(arguments: Way.precisions)
  func runsDoNotDependOnEarlierOnes(_ precision: CompilationOptions.Precision) throws {
    let twin = pyramid(Size(1, 24, 16))
    let other = pyramid(Size(1, 24, 16), revisions: ["picture": 1, "vector": 1])
    let compiled = try twin.compiled(CompilationOptions(precision: precision))
    let fresh = try bits(twin.run(compiled))
    let context = try compiled.makeContext()
    for _ in 0..<2 {
      twin.fill(context)
      try context.run()
      #expect(bits(twin.results(context)) == fresh)
      try context.run()
      #expect(bits(twin.results(context)) == fresh)
      other.fill(context)
      try context.run()
      #expect(bits(twin.results(context)) != fresh)
      #expect(other.error(other.results(context)) < (precision == .float32 ? 1e-4 : 3e-2))
    }
    #expect(try bits(twin.run(twin.compiled(CompilationOptions(precision: precision)))) == fresh)
  }

  @Test(arguments: Way.precisions)
  func threadsDoNotMatter(_ precision: CompilationOptions.Precision) throws {
    for size in [Size(1, 16, 24), Size(1, 8, 8), Size(1, 40, 72)] {
      let twin = pyramid(size)
      let one = try twin.run(twin.compiled(CompilationOptions(precision: precision, threads: 1)))
      for threads in [2, 3] {
        let options = CompilationOptions(precision: precision, threads: threads)
        #expect(try bits(twin.run(twin.compiled(options))) == bits(one), "\(size), \(threads)")
      }
    }
  }

  @Test(arguments: [1, 2])
  func contextsRunSideBySide(_ threads: Int) async throws {
    let twin = pyramid(Size(1, 16, 24))
    let compiled = try twin.compiled(CompilationOptions(threads: threads))
    let alone = try bits(twin.run(compiled))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let context = try compiled.makeContext()
          twin.fill(context)
          for _ in 0..<5 {
            try context.run()
            if bits(twin.results(context)) != alone { return false }
          }
          return true
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }

  @Test func aProfileIsARun() throws {
    let twin = pyramid(Size(1, 16, 24))
    let compiled = try twin.compiled()
    let context = try compiled.makeContext()
    twin.fill(context)
    let rows = try context.profile()
    #expect(try bits(twin.results(context)) == bits(twin.run(compiled)))
    #expect(rows.reduce(0) { $0 + $1.operations } == compiled.operations)
    #expect(rows.allSatisfy { $0.seconds >= 0 && !$0.layer.isEmpty && !$0.algorithm.isEmpty })
  }

  @Test(arguments: [1, 2])
  func picturesOfOnePixel(_ batch: Int) throws {
    var twin = TwinGraph(batch: batch, height: 1, width: 1)
    let picture = twin.input(4)
    var value = twin.normalized(twin.activated(twin.convolution(picture, 17)), shift: 8)
    value = twin.activated(twin.convolution(value, 16, dilation: 2))
    value = twin.convolution(value, 20, kernel: 5, stride: 2)
    twin.output("large", twin.activated(twin.transposed(value, 5)))
    twin.output("upsampled", twin.upsampled(twin.subsampled(value), by: 3))
    twin.output("few", twin.activated(twin.convolution(value, 2, kernel: 1), .tanh))
    twin.output("softmax", twin.softmax(value))
    try twin.check()
  }

  @Test func aBatchIsItsPictures() throws {
    var twin = TwinGraph(batch: 3, height: 9, width: 7)
    let hidden = twin.normalized(twin.activated(twin.convolution(twin.input(4), 17)), shift: 8)
    let deep = twin.activated(twin.convolution(hidden, 17, dilation: 2))
    let sum = twin.sum([twin.transposed(deep, 8), twin.upsampled(twin.convolution(hidden, 8))])
    twin.output("result", twin.convolution(sum, 2, kernel: 1))
    twin.output("softmax", twin.softmax(twin.maximumPooled(sum, by: 3)))
    try twin.check()
  }
}
