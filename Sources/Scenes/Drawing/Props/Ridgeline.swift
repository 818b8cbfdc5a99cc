/// The outline of hills or mountains across the picture.
struct Ridgeline {
  private static let spacing: Float = 1 / 512

  /// Below this height of the picture nothing but land is seen.
  let lowest: Float
  private let left: Float
  private let heights: [Float]

  init(
    _ random: inout Random, over canvas: Canvas, base: Float, rise: Float, frequency: Float,
    octaves: Int = 4
  ) {
    let noise = Noise(&random)
    let row = random.float(0...20)
    self.init(over: canvas) { x in
      base - rise * (0.5 + noise.fractal(Point(x * frequency, row), octaves: octaves))
    }
  }

  /// Remembers a line, so that following it costs little however it is found.
  init(over canvas: Canvas, line: (Float) -> Float) {
    let first = (canvas.left / Ridgeline.spacing).rounded(.down) - 32
    let last = (canvas.right / Ridgeline.spacing).rounded(.up) + 32
    left = first * Ridgeline.spacing
    heights = (Int(first)...Int(last)).map { line(Float($0) * Ridgeline.spacing) }
    lowest = heights.reduce(0, max)
  }

  /// The height of the picture at which the land begins.
  func callAsFunction(_ x: Float) -> Float {
    let place = clamp((x - left) / Ridgeline.spacing, 0, Float(heights.count - 2))
    let index = Int(place)
    return mix(heights[index], heights[index + 1], place - Float(index))
  }
}
