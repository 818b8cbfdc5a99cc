import NeuralEngine

/// A window that goes over pictures, worked out from the definitions of Caffe, PyTorch and
/// TensorFlow.
struct NaiveWindow {
  let kernel: Int
  var stride = 1
  var dilation = 1
  var padding = Graph.Padding.all(0)
  var roundsUp = false

  /// Where the windows are along one axis.
  struct Axis {
    let size: Int
    let window: NaiveWindow
    let before: Int
    let after: Int
    let count: Int

    /// The pixel that a tap reads, inside the picture or not.
    func source(_ place: Int, _ tap: Int) -> Int {
      place * window.stride - before + tap * window.dilation
    }

    /// The pixels of a window that are inside the picture.
    func inside(_ place: Int) -> [Int] {
      (0..<window.kernel).map { source(place, $0) }.filter { (0..<size).contains($0) }
    }

    /// How many of a window's pixels are inside the padded picture.
    func padded(_ place: Int) -> Int {
      (0..<window.kernel).filter { source(place, $0) < size + after }.count
    }
  }

  private var spread: Int { (kernel - 1) * dilation + 1 }

  func rows(_ height: Int) -> Axis {
    switch padding {
    case .sides(let top, _, let bottom, _): axis(height, top, bottom)
    default: axis(height)
    }
  }

  func columns(_ width: Int) -> Axis {
    switch padding {
    case .sides(_, let left, _, let right): axis(width, left, right)
    default: axis(width)
    }
  }

  private func axis(_ size: Int) -> Axis {
    switch padding {
    case .all(let all): return axis(size, all, all)
    case .same:
      let count = Int((Double(size) / Double(stride)).rounded(.up))
      let total = max(0, (count - 1) * stride + spread - size)
      return axis(size, total / 2, total - total / 2)
    default:
      let half = dilation * (kernel - 1) / 2
      return axis(size, half, half)
    }
  }

  private func axis(_ size: Int, _ before: Int, _ after: Int) -> Axis {
    var count = 0
    // Windows that fit into the padded picture, and with `roundsUp` those that only begin in it.
    while count * stride + spread <= size + before + after { count += 1 }
    let next = count * stride
    if roundsUp, next < size + before, next - stride + spread < size + before + after {
      count += 1
    }
    return Axis(size: size, window: self, before: before, after: after, count: count)
  }
}
