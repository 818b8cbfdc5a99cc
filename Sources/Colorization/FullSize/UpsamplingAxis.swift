import Foundation

/// Where the pixels of an enlarged axis lie among its samples, and how they weigh by distance.
///
/// Each pixel looks at the sample nearest to it and two on either side; those beyond the border
/// weigh nothing.
struct UpsamplingAxis {
  /// Samples a pixel looks at.
  static let taps = 5

  /// Samples on the axis.
  let sampleCount: Int
  /// Pixels on the axis.
  let pixelCount: Int
  /// `taps` values for each pixel: 1 − distance, at least 0.
  private(set) var triangle: [Float]
  /// `taps` values for each pixel: reach · exp(−distance² / 2 deviation²).
  private(set) var gaussian: [Float]
  /// The first sample of each pixel's window, from −2.
  private let firsts: [Int]

  /// Lays `pixels` evenly over `samples`, borders on borders.
  init(from samples: Int, to pixels: Int, reach: Double, deviation: Double) {
    sampleCount = samples
    pixelCount = pixels
    triangle = []
    gaussian = []
    let scale = Double(samples) / Double(pixels)
    let positions = (0..<pixels).map { (Double($0) + 0.5) * scale - 0.5 }
    firsts = positions.map { Int(($0 + 0.5).rounded(.down)) - Self.taps / 2 }
    triangle.reserveCapacity(Self.taps * pixels)
    gaussian.reserveCapacity(Self.taps * pixels)
    for (position, first) in zip(positions, firsts) {
      for sample in first..<(first + Self.taps) {
        let isInside = (0..<samples).contains(sample)
        let distance = abs(Double(sample) - position)
        triangle.append(isInside ? Float(max(0, 1 - distance)) : 0)
        gaussian.append(
          isInside ? Float(reach * exp(-distance * distance / (2 * deviation * deviation))) : 0)
      }
    }
  }

  /// The sample a tap of a pixel looks at, moved to the border where it lies beyond.
  @inline(__always)
  func source(pixel: Int, tap: Int) -> Int {
    min(max(firsts[pixel] + tap, 0), sampleCount - 1)
  }

  /// All samples that some pixels look at.
  func sources(of pixels: Range<Int>) -> ClosedRange<Int> {
    source(
      pixel: pixels.lowerBound, tap: 0)...source(
        pixel: pixels.upperBound - 1, tap: Self.taps - 1)
  }
}
