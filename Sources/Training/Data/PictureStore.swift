/// The pictures of one source, by number.
protocol PictureStore: Sendable {
  /// How many there are, damaged ones included.
  var count: Int { get }
  /// The pictures known not to be usable, by path.
  var skipped: [SkippedPicture] { get }
  /// One picture; nil if it cannot be used.
  func picture(at index: Int) -> LoadedPicture?
}
