/// What is measured of every finished picture.
public enum PaintMeasure: String, Sendable, CaseIterable {
  /// Points added, a minute of painting.
  case pointsPerMinute = "points_per_minute"
  /// Points that were there in the end.
  case pointsAtEnd = "points_at_end"
  /// Seconds until the first point.
  case firstPoint = "first_point_s"
  /// Share of chosen colours that were offered: suggested in the full arm, common ones in the other.
  case offeredShare = "offered_share"
  /// PSNR of the result against the true picture at the working size, in dB.
  case psnr = "psnr_db"
  /// How much of it the points brought: the difference to the result without points, in dB.
  case psnrGain = "psnr_gain_db"

  /// What no value can leave; nil where there is no such range.
  var range: ClosedRange<Double>? { self == .offeredShare ? 0...1 : nil }

  /// What no difference of two values can leave; nil where there is no such range.
  var rangeOfDifferences: ClosedRange<Double>? {
    range.map { ($0.lowerBound - $0.upperBound)...($0.upperBound - $0.lowerBound) }
  }

  /// For people.
  var title: String {
    switch self {
    case .pointsPerMinute: "Points a minute"
    case .pointsAtEnd: "Points at the end"
    case .firstPoint: "Seconds to the first point"
    case .offeredShare: "Share of colours that were offered"
    case .psnr: "PSNR at the end, dB"
    case .psnrGain: "PSNR gained over no points, dB"
    }
  }
}
