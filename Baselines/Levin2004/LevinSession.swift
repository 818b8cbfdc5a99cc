import Colorimetry
import Colorization
import Imaging

/// One picture under Levin's method: its weights once, its factorization from point to point.
struct LevinSession: ColorizationSession {
  private let lightness: Plane
  private let gray: Plane
  private let reading: Levin2004.Reading
  private let solver: GridSolver

  /// - Parameter lightness: L* in 0…100, H×W row-major.
  init(lightness: Plane, reading: Levin2004.Reading) {
    self.lightness = lightness
    self.reading = reading
    gray = LabImage.grayLevel(ofLightness: lightness)
    solver = GridSolver(weights: LevinWeights(intensity: gray))
  }

  mutating func colorize(_ hints: Hints) throws -> Colorization {
    let (height, width) = (lightness.height, lightness.width)
    let owners = hints.ownership(height: height, width: width)
    var labelled = false
    for (pixel, owner) in owners.enumerated() {
      guard owner >= 0 else {
        solver.label(pixel, with: nil)
        continue
      }
      labelled = true
      solver.label(pixel, with: value(of: hints.points[Int(owner)], at: pixel))
    }
    guard labelled else { return uncolored }
    try solver.solve()
    let values = solver.values
    let first = Plane(height: height, width: width, values: Array(values.prefix(owners.count)))
    let second = Plane(height: height, width: width, values: Array(values.suffix(owners.count)))
    return switch reading {
    case .chrominance: .chrominance(Chrominance(a: first, b: second))
    case .published: .picture(YIQ.picture(y: gray, i: first, q: second))
    }
  }

  /// The two values a hint gives a pixel: a and b, or I and Q of the pixel's own lightness with them.
  private func value(of point: HintPoint, at pixel: Int) -> (Double, Double) {
    switch reading {
    case .chrominance: (point.a, point.b)
    case .published:
      inPhaseQuadrature(LabColor(lightness: lightness.values[pixel], a: point.a, b: point.b))
    }
  }

  private func inPhaseQuadrature(_ color: LabColor) -> (Double, Double) {
    let (red, green, blue) = color.srgb
    let components = YIQ.components(red: red, green: green, blue: blue)
    return (components.i, components.q)
  }

  /// Without hints the system is singular: the result is grey.
  private var uncolored: Colorization {
    switch reading {
    case .chrominance:
      .chrominance(Chrominance(neutralWithHeight: lightness.height, width: lightness.width))
    case .published: .picture(SRGBImage.gray(fromLightness: lightness))
    }
  }
}
