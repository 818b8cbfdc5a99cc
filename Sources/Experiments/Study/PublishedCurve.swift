/// Published means of one method under one revealer, by one metric.
public struct PublishedCurve: Sendable, Equatable {
  /// The method, named as in this harness.
  public let method: String
  /// The revealer's name.
  public let revealer: String
  /// The metric's name.
  public let metric: String
  /// Where the figures stand: paper, table or figure, data file.
  public let source: String
  /// By number of points.
  public let figures: [Int: PublishedFigure]
  /// What holds at every number of points, for methods that ignore hints.
  public let constant: PublishedFigure?

  /// The published figure at a number of points.
  public func figure(at points: Int) -> PublishedFigure? { figures[points] ?? constant }
}

/// One published mean and its standard error.
public struct PublishedFigure: Sendable, Equatable {
  /// Mean over images, in the metric's unit; dB for PSNR.
  public let mean: Double
  /// Standard error of the mean, in the same unit, where it was published.
  public let standardError: Double?
}
