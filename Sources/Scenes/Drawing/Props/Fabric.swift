/// Woven cloth, plain, striped or checked, lying in soft folds.
struct Fabric {
  enum Pattern: CaseIterable {
    case plain, striped, checked
  }

  private let ground: Color
  private let second: Color
  private let pattern: Pattern
  private let stripe: Float
  private let folds: Noise
  private let weave: Noise

  init(_ random: inout Random) {
    let main = random.pick([
      Swatch(0.88, 0.02, 85), Swatch(0.48, 0.08, 255), Swatch(0.45, 0.11, 22),
      Swatch(0.62, 0.06, 165), Swatch(0.8, 0.05, 75), Swatch(0.55, 0.05, 300),
      Swatch(0.7, 0.04, 235), Swatch(0.5, 0.06, 140),
    ]).varied(&random)
    ground = main.color
    second =
      random.pick([
        Swatch(0.92, 0.012, 90), Swatch(0.52, 0.12, 24), Swatch(0.45, 0.08, 258),
        Swatch(0.66, 0.09, 85),
      ]).varied(&random).color
    pattern = random.pick(Pattern.allCases)
    stripe = random.float(0.045...0.09)
    folds = Noise(&random)
    weave = Noise(&random)
  }

  /// The cloth's colour, and which way its folds face, on a coordinate plane of its own.
  func surface(at point: Point) -> (albedo: Color, normal: Vector) {
    let place = point * Point(2.4, 3.4)
    let height = folds.fractal(place, octaves: 2)
    let across = folds.fractal(place + Point(0.06, 0), octaves: 2) - height
    let down = folds.fractal(place + Point(0, 0.06), octaves: 2) - height
    let thread = 0.07 * weave.fractal(point * Point(150, 150), octaves: 2)
    let bent = point + 0.02 * height
    let albedo = mix(ground, second, share(at: bent)) * (1 + thread)
    return (albedo, Vector(-3 * across, -0.75 - 3 * down, 0.7).normalized)
  }

  private func share(at point: Point) -> Float {
    let across = band(point.x)
    switch pattern {
    case .plain: return 0
    case .striped: return across
    case .checked: return 0.5 * (across + band(point.y))
    }
  }

  private func band(_ coordinate: Float) -> Float {
    let wave = abs(fraction(coordinate / (2 * stripe)) * 2 - 1)
    return smoothstep(0.46, 0.54, wave)
  }
}
