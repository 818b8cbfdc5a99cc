import NeuralEngine
import Testing

/// Layers in which every output reads every number.
@Suite struct FullyConnectedTests {
  @Test(arguments: [1, 4, 16, 17, 40], [1, 5, 16, 33])
  func vectors(_ channels: Int, _ outputs: Int) throws {
    for batch in [1, 3] {
      var twin = TwinGraph(batch: batch, height: 4, width: 5)
      let vector = twin.input(channels, "vector", size: .vector)
      let first = twin.fullyConnected(vector, outputs)
      twin.output("first", first)
      twin.output("relu", twin.activated(twin.fullyConnected(first, 18, isBiased: false)))
      twin.output("normalized", twin.fullyConnected(twin.normalized(first, shift: 3), 7))
      twin.output("softmax", twin.softmax(twin.fullyConnected(first, 33)))
      try twin.check()
    }
  }

  @Test(arguments: [Size(1, 3, 5), Size(2, 4, 4), Size(1, 1, 6), Size(3, 7, 2)])
  func maps(_ size: Size) throws {
    for channels in [3, 17] {
      var twin = TwinGraph(size)
      let picture = twin.input(channels)
      let value = twin.normalized(twin.activated(twin.convolution(picture, 18)), shift: 8)
      twin.output("picture", twin.fullyConnected(picture, 5))
      let all = twin.fullyConnected(value, 20)
      twin.output("value", all)
      twin.output("relu", twin.activated(twin.fullyConnected(value, 20), .relu6))
      twin.output("added", twin.convolution(twin.sum([twin.convolution(picture, 20), all]), 4))
      try twin.check()
    }
  }

  /// The head of a classifier.
  @Test func classes() throws {
    var twin = TwinGraph(batch: 2, height: 6, width: 8)
    let value = twin.activated(twin.convolution(twin.input(3), 48), .relu6)
    let logits = twin.fullyConnected(twin.globallyPooled(value), 100)
    twin.output("logits", logits)
    twin.output("probabilities", twin.softmax(logits))
    try twin.check()
  }
}
