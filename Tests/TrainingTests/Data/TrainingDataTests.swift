import Foundation
import Imaging
import Testing
import Training

@Suite struct TrainingDataTests {
  private func plan(_ count: Int = 12, size: Int = 16) -> BatchPlan {
    BatchPlan(count: count, size: size, seed: 7, kinds: .points, bins: .inGamut313)
  }

  // MARK: Sources

  @Test func sourcesAreMixedByTheirShares() throws {
    let colors: [(RGBImage, Double)] = [
      (flat(220, 30, 30), 1), (flat(30, 200, 30), 2), (flat(30, 30, 220), 5), (flat(9, 9, 9), 0),
    ]
    let folders = try colors.map { color, _ in
      let folder = try PhotographFixture()
      try folder.add(color, "picture")
      return folder
    }
    let data = try TrainingData(zip(folders, colors).map { $0.source(share: $1.1) })
    #expect(data.counts == [1, 1, 1])
    let count = 16_000
    let batch = try batches(data, plan(count, size: 8), 1)[0]
    var found = [0, 0, 0]
    for sample in 0..<count {
      let (a, b) = (batch.chrominance[128 * sample], batch.chrominance[128 * sample + 64])
      found[a < 0 ? 1 : b > 0 ? 0 : 2] += 1
    }
    // An array may go after its last use, and its folders with it.
    withExtendedLifetime(folders) {}
    for (hits, share) in zip(found, [0.125, 0.25, 0.625]) {
      let deviation = (Double(count) * share * (1 - share)).squareRoot()
      #expect(abs(Double(hits) - Double(count) * share) < 4 * deviation)
    }
  }

  @Test func picturesOfASourceAreEquallyLikely() throws {
    let folder = try PhotographFixture()
    for level in 0..<8 { try folder.add(flat(UInt8(30 * level), 255, 30), "\(level)") }
    let batch = try batches(try folder.data(), plan(4000, size: 8), 1)[0]
    let seen = Dictionary(grouping: (0..<4000).map { batch.chrominance[128 * $0] }) { $0 }
    #expect(seen.count == 8)
    // 500 ± 4·√(4000 · 1/8 · 7/8)
    #expect(seen.values.allSatisfy { abs($0.count - 500) < 84 })
  }

  @Test func embeddedScenesAreASource() throws {
    let fixture = try PhotographFixture()
    let origin = TrainingSource.Origin.scenes(count: 5, side: 32, seed: 2)
    let painted = try TrainingData([TrainingSource(origin)])
    #expect(painted.counts == [5] && painted.skipped.isEmpty)
    let first = try batches(painted, plan(), 1)
    // The same from a cache, made and then found.
    for _ in 0..<2 {
      let cached = try TrainingData([TrainingSource(origin, cache: fixture.cachePath)])
      #expect(try batches(cached, plan(), 1) == first)
      #expect(cached.identity == painted.identity)
    }
    // They are the scenes of `Scene`, which the fixture paints, too.
    let folder = try PhotographFixture(scenes: 5, height: 32, width: 32, seed: 2)
    #expect(try batches(try folder.data(), plan(), 1) == first)
    let other = try TrainingData([TrainingSource(.scenes(count: 5, side: 32, seed: 3))])
    #expect(try batches(other, plan(), 1) != first)
    #expect(other.identity != painted.identity)
  }

  @Test func largePicturesAreScaledDownAtTheirShorterSide() throws {
    let large = try PhotographFixture(scenes: 1, height: 48, width: 60)
    let image = try ImageFile.read(try ImageFolder.list(large.path).pictures[0])
    let small = try PhotographFixture()
    try small.add(image.resized(height: 24, width: 30), "small")
    let scaled = try batches(try large.data(shorterSide: 24), plan(), 1)
    #expect(try batches(try small.data(), plan(), 1) == scaled)
    #expect(try batches(try large.data(shorterSide: 24, cached: true), plan(), 1) == scaled)
    #expect(try batches(try large.data(), plan(), 1) != scaled)
    // Pictures that are small enough stay.
    let unlimited = try batches(try large.data(), plan(), 1)
    #expect(try batches(try large.data(shorterSide: 48), plan(), 1) == unlimited)
  }

  @Test func identityIsThatOfThePicturesNotOfTheirPlace() throws {
    let first = try PhotographFixture(scenes: 3)
    let second = try PhotographFixture(scenes: 3)
    let identity = try first.data().identity
    #expect(identity.count == 64)
    #expect(try second.data(cached: true).identity == identity)
    #expect(try second.data(shorterSide: 20).identity != identity)
    try second.add(flat(1, 2, 3), "another")
    #expect(try second.data().identity != identity)
  }

  // MARK: Faults

  @Test func damagedPicturesAreSkippedWithAWarning() throws {
    let folder = try PhotographFixture(scenes: 4)
    let whole = PNGFile.encode(noise(side: 40, seed: 1))
    try folder.add(bytes: Array(whole.prefix(whole.count / 2)), "000-cut.png")
    try folder.add(bytes: [], "empty.jpg")
    let plain = try folder.data()
    #expect(plain.counts == [6])
    let expected = try batches(plain, plan(40), 1)
    let cached = try folder.data(cached: true)
    let found = try folder.data(cached: true)
    for data in [plain, cached, found] {
      #expect(try batches(data, plan(40), 1) == expected)
      let skipped = data.skipped.sorted { $0.path < $1.path }
      #expect(skipped.map(\.path) == ["000-cut.png", "empty.jpg"].map { "\(folder.path)/\($0)" })
      #expect(skipped[0].reason.contains("damaged") && skipped[1].reason.contains("empty"))
    }
  }

  @Test(arguments: [false, true])
  func onlyDamagedPicturesAreAnError(_ cached: Bool) throws {
    let folder = try PhotographFixture()
    for name in ["a.png", "b.jpg"] { try folder.add(bytes: Array("text".utf8), name) }
    do throws(TrainingDataError) {
      _ = try TrainingData([folder.source(cached: cached)])
      Issue.record("damaged pictures were taken")
    } catch {
      guard case .allDamaged(folder.path, 2, let example) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(example.contains("a.png") && error.message.contains(folder.path))
    }
  }

  @Test func missingAndEmptyFoldersAreErrors() throws {
    let folder = try PhotographFixture()
    #expect(throws: TrainingDataError.emptyFolder(path: folder.path)) {
      try TrainingData([folder.source()])
    }
    #expect(throws: TrainingDataError.noSources) { try TrainingData([]) }
    #expect(throws: TrainingDataError.noSources) { try TrainingData([folder.source(share: 0)]) }
    do throws(TrainingDataError) {
      _ = try TrainingData([TrainingSource(.folder("/no/such/folder", shorterSide: nil))])
      Issue.record("a missing folder was read")
    } catch {
      #expect(error.message.contains("/no/such/folder"))
    }
  }
}
