import Colorization

/// What a unit found: scores at every number of points, and the points themselves.
public struct UnitResult: Sendable, Equatable, Codable {
  /// One line a number of points, ascending.
  public let scores: [Score]
  /// Every revealed point in order; empty where nothing or everything was revealed.
  public let hints: [RevealedPoint]
  /// Wall-clock seconds of the whole unit.
  public let seconds: Double

  /// The metrics at one number of points.
  public struct Score: Sendable, Equatable, Codable {
    /// How many points were revealed.
    public let points: Int
    /// In the order of the study's metrics, the first being PSNR; nil where a metric has nothing to
    /// judge.
    public let values: [Double?]
  }

  /// A revealed point, as it is kept.
  public struct RevealedPoint: Sendable, Equatable, Codable {
    /// Centre, from 0 at the top left.
    public let row: Int
    /// Centre, from 0 at the top left.
    public let column: Int
    /// Side of the patch in pixels.
    public let size: Int
    /// Mean true a* over the patch.
    public let a: Double
    /// Mean true b* over the patch.
    public let b: Double
  }
}

extension UnitResult.RevealedPoint {
  init(_ point: HintPoint) {
    self.init(row: point.row, column: point.column, size: point.size, a: point.a, b: point.b)
  }

  /// The point as methods take it.
  public var hintPoint: HintPoint {
    HintPoint(row: row, column: column, size: size, a: a, b: b)
  }
}

extension UnitResult {
  /// The PSNR at a number of points, dB; nil where it was not judged.
  public func psnr(at points: Int) -> Double? {
    scores.first { $0.points == points }?.values.first ?? nil
  }
}
