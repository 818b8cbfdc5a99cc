import Colorimetry
import Colorization
import Imaging
import Scenes
import Testing

/// Golden values: `make_reference.py`, the definition in NumPy with no thought of speed.
@Suite struct ChrominanceEnlargementTests {
  @Test func agreesWithNumPy() {
    let expected: (a: [Double], b: [Double]) = (
      [15.7069338, -29.5084, -49.1061176, 73.9623268, -36.3671809, 0.320563532],
      [48.491073, -70.2414071, 23.6344708, 8.34874438, -17.7259064, 13.656684]
    )
    let result = Hashed.enlarge(JointBilateralUpsampling())
    expect(result.a, expected.a, mean: 0.569276822, meanSquare: 1547.37493)
    expect(result.b, expected.b, mean: -3.21123694, meanSquare: 1546.53854)
    let method = ChrominanceEnlargement.jointBilateral
    #expect(method.enlarge(Hashed.chrominance, lightness: Hashed.low, to: Hashed.full) == result)
  }

  @Test func agreesWithNumPyForOtherWeights() {
    let expected: (a: [Double], b: [Double]) = (
      [17.110802, -27.6300939, -29.0900864, 56.5379728, -36.8255077, 3.06963386],
      [47.2970322, -68.9874657, 16.0547451, 1.62748063, -11.6438007, 14.2262754]
    )
    let result = Hashed.enlarge(
      JointBilateralUpsampling(reach: 0.3, spatialDeviation: 0.7, rangeDeviation: 20, floor: 0.1))
    expect(result.a, expected.a, mean: 0.664887198, meanSquare: 1086.86462)
    expect(result.b, expected.b, mean: -3.06178149, meanSquare: 1023.89729)
  }

  @Test func bilinearIsTheTriangleFilter() {
    let result = ChrominanceEnlargement.bilinear.enlarge(
      Hashed.chrominance, lightness: Hashed.low, to: Hashed.full)
    #expect(result.a == Hashed.chrominance.a.resized(height: 31, width: 19))
    #expect(result.b == Hashed.chrominance.b.resized(height: 31, width: 19))
  }

  @Test(arguments: ChrominanceEnlargement.allCases) func constantsStay(
    _ method: ChrominanceEnlargement
  ) {
    let low = hashedPlane(height: 16, width: 16, from: 0, scale: 100, offset: 0)
    let full = hashedPlane(height: 50, width: 77, from: 900, scale: 100, offset: 0)
    let constant = Chrominance(
      a: Plane(height: 16, width: 16, repeating: 12.3),
      b: Plane(height: 16, width: 16, repeating: -45.6))
    let result = method.enlarge(constant, lightness: low, to: full)
    #expect(result.a.values.allSatisfy { abs($0 - 12.3) < 1e-12 })
    #expect(result.b.values.allSatisfy { abs($0 + 45.6) < 1e-12 })
  }

  /// An edge at every place within a sample: 12 pixels are one.
  @Test(arguments: 0..<12) func edgesStaySharp(_ shift: Int) {
    let edge = 84 + shift
    func step(_ left: Double, _ right: Double) -> Plane {
      Plane(
        height: 24, width: 192,
        values: (0..<(24 * 192)).map { $0 % 192 < edge ? left : right })
    }
    let (lightness, a, b) = (step(25, 80), step(-30, 40), step(50, -10))
    let small = Chrominance(
      a: a.resized(height: 2, width: 16), b: b.resized(height: 2, width: 16))
    let low = lightness.resized(height: 2, width: 16)
    let sharp = ChrominanceEnlargement.jointBilateral.enlarge(small, lightness: low, to: lightness)
    let soft = ChrominanceEnlargement.bilinear.enlarge(small, lightness: low, to: lightness)
    #expect(rootMeanSquare(sharp.a, a) < 0.5 * rootMeanSquare(soft.a, a))
    #expect(rootMeanSquare(sharp.b, b) < 0.5 * rootMeanSquare(soft.b, b))
  }

