/// Published PSNRs of one method under one revealer.
public struct PublishedCurve: Sendable, Equatable {
  /// The method, named as in this harness.
  public let method: String
  /// The revealer's name.
  public let revealer: String
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
  /// Mean PSNR over images, dB.
  public let meanDB: Double
  /// Standard error of the mean, dB, where it was published.
  public let standardErrorDB: Double?
}
