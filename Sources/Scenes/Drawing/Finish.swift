import Foundation
import Imaging

/// What a camera does to light: white balance, exposure, lens falloff, grain, and 8-bit sRGB.
struct Finish {
  private let balance: Color
  private let saturation: Float
  private let falloff: Float
  private let grain: Float
  private let noise: Noise

  init(_ random: inout Random) {
    let warmth = random.float(-0.04...0.04)
    balance = Color(1 + warmth, 1, 1 - warmth) * random.float(0.92...1.1)
    saturation = random.float(0.8...1.08)
    falloff = random.float(0.1...0.35)
    grain = random.float(0.004...0.012)
    noise = Noise(&random)
  }

  /// Develops a canvas painted `oversampling` times finer than the picture.
  func develop(_ canvas: Canvas, oversampling: Int) -> RGBImage {
    let (height, width) = (canvas.height / oversampling, canvas.width / oversampling)
    var image = RGBImage(height: height, width: width)
    let share = 1 / Float(oversampling * oversampling)
    for row in 0..<height {
      for column in 0..<width {
        var sum = Color()
        for down in 0..<oversampling {
          let start = (row * oversampling + down) * canvas.width + column * oversampling
          for index in start..<start + oversampling { sum += canvas.pixels[index] }
        }
        let across = (Float(column) + 0.5) / Float(width) - 0.5
        let down = (Float(row) + 0.5) / Float(height) - 0.5
        let lens = 1 - falloff * (across * across + down * down)
        let speck = grain * (noise.value(column, row) + noise.value(column, row + height) - 1)
        let encoded = encode(sum * (share * lens)) + 2 * speck
        for channel in 0..<3 {
          let level = clamp(encoded[channel]) * 255
          image.pixels[3 * (row * width + column) + channel] = UInt8(level + 0.5)
        }
      }
    }
    return image
  }

  private func encode(_ light: Color) -> Color {
    let balanced = light * balance
    let gray = balanced.luminance
    let graded = mix(.gray(gray), balanced, saturation)
    return Color(encode(graded.x), encode(graded.y), encode(graded.z))
  }

  /// One channel's sRGB value, highlights rolling off instead of clipping.
  private func encode(_ light: Float) -> Float {
    let rolled = light < 0.75 ? max(light, 0) : 1 - 0.25 * exp((0.75 - light) / 0.25)
    return rolled <= 0.003_130_8 ? 12.92 * rolled : 1.055 * pow(rolled, 1 / 2.4) - 0.055
  }
}
