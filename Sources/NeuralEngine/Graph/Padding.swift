extension Graph {
  /// Zeros around a picture before a window goes over it.
  public enum Padding: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// dilation·(kernel−1)/2 on every side: stride 1 keeps the size where the kernel is odd.
    case centred
    /// So many on every side.
    case all(Int)
    /// So many on each side.
    case sides(top: Int, left: Int, bottom: Int, right: Int)
    /// TensorFlow's "same": the result has ⌈size/stride⌉ pixels, and where an odd number of zeros is
    /// needed the one more goes to the bottom and the right.
    case same

    /// So many on every side.
    public init(integerLiteral value: Int) { self = .all(value) }
  }
}

/// A window that goes over pictures: a convolution's or a pool's.
struct Window: Sendable, Hashable {
  let kernelHeight: Int
  let kernelWidth: Int
  var stride = 1
  var dilation = 1
  let padding: Graph.Padding
  /// A last window may hang over the padded picture's end (Caffe's ceiling).
  var roundsUp = false

  /// Zeros on each side, and the result's size, for a picture.
  struct Placed: Sendable, Hashable {
    var top: Int
    var left: Int
    var bottom: Int
    var right: Int
    var height: Int
    var width: Int
  }

  /// - Throws: ``NeuralEngineError/tooSmall(layer:height:width:)`` where not one window fits.
  func placed(
    height: Int, width: Int, layer: String
  ) throws(NeuralEngineError) -> Placed {
    let rows = axis(height, kernelHeight, \.rows)
    let columns = axis(width, kernelWidth, \.columns)
    guard rows.count > 0, columns.count > 0 else {
      throw .tooSmall(layer: layer, height: height, width: width)
    }
    return Placed(
      top: rows.before, left: columns.before, bottom: rows.after, right: columns.after,
      height: rows.count, width: columns.count)
  }

  private struct Sides {
    var rows: (Int, Int)
    var columns: (Int, Int)
  }

  private func axis(
    _ size: Int, _ kernel: Int, _ axis: KeyPath<Sides, (Int, Int)>
  ) -> (before: Int, after: Int, count: Int) {
    let spread = (kernel - 1) * dilation + 1
    let before: Int
    let after: Int
    switch padding {
    case .centred: (before, after) = (dilation * (kernel - 1) / 2, dilation * (kernel - 1) / 2)
    case .all(let all): (before, after) = (all, all)
    case .sides(let top, let left, let bottom, let right):
      (before, after) = Sides(rows: (top, bottom), columns: (left, right))[keyPath: axis]
    case .same:
      let total = max(0, ((size + stride - 1) / stride - 1) * stride + spread - size)
      (before, after) = (total / 2, total - total / 2)
    }
    let room = size + before + after - spread
    guard room >= 0 else { return (before, after, 0) }
    var count = (room + (roundsUp ? stride - 1 : 0)) / stride + 1
    // A window that would begin behind the picture holds nothing.
    if roundsUp, (count - 1) * stride >= size + before { count -= 1 }
    return (before, after, count)
  }
}
