import Painting

/// A picture and what was done with it: all that a replay needs.
struct ReplayItem: Sendable {
  /// Who painted: a subject's name, or a session's number.
  let painter: String
  /// The place among the painter's pictures, from 1.
  let position: Int
  /// The picture's name.
  let image: String
  /// What was done.
  let events: [PaintingEvent]
  /// Where the picture's bytes are.
  let source: Source

  /// Where a picture is.
  enum Source: Sendable {
    /// In a design's folder: the grey picture that was painted on.
    case design(PaintStudyPicture, folder: String)
    /// In the log, brought by the painter.
    case upload(sha256: String)
    /// In a folder of pictures.
    case file(String)
    /// Nowhere that is known.
    case unknown
  }
}
