import Foundation
import Imaging

/// What a picture's pixels say in CIELAB, computed plainly for the tests.
struct ColorStatistics {
  let meanLightness: Double
  let lightnessDeviation: Double
  let meanChroma: Double
  let meanA: Double
  let meanB: Double
  /// The mean spread of a* and b* about their mean among pixels of about the same lightness.
  let chromaSpreadWithinLightness: Double

  init(_ image: RGBImage) {
    let colors = stride(from: 0, to: image.pixels.count, by: 3).map { index in
      ColorStatistics.lab(image.pixels[index], image.pixels[index + 1], image.pixels[index + 2])
    }
    let count = Double(colors.count)
    func mean(_ value: (SIMD3<Double>) -> Double) -> Double {
      colors.reduce(0) { $0 + value($1) } / count
    }
    let lightness = mean { $0.x }
    meanLightness = lightness
    lightnessDeviation = mean { ($0.x - lightness) * ($0.x - lightness) }.squareRoot()
    meanChroma = mean { ($0.y * $0.y + $0.z * $0.z).squareRoot() }
    meanA = mean { $0.y }
    meanB = mean { $0.z }
    let bins = Dictionary(grouping: colors) { Int($0.x / 5) }
    let scatter = bins.values.reduce(0) { $0 + ColorStatistics.scatter($1) }
    chromaSpreadWithinLightness = (scatter / count).squareRoot()
  }

  private static func scatter(_ colors: [SIMD3<Double>]) -> Double {
    let center = colors.reduce(SIMD3()) { $0 + $1 } / Double(colors.count)
    return colors.reduce(0) { sum, color in
      let offset = color - center
      return sum + offset.y * offset.y + offset.z * offset.z
    }
  }

  private static func lab(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> SIMD3<Double> {
    let (r, g, b) = (linear[Int(red)], linear[Int(green)], linear[Int(blue)])
    let x = adapted((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    let y = adapted(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
    let z = adapted((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
    return SIMD3(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  private static func adapted(_ ratio: Double) -> Double {
    ratio > 0.008856 ? cbrt(ratio) : 7.787 * ratio + 16 / 116
  }

  private static let linear: [Double] = (0...255).map { level in
    let value = Double(level) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
