/// How long pictures are shown, in milliseconds; Zhang et al. 2017, §4.2, and the authors' tool.
public struct Exposure: Codable, Sendable, Equatable {
  /// Blank before the first picture.
  public var before: Int
  /// Each picture.
  public var picture: Int
  /// Blank between the pictures.
  public var between: Int

  /// Makes exposures; the published protocol by default.
  public init(before: Int = 900, picture: Int = 1000, between: Int = 600) {
    self.before = before
    self.picture = picture
    self.between = between
  }
}
