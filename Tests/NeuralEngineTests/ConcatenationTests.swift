import NeuralEngine
import Testing

/// Channels put side by side, in place where the engine can.
@Suite struct ConcatenationTests {
  @Test(
    arguments: [[16, 16], [32, 64], [17, 15], [3, 4, 5], [16, 17, 16], [1, 33]], Size.small)
  func convolutions(_ channels: [Int], _ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(3)
    for function in [Activation?.none, .relu, .relu6, .tanh] {
      let parts = channels.map { count in
        let part = twin.convolution(picture, count)
        return function.map { twin.activated(part, $0) } ?? part
      }
      let all = twin.concatenated(parts)
      let name = function.map { "\($0)" } ?? "plain"
      twin.output("\(name): all", all)
      twin.output("\(name): convolved", twin.convolution(all, 20))
    }
    try twin.check()
  }

  @Test(arguments: Size.small)
  func inputs(_ size: Size) throws {
    var twin = TwinGraph(size)
    let first = twin.input(3)
    let second = twin.input(16, "second")
    let third = twin.input(5, "third")
    twin.output("inputs", twin.concatenated([first, second, third]))
    let all = twin.concatenated([second, twin.convolution(first, 17), third])
    twin.output("mixed", all)
    twin.output("convolved", twin.convolution(all, 2, kernel: 1))
    twin.output("twice", twin.concatenated([second, second, first]))
    twin.output("alone", twin.concatenated([twin.convolution(second, 4)]))
    try twin.check()
  }

  @Test(arguments: Size.small)
  func valuesThatOthersReadToo(_ size: Size) throws {
    for channels in [16, 17] {
      var twin = TwinGraph(size)
      let first = twin.activated(twin.convolution(twin.input(3), channels))
      let second = twin.convolution(first, 32)
      let all = twin.concatenated([first, second])
      twin.output("convolved", twin.convolution(all, 5))
      twin.output("other way", twin.convolution(twin.concatenated([second, first]), 5))
      twin.output("first", twin.convolution(first, 6))
      twin.output("second", second)
      twin.output("sum", twin.sum([all, twin.convolution(all, channels + 32)]))
      try twin.check()
    }
  }

  @Test(arguments: Size.small)
  func nested(_ size: Size) throws {
    for channels in [16, 17, 32] {
      var twin = TwinGraph(size)
      var value = twin.convolution(twin.input(3), channels)
      // As in DenseNet: everything so far and one more.
      for layer in 0..<3 {
        let next = twin.activated(twin.convolution(value, channels))
        value = twin.concatenated([value, next])
        if layer == 1 { twin.output("middle", value) }
      }
      twin.output("all", value)
      let inner = twin.concatenated([twin.convolution(value, 16), twin.convolution(value, 16)])
      let outer = twin.concatenated([inner, twin.concatenated([inner, twin.depthwise(inner)])])
      twin.output("outer", twin.convolution(outer, 4, kernel: 1))
      try twin.check(slack: 2)
    }
  }

  @Test(arguments: Size.small)
  func pendingNormalizations(_ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(4)
    let hidden = twin.activated(twin.convolution(picture, 16), .leakyRelu(slope: 0.2))
    let parts = [
      twin.normalized(hidden, shift: 8), twin.normalized(twin.convolution(picture, 17)),
      twin.normalized(picture), twin.activated(hidden),
    ]
    let all = twin.concatenated(parts)
    twin.output("all", all)
    twin.output("convolved", twin.convolution(all, 20))
    twin.output("normalized", twin.convolution(twin.normalized(all, shift: 8), 5))
    twin.output("relu", twin.activated(all))
    try twin.check()
  }

  @Test(arguments: Size.small)
  func everyOtherOperator(_ size: Size) throws {
    var twin = TwinGraph(size)
    let hidden = twin.convolution(twin.input(4), 16)
    let small = twin.maximumPooled(hidden)
    let parts = [
      twin.subsampled(twin.resized(hidden, like: hidden)), twin.resized(small, like: hidden),
      twin.softmax(hidden), twin.product(hidden, hidden), twin.sum([hidden, hidden]),
      twin.layerNormalized(hidden), twin.depthwise(hidden),
    ]
    let large = parts.filter { $0.images.height == size.height }
    twin.output("large", twin.convolution(twin.concatenated(large), 5))
    twin.output("plain", twin.concatenated(large))
    let shrunk = twin.concatenated([parts[0], twin.convolution(hidden, 17, stride: 2)])
    twin.output("shrunk", shrunk)
    twin.output("up", twin.transposed(shrunk, 8))
    try twin.check()
  }

  @Test func vectors() throws {
    for batch in [1, 2] {
      var twin = TwinGraph(batch: batch, height: 5, width: 6)
      let first = twin.input(9, "first", size: .vector)
      let second = twin.globallyPooled(twin.convolution(twin.input(3), 18))
      let all = twin.concatenated([first, second, twin.convolution(first, 16, kernel: 1)])
      twin.output("all", all)
      twin.output("full", twin.fullyConnected(all, 7))
      try twin.check([.direct, .ruled])
    }
  }
}
