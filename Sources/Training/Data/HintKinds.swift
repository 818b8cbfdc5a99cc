/// What a network is told of a picture besides its lightness.
public struct HintKinds: OptionSet, Sendable, Hashable {
  /// A bit a kind.
  public let rawValue: Int

  /// Wraps bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Colours at points.
  public static let points = HintKinds(rawValue: 1)
  /// The histogram and the mean saturation of the whole picture.
  public static let statistics = HintKinds(rawValue: 2)
}
