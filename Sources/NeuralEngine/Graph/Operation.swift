/// What a node of a ``Graph`` does.
enum Operation: Sendable {
  case input(name: String, isVector: Bool)
  case convolution(ConvolutionLayer)
  case transposedConvolution(ConvolutionLayer)
  case batchNormalization(name: String, epsilon: Double)
  case activation(Activation)
  case softmax
  case sum
  case subsample(Int)
  case maximumPool(Int)
  case enlarge(Int)
  case detach
}
