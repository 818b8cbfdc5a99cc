import NeuralEngine
import Testing

/// Other sizes by every rule.
@Suite struct ResizingTests {
  private static let kinds: [Graph.Resizing] = [.bilinear, .bilinearCorners, .nearest]
  private static let targets = [(1, 1), (5, 3), (13, 9), (26, 18), (31, 17), (40, 5)]

  @Test(arguments: kinds, [1, 4, 16, 17, 40])
  func everySize(_ kind: Graph.Resizing, _ channels: Int) throws {
    for size in [Size(1, 13, 9), Size(2, 8, 8), Size(1, 1, 1), Size(1, 1, 6)] {
      var twin = TwinGraph(size)
      let picture = twin.input(channels)
      for (height, width) in Self.targets {
        twin.output("\(height)×\(width)", twin.resized(picture, to: (height, width), kind))
      }
      for factor in [1, 2, 3, 4] {
        twin.output("times \(factor)", twin.resized(picture, by: factor, kind))
      }
      try twin.check([.ruled, .half])
    }
  }

  @Test(arguments: kinds)
  func behindNormalizations(_ kind: Graph.Resizing) throws {
    for size in Size.small {
      var twin = TwinGraph(size)
      let first = twin.convolution(twin.input(3), 18)
      let value = twin.normalized(twin.activated(first), shift: 8)
      let small = twin.normalized(twin.activated(twin.convolution(value, 18, stride: 2)))
      let back = twin.resized(small, like: first, kind)
      twin.output("back", back)
      twin.output("sum", twin.activated(twin.sum([back, value])))
      twin.output("convolved", twin.convolution(twin.resized(value, like: small, kind), 5))
      try twin.check()
    }
  }

  /// The size of another value counts, not its numbers.
  @Test func likeAnInput() throws {
    var twin = TwinGraph(height: 11, width: 6)
    let half = twin.input(4, "half", size: .fraction(2))
    twin.output("large", twin.resized(half, like: twin.input(3)))
    twin.output(
      "fixed", twin.resized(half, like: twin.input(1, "f", size: .fixed(height: 7, width: 2))))
    try twin.check()
  }
}
