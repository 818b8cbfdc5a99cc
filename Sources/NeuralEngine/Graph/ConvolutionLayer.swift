/// The shape of a convolution or transposed convolution.
struct ConvolutionLayer: Sendable, Hashable {
  let name: String
  let inputs: Int
  let outputs: Int
  let kernel: Int
  let stride: Int
  let dilation: Int
  let padding: Int
  let isBiased: Bool

  var weightName: String { name + ".weight" }
  var biasName: String { name + ".bias" }
}
