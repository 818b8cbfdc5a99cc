import Colorimetry
import Colorization
import Foundation
import Imaging
import Testing

/// The multifrontal solver against the same equations solved at once.
@Suite struct WholeSystemTests {
  @Test(
    arguments: [
      (1, 1), (1, 2), (1, 9), (9, 1), (2, 2), (2, 3), (3, 2), (7, 8), (8, 8), (9, 17), (17, 9),
      (200, 3), (33, 20), (64, 64), (65, 63), (50, 131),
    ])
  func agreesAtAwkwardSizes(_ height: Int, _ width: Int) throws {
    let lightness = formulaLightness(height: height, width: width)
    for count in [1, 2, 5, 12] {
      try expectAgreement(lightness, formulaHints(count, height: height, width: width))
    }
  }

  /// A ramp: on rougher strips, whose pixels have but two neighbours, the system's condition passes
  /// 10⁸ and no solver in double precision can tell the result to 10⁻⁹.
  @Test func agreesOnAStripOfOneRow() throws {
    let values = (0..<200).map { 30 + Double($0) / 5 }
    for (height, width) in [(1, 200), (200, 1)] {
      let strip = Plane(height: height, width: width, values: values)
      for count in [1, 2, 5] {
        try expectAgreement(strip, formulaHints(count, height: height, width: width))
      }
    }
  }

  @Test(arguments: [1, 2, 5]) func agreesOnACheckerboard(_ cell: Int) throws {
    var board = Plane(height: 33, width: 41)
    for row in 0..<board.height {
      for column in 0..<board.width {
        board[row, column] = (row / cell + column / cell) % 2 == 0 ? 0 : 100
      }
    }
    try expectAgreement(board, formulaHints(6, height: 33, width: 41))
  }

  @Test func agreesOnNoise() throws {
    var state: UInt64 = 7
    var noise = Plane(height: 48, width: 37)
    for index in noise.values.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      noise.values[index] = Double(state >> 40) / Double(1 << 24) * 100
    }
    try expectAgreement(noise, formulaHints(9, height: 48, width: 37))
  }

  @Test func agreesOnAStepWithPointsOnBothSides() throws {
    var step = Plane(height: 40, width: 40, repeating: 20)
    for row in 0..<40 { for column in 20..<40 { step[row, column] = 90 } }
    let hints = Hints([
      HintPoint(row: 20, column: 3, size: 3, a: 60, b: -20),
      HintPoint(row: 10, column: 35, size: 3, a: -50, b: 70),
    ])
    try expectAgreement(step, hints)
    // Colours stay on their side of the edge.
    let result = try propagated(step, hints)
    #expect(result.a[5 * 40 + 10] > 30 && result.a[5 * 40 + 30] < -20)
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["HINTBENCH_PHOTOS"] != nil,
      "needs photographs: set HINTBENCH_PHOTOS to a folder of them"))
  func agreesOnPhotographs() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["HINTBENCH_PHOTOS"])
    let paths = try ImageFolder.list(folder).pictures.prefix(3)
    try #require(!paths.isEmpty)
    for path in paths {
      let photo = try ImageFile.read(path).resized(height: 96, width: 128)
      try expectAgreement(LabImage(photo).lightness, formulaHints(10, height: 96, width: 128))
    }
  }

  private func expectAgreement(
    _ lightness: Plane, _ hints: Hints, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = try #require(
      WholeSystem(lightness: lightness, hints: hints).solution(hints),
      sourceLocation: sourceLocation)
    let actual = try propagated(lightness, hints)
    #expect(distance(actual.a, expected.a) < 1e-9, sourceLocation: sourceLocation)
    #expect(distance(actual.b, expected.b) < 1e-9, sourceLocation: sourceLocation)
  }
}
