import NeuralEngine

/// A small relative of the hint network: blocks, subsampling, dilation, a global branch, shortcuts
/// and two heads. Sides must be multiples of 8.
func pyramid(_ size: Size, revisions: [String: UInt64] = [:]) -> TwinGraph {
  var twin = TwinGraph(size, seed: 5, revisions: revisions)
  func block(_ value: TwinGraph.Value, _ channels: Int, dilation: Int = 1) -> TwinGraph.Value {
    let hidden = twin.activated(twin.convolution(value, channels, dilation: dilation))
    let result = twin.activated(twin.convolution(hidden, channels, dilation: dilation))
    return twin.normalized(result)
  }
  let fine = block(twin.input(4), 8)
  let medium = block(twin.subsampled(fine), 17)
  var coarse = block(twin.subsampled(medium), 32)
  let vector = twin.input(9, "vector", size: .vector)
  let branch = twin.normalized(twin.activated(twin.convolution(vector, 32, kernel: 1)))
  coarse = block(twin.sum([coarse, branch]), 32, dilation: 2)
  let up = twin.sum([twin.transposed(coarse, 20), twin.convolution(medium, 20)])
  let middle = block(twin.activated(up), 20)
  let top = twin.sum([twin.transposed(middle, 16), twin.convolution(fine, 16)])
  let last = twin.activated(twin.convolution(twin.activated(top), 16), .leakyRelu(slope: 0.2))
  let raw = twin.convolution(last, 2, kernel: 1)
  twin.output("ab", twin.activated(twin.activated(raw, .tanh), .scaled(by: 110)))
  twin.output("logits", twin.softmax(twin.convolution(middle, 33, kernel: 1)))
  twin.output("middle", middle)
  return twin
}
