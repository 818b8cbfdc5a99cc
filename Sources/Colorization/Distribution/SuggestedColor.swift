/// One colour a palette offers for a pixel, as it can be shown at the pixel's lightness.
///
/// It is encoded as `rank,a,b,red,green,blue,probability`: what is shown, without ``center``.
public struct SuggestedColor: Sendable, Hashable, Encodable {
  /// Place in the list from 1, the most probable.
  public let rank: Int
  /// a* of the shown 8-bit colour: what a hint of this colour carries.
  public let a: Double
  /// b* of the shown 8-bit colour.
  public let b: Double
  /// Red sample of the shown colour, sRGB.
  public let red: UInt8
  /// Its green sample.
  public let green: UInt8
  /// Its blue sample.
  public let blue: UInt8
  /// The share of the distribution it stands for, in 0…1; all suggestions sum to 1.
  public let probability: Double
  /// a* and b* before it is shown at the pixel's lightness: the cluster's weighted mean, or the
  /// chosen colour.
  public let center: SIMD2<Double>

  /// Names a suggestion by all it tells.
  public init(
    rank: Int, a: Double, b: Double, red: UInt8, green: UInt8, blue: UInt8, probability: Double,
    center: SIMD2<Double>
  ) {
    self.rank = rank
    self.a = a
    self.b = b
    self.red = red
    self.green = green
    self.blue = blue
    self.probability = probability
    self.center = center
  }

  private enum CodingKeys: CodingKey {
    case rank
    case a
    case b
    case red
    case green
    case blue
    case probability
  }
}
