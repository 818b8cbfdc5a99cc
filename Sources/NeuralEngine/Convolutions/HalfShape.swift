import CNeuralKernels

/// A convolution in bfloat16, as its kernels take it.
enum HalfShape {
  /// Throws where a kernel or a stride is longer than the kernels know.
  static func check(_ layer: ConvolutionLayer) throws(NeuralEngineError) {
    let window = layer.window
    guard max(window.kernelHeight, window.kernelWidth, window.stride) <= HB_MOST_TAPS else {
      throw .tooLong(layer: layer.name, most: HB_MOST_TAPS)
    }
  }

  /// Described for its source and its result.
  static func described(
    _ layer: ConvolutionLayer, _ placed: Window.Placed, from: TensorLayout, to: TensorLayout,
    isTransposed: Bool, accumulates: Bool, epilogue: Epilogue
  ) -> hb_half_convolution {
    hb_half_convolution(
      batch: Int32(from.batch), input_blocks: Int32(from.blocks),
      output_blocks: Int32(to.blocks), height: Int32(from.height), width: Int32(from.width),
      out_height: Int32(to.height), out_width: Int32(to.width),
      kernel_height: Int32(layer.window.kernelHeight),
      kernel_width: Int32(layer.window.kernelWidth), stride: Int32(layer.window.stride),
      dilation: Int32(layer.window.dilation), pad_top: Int32(placed.top),
      pad_left: Int32(placed.left), is_transposed: isTransposed, accumulates: accumulates,
      epilogue: epilogue.described)
  }

  /// Weights as a layer's file orders them: [outputs][inputs][taps], transposed [inputs][outputs].
  static func view(
    _ layer: ConvolutionLayer, _ start: UnsafeMutablePointer<Float>
  ) -> hb_weights_view {
    let taps = layer.window.kernelHeight * layer.window.kernelWidth
    let sides =
      layer.isTransposed ? (taps, layer.outputs * taps) : (layer.inputs * taps, taps)
    return hb_weights_view(
      start: start, output_stride: sides.0, input_stride: sides.1,
      row_stride: layer.window.kernelWidth, column_stride: 1, outputs: Int32(layer.outputs),
      inputs: Int32(layer.inputs))
  }

  /// Weights as they are learned: [row][column][inputs][outputs] in padded channels.
  ///
  /// - Parameter isBack: with inputs and outputs exchanged, for the way back.
  static func view(
    _ role: LearnedRole, _ start: UnsafeMutablePointer<Float>, isBack: Bool = false
  ) -> hb_weights_view {
    let layer = role.layer
    let (inputs, outputs) = (
      role.source.layout.paddedChannels, role.target.layout.paddedChannels
    )
    let column = inputs * outputs
    return hb_weights_view(
      start: start, output_stride: isBack ? outputs : 1, input_stride: isBack ? 1 : outputs,
      row_stride: column * layer.window.kernelWidth, column_stride: column,
      outputs: Int32(isBack ? layer.inputs : layer.outputs),
      inputs: Int32(isBack ? layer.outputs : layer.inputs))
  }
}
