import Colorization

extension Metric {
  /// The intersection Σ min(p, q) of the result's and the reference's histograms over the 313 ab
  /// bins: 1 for equal colours, 0 for none in common.
  ///
  /// Swain and Ballard 1991, "Color indexing", https://doi.org/10.1007/BF00130487, with the soft bins
  /// that the Global Hints Network is told (Zhang et al. 2017, §3.3).
  public static let referenceOverlap = Metric(
    name: "reference_overlap", column: "reference_overlap_share", unit: "",
    label: "overlap with the reference's colours", display: .share, higherIsBetter: true,
    version: 1,
    description: "Intersection of the colour histograms of result and reference picture."
  ) { pair in
    guard let reference = pair.reference else { return nil }
    let wanted = GlobalHints.measured(from: reference, statistics: .histogram)
    let found = GlobalHints.measured(from: pair.picture, statistics: .histogram)
    guard let wanted = wanted.histogram, let found = found.histogram else { return nil }
    return zip(wanted, found).reduce(0) { $0 + min($1.0, $1.1) }
  }
}
