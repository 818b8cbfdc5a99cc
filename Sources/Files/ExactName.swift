/// A file's name that is compared, sorted and hashed by its bytes.
///
/// `String` takes "é" and "e" with a combining accent as one text; a file system keeps two files.
/// Tables keyed by `String` lose one of them, so whatever is keyed by a file's name is keyed by this.
public struct ExactName: Hashable, Comparable, Sendable {
  /// The name as text.
  public let text: String

  /// The name that a text spells, byte for byte in UTF-8.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether two names are the same bytes.
  public static func == (first: ExactName, second: ExactName) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  /// Whether a name comes before another in the order of their bytes.
  public static func < (first: ExactName, second: ExactName) -> Bool {
    first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    // No byte of UTF-8: names in a row do not run into each other.
    hasher.combine(0xFF as UInt8)
  }
}

extension ExactName: CustomStringConvertible {
  /// The name as text.
  public var description: String { text }
}

extension ExactName: Codable {
  /// Reads a name that is written as a text.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the name as a text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Sequence<String> {
  /// The texts in the order of their bytes in UTF-8, as tables list files' names.
  public func sortedByBytes() -> [String] {
    sorted { ExactName($0) < ExactName($1) }
  }
}
