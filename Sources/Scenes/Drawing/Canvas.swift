/// Linear-light pixels that shapes are painted on, one over the other, back to front.
struct Canvas {
  let height: Int
  let width: Int
  /// The edge of a pixel; the picture is 1 high.
  let step: Float
  private(set) var pixels: [Color]

  init(height: Int, width: Int) {
    self.height = height
    self.width = width
    step = 1 / Float(height)
    pixels = [Color](repeating: Color(), count: height * width)
  }

  /// The picture's left edge; 0 where it is square.
  var left: Float { 0.5 - 0.5 * step * Float(width) }
  var right: Float { 1 - left }

  /// Paints a band that spans the picture's width.
  mutating func wash(
    from top: Float = 0, to bottom: Float = 1, opacity: Float = 1, _ color: (Point) -> Color
  ) {
    let box = Box(low: Point(left, top), high: Point(right, bottom))
    fill(.box(box.grown(by: step)), opacity: opacity) { point, _ in color(point) }
  }

  /// Paints over part of a band, as thick as `within` says.
  mutating func wash(
    from top: Float, to bottom: Float, _ color: (Point) -> Color, within cover: (Point) -> Float
  ) {
    let box = Box(low: Point(left, top), high: Point(right, bottom))
    blend(.box(box.grown(by: step)), softness: 0, opacity: 1) { point, _, under in
      let share = cover(point)
      return share > 0 ? mix(under, color(point), share) : under
    }
  }

  /// Paints a shape; the colour may depend on the place and the distance to the edge.
  mutating func fill(
    _ shape: Shape, softness: Float = 0, opacity: Float = 1, _ color: (Point, Float) -> Color
  ) {
    blend(shape, softness: softness, opacity: opacity) { point, distance, _ in
      color(point, distance)
    }
  }

  /// Lets through only a share of the light, as a shadow does.
  mutating func darken(_ shape: Shape, softness: Float, opacity: Float = 1, to tint: Color) {
    blend(shape, softness: softness, opacity: opacity) { _, _, under in under * tint }
  }

  /// Adds light that fades from a point outwards.
  mutating func glow(at center: Point, radius: Float, _ color: Color) {
    blend(.circle(center, radius), softness: 0, opacity: 1) { point, distance, under in
      let near = clamp(-distance / radius)
      return under + color * (near * near * near)
    }
  }

  /// Paints all below a line over the picture's width; the colour gets the depth under the line.
  mutating func fill(
    below line: (Float) -> Float, to bottom: Float = 1, softness: Float = 0,
    _ color: (Point, Float) -> Color
  ) {
    let edge = max(softness, step)
    let tops = (0..<width).map { line(left + (Float($0) + 0.5) * step) }
    for row in 0..<min(height, Int(clamp(bottom) * Float(height))) {
      let y = (Float(row) + 0.5) * step
      for column in 0..<width where y > tops[column] - edge {
        let depth = y - tops[column]
        let point = Point(left + (Float(column) + 0.5) * step, y)
        let cover = clamp(0.5 + depth / edge)
        guard cover > 0 else { continue }
        let index = row * width + column
        pixels[index] = mix(pixels[index], color(point, max(depth, 0)), cover)
      }
    }
  }

  /// Paints a shape as a body swelling towards the viewer, round over `roundness` from its edge.
  mutating func model(
    _ shape: Shape, roundness: Float, light: Light, gloss: Float = 0, softness: Float = 0,
    opacity: Float = 1, _ albedo: (Point, Vector) -> Color
  ) {
    let reach = max(step, 0.02 * roundness)
    fill(shape, softness: softness, opacity: opacity) { point, distance in
      let lean = clamp(1 + distance / roundness, 0, 0.98)
      let across = shape.distance(point + Point(reach, 0)) - distance
      let down = shape.distance(point + Point(0, reach)) - distance
      let length = max(1e-6, Point(across, down).length)
      let toward = (1 - lean * lean).squareRoot()
      let normal = Vector(across / length * lean, down / length * lean, toward)
      return light.shade(albedo(point, normal), normal: normal, gloss: gloss)
    }
  }

  /// One thing in each stretch of the picture's width, whatever that width is.
  ///
  /// - Returns: for each a place across, and a stream of its own.
  func columns(every spacing: Float, _ random: inout Random) -> [(x: Float, random: Random)] {
    let key = random.next()
    let first = Int((left / spacing).rounded(.down)) - 1
    let last = Int((right / spacing).rounded(.up)) + 1
    return (first...last).map { index in
      var own = Random(seed: key, index: index)
      let x = (Float(index) + own.unit()) * spacing
      return (x, own)
    }
  }

  private mutating func blend(
    _ shape: Shape, softness: Float, opacity: Float, _ color: (Point, Float, Color) -> Color
  ) {
    let edge = max(softness, step)
    let box = shape.bounds.grown(by: edge)
    let rows = span(box.low.y / step, box.high.y / step, limit: height)
    let columns = span((box.low.x - left) / step, (box.high.x - left) / step, limit: width)
    let start = left
    pixels.withUnsafeMutableBufferPointer { pixels in
      for row in rows {
        for column in columns {
          let point = Point(start + (Float(column) + 0.5) * step, (Float(row) + 0.5) * step)
          let distance = shape.distance(point)
          guard distance < 0.5 * edge else { continue }
          let share = clamp(0.5 - distance / edge)
          let cover = opacity * (softness > 0 ? share * share * (3 - 2 * share) : share)
          let under = pixels[row * width + column]
          pixels[row * width + column] = mix(under, color(point, distance, under), cover)
        }
      }
    }
  }

  private func span(_ low: Float, _ high: Float, limit: Int) -> Range<Int> {
    let first = Int(clamp(low, 0, Float(limit)))
    let last = Int(clamp(high + 1, 0, Float(limit)))
    return first..<max(first, last)
  }
}
