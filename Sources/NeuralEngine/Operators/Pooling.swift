import CNeuralKernels

extension Graph {
  /// What is taken of each window.
  public enum Pooling: Sendable, Hashable {
    case maximum
    /// The mean of the pixels inside the picture, or of the zeros of its padding, too (PyTorch's
    /// `count_include_pad`).
    case average(countsPadding: Bool)
  }

  /// The maximum or the average over windows.
  ///
  /// - Parameter roundsUp: a last window may hang over the padded picture's end: Caffe's ceiling,
  ///   PyTorch's `ceil_mode`.
  public mutating func pooled(
    _ value: Value, _ kind: Pooling, kernel: Int, stride: Int, padding: Padding = 0,
    roundsUp: Bool = false
  ) -> Value {
    let window = Window(
      kernelHeight: kernel, kernelWidth: kernel, stride: stride, padding: padding,
      roundsUp: roundsUp)
    return append(
      PoolingOperator(kind: kind, window: window), [value], channels: node(value).channels)
  }

  /// The maximum over squares of `size` pixels, `size` apart.
  public mutating func maximumPooled(_ value: Value, by size: Int) -> Value {
    pooled(value, .maximum, kernel: size, stride: size)
  }
}

/// The maximum or the average over windows.
struct PoolingOperator: Operator {
  let kind: Graph.Pooling
  let window: Window

  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    let placed = try window.placed(
      height: inputs[0].height, width: inputs[0].width, layer: layer)
    return inputs[0].with(height: placed.height, width: placed.width)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let layer = lowering.graph.layerName(value)
    let held = try lowering.blocked(lowering.graph.node(value).inputs[0])
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value)), for: result, needsGradient: held.needsGradient)
    lowering.add(
      PoolStep(
        layer: layer, kind: kind, window: window,
        placed: try window.placed(
          height: held.layout.height, width: held.layout.width, layer: layer), source: held,
        target: made))
    return made
  }
}

/// A pool's windows.
struct PoolStep: Step {
  let layer: String
  let kind: Graph.Pooling
  let window: Window
  let placed: Window.Placed
  let source: Tensor
  let target: Tensor

  var algorithm: String {
    (kind == .maximum ? "maximum pool" : "average pool")
      + (source.prologue.isAffine ? " + normalize" : "")
  }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }

  private var described: (kind: hb_pool, windows: hb_pool_window) {
    let kind =
      switch kind {
      case .maximum: HB_POOL_MAXIMUM
      case .average(countsPadding: false): HB_POOL_AVERAGE
      case .average(countsPadding: true): HB_POOL_AVERAGE_WITH_PADDING
      }
    return (
      kind,
      hb_pool_window(
        window: hb_window(window, placed),
        padded_height: Int32(source.layout.height + placed.top + placed.bottom),
        padded_width: Int32(source.layout.width + placed.left + placed.right))
    )
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let call = PixelCall(source, target, memory)
    var (kind, windows) = described
    return {
      call.run { hb_pool_windows(kind, $0, $1, $4, &windows, $2, $3) }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    guard let call = PixelBackCall(source, target, plan, memory) else { return nil }
    let held = source.address(in: memory)
    let adjust = source.prologue.bound(to: memory)
    var (kind, windows) = described
    return {
      call.run { from, gradient, to, target, accumulates in
        withUnsafePointer(to: adjust.described) {
          hb_pool_windows_back(
            kind, from, gradient, &windows, to, held, $0, target, accumulates)
        }
      }
      return true
    }
  }
}

extension hb_window {
  init(_ window: Window, _ placed: Window.Placed) {
    self.init(
      kernel_height: Int32(window.kernelHeight), kernel_width: Int32(window.kernelWidth),
      stride: Int32(window.stride), dilation: Int32(window.dilation),
      pad_top: Int32(placed.top), pad_left: Int32(placed.left))
  }
}
