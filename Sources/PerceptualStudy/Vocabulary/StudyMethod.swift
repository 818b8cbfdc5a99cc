/// A method whose pictures are judged.
public struct StudyMethod: Codable, Sendable, Equatable {
  /// Its name in tables.
  public let name: String
  /// The fooling rate that its paper states, 0…1; nil where there is none.
  public let publishedRate: Double?

  /// Makes a method.
  public init(name: String, publishedRate: Double? = nil) {
    self.name = name
    self.publishedRate = publishedRate
  }
}
