import NeuralEngine

/// Pools and other sizes as their definitions say, in double precision.
extension Images {
  /// Every `step`-th pixel of every `step`-th row.
  func subsampled(by step: Int) -> Images {
    Images(
      batch: batch, channels: channels, height: (height + step - 1) / step,
      width: (width + step - 1) / step
    ) { self[$0, $1, step * $2, step * $3] }
  }

  /// The maximum or the mean of every window.
  func pooled(_ kind: Graph.Pooling, _ window: NaiveWindow) -> Images {
    let (rows, columns) = (window.rows(height), window.columns(width))
    return Images(
      batch: batch, channels: channels, height: rows.count, width: columns.count
    ) { image, channel, row, column in
      let numbers = rows.inside(row).flatMap { y in
        columns.inside(column).map { self[image, channel, y, $0] }
      }
      let sum = numbers.reduce(0, +)
      switch kind {
      case .maximum: return numbers.max() ?? -.infinity
      case .average(countsPadding: false): return sum / Double(numbers.count)
      case .average(countsPadding: true):
        return sum / Double(rows.padded(row) * columns.padded(column))
      }
    }
  }

  /// The mean of all pixels.
  func globallyPooled() -> Images {
    Images(batch: batch, channels: channels, height: 1, width: 1) { image, channel, _, _ in
      let first = (image * channels + channel) * height * width
      return values[first..<first + height * width].reduce(0, +) / Double(height * width)
    }
  }

  /// The two pixels of an axis between which a number of the result is, and how far from the first.
  private static func between(
    _ pixel: Int, from size: Int, to target: Int, _ kind: Graph.Resizing
  ) -> (first: Int, second: Int, share: Double) {
    let place: Double
    switch kind {
    case .nearest: return (pixel * size / target, 0, 0)
    case .bilinear: place = (Double(pixel) + 0.5) * Double(size) / Double(target) - 0.5
    case .bilinearCorners:
      place = target == 1 ? 0 : Double(pixel * (size - 1)) / Double(target - 1)
    }
    // Beyond the outermost centres nothing changes.
    let inside = min(max(place, 0), Double(size - 1))
    let first = Int(inside)
    return (first, min(first + 1, size - 1), inside - Double(first))
  }

  /// Another size.
  func resized(height target: Int, width wide: Int, _ kind: Graph.Resizing) -> Images {
    let rows = (0..<target).map { Self.between($0, from: height, to: target, kind) }
    let columns = (0..<wide).map { Self.between($0, from: width, to: wide, kind) }
    return Images(batch: batch, channels: channels, height: target, width: wide) {
      image, channel, row, column in
      let (vertical, across) = (rows[row], columns[column])
      func number(_ y: Int) -> Double {
        (1 - across.share) * self[image, channel, y, across.first]
          + across.share * self[image, channel, y, across.second]
      }
      return (1 - vertical.share) * number(vertical.first)
        + vertical.share * number(vertical.second)
    }
  }
}
