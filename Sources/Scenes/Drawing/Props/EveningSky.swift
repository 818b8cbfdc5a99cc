/// A sky around a low sun, its clouds lit from beneath.
struct EveningSky {
  private let horizon: Float
  private let sun: Point
  private let colors: Ramp
  private let banks: Noise
  private let lit: Color
  private let shaded: Color
  private let cover: Float

  init(_ random: inout Random, horizon: Float, sun: Point, colors: Ramp) {
    self.horizon = horizon
    self.sun = sun
    self.colors = colors
    banks = Noise(&random)
    lit = Swatch(0.78, 0.12, random.float(30...65)).varied(&random).color
    shaded = Swatch(0.46, 0.045, random.float(280...350)).varied(&random).color
    cover = random.float(-0.25...0.25)
  }

  func color(at point: Point) -> Color {
    let up = clamp((horizon - point.y) / max(horizon, 0.3))
    let near = (point - sun) * Point(0.8, 1.3)
    let glow = 1 / (1 + 60 * (near * near).sum())
    var color = mix(colors.color(at: up), colors.color(at: 0) * 1.1, 0.5 * glow)
    let place = Point(point.x * 1.7, (point.y - horizon) * 5.2) / (0.7 + 0.6 * up)
    let density = banks.fractal(place, octaves: 5)
    let thick = smoothstep(cover, cover + 0.5, density)
    let below = density - banks.fractal(place + Point(0, 0.3), octaves: 3)
    let bright = clamp(0.45 + 0.6 * below + 0.5 * glow - 0.25 * up)
    color = mix(color, mix(shaded, lit, bright), 0.85 * thick)
    return color + Color(1, 0.72, 0.4) * (0.45 * glow * glow)
  }
}
