import Files
import SeededChance

/// A bootstrap over images for the mean of paired differences.
///
/// Images are drawn with replacement, 9,999 times; the ends of the 95 % interval are the 250th and the
/// 9,750th of the means in order, the (R + 1)·α-th of R. This is the percentile interval of Efron and
/// Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13, with the ranks of Davison and Hinkley
/// 1997, "Bootstrap Methods and their Application", §5.2, https://doi.org/10.1017/CBO9780511802843.
/// The seed is hashed from the study and the images' names, never from the order of work: comparisons on
/// the same images use the same draws, and exchanging two methods mirrors the interval.
public struct PairedBootstrap: Sendable {
  /// How often images are drawn anew.
  public static let draws = 9999

  /// An interval's two ends, in the unit of the differences.
  public struct Interval: Sendable, Equatable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
  }

  private let seed: UInt64

  /// A bootstrap over images of a study.
  ///
  /// - Parameter images: in the order of their names.
  public init(study: String, images: [ExactName]) {
    let names = images.map(\.text).joined(separator: "|")
    seed = SplitMix64.seed(hashing: "hintbench pairs|\(study)|\(names)")
  }

  /// The interval of the mean; nil where a difference is infinite, or there is none.
  ///
  /// - Parameter differences: one an image, in the order of the images' names.
  public func interval(of differences: [Double]) -> Interval? {
    guard !differences.isEmpty, differences.allSatisfy(\.isFinite) else { return nil }
    guard differences.contains(where: { $0 != differences[0] }) else {
      return Interval(low: differences[0], high: differences[0])
    }
    var chance = SplitMix64(seed: seed)
    let count = UInt64(differences.count)
    var means = [Double](repeating: 0, count: Self.draws)
    for draw in means.indices {
      var total = 0.0
      for _ in differences { total += differences[Int(chance.next(below: count))] }
      means[draw] = total / Double(differences.count)
    }
    means.sort()
    let tail = (Self.draws + 1) / 40
    return Interval(low: means[tail - 1], high: means[Self.draws - tail])
  }
}
