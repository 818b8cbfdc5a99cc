import Colorimetry
import Colorization
import Foundation
import ImageMetrics
import Imaging
import SimulatedUsers

extension StudyUnit {
  /// Runs the unit from its beginning; a unit that was interrupted leaves nothing behind.
  ///
  /// - Throws: `CancellationError` between two points once the task is cancelled.
  func run() throws -> UnitResult {
    let start = ContinuousClock.now
    let picture = try image.picture(side: size)
    let truth = Truth(picture)
    var session = try method.session(for: truth.lab.lightness, reference: picture)
    var hints = Hints()
    var scores: [UnitResult.Score] = []
    var oracle = revealer.oracle(truth: truth.lab.chrominance, patch: patch, seed: seed)
    if case .everything = revealer { hints = Self.everything(of: truth.lab.chrominance) }
    for count in points {
      while hints.points.count < count, oracle != nil {
        try Task.checkCancellation()
        // Only an oracle that looks at the prediction needs one after every point.
        let prediction =
          revealer.isShared
          ? truth.lab.chrominance : try session.colorize(hints).chrominance
        if let point = try oracle?.reveal(after: prediction) { hints.points.append(point) }
      }
      try Task.checkCancellation()
      let judged = try JudgedPair(truth: truth, colorization: session.colorize(hints))
      scores.append(UnitResult.Score(points: count, values: metrics.map { $0.measure(judged) }))
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return UnitResult(
      scores: scores, hints: oracle == nil ? [] : hints.points.map(UnitResult.RevealedPoint.init),
      seconds: seconds)
  }

  /// The true colour of every pixel, as points of one pixel.
  static func everything(of truth: Chrominance) -> Hints {
    Hints(
      (0..<truth.height * truth.width).map { pixel in
        HintPoint(
          row: pixel / truth.width, column: pixel % truth.width, size: 1,
          a: truth.a.values[pixel], b: truth.b.values[pixel])
      })
  }
}

extension Revealer {
  /// The simulated user, where there is one.
  func oracle(truth: Chrominance, patch: Int, seed: UInt64) -> (any Oracle)? {
    guard case .oracle(let kind) = self else { return nil }
    return kind.oracle(truth: truth, patch: patch, seed: seed)
  }

  /// What a unit's key says of the revealer besides its name.
  func parameters(patch: Int) -> String {
    guard case .oracle(let kind) = self else { return "" }
    return kind.parameters(patch: patch)
  }
}

extension StudyUnit {
  /// Colorizes the unit's image once more.
  ///
  /// - Parameters:
  ///   - picture: the true picture.
  ///   - lightness: its L*.
  ///   - hints: what is revealed.
  public func colorize(
    _ picture: RGBImage, lightness: Plane, hints: Hints
  ) throws -> Colorization {
    var session = try method.session(for: lightness, reference: picture)
    return try session.colorize(hints)
  }

  /// The first hints of a finished unit again.
  ///
  /// - Parameters:
  ///   - result: of this unit.
  ///   - truth: the true chrominance, for units that reveal everything.
  ///   - count: how many points.
  public func hints(of result: UnitResult, truth: Chrominance, count: Int) -> Hints {
    if case .everything = revealer { return Self.everything(of: truth) }
    return Hints(result.hints.prefix(count).map(\.hintPoint))
  }
}
