import Imaging

/// A method that is guided by a whole picture: in a study by the true one, of which it measures
/// statistics that a user would give.
public protocol ReferenceGuided: Colorizer {
  /// Opens a picture for colorizing like `reference`.
  ///
  /// - Parameters:
  ///   - lightness: L* in 0…100, H×W row-major.
  ///   - reference: the picture whose statistics are revealed, of any size.
  func session(for lightness: Plane, reference: RGBImage) throws -> any ColorizationSession

  /// The same with suggestions of colours, where the method can suggest; nil where it cannot.
  func suggestingSession(
    for lightness: Plane, reference: RGBImage
  ) throws -> (any ColorSuggestingSession)?
}
