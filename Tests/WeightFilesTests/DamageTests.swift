import Foundation
import Testing
import WeightFiles

/// Files that were sound once.
@Suite struct DamageTests {
  /// A cut file is refused; of a Caffe model whole layers may be left.
  @Test(arguments: Fixture.all) func cutFilesAreRefused(_ fixture: Fixture) throws {
    let bytes = fixture.bytes
    let format = try fixture.read().format
    var read = 0
    for count in bytes.indices where failure(Array(bytes[..<count])) == nil { read += 1 }
    #expect(read <= (format == .caffe ? 3 : 0))
  }

  /// Every changed byte gives an error or other weights, which are finite.
  @Test(arguments: Fixture.all) func changedFilesAreRefusedOrRead(_ fixture: Fixture) {
    let bytes = fixture.bytes
    // A linear congruential generator, so that every run is the same.
    var state: UInt32 = 1
    var errors = 0
    for position in bytes.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      for mask in [0x01, 0x80, 0xFF, UInt8(state >> 24) | 2] {
        var changed = bytes
        changed[position] ^= mask
        if failure(changed) != nil { errors += 1 }
      }
    }
    #expect(errors > bytes.count / 2)
  }

  /// Blocks of a file are overwritten, doubled and taken away.
  @Test(arguments: Fixture.all) func mixedUpFilesAreRefusedOrRead(_ fixture: Fixture) {
    let bytes = fixture.bytes
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(limit, 1)
    }
    var errors = 0
    for _ in 0..<1000 {
      var changed = bytes
      let start = random(bytes.count)
      let end = start + random(min(24, bytes.count - start))
      let block = Array(changed[start..<end])
      switch random(4) {
      case 0: changed.removeSubrange(start..<end)
      case 1: changed.insert(contentsOf: block, at: random(bytes.count))
      case 2: changed.replaceSubrange(start..<end, with: block.map { _ in UInt8(random(256)) })
      default: changed.replaceSubrange(start..<end, with: block.map { _ in 0xFF })
      }
      if failure(changed) != nil { errors += 1 }
    }
    #expect(errors > 300)
  }
}
