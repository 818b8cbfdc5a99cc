import Colorimetry
import Colorization
import Imaging
import Testing

/// Golden values: `make_reference.py`, windows averaged one by one in NumPy.
@Suite struct GuidedUpsamplingTests {
  @Test func agreesWithNumPy() {
    let result = GuidedUpsampling().enlarge(
      Hashed.chrominance, lightness: Hashed.low, to: Hashed.full)
    expect(
      result.a, [10.0098452, 4.09173172, -1.54617187, 9.53074183, -10.619764, -4.20974713],
      mean: -0.674969673, meanSquare: 50.4972761)
    expect(
      result.b, [6.78603685, -21.319346, -6.24996543, -3.74077554, 3.50534787, 8.76646206],
      mean: -4.46522143, meanSquare: 82.6420837)
  }

  @Test func agreesWithNumPyForOtherWindows() {
    let result = GuidedUpsampling(radius: 1, smoothness: 100).enlarge(
      Hashed.chrominance, lightness: Hashed.low, to: Hashed.full)
    expect(
      result.a, [10.7542542, 12.4860677, 1.9685955, 19.3588727, -26.4295478, 22.3326641],
      mean: 0.928289287, meanSquare: 163.096025)
    expect(
      result.b, [34.0287278, -36.3093037, -12.6126426, -13.4019798, 5.48787405, 22.8591415],
      mean: -3.95351965, meanSquare: 250.649396)
  }

  @Test(arguments: [(16, 16), (50, 77), (1, 40), (200, 3)]) func constantsStay(_ size: (Int, Int)) {
    let low = hashedPlane(height: 16, width: 16, from: 0, scale: 100, offset: 0)
    let full = hashedPlane(height: size.0, width: size.1, from: 900, scale: 100, offset: 0)
    let constant = Chrominance(
      a: Plane(height: 16, width: 16, repeating: 12.3),
      b: Plane(height: 16, width: 16, repeating: -45.6))
    let result = GuidedUpsampling().enlarge(constant, lightness: low, to: full)
    #expect(result.a.values.allSatisfy { abs($0 - 12.3) < 1e-9 })
    #expect(result.b.values.allSatisfy { abs($0 + 45.6) < 1e-9 })
  }

  /// What the filter assumes: chrominance that is linear in lightness gets every edge of it.
  @Test func whatIsLinearInLightnessIsRecovered() {
    let full = hashedPlane(height: 64, width: 48, from: 50, scale: 100, offset: 0)
    let low = full.resized(height: 16, width: 12)
    func linear(_ plane: Plane, _ slope: Double, _ offset: Double) -> Plane {
      var plane = plane
      for index in plane.values.indices {
        plane.values[index] = slope * plane.values[index] + offset
      }
      return plane
    }
    let result = GuidedUpsampling(smoothness: 1e-9).enlarge(
      Chrominance(a: linear(low, 0.4, -20), b: linear(low, -0.7, 35)), lightness: low, to: full)
    #expect(largestDifference(result.a, linear(full, 0.4, -20)) < 1e-6)
    #expect(largestDifference(result.b, linear(full, -0.7, 35)) < 1e-6)
  }
}
