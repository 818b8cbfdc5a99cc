extension String {
  /// The text with every control character and line separator replaced, so that what a file or a
  /// name says stays in its line of a message; cut where it is longer than 4096 characters.
  public var onOneLine: String {
    let scalars = unicodeScalars.prefix(4096).map { scalar -> Character in
      let breaks =
        scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .lineSeparator
        || scalar.properties.generalCategory == .paragraphSeparator
      return breaks ? "?" : Character(scalar)
    }
    return String(scalars) + (unicodeScalars.count > scalars.count ? "…" : "")
  }
}
