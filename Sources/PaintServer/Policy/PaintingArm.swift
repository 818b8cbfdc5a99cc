/// How a painter chooses colours: what studies compare.
///
/// A page is never told the name, which would tell what is compared: only the ``controls`` that the
/// picture at hand is painted with.
public enum PaintingArm: String, Codable, Sendable, CaseIterable {
  /// The gamut, suggested colours, recent colours and an eyedropper.
  case full
  /// Sliders of hue, saturation and value, and 48 common colours; nothing is suggested.
  case noRecommendation = "no-recommendation"

  /// What the page calls the controls: the name of its files for them.
  public var controls: String {
    switch self {
    case .full: "palette"
    case .noRecommendation: "sliders"
    }
  }
}
