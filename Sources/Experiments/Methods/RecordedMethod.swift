import Colorization
import Imaging
import Synchronization

/// A method of an earlier run: known by its record, made again only when it is asked to colorize.
final class RecordedMethod: ReferenceGuided {
  let identity: MethodIdentity
  private let weightsFile: String?
  private let made = Mutex<(any Colorizer)?>(nil)

  init(_ record: Manifest.MethodRecord) {
    identity = MethodIdentity(
      name: record.name, version: record.version, weights: record.weights)
    weightsFile = record.weightsFile
  }

  func session(for lightness: Plane) throws -> any ColorizationSession {
    try again().session(for: lightness)
  }

  func session(for lightness: Plane, reference: RGBImage) throws -> any ColorizationSession {
    try again().session(for: lightness, reference: reference)
  }

  func suggestingSession(
    for lightness: Plane, reference: RGBImage
  ) throws -> (any ColorSuggestingSession)? {
    try again().suggestingSession(for: lightness, reference: reference)
  }

  /// The method as it was, or an error that says what has changed since.
  private func again() throws -> any Colorizer {
    let identity = identity
    let weightsFile = weightsFile
    return try made.withLock { held in
      if let held { return held }
      let kit = try MethodKit(weights: weightsFile.map { [$0] } ?? [])
      let method = try kit.colorizer(named: identity.name)
      guard method.identity == identity else {
        let what = weightsFile.map { "the weights in \($0) are" } ?? "this build is"
        throw ExperimentError.methodLacks(
          name: identity.name, explanation: "cannot be run again as it was: \(what) another")
      }
      held = method
      return method
    }
  }
}

extension Colorizer {
  /// Opens a picture, telling the method of a reference if it wants one.
  func session(for lightness: Plane, reference: RGBImage) throws -> any ColorizationSession {
    guard let guided = self as? any ReferenceGuided else { return try session(for: lightness) }
    return try guided.session(for: lightness, reference: reference)
  }

  /// Opens a picture for suggestions, telling the method of a reference if it wants one; nil where
  /// the method cannot suggest.
  func suggestingSession(
    for lightness: Plane, reference: RGBImage
  ) throws -> (any ColorSuggestingSession)? {
    if let guided = self as? any ReferenceGuided {
      return try guided.suggestingSession(for: lightness, reference: reference)
    }
    return try (self as? any ColorSuggesting)?.suggestingSession(for: lightness)
  }
}
