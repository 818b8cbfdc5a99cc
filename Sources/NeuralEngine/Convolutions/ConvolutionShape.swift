import COneDNN

/// A convolution between two tensors, in padded channels, as oneDNN runs it.
struct ConvolutionShape: Sendable, Hashable {
  /// Zeros around the source.
  struct Padding: Sendable, Hashable {
    var top: Int
    var left: Int
    var bottom: Int
    var right: Int

    static let none = Padding(top: 0, left: 0, bottom: 0, right: 0)
  }

  let from: TensorLayout
  let to: TensorLayout
  let kernelHeight: Int
  let kernelWidth: Int
  let stride: Int
  let dilation: Int
  let padding: Padding

  init(
    from: TensorLayout, outputs: Int, kernelHeight: Int, kernelWidth: Int, stride: Int = 1,
    dilation: Int = 1, padding: Padding
  ) {
    self.from = from
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
    let spreadHeight = (kernelHeight - 1) * dilation + 1
    let spreadWidth = (kernelWidth - 1) * dilation + 1
    to = from.with(
      channels: outputs,
      height: (from.height + padding.top + padding.bottom - spreadHeight) / stride + 1,
      width: (from.width + padding.left + padding.right - spreadWidth) / stride + 1)
  }

  /// A layer's own shape, or that of the convolution that a transposed layer is the adjoint of.
  init(_ layer: ConvolutionLayer, _ placed: Window.Placed, from: TensorLayout, outputs: Int) {
    self.init(
      from: from, outputs: outputs, kernelHeight: layer.window.kernelHeight,
      kernelWidth: layer.window.kernelWidth, stride: layer.window.stride,
      dilation: layer.window.dilation,
      padding: .init(
        top: placed.top, left: placed.left, bottom: placed.bottom, right: placed.right))
  }

  /// Multiplications and additions, computed as written.
  var operations: Double {
    2 * Double(to.batch * to.height * to.width) * Double(from.channels * to.channels)
      * Double(kernelHeight * kernelWidth)
  }

  /// As oneDNN takes it.
  func described(accumulates: Bool, epilogue: Epilogue) -> hb_convolution_spec {
    hb_convolution_spec(
      batch: Int32(from.batch), inputs: Int32(from.paddedChannels), height: Int32(from.height),
      width: Int32(from.width), outputs: Int32(to.paddedChannels),
      kernel_height: Int32(kernelHeight), kernel_width: Int32(kernelWidth),
      stride: Int32(stride), dilation: Int32(dilation), pad_top: Int32(padding.top),
      pad_left: Int32(padding.left), pad_bottom: Int32(padding.bottom),
      pad_right: Int32(padding.right),
      accumulates: accumulates, slope: epilogue.slope, ceiling: epilogue.ceiling)
  }
}
