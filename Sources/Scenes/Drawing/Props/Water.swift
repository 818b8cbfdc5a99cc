/// Rippled water to the horizon that mirrors the sky above it.
struct Water {
  let plane: GroundPlane
  let daylight: Daylight
  let deep: Swatch
  let shallow: Swatch
  private let waves: Noise
  private let drift: Noise
  private let roughness: Float

  init(horizon: Float, daylight: Daylight, _ random: inout Random) {
    plane = GroundPlane(horizon: horizon)
    self.daylight = daylight
    let gray = daylight.mood == .overcast
    deep = (gray ? Swatch(0.48, 0.035, 225) : Swatch(0.46, 0.08, 238)).varied(&random, spread: 1.5)
    shallow = (gray ? Swatch(0.6, 0.03, 190) : Swatch(0.66, 0.075, 200))
      .varied(&random, spread: 1.5)
    waves = Noise(&random)
    drift = Noise(&random)
    roughness = random.float(0.6...1.2)
  }

  /// The water seen at a point; `depth` 1 is the open sea and 0 a shoal.
  func color(at point: Point, depth: Float = 1) -> Color {
    let nearness = plane.nearness(point.y)
    let place = plane.place(point)
    let scale = Point(place.x * 9, place.y * 22)
    let fine = smoothstep(0, 0.12, nearness)
    let swell = waves.relief(scale * 0.32, toward: Point(0.1, -0.3), octaves: 2)
    let ripple = waves.relief(scale, toward: Point(0.12, -0.3), octaves: 3) * fine
    let slope = (0.7 * swell + 0.5 * ripple) * roughness
    let patch = drift.fractal(Point(place.x * 0.8, place.y * 0.7), octaves: 3)
    let body = mix(shallow.color, deep.color, clamp(depth + 0.25 * patch))
    let mirrored = mix(daylight.zenith.color, daylight.horizon.color, 0.55 + 0.45 * (1 - nearness))
    let grazing = clamp(0.75 - 0.55 * nearness.squareRoot() + 0.55 * slope, 0.08, 0.9)
    let light = daylight.light.above + daylight.light.sun * 0.5
    let glitter = smoothstep(0.55, 1.1, slope + 0.3 * patch)
    let lit = mix(body * light * 1.2, mirrored * 0.9, grazing) + daylight.light.sun * 0.3 * glitter
    return daylight.haze(lit, 0.45 * (1 - nearness) * (1 - nearness) * (1 - nearness))
  }
}
