import SimulatedUsers

extension TrainingBatch {
  /// A batch of given numbers, for networks and losses of other kinds.
  ///
  /// - Parameters:
  ///   - count: pictures, N.
  ///   - height, width: of a picture, H and W.
  ///   - picture: N×C×H×W.
  ///   - chrominance: N×2×H×W.
  ///   - points: a list a picture, or none; no picture is revealed whole.
  ///   - histogram, saturation: as many as the network takes.
  ///   - bins, binWeights: N×(H/4)×(W/4)×K: where the true distribution is not 0, and what it is there.
  public init(
    count: Int, height: Int, width: Int, picture: [Float], chrominance: [Float],
    points: [[HintSampler.Point]] = [], histogram: [Float] = [], saturation: [Float] = [],
    bins: [Int32] = [],
    binWeights: [Float] = []
  ) {
    precondition(
      chrominance.count == 2 * count * height * width
        && picture.count % (count * height * width) == 0 && bins.count == binWeights.count,
      "as many numbers as pixels")
    self.count = count
    self.height = height
    self.width = width
    self.picture = picture
    self.chrominance = chrominance
    self.points = points
    isWhole = points.map { _ in false }
    self.histogram = histogram
    self.saturation = saturation
    self.bins = bins
    self.binWeights = binWeights
  }
}
