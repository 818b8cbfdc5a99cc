/// The mean of one metric for one method under one oracle at one number of points.
public struct TableRow: Sendable, Equatable {
  /// The method's name.
  public let method: String
  /// The oracle's name.
  public let oracle: String
  /// Points revealed.
  public let points: Int
  /// Images averaged over, N.
  public let images: Int
  /// The mean over images, in the metric's unit.
  public let mean: Double
  /// Population standard deviation / √N, in the same unit; nil where a value is infinite.
  public let standardError: Double?
  /// The published figure, where the study has one.
  public let published: PublishedFigure?

  init(
    method: String, oracle: String, points: Int, values: [Double], published: PublishedFigure?
  ) {
    self.method = method
    self.oracle = oracle
    self.points = points
    self.published = published
    images = values.count
    let count = Double(values.count)
    mean = values.reduce(0, +) / count
    let center = mean
    let variance = values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / count
    standardError = center.isFinite ? (variance / count).squareRoot() : nil
  }
}
