import Imaging
import SeededChance
import SimulatedUsers

/// How a square sample is cut from a picture: a random square, scaled, perhaps mirrored.
///
/// The square's area is uniform in `area` times the largest one's, or it is a largest one; it is scaled by Pillow's antialiased
/// triangle filter (``RGBImage/resized(height:width:)``).
public struct Augmentation: Sendable, Hashable {
  /// The area of the square, relative to the largest square in the picture; within 0…1, not 0.
  public let area: ClosedRange<Double>
  /// The share of samples whose square is a largest one, in 0…1.
  public let wholeShare: Double
  /// The share of samples that are mirrored left to right, in 0…1.
  public let mirroredShare: Double
  /// What is too grey and drawn again. The default is a mean spread of .02; the published program
  /// tests the range instead.
  public let colorTest: ColorTest

  /// Collects choices.
  public init(
    area: ClosedRange<Double> = 0.25...1, wholeShare: Double = 0, mirroredShare: Double = 0.5,
    colorTest: ColorTest = .spread(atLeast: 0.02)
  ) {
    precondition(area.lowerBound > 0 && area.upperBound <= 1, "areas are in 0…1, not 0")
    precondition(
      (0...1).contains(wholeShare) && (0...1).contains(mirroredShare), "shares are in 0…1")
    self.area = area
    self.wholeShare = wholeShare
    self.mirroredShare = mirroredShare
    self.colorTest = colorTest
  }

  /// A random square of a picture, scaled.
  func crop(
    _ picture: LoadedPicture, size: Int, using generator: inout SplitMix64
  ) -> RGBImage {
    let shorter = min(picture.height, picture.width)
    let side = side(within: shorter, using: &generator)
    let top = Int(generator.next(below: UInt64(picture.height - side + 1)))
    let left = Int(generator.next(below: UInt64(picture.width - side + 1)))
    return picture.square(top: top, left: left, side: side).resized(height: size, width: size)
  }

  private func side(within shorter: Int, using generator: inout SplitMix64) -> Int {
    if wholeShare > 0, generator.nextChance(wholeShare) { return shorter }
    let area = area.lowerBound + (area.upperBound - area.lowerBound) * generator.nextUnit()
    return min(max(Int(Double(shorter) * area.squareRoot()), 1), shorter)
  }
}
