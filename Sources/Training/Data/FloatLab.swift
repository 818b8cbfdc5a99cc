import Foundation
import Imaging

/// CIE L*a*b* of 8-bit sRGB in single precision, for training; within 1e-3 of `LabImage`, whose
/// constants it has.
///
/// The matrix times the linear light is a sum of three table entries, one for each sample; X, Y and Z
/// share a vector, and so one cube root.
struct FloatLab: Sendable {
  static let shared = FloatLab()

  /// X/white, Y, Z/white of each level of red, then green, then blue: 3×256.
  private let stimuli: [SIMD4<Float>]

  private init() {
    let columns: [SIMD4<Double>] = [
      [0.412453, 0.212671, 0.019334, 0], [0.357580, 0.715160, 0.119193, 0],
      [0.180423, 0.072169, 0.950227, 0],
    ]
    let white: SIMD4<Double> = [0.95047, 1, 1.08883, 1]
    stimuli = columns.flatMap { column in
      (0..<256).map { level in
        let sample = Double(level) / 255
        let light = sample > 0.04045 ? pow((sample + 0.055) / 1.055, 2.4) : sample / 12.92
        return SIMD4<Float>(column / white * light)
      }
    }
  }

  /// Measures a picture.
  ///
  /// - Parameters:
  ///   - isMirrored: whether the planes are those of the picture mirrored left to right.
  ///   - lightness: becomes (L* − 50)/100, the networks' input: H×W.
  ///   - a, b: become a* and b*: H×W each.
  func measure(
    _ picture: RGBImage, isMirrored: Bool, lightness: UnsafeMutablePointer<Float>,
    a: UnsafeMutablePointer<Float>, b: UnsafeMutablePointer<Float>
  ) {
    let (height, width) = (picture.height, picture.width)
    picture.pixels.withUnsafeBufferPointer { pixels in
      stimuli.withUnsafeBufferPointer { stimuli in
        var sample = 0
        for row in 0..<height {
          var target = isMirrored ? (row + 1) * width - 1 : row * width
          for _ in 0..<width {
            let response = Self.response(
              stimuli[Int(pixels[sample])] + stimuli[256 + Int(pixels[sample + 1])]
                + stimuli[512 + Int(pixels[sample + 2])])
            lightness[target] = 1.16 * response.y - 0.66
            a[target] = 500 * (response.x - response.y)
            b[target] = 200 * (response.y - response.z)
            sample += 3
            target += isMirrored ? -1 : 1
          }
        }
      }
    }
  }

  /// CIELAB's f of each entry, from 0.
  @inline(__always)
  private static func response(_ stimulus: SIMD4<Float>) -> SIMD4<Float> {
    let linear = 7.787 * stimulus + Float(16.0 / 116)
    return linear.replacing(with: cubeRoot(stimulus), where: stimulus .> 0.008856)
  }

  /// Cube roots of positive numbers: a third of the exponent (1/4 + 1/16 + 1/64 + … of the bits) as a
  /// first guess within 4 %, and two steps of Halley's method, each of which cubes the error.
  @inline(__always)
  private static func cubeRoot(_ number: SIMD4<Float>) -> SIMD4<Float> {
    var bits = unsafeBitCast(number, to: SIMD4<UInt32>.self)
    bits = (bits &>> 2) &+ (bits &>> 4)
    bits = bits &+ (bits &>> 4)
    bits = bits &+ (bits &>> 8)
    var root = unsafeBitCast(bits &+ 0x2A51_19F2, to: SIMD4<Float>.self)
    for _ in 0..<2 {
      let cube = root * root * root
      root = root * (cube + 2 * number) / (2 * cube + number)
    }
    return root
  }
}
