/// The weather and the hour: the colours of the sky, its light, and its haze.
struct Daylight {
  enum Mood: CaseIterable {
    case clear, hazy, overcast, golden
  }

  let mood: Mood
  private(set) var light: Light
  let zenith: Swatch
  let horizon: Swatch
  let cloudiness: Float

  init(_ random: inout Random, moods: [Mood] = Mood.allCases) {
    mood = random.pick(moods)
    let side: Float = random.chance(0.5) ? 1 : -1
    let sun: Swatch
    let (strength, glow): (Float, Float)
    let height: Float
    switch mood {
    case .clear:
      zenith = Swatch(0.56, 0.11, 250).varied(&random)
      horizon = Swatch(0.84, 0.045, 230).varied(&random)
      (sun, strength, glow, height) = (Swatch(0.98, 0.025, 90), 0.85, 0.36, 0.9)
      cloudiness = random.float(0.1...0.5)
    case .hazy:
      zenith = Swatch(0.7, 0.07, 242).varied(&random)
      horizon = Swatch(0.88, 0.022, 110).varied(&random)
      (sun, strength, glow, height) = (Swatch(0.97, 0.03, 85), 0.65, 0.45, 0.8)
      cloudiness = random.float(0.2...0.6)
    case .overcast:
      zenith = Swatch(0.68, 0.022, 250).varied(&random)
      horizon = Swatch(0.85, 0.012, 220).varied(&random)
      (sun, strength, glow, height) = (Swatch(0.96, 0.01, 90), 0.3, 0.65, 1)
      cloudiness = random.float(0.75...1)
    case .golden:
      zenith = Swatch(0.6, 0.07, 255).varied(&random)
      horizon = Swatch(0.86, 0.075, 72).varied(&random)
      (sun, strength, glow, height) = (Swatch(0.9, 0.1, 70), 0.9, 0.32, 0.5)
      cloudiness = random.float(0.2...0.6)
    }
    light = Light(
      from: Vector(side * random.float(0.4...0.8), -height, random.float(0.35...0.7)),
      sun: sun.color * strength,
      above: mix(zenith.color, .gray(0.6), 0.62) * (glow * 1.7),
      below: Swatch(0.6, 0.03, 95).color * (glow * 0.7))
  }

  /// The same day, its sun behind the viewer, so that upright walls are lit.
  var facingViewer: Daylight {
    var turned = self
    turned.light.direction = Vector(light.direction.x, light.direction.y, 0.85).normalized
    return turned
  }

  /// What far things fade into.
  var air: Color { mix(horizon.color, zenith.color, 0.3) }

  /// What the air leaves of a colour at a distance, 0 here and 1 out of sight.
  func haze(_ color: Color, _ distance: Float) -> Color {
    mix(color, air, clamp(distance) * (mood == .clear ? 0.55 : 0.75))
  }
}
