import Colorimetry

/// What a user asks of a picture as a whole: its colour histogram, its mean saturation, or both.
///
/// Zhang et al. 2017, §3.3, https://doi.org/10.1145/3072959.3073703.
public struct GlobalHints: Sendable, Hashable {
  /// Numbers the network takes in: 313 bins, saturation, and an indicator for either.
  public static let vectorCount = ABBins.count + 3

  /// Shares of the 313 bins of ``ABBins`` in their order, summing to 1; nil where nothing is asked.
  public let histogram: [Double]?
  /// Mean HSV saturation, 0…1; nil where nothing is asked.
  public let saturation: Double?

  /// Nothing asked.
  public static let empty = GlobalHints(checkedHistogram: nil, saturation: nil)

  /// True where nothing is asked.
  public var isEmpty: Bool { self == .empty }

  /// Checks and wraps what is asked.
  ///
  /// - Parameters:
  ///   - histogram: exactly 313 shares that sum to 1 within 1e-6.
  ///   - saturation: mean HSV saturation in 0…1.
  /// - Throws: `GlobalHintsError` for values out of range.
  public init(
    histogram: [Double]? = nil, saturation: Double? = nil
  ) throws(GlobalHintsError) {
    if let histogram {
      precondition(histogram.count == ABBins.count, "a histogram has 313 bins")
      let sum = histogram.reduce(0, +)
      guard histogram.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= 1e-6 else {
        throw .notADistribution(sum: sum)
      }
    }
    if let saturation, !(0...1).contains(saturation) {
      throw .saturationOutOfRange(saturation)
    }
    self.init(checkedHistogram: histogram, saturation: saturation)
  }

  init(checkedHistogram histogram: [Double]?, saturation: Double?) {
    self.histogram = histogram
    self.saturation = saturation
  }

  /// The 316 inputs of the network: 313 shares, 1; mean saturation, 1.
  ///
  /// What is not asked is zeros, its indicator included.
  public var vector: [Float] {
    var vector = [Float](repeating: 0, count: Self.vectorCount)
    if let histogram {
      for (bin, share) in histogram.enumerated() { vector[bin] = Float(share) }
      vector[ABBins.count] = 1
    }
    if let saturation {
      vector[ABBins.count + 1] = Float(saturation)
      vector[ABBins.count + 2] = 1
    }
    return vector
  }
}
