import NeuralEngine
import Testing

/// Pools of every window, and of whole pictures.
@Suite struct PoolingTests {
  private static let kinds: [Graph.Pooling] = [
    .maximum, .average(countsPadding: false), .average(countsPadding: true),
  ]
  private static let windows: [(kernel: Int, stride: Int, padding: Graph.Padding)] = [
    (2, 2, 0), (3, 2, 1), (3, 1, 1), (3, 3, 0), (2, 1, 0), (5, 2, 2), (3, 2, 0), (1, 2, 0),
    (3, 2, .same), (2, 2, .same), (4, 3, .centred),
    (3, 2, .sides(top: 0, left: 1, bottom: 2, right: 0)),
  ]

  @Test(arguments: kinds, [false, true])
  func windows(_ kind: Graph.Pooling, _ roundsUp: Bool) throws {
    for size in Size.some + [Size(1, 6, 7), Size(1, 5, 5)] {
      for channels in [1, 4, 16, 17, 40] {
        var twin = TwinGraph(size)
        let picture = twin.input(channels)
        for (kernel, stride, padding) in Self.windows {
          let result = twin.pooled(
            picture, kind, kernel: kernel, stride: stride, padding: padding, roundsUp: roundsUp)
          twin.output("\(kernel), \(stride), \(padding)", result)
        }
        try twin.check([.ruled, .half])
      }
    }
  }

  @Test(arguments: kinds)
  func behindNormalizations(_ kind: Graph.Pooling) throws {
    for size in Size.small {
      var twin = TwinGraph(size)
      let value = twin.normalized(twin.activated(twin.convolution(twin.input(3), 18)), shift: 8)
      let pool = twin.pooled(value, kind, kernel: 3, stride: 2, padding: 1)
      twin.output("pooled", pool)
      twin.output("convolved", twin.convolution(pool, 5))
      twin.output("relu", twin.activated(pool))
      twin.output("value", value)
      try twin.check()
    }
  }

  @Test(arguments: [1, 5, 16, 17, 40], Size.some + [Size(2, 1, 1), Size(1, 1, 9)])
  func wholePictures(_ channels: Int, _ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(channels)
    twin.output("picture", twin.globallyPooled(picture))
    let value = twin.normalized(twin.activated(twin.convolution(picture, 20)), shift: 8)
    let mean = twin.globallyPooled(value)
    twin.output("mean", mean)
    twin.output("convolved", twin.convolution(mean, 7, kernel: 1))
    twin.output("full", twin.fullyConnected(mean, 33))
    twin.output("added", twin.sum([value, mean]))
    // The mean of hundreds of numbers of both signs is small beside them.
    try twin.check([.direct, .ruled])
    try twin.check([.half], slack: 2)
  }

  @Test func pooledPictureAloneFeedsALargerOne() throws {
    var twin = TwinGraph(height: 9, width: 13)
    let value = twin.convolution(twin.input(3), 18)
    let small = twin.pooled(
      value, .average(countsPadding: false), kernel: 4, stride: 4, roundsUp: true)
    twin.output("sum", twin.sum([value, twin.resized(small, like: value)]))
    try twin.check()
  }
}
