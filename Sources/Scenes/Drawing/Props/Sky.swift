/// A sky with clouds, paling towards the horizon.
struct Sky {
  private let daylight: Daylight
  private let shapes: Noise
  private let veil: Noise
  private let scale: Float
  private let sun: Point

  init(_ daylight: Daylight, _ random: inout Random) {
    self.daylight = daylight
    shapes = Noise(&random)
    veil = Noise(&random)
    scale = random.float(1.6...3)
    sun = Point(0.5 + 0.7 * daylight.light.direction.x, random.float(-0.1...0.15))
  }

  func paint(on canvas: inout Canvas, horizon: Float) {
    let ramp = Ramp([
      daylight.horizon, midway(0.35), midway(0.62), midway(0.85), daylight.zenith,
    ])
    let lit = mix(.gray(0.95), daylight.light.sun, 0.25)
    let shaded = mix(daylight.zenith.muted(to: 0.45).color, .gray(0.5), 0.4)
    canvas.wash(to: horizon + 0.02) { point in
      let up = clamp((horizon - point.y) / max(horizon, 0.3))
      var color = ramp.color(at: up * (1.6 - 0.6 * up))
      let glare = 1 / (1 + 14 * (point - sun).length)
      color += daylight.light.sun * (0.25 * glare)
      let flat = Point(point.x - 0.5, (point.y - horizon) * 2.1) * (scale / (1.25 - 0.5 * up))
      let density = shapes.fractal(flat + 7, octaves: 5)
      let threshold = mix(0.55, -0.75, daylight.cloudiness)
      let cover = smoothstep(threshold, threshold + 0.45, density)
      if cover > 0 {
        let toward = Point(daylight.light.direction.x, -0.8) * 0.12
        let rim = density - shapes.fractal(flat + 7 + toward, octaves: 3)
        let bright = clamp(0.62 + 0.55 * rim - 0.25 * (density - threshold))
        let cloud = daylight.haze(mix(shaded, lit, bright), 0.5 * (1 - up) * (1 - up))
        color = mix(color, cloud, cover * 0.92)
      }
      let wisp = veil.fractal(Point(point.x * 1.5, point.y * 5), octaves: 2)
      return mix(color, daylight.horizon.color, 0.25 * clamp(wisp))
    }
  }

  private func midway(_ share: Float) -> Swatch {
    let (low, high) = (daylight.horizon, daylight.zenith)
    // Straight through grey rather than round the hue circle, as light mixes.
    let near = share < 0.5 ? low : high
    let chroma = mix(low.chroma, high.chroma, share)
    let apart = abs(low.hue - high.hue) > 60
    return Swatch(
      mix(low.lightness, high.lightness, share),
      apart ? chroma * (0.35 + 0.65 * abs(2 * share - 1)) : chroma,
      apart ? near.hue : mix(low.hue, high.hue, share))
  }
}
