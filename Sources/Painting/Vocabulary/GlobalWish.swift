import Colorization

/// What a painter asks of the picture as a whole, for methods that take global hints.
public struct GlobalWish: Codable, Sendable, Hashable {
  /// 313 shares that sum to 1; nil where nothing is asked. Measured from a reference picture.
  public var histogram: [Double]?
  /// Mean saturation, 0…1; nil where nothing is asked.
  public var saturation: Double?

  /// Nothing asked, unless said.
  public init(histogram: [Double]? = nil, saturation: Double? = nil) {
    self.histogram = histogram
    self.saturation = saturation
  }

  /// The wish as methods take it.
  ///
  /// - Throws: ``PaintingError/badGlobalHints(_:)`` for values out of range.
  public func hints() throws(PaintingError) -> GlobalHints {
    if let histogram, histogram.count != GlobalHints.vectorCount - 3 {
      throw .badGlobalHints("a histogram has \(GlobalHints.vectorCount - 3) shares")
    }
    do {
      return try GlobalHints(histogram: histogram, saturation: saturation)
    } catch {
      throw .badGlobalHints(error.message)
    }
  }
}
