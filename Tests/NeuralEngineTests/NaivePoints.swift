import Foundation
import NeuralEngine

/// What looks at single points of a picture, as its definition says, in double precision.
extension Images {
  /// Bilinear between four centres, none of them beyond the picture; zeros where a fifth channel says
  /// that there is no point.
  func sampled(at points: Images) -> Images {
    func around(_ place: Double, _ size: Int) -> [(pixel: Int, share: Double)] {
      let inside = min(max(place * Double(size) - 0.5, 0), Double(size - 1))
      let share = inside - inside.rounded(.down)
      return [(Int(inside), 1 - share), (min(Int(inside) + 1, size - 1), share)]
    }
    return Images(
      batch: batch, channels: channels, height: points.height, width: points.width
    ) { image, channel, row, column in
      if points.channels > 4, points[image, 4, row, column] < 0.5 { return 0 }
      let rows = around(points[image, 0, row, column], height)
      let columns = around(points[image, 1, row, column], width)
      return rows.reduce(0) { sum, row in
        columns.reduce(sum) {
          $0 + row.share * $1.share * self[image, channel, row.pixel, $1.pixel]
        }
      }
    }
  }

  /// Each cell's means of the points' two values, and what weight the points have beside the null.
  static func pointAttention(
    queries: Images, keys: Images, null: Images, points: Images, distance: [Double]
  ) -> Images {
    let heads = distance.count
    let size = queries.channels / heads
    let (height, width) = (queries.height, queries.width)
    var result = Images(batch: queries.batch, channels: 3 * heads, height: height, width: width)
    for image in 0..<queries.batch {
      let present = (0..<points.height * points.width)
        .map { (row: $0 / points.width, column: $0 % points.width) }
        .filter { points[image, 4, $0.row, $0.column] >= 0.5 }
      for head in 0..<heads {
        for row in 0..<height {
          for column in 0..<width {
            let logits = present.map { point in
              let agreement = (0..<size).reduce(0) {
                $0 + queries[image, head * size + $1, row, column]
                  * keys[image, head * size + $1, point.row, point.column]
              }
              let down =
                points[image, 0, point.row, point.column] - (Double(row) + 0.5) / Double(height)
              let across =
                points[image, 1, point.row, point.column] - (Double(column) + 0.5) / Double(width)
              return agreement / Double(size).squareRoot()
                - 10 * log(1 + exp(distance[head])) * (down * down + across * across)
            }
            let empty = null[image, head, row, column]
            let greatest = logits.reduce(empty, max)
            let weights = logits.map { exp($0 - greatest) }
            let all = weights.reduce(exp(empty - greatest), +)
            for (weight, point) in zip(weights, present) {
              for (channel, value) in [
                points[image, 2, point.row, point.column],
                points[image, 3, point.row, point.column], 1,
              ].enumerated() {
                result[image, 3 * head + channel, row, column] += weight / all * value
              }
            }
          }
        }
      }
    }
    return result
  }
}
