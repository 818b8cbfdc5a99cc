import AlignedMemory
import CNeuralKernels

/// One convolution to be computed by Winograd's minimal filtering.
struct WinogradPart {
  private let layer: ConvolutionLayer
  private let shape: hb_winograd
  private let from: Stack
  /// The result's size.
  let to: Stack

  /// - Parameters:
  ///   - layer: of a transposed convolution where `isTransposed`.
  ///   - from: the source's size.
  /// - Returns: nil where the filtering is not defined for the layer, or not on this processor.
  init?(
    _ layer: ConvolutionLayer, isTransposed: Bool, from: Stack, accumulates: Bool, slope: Float
  ) {
    let suits =
      isTransposed
      ? layer.kernel == 4 && layer.stride == 2
      : layer.kernel == 3 && layer.stride == 1 && layer.padding == layer.dilation
    guard suits, from.precision == .float32, EngineProcessor.hasWinograd else { return nil }
    self.layer = layer
    self.from = from
    let scale = isTransposed ? 2 : 1
    to = from.with(
      channels: layer.outputs, height: from.height * scale, width: from.width * scale)
    shape = hb_winograd(
      filter: isTransposed ? HB_FILTER_TRANSPOSED_4 : HB_FILTER_3, batch: Int32(from.batch),
      input_blocks: Int32(from.blocks), output_blocks: Int32(to.blocks),
      height: Int32(from.height), width: Int32(from.width), dilation: Int32(layer.dilation),
      accumulates: accumulates, slope: slope)
  }

  /// The step, with its weights transformed.
  ///
  /// - Parameter source: where the input is; whatever is pending there is applied on the way.
  func step(
    _ parameters: Parameters, source: Located, target: BufferID, threads: Int
  ) throws(NeuralEngineError) -> WinogradStep {
    let isTransposed = shape.filter == HB_FILTER_TRANSPOSED_4
    let kernel = layer.kernel
    let sizes =
      isTransposed
      ? [layer.inputs, layer.outputs, kernel, kernel]
      : [layer.outputs, layer.inputs, kernel, kernel]
    let padded =
      isTransposed
      ? [from.paddedChannels, to.paddedChannels] : [to.paddedChannels, from.paddedChannels]
    let values = try parameters.values(layer.weightName, sizes)
      .padded(rows: sizes[0], columns: sizes[1], toRows: padded[0], columns: padded[1])
    var bias = [Float](repeating: 0, count: to.paddedChannels)
    if layer.isBiased {
      bias.replaceSubrange(
        0..<layer.outputs, with: try parameters.values(layer.biasName, [layer.outputs]))
    }
    var shape = shape
    let weights = AlignedBuffer<Float>(count: hb_winograd_weights(&shape))
    hb_winograd_transform(&shape, values, weights.start)
    let pixels = Double(from.batch * from.height * from.width)
    return WinogradStep(
      layer: layer.name, shape: shape, threads: threads, source: source.buffer,
      adjustment: source.adjustment, target: target, weights: weights, bias: AlignedBuffer(bias),
      operations: 2 * pixels * Double(layer.inputs * layer.outputs * kernel * kernel))
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
