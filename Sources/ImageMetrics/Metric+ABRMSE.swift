import Colorimetry

extension Metric {
  /// The root of the squared error of a* and b*, mean over pixels and both channels, in CIELAB
  /// units.
  ///
  /// The αβ error of Larsson, Maire and Shakhnarovich 2016, "Learning representations for automatic
  /// colorization", https://doi.org/10.1007/978-3-319-46493-0_35. It judges the method's own
  /// chrominance against the true one, neither clipped nor truncated; a picture is measured.
  public static let abRMSE = Metric(
    name: "ab_rmse", column: "ab_rmse", unit: "CIELAB units", label: "RMSE of ab",
    display: .plain("CIELAB units", digits: 2), higherIsBetter: false, version: 1,
    description: "Root mean squared error of a* and b* over pixels and both channels."
  ) { pair in
    let truth = pair.truth.lab.chrominance
    let result = pair.chrominance
    let total =
      squaredError(truth.a.values, result.a.values) + squaredError(truth.b.values, result.b.values)
    return (total / Double(2 * truth.a.values.count)).squareRoot()
  }

  private static func squaredError(_ truth: [Double], _ result: [Double]) -> Double {
    truth.withUnsafeBufferPointer { truth in
      result.withUnsafeBufferPointer { result in
        var total = 0.0
        for index in truth.indices {
          let difference = truth[index] - result[index]
          total += difference * difference
        }
        return total
      }
    }
  }
}
