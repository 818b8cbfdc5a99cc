import Imaging

extension Metric {
  /// Structural similarity of the 8-bit RGB pictures, mean over the three channels, at most 1.
  ///
  /// Wang, Bovik, Sheikh and Simoncelli 2004, https://doi.org/10.1109/TIP.2003.819861: Gaussian
  /// window of 11×11 pixels with σ = 1.5, K₁ = .01, K₂ = .03, L = 255, population moments, mean
  /// over the windows that lie wholly inside the picture. Pictures with a side below 11 are judged
  /// with the largest odd window that fits, its weights again summing to 1.
  public static let ssim = Metric(
    name: "ssim", column: "ssim", unit: "", label: "SSIM", higherIsBetter: true, version: 1,
    description: "Mean structural similarity of the 8-bit RGB pictures, 11×11 Gaussian windows."
  ) { pair in
    StructuralSimilarity(height: pair.picture.height, width: pair.picture.width)
      .mean(pair.truth.picture, pair.picture)
  }
}
