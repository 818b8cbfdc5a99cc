import COneDNN

/// A convolution between two stacks of images, in padded channels.
struct ConvolutionShape: Sendable, Hashable {
  /// Zeros around the source.
  struct Padding: Sendable, Hashable {
    var top: Int
    var left: Int
    var bottom: Int
    var right: Int

    init(_ all: Int) { (top, left, bottom, right) = (all, all, all, all) }

    init(top: Int, left: Int, bottom: Int, right: Int) {
      (self.top, self.left, self.bottom, self.right) = (top, left, bottom, right)
    }
  }

  let from: Stack
  let to: Stack
  let kernelHeight: Int
  let kernelWidth: Int
  let stride: Int
  let dilation: Int
  let padding: Padding

  init(
    from: Stack, outputs: Int, kernelHeight: Int, kernelWidth: Int, stride: Int = 1,
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

  /// Multiplications and additions, computed as written.
  var operations: Double {
    2 * Double(to.batch * to.height * to.width) * Double(from.channels * to.channels)
      * Double(kernelHeight * kernelWidth)
  }

  /// As oneDNN takes it.
  func described(accumulates: Bool, slope: Float) -> hb_convolution_spec {
    hb_convolution_spec(
      batch: Int32(from.batch), inputs: Int32(from.paddedChannels), height: Int32(from.height),
      width: Int32(from.width), outputs: Int32(to.paddedChannels),
      kernel_height: Int32(kernelHeight), kernel_width: Int32(kernelWidth),
      stride: Int32(stride), dilation: Int32(dilation), pad_top: Int32(padding.top),
      pad_left: Int32(padding.left), pad_bottom: Int32(padding.bottom),
      pad_right: Int32(padding.right),
      bfloat16: from.precision == .bfloat16, accumulates: accumulates, slope: slope)
  }
}
