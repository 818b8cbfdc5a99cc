import Foundation
import Imaging
import Testing
import Training

@Suite struct PictureCacheTests {
  private let plan = BatchPlan(count: 10, size: 16, seed: 3, kinds: .points, bins: nil)

  @Test func cachedPicturesAreThoseOfTheFolder() throws {
    let folder = try PhotographFixture(scenes: 5)
    let expected = try batches(try folder.data(), plan, 2)
    #expect(try batches(try folder.data(cached: true), plan, 2) == expected)
    let bytes = try folder.cacheBytes
    #expect(bytes.count > 5 * 48 * 60 * 3)
    // Found again, and not written again.
    let before = try modification(folder.cachePath)
    #expect(try batches(try folder.data(cached: true), plan, 2) == expected)
    #expect(try modification(folder.cachePath) == before)
  }

  @Test func damagedCachesAreMadeAgain() throws {
    let folder = try PhotographFixture(scenes: 3)
    let expected = try batches(try folder.data(cached: true), plan, 1)
    let bytes = try folder.cacheBytes
    // A bit anywhere: signature, key, number, length, checksum, table, first and last picture.
    let tableEnd = 64 + 3 * 40
    let places =
      [0, 7, 8, 39, 40, 48, 56, 63, 64, 70, 100, tableEnd - 1]
      + [tableEnd, tableEnd + 31, bytes.count / 2, bytes.count - 1]
    var damaged = places.map { place in
      var copy = bytes
      copy[place] ^= 0x10
      return copy
    }
    let lengths = [0, 1, 63, 64, tableEnd - 1, tableEnd, bytes.count - 1]
    damaged += lengths.map { Array(bytes.prefix($0)) }
    damaged.append(bytes + [0])
    // Zeros where a crash of the machine left no data.
    damaged.append(
      Array(bytes.prefix(tableEnd)) + [UInt8](repeating: 0, count: bytes.count - tableEnd))
    for copy in damaged {
      try folder.overwriteCache(copy)
      #expect(try batches(try folder.data(cached: true), plan, 1) == expected)
      #expect(try folder.cacheBytes == bytes)
    }
  }

  @Test func staleCachesAreMadeAgain() throws {
    let folder = try PhotographFixture(scenes: 3)
    _ = try folder.data(cached: true)
    // Another limit; another picture; a picture replaced by one of the same length; one gone.
    try expectFresh(folder, shorterSide: 20)
    try expectFresh(folder)
    try folder.add(noise(side: 30, seed: 1), "another")
    try expectFresh(folder)
    let path = "\(folder.path)/another.png"
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let other = PNGFile.encode(noise(side: 30, seed: 2))
    // Incompressible pictures of one size have files of about one length: zeros after the end make
    // it the same.
    let length = max(bytes.count, other.count)
    bytes = other + [UInt8](repeating: 0, count: length - other.count)
    try folder.add(bytes: bytes, "another.png")
    try expectFresh(folder)
    try FileManager.default.removeItem(atPath: path)
    try expectFresh(folder)
  }

  /// The folder's cache gives what the folder itself gives, and is then found.
  private func expectFresh(_ folder: PhotographFixture, shorterSide: Int? = nil) throws {
    let expected = try batches(try folder.data(shorterSide: shorterSide), plan, 2)
    let before = try modification(folder.cachePath)
    for _ in 0..<2 {
      let data = try folder.data(shorterSide: shorterSide, cached: true)
      #expect(try batches(data, plan, 2) == expected)
    }
    #expect(try modification(folder.cachePath) != before)
  }

  /// A picture changed in place, its time put back, is still found by its size.
  @Test func timesAndSizesBothCount() throws {
    let folder = try PhotographFixture(scenes: 2)
    try folder.add(flat(250, 9, 9, side: 30), "picture")
    let path = "\(folder.path)/picture.png"
    // Whole seconds, which survive being set.
    let time = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    _ = try folder.data(cached: true)
    try folder.add(noise(side: 30, seed: 4), "picture")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    try expectFresh(folder)
    // The same bytes at another time: made again, with the same content.
    let bytes = try folder.cacheBytes
    try FileManager.default.setAttributes(
      [.modificationDate: time.addingTimeInterval(-60)], ofItemAtPath: path)
    try expectFresh(folder)
    #expect(try folder.cacheBytes.dropFirst(40) == bytes.dropFirst(40))
  }

  @Test func aCacheThatCannotBeWrittenIsAnError() throws {
    let folder = try PhotographFixture(scenes: 1)
    for path in ["/no/such/folder/cache", folder.path, "/proc/cache", "a\0b"] {
      do throws(TrainingDataError) {
        _ = try TrainingData([
          TrainingSource(.folder(folder.path, shorterSide: nil), cache: path)
        ])
        Issue.record("a cache was written to \(path)")
      } catch {
        guard case .cacheFailed(path, _) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(!error.message.contains("\0"))
      }
    }
    // Nothing is left behind beside the folder.
    let parent = (folder.path as NSString).deletingLastPathComponent
    let name = (folder.path as NSString).lastPathComponent
    let left = try FileManager.default.contentsOfDirectory(atPath: parent)
    #expect(left.filter { $0.hasPrefix(name) } == [name])
  }

  private func modification(_ path: String) throws -> Date {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.modificationDate] as? Date)
  }
}
