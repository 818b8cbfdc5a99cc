/// Round fruit with skin, stalk, highlight and shadow.
struct Fruit {
  enum Sort: CaseIterable {
    case redApple, greenApple, orange, lemon, peach, plum, pear, tomato, lime
  }

  let sort: Sort
  private let main: Swatch
  private let blush: Swatch
  private let gloss: Float
  private let stretch: Point
  /// How rough the skin is.
  private let pores: Float

  init(_ sort: Sort, _ random: inout Random) {
    self.sort = sort
    let skin: (main: Swatch, blush: Swatch, gloss: Float, stretch: Point, pores: Float)
    switch sort {
    case .redApple:
      skin = (Swatch(0.5, 0.165, 26), Swatch(0.72, 0.12, 85), 0.5, Point(1, 0.93), 0.03)
    case .greenApple:
      skin = (Swatch(0.72, 0.13, 116), Swatch(0.68, 0.12, 70), 0.5, Point(1, 0.94), 0.03)
    case .orange:
      skin = (Swatch(0.7, 0.155, 56), Swatch(0.73, 0.15, 65), 0.28, Point(1, 0.98), 0.12)
    case .lemon:
      skin = (Swatch(0.85, 0.15, 100), Swatch(0.8, 0.14, 108), 0.3, Point(1.18, 0.88), 0.1)
    case .peach:
      skin = (Swatch(0.78, 0.11, 72), Swatch(0.6, 0.15, 28), 0.06, Point(1, 0.95), 0.04)
    case .plum:
      skin = (Swatch(0.36, 0.085, 325), Swatch(0.46, 0.07, 290), 0.22, Point(0.92, 1), 0.05)
    case .pear:
      skin = (Swatch(0.74, 0.115, 108), Swatch(0.66, 0.11, 62), 0.25, Point(0.86, 1), 0.09)
    case .tomato:
      skin = (Swatch(0.56, 0.18, 30), Swatch(0.62, 0.16, 45), 0.7, Point(1.08, 0.88), 0.01)
    case .lime:
      skin = (Swatch(0.6, 0.125, 127), Swatch(0.66, 0.12, 118), 0.3, Point(1.1, 0.92), 0.1)
    }
    main = skin.main.varied(&random)
    blush = skin.blush.varied(&random)
    (gloss, stretch, pores) = (skin.gloss, skin.stretch, skin.pores)
  }

  /// Paints the fruit resting at the foot, with the shadow that it casts.
  func paint(
    on canvas: inout Canvas, foot: Point, radius: Float, light: Light, _ random: inout Random
  ) {
    let radii = stretch * radius
    let center = foot - Point(0, 0.92 * radii.y)
    paintShadow(on: &canvas, foot: foot, radius: radius, light: light)
    let (skin, speck) = (Noise(&random), Noise(&random))
    let (ground, flush) = (main.color, blush.color)
    let lean = random.float(-1...1)
    canvas.model(
      outline(center, radii), roundness: 0.98 * min(radii.x, radii.y), light: light,
      gloss: gloss
    ) { point, normal in
      let local = (point - center) / radii
      let spread = 0.55 * lean * local.x - 0.35 * local.y
      let blotch = skin.fractal(Point(local.x * 2.6, local.y * 0.9 + lean * 5), octaves: 3)
      var albedo = mix(ground, flush, smoothstep(-0.1, 0.85, spread + 0.45 * blotch))
      albedo *= 1 + pores * speck.fractal(local * 22, octaves: 2)
      let hollow = smoothstep(0.32, 0.02, (local - Point(0.05 * lean, -0.8)).length)
      let grounded = 1 - 0.5 * smoothstep(0.35, 1, local.y)
      return albedo * grounded * (1 - 0.5 * hollow) + flush * (0.1 * (1 - normal.z))
    }
    paintStalk(on: &canvas, top: center - Point(-0.05 * lean, 0.8) * radii, radius: radius, light)
  }

  private func outline(_ center: Point, _ radii: Point) -> Shape {
    let body = Shape.ellipse(center, radii)
    guard sort == .pear else { return body }
    let neck = Shape.ellipse(center - Point(0, 0.85 * radii.y), radii * 0.52)
    return body.joined(with: neck, blend: 0.5 * radii.y)
  }

  private func paintShadow(on canvas: inout Canvas, foot: Point, radius: Float, light: Light) {
    let cast = foot + light.shadowOffset * Point(0.9, 0.35) * radius - Point(0, 0.12 * radius)
    let fallen = Shape.ellipse(cast, Point(1.25, 0.42) * radius)
    canvas.darken(fallen, softness: 0.4 * radius, opacity: 0.8, to: light.shadowTint)
    let contact = Shape.ellipse(foot - Point(0, 0.1 * radius), Point(0.75, 0.22) * radius)
    canvas.darken(contact, softness: 0.3 * radius, opacity: 0.75, to: light.shadowTint * 0.5)
  }

  private func paintStalk(on canvas: inout Canvas, top: Point, radius: Float, _ light: Light) {
    switch sort {
    case .redApple, .greenApple, .pear, .peach:
      let rise: Float = sort == .pear ? 0.75 : 0.28
      let start = sort == .pear ? top - Point(0, 0.45 * radius) : top
      let end = top - Point(-0.1, rise) * radius
      let stalk = Shape.stroke(start, end, 0.04 * radius, 0.055 * radius)
      canvas.model(stalk, roundness: 0.05 * radius, light: light) { _, _ in
        Swatch(0.4, 0.05, 70).color
      }
    case .tomato:
      for index in 0..<5 {
        let side = Float(index - 2)
        let tip = top + Point(0.17 * side, 0.22 - 0.09 * abs(side)) * radius
        canvas.fill(.stroke(top, tip, 0.07 * radius, 0.015 * radius)) { _, _ in
          light.shade(Swatch(0.48, 0.1, 135).color, normal: Vector(0, -0.8, 0.6))
        }
      }
    case .orange, .lemon, .plum, .lime:
      canvas.darken(.circle(top, 0.07 * radius), softness: 0.08 * radius, to: .gray(0.45))
    }
  }
}
