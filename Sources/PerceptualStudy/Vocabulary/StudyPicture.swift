/// An image of the study: the true picture and what each method made of it.
public struct StudyPicture: Codable, Sendable, Equatable {
  /// The file stem that all its versions share.
  public let image: String
  /// The true picture's file, relative to the design's folder.
  public let real: String
  /// The fakes' files by method, relative to the design's folder.
  public let fakes: [String: String]

  /// Makes an image of the study.
  public init(image: String, real: String, fakes: [String: String]) {
    self.image = image
    self.real = real
    self.fakes = fakes
  }
}
