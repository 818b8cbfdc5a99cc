import Colorimetry

extension Metric {
  /// The CIEDE2000 difference between the two 8-bit pictures, mean over the pixels.
  ///
  /// Both pictures are measured in CIELAB after truncation, so that colours which sRGB cannot show
  /// count as shown. Sharma, Wu and Dalal 2005, https://doi.org/10.1002/col.20070.
  public static let ciede2000 = Metric(
    name: "ciede2000", column: "ciede2000", unit: "ΔE₀₀", label: "CIEDE2000",
    display: .plain("ΔE₀₀", digits: 2), higherIsBetter: false, version: 1,
    description: "Mean CIEDE2000 colour difference between the 8-bit pictures."
  ) { pair in
    let differences = CIEDE2000.differences(pair.truth.pictureLab, LabImage(pair.picture)).values
    return differences.reduce(0, +) / Double(differences.count)
  }
}
