/// A declared experiment: which methods colorize which images, what an oracle reveals, and how
/// results are judged. Read from `Studies/*.yaml` by ``StudyFile``.
public struct Study: Sendable, Equatable {
  /// Letters, digits and hyphens; the first column of every results table.
  public var name: String
  /// Raised when the same file would mean another experiment.
  public var version: Int
  /// One line for lists and reports.
  public var title: String
  /// What the study reruns: paper, section, table or figure.
  public var source: String
  /// Side of the square that every image is resized to, in pixels.
  public var size: Int
  /// From which every oracle's seed is hashed.
  public var seed: UInt64
  /// How many embedded scenes serve as images when no folder is named.
  public var sceneCount: Int
  /// What is drawn when no folder is named.
  public var pictures: Pictures
  /// Degrees by which every colour's hue is turned before the study begins, 0 for true colours.
  public var hueRotation: Int
  /// Which picture's statistics guide the methods that take global hints.
  public var reference: Reference
  /// Names of methods, in the order of tables and legends.
  public var methods: [String]
  /// Who reveals hints.
  public var revealers: [Revealer]
  /// Numbers of revealed points at which results are judged, ascending.
  public var points: [Int]
  /// Side of a revealed patch in pixels, odd.
  public var patch: Int
  /// Names of metrics; the first column is always `psnr_db`.
  public var metrics: [String]
  /// The metric that answers the study's question: headline, figure and first table are about it.
  public var mainMetric: String
  /// The method that the others are held against as the least that there is; nil where the study has
  /// none.
  public var floor: String?
  /// Whether photographs without colour are left out; see ``StudyImage/isGrey``.
  public var skipsGrey: Bool
  /// The revealer and number of points of the report's pictures.
  public var strip: Strip
  /// Published figures the measured ones are held against.
  public var published: [PublishedCurve]
  /// SHA-256 of the file's bytes.
  public var hash: String

  /// Pictures that need no folder.
  public enum Pictures: String, Sendable, CaseIterable {
    /// The embedded scenes.
    case scenes
    /// The figures of one segment, with marks.
    case segments
  }

  /// Whose global statistics are revealed.
  public enum Reference: String, Sendable, CaseIterable {
    /// The true picture's own.
    case truth
    /// Another picture's of the run, chosen by a hash of the study and the picture.
    case other
  }

  /// Which results the report shows as pictures.
  public struct Strip: Sendable, Equatable {
    /// Who revealed the points.
    public var revealer: Revealer
    /// How many points were revealed.
    public var points: Int
  }

  /// The numbers of points at which results under a revealer are judged.
  ///
  /// - Parameter revealer: without points it is 0 alone; for everything one point a pixel.
  public func points(for revealer: Revealer) -> [Int] {
    switch revealer {
    case .nothing: [0]
    case .everything: [size * size]
    case .oracle, .marks: points
    }
  }

  /// The published mean of a metric for a row of the table, where there is one.
  public func published(
    method: String, revealer: Revealer, points: Int, metric: String = "psnr"
  ) -> PublishedFigure? {
    published.first {
      $0.method == method && $0.revealer == revealer.name && $0.metric == metric
    }?.figure(at: points)
  }
}
