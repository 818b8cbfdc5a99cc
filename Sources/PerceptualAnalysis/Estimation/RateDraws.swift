import ParallelWork

/// Fooling rates of all methods in every draw of a bootstrap: methods share their draws.
struct RateDraws: Sendable {
  /// Rates by draw, then by the place of the method.
  let rates: [[Double]]

  /// The rates of one method.
  func rates(of method: Int) -> [Double] { rates.map { $0[method] } }

  /// The differences of two methods.
  func differences(_ one: Int, _ other: Int) -> [Double] { rates.map { $0[one] - $0[other] } }

  /// Draws spread over threads in parts; a draw's numbers depend on nothing but its index.
  ///
  /// - Parameters:
  ///   - count: how many draws.
  ///   - draw: the tallies of the draw of an index.
  init(count: Int, draw: @Sendable (Int) -> [MethodTally]) {
    let part = 250
    let parts = parallelMap((count + part - 1) / part) { index in
      (index * part..<min((index + 1) * part, count)).map { draw($0).map(\.rate) }
    }
    rates = parts.flatMap { $0 }
  }
}

extension Collection where Element == Double {
  /// The variance over n − 1; 0 for fewer than two values.
  var variance: Double {
    guard count > 1, let mean else { return 0 }
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
  }

  /// The share of values above 0, ties counted half.
  var shareAboveZero: Double {
    reduce(0) { $0 + ($1 > 0 ? 1 : $1 == 0 ? 0.5 : 0) } / Double(Swift.max(count, 1))
  }
}
