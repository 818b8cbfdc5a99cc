import Colorimetry
import Colorization
import Foundation
import ImageMetrics
import Imaging
import SimulatedUsers

extension StudyUnit {
  /// Runs the unit from its beginning; a unit that was interrupted leaves nothing behind.
  ///
  /// - Parameter show: gets each number of points and what was judged there, whose seconds count.
  /// - Throws: `CancellationError` between two points once the task is cancelled, and what `show`
  ///   throws.
  func run(show: (Int, JudgedPair) throws -> Void = { _, _ in }) throws -> UnitResult {
    let start = ContinuousClock.now
    let picture = try picture()
    let truth = Truth(picture)
    let guide = try referencePicture()
    var session = try openSession(for: truth.lab.lightness, reference: guide ?? picture)
    var hints = Hints()
    var scores: [UnitResult.Score] = []
    var oracle = oracle(truth: truth.lab.chrominance)
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
      var judged = try JudgedPair(truth: truth, colorization: session.colorize(hints))
      judged.reference = guide
      if judgesSuggestions, let suggesting = session as? any ColorSuggestingSession {
        judged.suggestionDistances = SuggestionCoverage.distances(of: suggesting, to: truth.lab)
      }
      scores.append(UnitResult.Score(points: count, values: metrics.map { $0.measure(judged) }))
      try show(count, judged)
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return UnitResult(
      scores: scores, hints: oracle == nil ? [] : hints.points.map(UnitResult.RevealedPoint.init),
      seconds: seconds)
  }

  /// Makes results of a finished unit again, bit for bit, from the points that were kept.
  ///
  /// - Parameters:
  ///   - result: of this unit.
  ///   - counts: numbers of points, ascending.
  ///   - show: gets each number of points and the pair that was judged there.
  /// - Throws: `CancellationError` between two results once the task is cancelled, and what `show`
  ///   throws.
  func redraw(
    _ result: UnitResult, at counts: [Int], show: (Int, JudgedPair) throws -> Void
  ) throws {
    let picture = try picture()
    let truth = Truth(picture)
    var session = try openSession(
      for: truth.lab.lightness, reference: referencePicture() ?? picture)
    for count in counts {
      try Task.checkCancellation()
      let hints = hints(of: result, truth: truth.lab.chrominance, count: count)
      try show(count, JudgedPair(truth: truth, colorization: session.colorize(hints)))
    }
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

extension StudyUnit {
  /// The picture that the unit is about: resized, with its hues turned where the study says so.
  public func picture() throws -> RGBImage {
    try image.picture(side: size, hueRotation: hueRotation)
  }

  /// The picture whose statistics guide the method, where it is another.
  public func referencePicture() throws -> RGBImage? {
    try reference.map { try $0.picture(side: size) }
  }

  private var judgesSuggestions: Bool { metrics.contains(where: \.judgesSuggestions) }

  /// A session that suggests colours only where the suggestions are judged, since they cost time.
  private func openSession(
    for lightness: Plane, reference: RGBImage
  ) throws -> any ColorizationSession {
    if judgesSuggestions,
      let session = try method.suggestingSession(for: lightness, reference: reference)
    {
      return session
    }
    return try method.session(for: lightness, reference: reference)
  }

  /// The simulated user, where there is one.
  func oracle(truth: Chrominance) -> (any Oracle)? {
    switch revealer {
    case .nothing, .everything: nil
    case .oracle(let kind): kind.oracle(truth: truth, patch: patch, seed: seed)
    case .marks: MarkedOracle(truth: truth, patch: patch, marks: image.marks)
    }
  }
}

extension Revealer {
  /// What a unit's key says of the revealer besides its name.
  func parameters(patch: Int) -> String {
    guard case .oracle(let kind) = self else { return "" }
    return kind.parameters(patch: patch)
  }
}

extension StudyUnit {
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
