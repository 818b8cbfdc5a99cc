/// A colour of a palette by lightness, chroma and hue, to be varied before it is painted.
struct Swatch {
  let lightness: Float
  let chroma: Float
  let hue: Float
  let color: Color

  init(_ lightness: Float, _ chroma: Float, _ hue: Float) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
    color = .oklch(lightness, chroma, hue)
  }

  /// A neighbour of this colour, `spread` 1 being the difference between two apples of a sort.
  func varied(_ random: inout Random, spread: Float = 1) -> Swatch {
    Swatch(
      lightness + 0.04 * spread * random.float(-1...1),
      chroma * (1 + 0.15 * spread * random.float(-1...1)),
      hue + 8 * spread * random.float(-1...1))
  }

  func lighter(by amount: Float) -> Swatch {
    Swatch(lightness + amount, chroma, hue)
  }

  func muted(to share: Float) -> Swatch {
    Swatch(lightness, chroma * share, hue)
  }
}
