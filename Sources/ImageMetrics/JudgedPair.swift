import Colorimetry
import Colorization
import Imaging

/// A true picture and a result of its size: all that a metric sees.
public struct JudgedPair: Sendable {
  /// The true picture.
  public let truth: Truth
  /// The result in 8 bits, H×W: joined with the true lightness where the method returned
  /// chrominance only, clipped and truncated.
  public let picture: RGBImage
  /// For sampled pixels, how far the true ab lies from the nearest suggested colour, in CIELAB
  /// units; nil where the method suggests none. See ``SuggestionCoverage``.
  public var suggestionDistances: [Double]?
  /// The picture whose colours the result should have; nil where the truth is meant.
  public var reference: RGBImage?
  private let source: Source

  private enum Source {
    case colorization(Colorization)
    case picture
    case chrominance(Chrominance)
  }

  /// Pairs a picture with what a method made of its lightness.
  ///
  /// - Throws: ``MetricError/sizeMismatch(height:width:expectedHeight:expectedWidth:)`` and
  ///   ``MetricError/resultNotFinite``.
  public init(truth: Truth, colorization: Colorization) throws(MetricError) {
    self.truth = truth
    source = .colorization(colorization)
    switch colorization {
    case .chrominance(let chrominance):
      try Self.check(height: chrominance.height, width: chrominance.width, against: truth)
      guard chrominance.isFinite else { throw .resultNotFinite }
    case .picture(let result):
      try Self.check(height: result.height, width: result.width, against: truth)
      guard result.samples.allSatisfy(\.isFinite) else { throw .resultNotFinite }
    }
    picture = colorization.rendered(lightness: truth.lab.lightness)
  }

  /// Pairs two 8-bit pictures: the truth goes through CIELAB and back like any truth, the result is
  /// judged as it is.
  ///
  /// Where both are the same picture, neither is converted, so that a perfect result is perfect.
  ///
  /// - Parameter chrominance: what the result was made of, H×W, where that is known; else it is
  ///   measured from the picture.
  /// - Throws: ``MetricError/sizeMismatch(height:width:expectedHeight:expectedWidth:)`` and
  ///   ``MetricError/resultNotFinite``.
  public init(
    truth: RGBImage, result: RGBImage, chrominance: Chrominance? = nil
  ) throws(MetricError) {
    try self.init(
      truth: truth == result ? Truth(asGiven: truth) : Truth(truth), result: result,
      chrominance: chrominance)
  }

  /// Pairs a prepared truth with an 8-bit result, judged as it is.
  ///
  /// - Parameter chrominance: what the result was made of, H×W, where that is known; else it is
  ///   measured from the picture.
  /// - Throws: ``MetricError/sizeMismatch(height:width:expectedHeight:expectedWidth:)`` and
  ///   ``MetricError/resultNotFinite``.
  public init(
    truth: Truth, result: RGBImage, chrominance: Chrominance? = nil
  ) throws(MetricError) {
    self.truth = truth
    picture = result
    source = chrominance.map(Source.chrominance) ?? .picture
    try Self.check(height: result.height, width: result.width, against: truth)
    guard let chrominance else { return }
    try Self.check(height: chrominance.height, width: chrominance.width, against: truth)
    guard chrominance.isFinite else { throw .resultNotFinite }
  }

  /// The result's a* and b*, H×W: the method's own, or measured where it returned a picture.
  public var chrominance: Chrominance {
    switch source {
    case .colorization(let colorization): colorization.chrominance
    case .chrominance(let chrominance): chrominance
    case .picture: LabImage(picture).chrominance
    }
  }

  private static func check(
    height: Int, width: Int, against truth: Truth
  ) throws(MetricError) {
    guard height == truth.lab.height, width == truth.lab.width else {
      throw .sizeMismatch(
        height: height, width: width, expectedHeight: truth.lab.height,
        expectedWidth: truth.lab.width)
    }
  }
}
