/// An image of a painting study: the true picture, and the grey one that alone is served.
public struct PaintStudyPicture: Codable, Sendable, Equatable {
  /// The file stem, for tables.
  public let image: String
  /// The grey picture's file, relative to the design's folder; its name tells nothing.
  public let gray: String
  /// SHA-256 of the grey picture's bytes, in hexadecimal.
  public let graySHA256: String
  /// The true picture's file, relative to the design's folder.
  public let truth: String
  /// SHA-256 of the true picture's bytes, in hexadecimal.
  public let truthSHA256: String

  /// Names an image.
  public init(
    image: String, gray: String, graySHA256: String, truth: String, truthSHA256: String
  ) {
    self.image = image
    self.gray = gray
    self.graySHA256 = graySHA256
    self.truth = truth
    self.truthSHA256 = truthSHA256
  }
}
