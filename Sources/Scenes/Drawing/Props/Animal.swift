/// A farm animal from the side, standing or grazing.
struct Animal {
  enum Sort {
    case cow, sheep, horse
  }

  private let sort: Sort
  private let coat: Swatch
  private let patch: Swatch
  private let patchiness: Float
  private let facing: Float
  private let grazing: Bool

  init(_ sort: Sort, _ random: inout Random) {
    self.sort = sort
    switch sort {
    case .cow:
      coat = random.pick([
        Swatch(0.9, 0.015, 85), Swatch(0.5, 0.09, 50), Swatch(0.28, 0.015, 60),
        Swatch(0.68, 0.07, 72),
      ]).varied(&random)
      patch = random.pick([
        Swatch(0.24, 0.01, 60), Swatch(0.46, 0.09, 45), Swatch(0.92, 0.01, 85),
      ]).varied(&random)
      patchiness = random.float(-0.25...0.3)
    case .sheep:
      coat = random.pick([
        Swatch(0.88, 0.025, 85), Swatch(0.85, 0.03, 80), Swatch(0.42, 0.03, 55),
      ]).varied(&random)
      patch = random.pick([Swatch(0.28, 0.015, 60), Swatch(0.8, 0.035, 70)])
      patchiness = 9
    case .horse:
      coat = random.pick([
        Swatch(0.45, 0.085, 45), Swatch(0.36, 0.05, 45), Swatch(0.64, 0.08, 68),
        Swatch(0.8, 0.015, 85),
      ]).varied(&random)
      patch = Swatch(0.26, 0.02, 50)
      patchiness = 9
    }
    facing = random.chance(0.5) ? 1 : -1
    grazing = random.chance(0.55)
  }

  /// Paints the animal standing at the foot, `size` high at the withers.
  func paint(
    on canvas: inout Canvas, foot: Point, size: Float, light: Light, _ random: inout Random
  ) {
    let hide = Noise(&random)
    func at(_ x: Float, _ y: Float) -> Point { foot + Point(x * facing, -y) * size }
    canvas.darken(
      .ellipse(foot + light.shadowOffset * Point(0.25, 0.12) * size, Point(0.72, 0.12) * size),
      softness: 0.12 * size, to: light.shadowTint)
    for (x, shade) in [(Float(-0.38), Float(0.55)), (0.36, 0.55), (-0.48, 1), (0.44, 1)] {
      let knee = at(x + 0.02, 0.24)
      let leg = Shape.stroke(at(x, 0.5), knee, 0.1 * size, 0.045 * size)
        .joined(with: .stroke(knee, at(x, 0.03), 0.042 * size, 0.032 * size), blend: 0.03 * size)
      canvas.model(leg, roundness: 0.06 * size, light: light) { point, _ in
        let hoof = smoothstep(0.09, 0.07, (foot.y - point.y) / size)
        return mix(color(at: point, size: size, hide), .gray(0.03), hoof) * shade
      }
    }
    if sort != .sheep {
      let tail = Shape.stroke(at(-0.6, 0.8), at(-0.67, 0.35), 0.025 * size, 0.04 * size)
      canvas.model(tail, roundness: 0.03 * size, light: light) { _, _ in patch.color }
    }
    let body = self.body(at: at, size: size, hide)
    canvas.model(body, roundness: 0.24 * size, light: light) { point, normal in
      color(at: point, size: size, hide) * (1 - 0.3 * max(0, normal.y))
    }
    if sort == .horse {
      let mane = Shape.stroke(
        at(0.3, 0.98), grazing ? at(0.72, 0.52) : at(0.62, 1.3), 0.07 * size, 0.05 * size
      ).roughened(hide, scale: 0.05 * size, amount: 0.03 * size)
      canvas.model(mane, roundness: 0.06 * size, light: light) { _, _ in patch.color }
    }
    paintHead(on: &canvas, at: at, size: size, light: light, hide)
  }

  private func body(at: (Float, Float) -> Point, size: Float, _ hide: Noise) -> Shape {
    let barrel = Shape.stroke(at(-0.36, 0.66), at(0.36, 0.67), 0.24 * size, 0.24 * size)
    guard sort == .sheep else {
      let crest: Float = sort == .horse ? 1.2 : 0.96
      let neck = Shape.stroke(
        at(0.42, 0.76), grazing ? at(0.78, 0.4) : at(0.72, crest), 0.18 * size, 0.1 * size)
      let rump = Shape.circle(at(-0.42, 0.7), 0.28 * size)
      return barrel.joined(with: rump, blend: 0.06 * size).joined(with: neck, blend: 0.16 * size)
    }
    return Shape.stroke(at(-0.3, 0.6), at(0.3, 0.62), 0.34 * size, 0.33 * size)
      .roughened(hide, scale: 0.07 * size, amount: 0.022 * size)
  }

  private func paintHead(
    on canvas: inout Canvas, at: (Float, Float) -> Point, size: Float, light: Light, _ hide: Noise
  ) {
    let (poll, nose): (Point, Point)
    switch (sort, grazing) {
    case (.sheep, true): (poll, nose) = (at(0.62, 0.46), at(0.78, 0.18))
    case (.sheep, false): (poll, nose) = (at(0.62, 0.84), at(0.86, 0.72))
    case (.cow, true), (.horse, true): (poll, nose) = (at(0.8, 0.36), at(0.94, 0.09))
    case (.cow, false): (poll, nose) = (at(0.76, 1), at(1, 0.82))
    case (.horse, false): (poll, nose) = (at(0.76, 1.26), at(1, 1.04))
    }
    let head = Shape.stroke(poll, nose, 0.12 * size, 0.075 * size)
    let muzzle = Swatch(0.62, 0.05, 30).color
    canvas.model(head, roundness: 0.11 * size, light: light) { point, _ in
      let fur = sort == .sheep ? patch.color : color(at: point, size: size, hide)
      return mix(muzzle, fur, smoothstep(0.03 * size, 0.12 * size, (point - nose).length))
    }
    let ear = poll + (at(-0.1, 0.12) - at(0, 0))
    canvas.model(
      .stroke(poll, ear, 0.045 * size, 0.02 * size), roundness: 0.04 * size, light: light
    ) { _, _ in sort == .horse ? patch.color : coat.color }
    canvas.fill(.circle(mix(poll, nose, 0.35), 0.02 * size)) { _, _ in .gray(0.01) }
  }

  private func color(at point: Point, size: Float, _ hide: Noise) -> Color {
    let place = point / size
    let spot = hide.fractal(place * 2.1, octaves: 3)
    let fur = hide.fractal(place * (sort == .sheep ? 9 : 22), octaves: 3)
    let base = mix(coat.color, patch.color, smoothstep(patchiness - 0.04, patchiness + 0.04, spot))
    return base * (1 + (sort == .sheep ? 0.3 : 0.15) * fur)
  }
}
