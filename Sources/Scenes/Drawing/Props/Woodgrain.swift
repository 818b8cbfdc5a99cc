/// Planks with grain along x.
struct Woodgrain {
  private let dark: Color
  private let pale: Color
  private let plank: Float
  private let rings: Noise
  private let fibres: Noise

  init(_ random: inout Random, plank: Float) {
    let main = random.pick([
      Swatch(0.58, 0.075, 65), Swatch(0.44, 0.06, 52), Swatch(0.7, 0.06, 76),
      Swatch(0.5, 0.085, 45),
    ]).varied(&random)
    pale = main.lighter(by: 0.05).color
    dark = main.lighter(by: -0.12).color
    self.plank = plank
    rings = Noise(&random)
    fibres = Noise(&random)
  }

  func color(at point: Point) -> Color {
    let row = (point.y / plank).rounded(.down)
    let own = rings.value(Int(row), 3)
    let place = point + Point(own * 40, 0)
    let warp = rings.fractal(Point(place.x * 1.6, place.y * 9), octaves: 2)
    let ring = abs(fraction(place.y / plank * 2.5 + 1.1 * warp) * 2 - 1)
    let fibre = fibres.fractal(Point(place.x * 9, place.y * 170), octaves: 2)
    let gap = fraction(point.y / plank)
    let joint = smoothstep(0, 0.035, min(gap, 1 - gap))
    let tone = mix(dark, pale, clamp(0.25 + 0.6 * ring + 0.25 * fibre))
    return tone * (0.82 + 0.3 * own) * (0.35 + 0.65 * joint)
  }
}
