/// A street with lit windows and lamps after sundown.
enum DuskStreet: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let vanishing = Point(random.float(0.42...0.58), random.float(0.5...0.58))
    let sky = Ramp(
      random.pick([
        [Swatch(0.78, 0.1, 60), Swatch(0.6, 0.06, 350), Swatch(0.46, 0.07, 275)],
        [Swatch(0.7, 0.045, 80), Swatch(0.55, 0.055, 235), Swatch(0.42, 0.085, 256)],
        [Swatch(0.72, 0.09, 20), Swatch(0.56, 0.06, 320), Swatch(0.42, 0.06, 285)],
        [Swatch(0.72, 0.015, 220), Swatch(0.6, 0.03, 250), Swatch(0.48, 0.045, 256)],
      ]).map { $0.varied(&random) } + [Swatch(0.34, 0.07, random.float(250...275))])
    let street = Street(&random, vanishing: vanishing, dusk: sky)
    street.paint(on: &canvas)
    paintLamps(on: &canvas, street: street, &random)
    paintCars(on: &canvas, street: street, &random)
  }

  private static func paintLamps(
    on canvas: inout Canvas, street: Street, _ random: inout Random
  ) {
    let glow = random.pick([Swatch(0.86, 0.11, 75), Swatch(0.93, 0.04, 95)]).color
    for index in (1...6).reversed() {
      for side in [Float(-1), 1] {
        let depth = 0.75 * Float(index) + 0.35
        let foot = street.point(side * 0.62, 0.4, depth: depth)
        let top = street.point(side * 0.62, -0.62, depth: depth)
        let head = street.point(side * 0.5, -0.64, depth: depth)
        let width = 0.011 / depth
        for (start, end) in [(foot, top), (top, head)] {
          canvas.fill(.stroke(start, end, width, 0.7 * width)) { _, _ in Color(0.02, 0.022, 0.03) }
        }
        canvas.glow(at: head, radius: 0.3 / depth, glow * 0.5)
        canvas.fill(.circle(head, 0.024 / depth), softness: 0.01 / depth) { _, _ in glow * 1.6 }
        let pool = Shape.ellipse(foot - Point(side * 0.07, 0) / depth, Point(0.3, 0.055) / depth)
        canvas.darken(pool, softness: 0.1 / depth, to: .gray(1) + glow * 1.5)
        let streak = Shape.ellipse(
          street.point(side * 0.5, 0.64, depth: depth), Point(0.014, 0.16) / depth)
        canvas.fill(streak, softness: 0.03 / depth, opacity: 0.4) { _, _ in glow }
      }
    }
  }

  private static func paintCars(
    on canvas: inout Canvas, street: Street, _ random: inout Random
  ) {
    for index in (0..<3).reversed() {
      let side: Float = random.chance(0.5) ? 1 : -1
      let depth = 0.95 + 0.85 * Float(index) + random.float(0...0.5)
      let paint = random.pick([
        Swatch(0.42, 0.12, 25), Swatch(0.38, 0.06, 255), Swatch(0.6, 0.01, 90),
        Swatch(0.7, 0.11, 88),
        Swatch(0.4, 0.05, 160),
      ]).varied(&random).color
      let scale = 1 / depth
      let base = street.point(side * 0.24, 0.38, depth: depth)
      let body = Shape.box(
        Box(low: base - Point(0.15, 0.13) * scale, high: base + Point(0.15, -0.015) * scale),
        corner: 0.03 * scale)
      let cabin = Shape.box(
        Box(low: base - Point(0.115, 0.22) * scale, high: base + Point(0.115, -0.1) * scale),
        corner: 0.04 * scale)
      canvas.darken(
        .ellipse(base, Point(0.19, 0.035) * scale), softness: 0.04 * scale, to: .gray(0.2))
      let gleam = street.ambience
      canvas.model(
        body.joined(with: cabin, blend: 0.03 * scale), roundness: 0.06 * scale,
        light: gleam, gloss: 0.3
      ) { _, _ in paint }
      let glass = Box(
        low: base - Point(0.09, 0.2) * scale, high: base + Point(0.09, -0.125) * scale)
      canvas.fill(.box(glass, corner: 0.02 * scale)) { point, _ in
        gleam.above * (0.5 - 0.3 * (point.y - glass.low.y) / glass.size.y)
      }
      let lamp = side > 0 ? Color(1.4, 0.07, 0.04) : Color(1.5, 1.35, 1)
      for end in [Float(-1), 1] {
        let place = base + Point(0.115 * end, -0.085) * scale
        canvas.glow(at: place, radius: 0.12 * scale, lamp * 0.5)
        canvas.fill(.ellipse(place, Point(0.026, 0.016) * scale), softness: 0.01 * scale) { _, _ in
          lamp
        }
        canvas.fill(
          .ellipse(place + Point(0, 0.17) * scale, Point(0.016, 0.08) * scale),
          softness: 0.03 * scale, opacity: 0.35
        ) { _, _ in lamp }
      }
    }
  }
}
