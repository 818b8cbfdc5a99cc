/// How a log names a picture of a study: the design's fingerprint and the image.
struct StudyKey: Sendable, Equatable, CustomStringConvertible {
  /// The first half of the design's hash.
  let design: Substring
  /// The image's file stem.
  let image: String

  private static let length = 32

  init(design hash: String, image: String) {
    design = hash.prefix(Self.length)
    self.image = image
  }

  /// Reads a key; nil for what is none.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == Self.length else { return nil }
    design = parts[0]
    image = String(parts[1])
  }

  var description: String { "\(design)/\(image)" }
}
