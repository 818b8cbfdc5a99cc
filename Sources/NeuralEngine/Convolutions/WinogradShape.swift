import AlignedMemory
import CNeuralKernels

/// A convolution that can be computed by Winograd's minimal filtering.
struct WinogradShape {
  let layer: ConvolutionLayer
  let from: TensorLayout
  /// As the kernels take it.
  var described: hb_winograd

  /// - Parameters:
  ///   - placed: where the window lies.
  ///   - from: the source's size.
  /// - Returns: nil where the filtering is not defined for the layer, or not on this processor.
  init?(
    _ layer: ConvolutionLayer, placed: Window.Placed, from: TensorLayout, accumulates: Bool,
    epilogue: Epilogue
  ) {
    let window = layer.window
    let zeros = [placed.top, placed.left, placed.bottom, placed.right]
    let suits =
      layer.isTransposed
      ? window.kernelHeight == 4 && window.stride == 2
      : window.kernelHeight == 3 && window.kernelWidth == 3 && window.stride == 1
        && zeros.allSatisfy { $0 == window.dilation }
    guard suits, from.precision == .float32, EngineProcessor.hasWinograd else { return nil }
    self.layer = layer
    self.from = from
    described = hb_winograd(
      filter: layer.isTransposed ? HB_FILTER_TRANSPOSED_4 : HB_FILTER_3,
      batch: Int32(from.batch), input_blocks: Int32(from.blocks),
      output_blocks: Int32(from.with(channels: layer.outputs).blocks),
      height: Int32(from.height), width: Int32(from.width),
      dilation: Int32(window.dilation), accumulates: accumulates, epilogue: epilogue.described)
  }

  /// The way back to the source, for a result of this size.
  func back(to result: TensorLayout) -> hb_winograd {
    hb_winograd(
      filter: layer.isTransposed ? HB_FILTER_STRIDED_4 : HB_FILTER_3, batch: Int32(result.batch),
      input_blocks: Int32(result.blocks), output_blocks: Int32(from.blocks),
      height: Int32(result.height), width: Int32(result.width),
      dilation: Int32(layer.window.dilation), accumulates: false,
      epilogue: Epilogue.none.described)
  }

  /// Weights as the filtering takes them.
  func transformed(_ weights: LayerWeights) -> AlignedBuffer<Float> {
    let sides =
      layer.isTransposed ? [layer.inputs, layer.outputs] : [layer.outputs, layer.inputs]
    let (inputs, outputs) = (from.paddedChannels, from.with(channels: layer.outputs).paddedChannels)
    let padded = layer.isTransposed ? [inputs, outputs] : [outputs, inputs]
    let values = weights.values
      .padded(rows: sides[0], columns: sides[1], toRows: padded[0], columns: padded[1])
    var described = described
    let made = AlignedBuffer<Float>(count: hb_winograd_weights(&described))
    hb_winograd_transform(&described, values, made.start)
    return made
  }
}

extension [Float] {
  /// A matrix of equal items with rows and columns of zeros added.
  fileprivate func padded(rows: Int, columns: Int, toRows: Int, columns wide: Int) -> [Float] {
    if rows == toRows && columns == wide { return self }
    let item = count / (rows * columns)
    var result = [Float](repeating: 0, count: toRows * wide * item)
    for row in 0..<rows {
      result.replaceSubrange(
        row * wide * item..<(row * wide + columns) * item,
        with: self[row * columns * item..<(row + 1) * columns * item])
    }
    return result
  }
}
