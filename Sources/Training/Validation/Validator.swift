import Colorimetry
import Colorization
import Foundation
import ImageMetrics
import Imaging
import SeededChance
import SimulatedUsers

/// Judges a network on pictures that it does not learn from: PSNR at numbers of random points, as a
/// study judges it.
struct Validator {
  /// One line of `validation.csv`.
  struct Row: Sendable, Equatable {
    let method: String
    let points: Int
    /// Mean over pictures, dB.
    let psnr: Double
  }

  /// What could not be used, one line each.
  let notes: [String]
  private let pictures: [ValidationPicture]
  /// Of every picture, as many as the largest number of points.
  private let hints: [Hints]
  private let points: [Int]

  /// The side of a revealed patch, in pixels.
  private static let patch = 7

  init(_ validation: TrainingConfiguration.Validation, of run: TrainingConfiguration) throws {
    (pictures, notes) = try ValidationPicture.gather(
      validation, seed: run.seed(for: "scenes to judge on"))
    points = validation.points
    try ValidationPicture.checkHeldOut(pictures, from: run.data.photographs.map(\.folder))
    hints = try pictures.map { try Self.hints(for: $0, count: validation.points.last ?? 0) }
  }

  var count: Int { pictures.count }

  /// Judges all ways, and gray; nil when told to stop on the way.
  ///
  /// - Parameter shouldStop: asked after every picture.
  func judge(_ ways: [Judgement], shouldStop: () -> Bool) throws -> [Row]? {
    var scores: [[Double]] = []
    for (picture, hints) in zip(pictures, hints) {
      if shouldStop() { return nil }
      scores.append(try judge(ways, on: picture, hints: hints))
    }
    let keys =
      [(method: "gray", points: 0)]
      + ways.flatMap { way in
        (way.takesPoints ? points : [0]).map { (method: way.method, points: $0) }
      }
    return keys.enumerated().map { column, key in
      let sum = scores.reduce(0) { $0 + $1[column] }
      return Row(method: key.method, points: key.points, psnr: sum / Double(scores.count))
    }
  }

  /// PSNR of gray, then of every way at every number of points.
  private func judge(
    _ ways: [Judgement], on picture: ValidationPicture, hints: Hints
  ) throws -> [Double] {
    let truth = Truth(picture.picture)
    func psnr(_ colorization: Colorization) throws -> Double {
      try JudgedPair(truth: truth, colorization: colorization).psnr
    }
    let (height, width) = (truth.lab.height, truth.lab.width)
    var scores = [
      try psnr(.chrominance(Chrominance(neutralWithHeight: height, width: width)))
    ]
    for way in ways {
      var session = try Self.session(way.colorizer, truth: truth, picture: picture.picture)
      for count in way.takesPoints ? points : [0] {
        scores.append(try psnr(session.colorize(Hints(Array(hints.points.prefix(count))))))
      }
    }
    return scores
  }

  /// The points of the random user; the same for the same picture in every training.
  ///
  /// - Throws: `OracleError` where so many do not fit.
  private static func hints(for picture: ValidationPicture, count: Int) throws -> Hints {
    let truth = LabImage(picture.picture).chrominance
    let text = "hintbench validation seed|\(picture.sha256)|random"
    let seed = SplitMix64.seed(hashing: text)
    var oracle = RandomOracle(truth: truth, patch: patch, seed: seed)
    return Hints(try (0..<count).map { _ in try oracle.reveal(after: truth) })
  }

  private static func session(
    _ colorizer: any Colorizer, truth: Truth, picture: RGBImage
  ) throws -> any ColorizationSession {
    guard let guided = colorizer as? any ReferenceGuided else {
      return try colorizer.session(for: truth.lab.lightness)
    }
    return try guided.session(for: truth.lab.lightness, reference: picture)
  }
}
