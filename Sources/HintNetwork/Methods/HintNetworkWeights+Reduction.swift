import Imaging

extension HintNetworkWeights {
  /// What the network sees of a picture's lightness: the longer side reduced to ``pictureSide`` by
  /// the triangle filter, the other one in proportion; the plane itself where it is no larger.
  func reduced(_ lightness: Plane) -> Plane {
    let longer = max(lightness.height, lightness.width)
    guard let pictureSide, longer > pictureSide else { return lightness }
    func side(_ length: Int) -> Int {
      max(1, Int((Double(length * pictureSide) / Double(longer)).rounded()))
    }
    return lightness.resized(height: side(lightness.height), width: side(lightness.width))
  }
}
