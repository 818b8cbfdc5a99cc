/// How a painter chooses colours: what studies compare.
public enum PaintingArm: String, Codable, Sendable, CaseIterable {
  /// The gamut, suggested colours, recent colours and an eyedropper.
  case full
  /// Sliders of hue, saturation and value, and 48 common colours; nothing is suggested.
  case noRecommendation = "no-recommendation"
}
