/// A few large blossoms before leaves out of focus.
enum Blossoms: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let light = Daylight(&random, moods: [.clear, .hazy, .golden]).facingViewer.light
    Bokeh(&random).paint(on: &canvas, light: light, &random)
    let sorts = (0..<2).map { _ in Blossom(&random) }
    for layer in 0..<3 {
      paintLayer(on: &canvas, near: Float(layer) / 2, sorts: sorts, light: light, &random)
    }
  }

  private static func paintLayer(
    on canvas: inout Canvas, near: Float, sorts: [Blossom], light: Light, _ random: inout Random
  ) {
    let blur = 0.035 * (1 - near)
    let radius = 0.09 + 0.09 * near
    let band: ClosedRange<Float> = near > 0.8 ? 0.5...0.82 : 0.18...0.6
    for (x, stream) in canvas.columns(every: 1.9 * radius, &random) {
      var own = stream
      let center = Point(x, own.float(band))
      let sort = own.pick(sorts)
      paintStem(on: &canvas, from: center, radius: radius, blur: blur, light: light, &own)
      sort.paint(
        on: &canvas, center: center, radius: radius * own.float(0.85...1.15), light: light,
        softness: blur, &own)
    }
  }

  private static func paintStem(
    on canvas: inout Canvas, from center: Point, radius: Float, blur: Float, light: Light,
    _ random: inout Random
  ) {
    let green = Swatch(0.5, 0.095, random.float(118...138)).varied(&random)
    let foot = Point(center.x + random.float(-0.12...0.12), 1.1)
    let width = 0.06 * radius
    canvas.model(
      .stroke(center, foot, width, 1.3 * width), roundness: width, light: light, softness: blur
    ) { _, _ in green.color }
    let veins = Noise(&random)
    for side in [Float(-1), 1] {
      let root = mix(center, foot, random.float(0.35...0.75))
      let length = radius * random.float(1...1.6)
      let middle = root + Point(side * 0.62, -0.35) * length
      let angle = side * -0.52
      let leaf = Shape.ellipse(middle, Point(0.66, 0.21) * length)
        .rotated(by: angle, about: middle)
      let tone = green.varied(&random).color
      canvas.fill(leaf, softness: blur) { point, _ in
        let offset = (point - middle) / length
        let across = offset.y * 0.87 + side * 0.5 * offset.x
        let along = offset.x * 0.87 * side - 0.5 * offset.y
        let ribs = veins(Point((along + abs(across) * 0.7) * 16, across))
        let spine = smoothstep(0.02, 0, abs(across))
        let normal = Vector(0.3 * side, -0.4 + 2.2 * across, 0.75).normalized
        return light.shade(tone * (0.9 + 0.2 * ribs + 0.35 * spine), normal: normal, gloss: 0.05)
      }
    }
  }
}
