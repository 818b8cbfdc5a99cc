import Foundation
import SeededChance
import SimulatedUsers
import Testing

@Suite struct HintSamplerTests {
  private static let draws = 40_000

  /// Golden values: the paper's procedure over SplitMix64, written in Python.
  @Test func drawsTheGoldenPatches() {
    var third = SplitMix64(seed: 3)
    #expect(
      HintSampler().draw(height: 64, width: 48, using: &third)
        == .patches([HintSampler.Patch(top: 46, left: 0, size: 2)]))
    var first = SplitMix64(seed: 1)
    let patches = patches(of: HintSampler().draw(height: 64, width: 48, using: &first))
    #expect(patches.count == 18)
    #expect(
      patches.prefix(3) == [
        HintSampler.Patch(top: 45, left: 33, size: 1),
        HintSampler.Patch(top: 52, left: 0, size: 5),
        HintSampler.Patch(top: 15, left: 13, size: 6),
      ])
    #expect(patches.last == HintSampler.Patch(top: 31, left: 3, size: 6))
  }

  /// P(n) = p(1 − p)ⁿ with p = 1/8: mean 7, variance (1 − p)/p² = 56, P(0) = 1/8.
  @Test func countsAreGeometric() {
    let counts = sample(HintSampler(fullShare: 0)).map { Double($0.count) }
    expectMean(of: counts, is: 7, deviation: 56.0.squareRoot())
    for n in [0, 1, 5, 20] {
      expectShare(of: counts, where: { $0 == Double(n) }, is: 0.125 * pow(0.875, Double(n)))
    }
  }

  @Test func onePictureInAHundredIsRevealedWhole() {
    var generator = SplitMix64(seed: 6)
    let reveals = (0..<Self.draws).map { _ in
      HintSampler().draw(height: 32, width: 32, using: &generator)
    }
    expectShare(of: reveals, where: { $0 == .everything }, is: 0.01)
  }

  @Test func sizesAreUniform() {
    let sizes = sample(HintSampler(fullShare: 0)).flatMap { $0.map(\.size) }
    for size in 1...9 { expectShare(of: sizes, where: { $0 == size }, is: 1.0 / 9) }
  }

  /// Truncated Gaussians: mean (H − P + 1)/2, deviation (H − P + 1)/4, cut to 0…H − P. A place is
  /// below k where the Gaussian is; it is H − P where the Gaussian reaches that.
  @Test(arguments: [(1, 64), (1, 24), (9, 64), (4, 40)])
  func placesAreGaussian(_ size: Int, _ length: Int) {
    let sampler = HintSampler(sizes: size...size, fullShare: 0)
    let patches = sample(sampler, height: length, width: length).flatMap { $0 }
    let places = Double(length - size + 1)
    for axis in [\HintSampler.Patch.top, \HintSampler.Patch.left] {
      let drawn = patches.map { $0[keyPath: axis] }
      #expect(drawn.allSatisfy { (0...(length - size)).contains($0) })
      for place in [1, length / 4, length / 2, length - size] {
        let below = normalCDF((Double(place) - places / 2) / (places / 4))
        expectShare(of: drawn, where: { $0 < place }, is: below)
      }
    }
  }

  /// P(place < k) = k / (H − P + 1).
  @Test func placesAreUniformWhereToldSo() {
    let sampler = HintSampler(sizes: 3...3, uniformShare: 1, fullShare: 0)
    let patches = sample(sampler, height: 24, width: 40).flatMap { $0 }
    #expect(Set(patches.map(\.top)) == Set(0...21))
    #expect(Set(patches.map(\.left)) == Set(0...37))
    for place in [1, 5, 11, 21] {
      expectShare(of: patches, where: { $0.top < place }, is: Double(place) / 22)
      expectShare(of: patches, where: { $0.left < place }, is: Double(place) / 38)
    }
  }

  /// Without a deviation every Gaussian place is the middle, and three uniform ones hardly ever are.
  @Test func aShareOfThePicturesIsUniform() {
    let sampler = HintSampler(
      sizes: 1...1, deviation: 0, uniformShare: 0.3, fullShare: 0)
    let middle = HintSampler.Patch(top: 16, left: 16, size: 1)
    let pictures = sample(sampler).filter { $0.count >= 3 }
    expectShare(of: pictures, where: { $0.contains { $0 != middle } }, is: 0.3)
    expectShare(of: pictures, where: { !$0.contains(middle) }, is: 0.3)
  }

  /// P(count ≤ n) = log(n + 1)/log(201).
  @Test func manyPatchesAreLogUniform() {
    let counts = sample(HintSampler(manyShare: 1, fullShare: 0)).map(\.count)
    #expect(counts.min() == 1)
    #expect(counts.max() == 200)
    for n in [1, 3, 14, 60, 150] {
      expectShare(of: counts, where: { $0 <= n }, is: log(Double(n + 1)) / log(201))
    }
    let mixed = sample(HintSampler(manyShare: 0.3, fullShare: 0)).map(\.count)
    let geometric: Double = 1 - pow(0.875, 61)
    let many: Double = log(61) / log(201)
    expectShare(of: mixed, where: { $0 <= 60 }, is: 0.7 * geometric + 0.3 * many)
  }

  /// Of the pictures that are not revealed whole; the others' numbers are geometric.
  @Test func aShareShowsNothing() {
    let counts = sample(HintSampler(noneShare: 0.4, fullShare: 0)).map(\.count)
    expectShare(of: counts, where: { $0 == 0 }, is: 0.4 + 0.6 * 0.125)
    expectShare(of: counts, where: { $0 == 1 }, is: 0.6 * 0.125 * 0.875)
  }

  @Test func aShareOfThePatchesHasOtherSizes() {
    let sampler = HintSampler(sizes: 1...5, otherSizesShare: 0.15, otherSizes: 1...9, fullShare: 0)
    let sizes = sample(sampler).flatMap { $0.map(\.size) }
    for size in 1...5 { expectShare(of: sizes, where: { $0 == size }, is: 0.85 / 5 + 0.15 / 9) }
    for size in 6...9 { expectShare(of: sizes, where: { $0 == size }, is: 0.15 / 9) }
  }

  /// What a sampler without the new shares draws did not change when they came.
  @Test func sharesOfZeroDrawNothing() {
    let plain = HintSampler()
    let same = HintSampler(
      noneShare: 0, otherSizesShare: 0, otherSizes: 3...4, uniformShare: 0, maxErrorShare: 0)
    #expect(sample(plain, draws: 100) == sample(same, draws: 100))
  }

  /// A red left half, and in it one pixel in 16 that is strongly blue. Nothing is revealed at first,
  /// and blue is farthest from grey; then red is more wrong than grey, which the blue is nearest to.
  @Test func pointsLieWhereTheErrorIsLargest() {
    let side = 32
    var truth = [Float](repeating: 0, count: 2 * side * side)
    for row in 0..<side {
      for column in 0..<(side / 2) {
        let isBlue = row % 4 == 0 && column % 4 == 0
        truth[row * side + column] = isBlue ? 0 : 30
        truth[(side + row) * side + column] = isBlue ? -100 : 0
      }
    }
    func color(_ patch: HintSampler.Patch) -> SIMD2<Float> {
      let pixel = patch.top * side + patch.left
      return [truth[pixel], truth[side * side + pixel]]
    }
    let sampler = HintSampler(sizes: 1...1, maxErrorShare: 1, fullShare: 0)
    var generator = SplitMix64(seed: 9)
    var firsts: [SIMD2<Float>] = []
    for _ in 0..<2000 {
      let drawn = truth.withUnsafeBufferPointer {
        patches(of: sampler.draw(height: side, width: side, truth: $0, using: &generator))
      }
      if let first = drawn.first { firsts.append(color(first)) }
      // A point's colour is right there, so no place is taken twice before all others are right.
      #expect(drawn.count < 2 || drawn[0] != drawn[1])
    }
    // One of 32 places is blue in 1/32 of the picture: 1 − (31/32)³².
    expectShare(of: firsts, where: { $0.y < 0 }, is: 1 - pow(31.0 / 32, 32))
    // None is red or blue: 2⁻³², never.
    #expect(!firsts.contains([0, 0]))
  }

  // MARK: Points

  @Test func patchesArePointsOfTheirMeanColour() {
    let truth = (0..<24).map { Float($0) }
    let patches = [
      HintSampler.Patch(top: 1, left: 2, size: 2), HintSampler.Patch(top: 0, left: 0, size: 1),
    ]
    var generator = SplitMix64(seed: 1)
    let points = truth.withUnsafeBufferPointer {
      HintSampler.Reveal.patches(patches).points(
        truth: $0, height: 3, width: 4, ofEverything: 5, using: &generator)
    }
    // Rows 1 and 2, columns 2 and 3 of 3×4: 6, 7, 10, 11, and 12 more in b.
    #expect(points.map(\.patch) == patches)
    #expect(points.map(\.a) == [8.5, 0] && points.map(\.b) == [20.5, 12])
  }

  @Test func wholePicturesShowPixels() {
    let truth = (0..<2400).map { Float($0) }
    var generator = SplitMix64(seed: 1)
    let points = truth.withUnsafeBufferPointer {
      HintSampler.Reveal.everything.points(
        truth: $0, height: 30, width: 40, ofEverything: 300, using: &generator)
    }
    #expect(points.count == 300 && points.allSatisfy { $0.patch.size == 1 })
    for point in points {
      let pixel = Float(point.patch.top * 40 + point.patch.left)
      #expect(point.a == pixel && point.b == pixel + 1200)
    }
    #expect(Set(points.map(\.patch.top)) == Set(0..<30))
  }

  @Test(arguments: [0.0, 1.0])
  func patchesFitIntoSmallPictures(uniformShare: Double) {
    let sampler = HintSampler(uniformShare: uniformShare)
    let patches = sample(sampler, height: 3, width: 20).flatMap { $0 }
    #expect(patches.allSatisfy { $0.top >= 0 && $0.left >= 0 })
    #expect(patches.allSatisfy { $0.top + $0.size <= 3 && $0.left + $0.size <= 20 })
    #expect(Set(patches.map(\.size)) == [1, 2, 3])
  }

  @Test func theSameSeedGivesTheSamePatches() {
    #expect(sample(HintSampler(), draws: 50) == sample(HintSampler(), draws: 50))
    #expect(sample(HintSampler(), draws: 50) != sample(HintSampler(), draws: 50, seed: 12))
  }

  // MARK: What is written

  @Test func laterPatchesOverwriteAndNothingElseIsRevealed() {
    // a = row + 10·column, b = −row.
    let (height, width) = (4, 5)
    let a = (0..<20).map { Float($0 / 5 + 10 * ($0 % 5)) }
    let b = (0..<20).map { Float(-($0 / 5)) }
    let reveal = HintSampler.Reveal.patches([
      HintSampler.Patch(top: 0, left: 0, size: 2), HintSampler.Patch(top: 1, left: 1, size: 3),
    ])
    let (hint, mask) = write(reveal, truth: a + b, height: height, width: width, scale: 0.5)
    for row in 0..<height {
      for column in 0..<width {
        let isSecond = (1...3).contains(row) && (1...3).contains(column)
        let isFirst = row < 2 && column < 2
        // Means over the squares: rows 1…3 and columns 1…3 are 2, rows and columns 0…1 are 0.5.
        let (trueA, trueB): (Float, Float) = isSecond ? (22, -2) : isFirst ? (5.5, -0.5) : (0, 0)
        let pixel = row * width + column
        #expect(hint[pixel] == trueA / 2)
        #expect(hint[20 + pixel] == trueB / 2)
        #expect(mask[pixel] == (isFirst || isSecond ? 1 : 0))
      }
    }
  }

  @Test func everythingIsTheTruthAndNothingIsZeros() {
    let truth = (0..<24).map { Float($0) - 11.5 }
    let (all, allMask) = write(.everything, truth: truth, height: 3, width: 4, scale: 2)
    #expect(all == truth.map { 2 * $0 })
    #expect(allMask.allSatisfy { $0 == 1 })
    let (none, noMask) = write(.patches([]), truth: truth, height: 3, width: 4, scale: 2)
    #expect(none.allSatisfy { $0 == 0 })
    #expect(noMask.allSatisfy { $0 == 0 })
  }

  // MARK: Help

  private func write(
    _ reveal: HintSampler.Reveal, truth: [Float], height: Int, width: Int, scale: Float
  ) -> (hint: [Float], mask: [Float]) {
    // Not zeros, so that what is not written is seen.
    var hint = [Float](repeating: 99, count: truth.count)
    var mask = [Float](repeating: 99, count: truth.count / 2)
    truth.withUnsafeBufferPointer { truth in
      hint.withUnsafeMutableBufferPointer { hint in
        mask.withUnsafeMutableBufferPointer { mask in
          reveal.write(
            truth: truth, hint: hint, mask: mask, height: height, width: width, scale: scale)
        }
      }
    }
    return (hint, mask)
  }

  private func patches(of reveal: HintSampler.Reveal) -> [HintSampler.Patch] {
    if case .patches(let patches) = reveal { patches } else { [] }
  }

  private func sample(
    _ sampler: HintSampler, height: Int = 32, width: Int = 32, draws: Int = draws,
    seed: UInt64 = 11
  ) -> [[HintSampler.Patch]] {
    var generator = SplitMix64(seed: seed)
    return (0..<draws).map { _ in
      patches(of: sampler.draw(height: height, width: width, using: &generator))
    }
  }

  private func normalCDF(_ value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

  /// Four standard errors: a right sampler fails once in 16,000 seeds, and the seed is fixed.
  private func expectMean(of values: [Double], is mean: Double, deviation: Double) {
    let found = values.reduce(0, +) / Double(values.count)
    #expect(abs(found - mean) < 4 * deviation / Double(values.count).squareRoot())
  }

  private func expectShare<Value>(
    of values: [Value], where isCounted: (Value) -> Bool, is share: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = Double(values.count(where: isCounted)) / Double(values.count)
    let error = (share * (1 - share) / Double(values.count)).squareRoot()
    #expect(abs(found - share) < 4 * error, sourceLocation: sourceLocation)
  }
}
