import Colorimetry
import Colorization
import Files
import Foundation
import Gray
import Imaging

/// The points that a study reveals to every method alike, image by image.
///
/// Oracles that follow a method's own prediction reveal other points to every method, and so none
/// that can be written down beforehand.
struct PreparedHints: Sendable {
  /// One oracle.
  struct Oracle: Sendable {
    /// Its name.
    let name: String
    /// Numbers of points at which results are judged, ascending.
    let counts: [Int]
    /// The points of each image, by the image's place; nil where none are known.
    let points: [Hints?]
  }

  /// In the study's order.
  let oracles: [Oracle]
  /// Oracles of the study that follow a method's prediction, by name.
  let following: [String]

  /// No points.
  static let none = PreparedHints(oracles: [], following: [])

  private init(oracles: [Oracle], following: [String]) {
    self.oracles = oracles
    self.following = following
  }

  /// Draws the points of a study, as a run of it draws them.
  ///
  /// - Throws: what reading an image throws, and `OracleError` where patches do not fit.
  init(drawing study: Study, for images: ImageSet) throws {
    let plan = try Plan(study: study, images: images, methods: [GrayColorizer()])
    try self.init(study, images) { image, revealer in
      let unit = plan.units.first {
        $0.revealer == revealer && $0.image.sha256 == image.sha256
      }
      return try unit?.sharedHints()
    }
  }

  /// Reads the points of a finished run.
  ///
  /// - Throws: ``ExperimentError/incomplete(missing:total:)`` where a unit is not done.
  init(_ run: FinishedRun, for images: ImageSet) throws {
    let ledger = try Ledger(reading: "\(run.folder)/\(Ledger.fileName)")
    try self.init(run.plan.study, images) { image, revealer in
      let units = run.plan.units.filter {
        $0.revealer == revealer && $0.image.sha256 == image.sha256
      }
      for unit in units {
        if let result = try ledger.result(of: unit.key) {
          return Hints(result.hints.map(\.hintPoint))
        }
      }
      guard units.isEmpty else {
        throw ExperimentError.incomplete(missing: units.map(\.name), total: run.plan.units.count)
      }
      return nil
    }
  }

  private init(
    _ study: Study, _ images: ImageSet,
    points: (StudyImage, Revealer) throws -> Hints?
  ) throws {
    let revealers = study.revealers.filter(\.revealsPoints)
    oracles = try revealers.filter(\.isShared).map { revealer in
      Oracle(
        name: revealer.name, counts: study.points(for: revealer),
        points: try images.images.map { try points($0, revealer) })
    }
    following = revealers.filter { !$0.isShared }.map(\.name)
  }
}

extension StudyUnit {
  /// All points that a unit's oracle reveals whatever the method makes of them.
  func sharedHints() throws -> Hints {
    precondition(revealer.isShared, "the points do not depend on the prediction")
    let truth = LabImage(try picture()).chrominance
    var oracle = oracle(truth: truth)
    var hints = Hints()
    for _ in 0..<(points.last ?? 0) {
      if let point = try oracle?.reveal(after: truth) { hints.points.append(point) }
    }
    return hints
  }
}
