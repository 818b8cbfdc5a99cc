import Foundation

/// A region of the picture by its signed distance: negative inside, positive outside.
struct Shape {
  let bounds: Box
  let distance: (Point) -> Float

  static func circle(_ center: Point, _ radius: Float) -> Shape {
    Shape(bounds: Box(center: center, half: Point(radius, radius))) {
      ($0 - center).length - radius
    }
  }

  /// An ellipse, about right near its edge.
  static func ellipse(_ center: Point, _ radii: Point) -> Shape {
    Shape(bounds: Box(center: center, half: radii)) { point in
      let scaled = (point - center) / radii
      let near = scaled.length
      return near * (near - 1) / max(1e-4, (scaled / radii).length)
    }
  }

  static func box(_ box: Box, corner: Float = 0) -> Shape {
    let center = box.center
    let half = box.size * 0.5 - corner
    return Shape(bounds: box) { point in
      let beyondX = abs(point.x - center.x) - half.x
      let beyondY = abs(point.y - center.y) - half.y
      let outside = Point(max(beyondX, 0), max(beyondY, 0)).length
      return outside + min(max(beyondX, beyondY), 0) - corner
    }
  }

  /// A stroke with round ends, whose thickness may change along the way.
  static func stroke(_ start: Point, _ end: Point, _ startRadius: Float, _ endRadius: Float)
    -> Shape
  {
    let along = end - start
    let squared = max(1e-9, (along * along).sum())
    let bounds = Box(center: start, half: Point(startRadius, startRadius))
      .union(Box(center: end, half: Point(endRadius, endRadius)))
    return Shape(bounds: bounds) { point in
      let offset = point - start
      let share = clamp((offset * along).sum() / squared)
      return (offset - along * share).length - mix(startRadius, endRadius, share)
    }
  }

  static func polygon(_ corners: [Point]) -> Shape {
    let bounds = corners.dropFirst().reduce(Box(low: corners[0], high: corners[0])) {
      $0.union(Box(low: $1, high: $1))
    }
    return Shape(bounds: bounds) { point in
      var nearest = Float.greatestFiniteMagnitude
      var inside = false
      var previous = corners[corners.count - 1]
      for corner in corners {
        let edge = previous - corner
        let offset = point - corner
        let share = clamp((offset * edge).sum() / max(1e-9, (edge * edge).sum()))
        nearest = min(nearest, (offset - edge * share).length)
        if (corner.y > point.y) != (previous.y > point.y),
          offset.x < edge.x * offset.y / edge.y
        {
          inside.toggle()
        }
        previous = corner
      }
      return inside ? -nearest : nearest
    }
  }

  /// A turned object standing upright, as wide at each height as its profile says.
  ///
  /// - Parameter profile: half-widths, evenly spaced from the top of the box to its bottom.
  static func turned(in box: Box, profile: [Float]) -> Shape {
    Shape(bounds: box) { point in
      let down = (point.y - box.low.y) / box.size.y
      let across = abs(point.x - box.center.x) - Shape.width(of: profile, at: down)
      return max(across, max(box.low.y - point.y, point.y - box.high.y))
    }
  }

  static func width(of profile: [Float], at down: Float) -> Float {
    let place = clamp(down) * Float(profile.count - 1)
    let index = min(Int(place), profile.count - 2)
    return mix(profile[index], profile[index + 1], smoothstep(0, 1, place - Float(index)))
  }

  /// Both regions, melted together where they come within `blend`.
  func joined(with other: Shape, blend: Float = 0) -> Shape {
    Shape(bounds: bounds.union(other.bounds)) { [distance] point in
      let first = distance(point)
      let second = other.distance(point)
      guard blend > 0 else { return min(first, second) }
      let overlap = max(blend - abs(first - second), 0) / blend
      return min(first, second) - overlap * overlap * blend * 0.25
    }
  }

  func cut(to other: Shape) -> Shape {
    Shape(bounds: bounds) { [distance] in max(distance($0), other.distance($0)) }
  }

  func without(_ other: Shape) -> Shape {
    Shape(bounds: bounds) { [distance] in max(distance($0), -other.distance($0)) }
  }

  func rotated(by angle: Float, about pivot: Point) -> Shape {
    let (sine, cosine) = (sin(angle), cos(angle))
    let half = bounds.size * 0.5
    let reach = Point(
      abs(cosine) * half.x + abs(sine) * half.y, abs(sine) * half.x + abs(cosine) * half.y)
    let offset = bounds.center - pivot
    let center =
      pivot + Point(cosine * offset.x - sine * offset.y, sine * offset.x + cosine * offset.y)
    return Shape(bounds: Box(center: center, half: reach)) { [distance] point in
      let turned = point - pivot
      return distance(
        pivot
          + Point(
            cosine * turned.x + sine * turned.y, cosine * turned.y - sine * turned.x))
    }
  }

  /// The same region with an uneven edge, `amount` deep, of bumps about `scale` wide.
  func roughened(_ noise: Noise, scale: Float, amount: Float, octaves: Int = 2) -> Shape {
    Shape(bounds: bounds.grown(by: amount)) { [distance] point in
      let reach = distance(point)
      guard abs(reach) < 2 * amount else { return reach }
      return reach + amount * noise.fractal(point / scale, octaves: octaves)
    }
  }
}