  @Test func flatLightnessIsNearlyBilinear() {
    let low = Plane(height: 9, width: 7, repeating: 60)
    let full = Plane(height: 31, width: 19, repeating: 60)
    let smooth = ChrominanceEnlargement.jointBilateral
      .enlarge(Hashed.chrominance, lightness: low, to: full)
    let bilinear = ChrominanceEnlargement.bilinear
      .enlarge(Hashed.chrominance, lightness: low, to: full)
    #expect(largestDifference(smooth.a, bilinear.a) < 4)
    let triangle = JointBilateralUpsampling(reach: 0)
      .enlarge(Hashed.chrominance, lightness: low, to: full)
    #expect(largestDifference(triangle.a, bilinear.a) < 1e-4)
  }

  @Test func lightnessUnlikeAllSamplesIsBilinear() {
    let low = Plane(height: 9, width: 7, repeating: 0)
    let full = Plane(height: 31, width: 19, repeating: 100)
    let result = ChrominanceEnlargement.jointBilateral
      .enlarge(Hashed.chrominance, lightness: low, to: full)
    let bilinear = ChrominanceEnlargement.bilinear
      .enlarge(Hashed.chrominance, lightness: low, to: full)
    #expect(largestDifference(result.a, bilinear.a) < 1e-4)
    #expect(largestDifference(result.b, bilinear.b) < 1e-4)
  }

  @Test func theSameSizeIsTheSameChrominance() {
    let full = hashedPlane(height: 9, width: 7, from: 77, scale: 100, offset: 0)
    let result = ChrominanceEnlargement.jointBilateral
      .enlarge(Hashed.chrominance, lightness: Hashed.low, to: full)
    #expect(result == Hashed.chrominance)
  }

  @Test(arguments: [
    (1, 1), (1, 40), (500, 1), (3, 300), (200, 16), (16, 200), (17, 16), (8, 9), (130, 129),
  ])
  func everySizeStaysWithinTheExtremes(_ size: (Int, Int)) {
    let low = hashedPlane(height: 16, width: 16, from: 0, scale: 100, offset: 0)
    let small = Chrominance(
      a: hashedPlane(height: 16, width: 16, from: 300, scale: 180, offset: -90),
      b: hashedPlane(height: 16, width: 16, from: 600, scale: 20, offset: 70))
    let full = hashedPlane(height: size.0, width: size.1, from: 900, scale: 100, offset: 0)
    let result = ChrominanceEnlargement.jointBilateral.enlarge(small, lightness: low, to: full)
    #expect((result.height, result.width) == size)
    for (plane, source) in [(result.a, small.a), (result.b, small.b)] {
      let extremes = (source.values.min() ?? 0)...(source.values.max() ?? 0)
      #expect(plane.values.allSatisfy(extremes.contains))
    }
  }

  @Test func smallerPicturesAreScaledPlainly() {
    let full = hashedPlane(height: 5, width: 6, from: 900, scale: 100, offset: 0)
    let result = ChrominanceEnlargement.jointBilateral
      .enlarge(Hashed.chrominance, lightness: Hashed.low, to: full)
    let bilinear = ChrominanceEnlargement.bilinear
      .enlarge(Hashed.chrominance, lightness: Hashed.low, to: full)
    #expect(result == bilinear)
  }

  @Test func repeatsItselfToTheBit() {
    let low = hashedPlane(height: 16, width: 16, from: 0, scale: 100, offset: 0)
    let full = hashedPlane(height: 300, width: 45, from: 900, scale: 100, offset: 0)
    let small = Chrominance(a: low, b: low)
    let method = ChrominanceEnlargement.jointBilateral
    let first = method.enlarge(small, lightness: low, to: full)
    for _ in 0..<5 { #expect(method.enlarge(small, lightness: low, to: full) == first) }
  }

  @Test func beatsBilinearOnScenes() {
    var (sharp, soft) = (0.0, 0.0)
    for index in 0..<16 {
      let picture = Scene(index: index, seed: 3).render(height: 192, width: 288)
      let truth = LabImage(picture)
      let small = LabImage(picture.resized(height: 64, width: 64))
      for method in ChrominanceEnlargement.allCases {
        let result = method.enlarge(
          small.chrominance, lightness: small.lightness, to: truth.lightness)
        let error =
          rootMeanSquare(result.a, truth.chrominance.a)
          + rootMeanSquare(result.b, truth.chrominance.b)
        if method == .bilinear { soft += error } else { sharp += error }
      }
    }
    #expect(sharp < 0.97 * soft, "\(sharp / soft)")
  }
}
