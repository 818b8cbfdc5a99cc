import NeuralEngine

/// The operators that have no weights.
extension TwinGraph {
  mutating func activated(_ value: Value, _ function: Activation = .relu) -> Value {
    layer({ $0.activation(value.node, function) }, value.images.activated(function))
  }

  mutating func sum(_ values: [Value]) -> Value {
    layer({ $0.sum(values.map(\.node)) }, Images.sum(values.map(\.images)))
  }

  mutating func product(_ first: Value, _ second: Value) -> Value {
    layer({ $0.product(first.node, second.node) }, Images.product(first.images, second.images))
  }

  mutating func concatenated(_ values: [Value]) -> Value {
    layer({ $0.concatenated(values.map(\.node)) }, Images.concatenated(values.map(\.images)))
  }

  mutating func detached(_ value: Value) -> Value {
    layer({ $0.detached(value.node) }, value.images)
  }

  // MARK: - Other sizes

  mutating func subsampled(_ value: Value, by step: Int = 2) -> Value {
    layer({ $0.subsampled(value.node, by: step) }, value.images.subsampled(by: step))
  }

  mutating func pooled(
    _ value: Value, _ kind: Graph.Pooling, kernel: Int, stride: Int, padding: Graph.Padding = 0,
    roundsUp: Bool = false
  ) -> Value {
    let window = NaiveWindow(
      kernel: kernel, stride: stride, padding: padding, roundsUp: roundsUp)
    return layer(
      {
        $0.pooled(
          value.node, kind, kernel: kernel, stride: stride, padding: padding, roundsUp: roundsUp)
      }, value.images.pooled(kind, window))
  }

  mutating func maximumPooled(_ value: Value, by size: Int = 2) -> Value {
    layer(
      { $0.maximumPooled(value.node, by: size) },
      value.images.pooled(.maximum, NaiveWindow(kernel: size, stride: size)))
  }

  mutating func globallyPooled(_ value: Value) -> Value {
    layer({ $0.globallyPooled(value.node) }, value.images.globallyPooled())
  }

  mutating func upsampled(_ value: Value, by factor: Int = 2) -> Value {
    layer(
      { $0.upsampled(value.node, by: factor) },
      value.images.resized(
        height: factor * value.images.height, width: factor * value.images.width, .bilinear))
  }

  mutating func resized(
    _ value: Value, to size: (height: Int, width: Int), _ kind: Graph.Resizing = .bilinear
  ) -> Value {
    layer(
      { $0.resized(value.node, to: .size(height: size.height, width: size.width), kind) },
      value.images.resized(height: size.height, width: size.width, kind))
  }

  mutating func resized(
    _ value: Value, by factor: Int, _ kind: Graph.Resizing = .bilinear
  ) -> Value {
    layer(
      { $0.resized(value.node, to: .factor(factor), kind) },
      value.images.resized(
        height: factor * value.images.height, width: factor * value.images.width, kind))
  }

  mutating func resized(
    _ value: Value, like other: Value, _ kind: Graph.Resizing = .bilinear
  ) -> Value {
    layer(
      { $0.resized(value.node, to: .like(other.node), kind) },
      value.images.resized(height: other.images.height, width: other.images.width, kind))
  }

  // MARK: - Attention

  mutating func matrixProduct(
    _ first: Value, _ second: Value, transposesFirst: Bool = false,
    transposesSecond: Bool = false, heads: Int = 1, factor: Float = 1
  ) -> Value {
    layer(
      {
        $0.matrixProduct(
          first.node, second.node, transposesFirst: transposesFirst,
          transposesSecond: transposesSecond, heads: heads, factor: factor)
      },
      Images.matrixProduct(
        first.images, second.images, transposesFirst: transposesFirst,
        transposesSecond: transposesSecond, heads: heads, factor: Double(factor)))
  }

  mutating func softmax(
    _ value: Value, over axis: Graph.SoftmaxAxis = .channels, groups: Int = 1
  ) -> Value {
    layer(
      { $0.softmax(value.node, over: axis, groups: groups) },
      value.images.softmax(over: axis, groups: groups))
  }

  /// What queries read from keys' values, weighed by softmax; `mask` is added to the weights'
  /// logits, one number a head and key.
  mutating func attention(
    queries: Value, keys: Value, values: Value, heads: Int, mask: Value? = nil
  ) -> Value {
    let size = Float(queries.images.channels / heads)
    var logits = matrixProduct(
      keys, queries, transposesFirst: true, heads: heads, factor: 1 / size.squareRoot())
    if let mask { logits = sum([logits, mask]) }
    return matrixProduct(values, softmax(logits, groups: heads), heads: heads)
  }

  // MARK: - Points

  mutating func sampled(_ value: Value, at points: Value) -> Value {
    layer({ $0.sampled(value.node, at: points.node) }, value.images.sampled(at: points.images))
  }

  /// What cells of a picture read from points by their keys, which come from the picture at the points.
  mutating func spread(
    _ value: Value, from points: Value, heads: Int, size: Int
  ) -> Value {
    pointAttention(
      queries: convolution(value, heads * size, kernel: 1),
      keys: pointwise(sampled(value, at: points), heads * size),
      null: convolution(value, heads, kernel: 1), points: points, heads: heads)
  }
}
