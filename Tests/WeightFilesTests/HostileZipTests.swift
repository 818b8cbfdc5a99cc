import Foundation
import Testing
import WeightFiles

private typealias P = PickleBytes

@Suite struct HostileZipTests {
  private static func hostile(
    _ name: String, _ change: (inout ZipBytes) -> Void, fault: ZipFault
  ) -> Hostile {
    Hostile(name, ZipBytes(change).bytes) { $0 == .badZip(path: "hostile.bin", fault: fault) }
  }

  private static func named(_ name: String) -> Hostile {
    hostile(
      "named \(name.debugDescription)", { $0.entries.append(.init(name, [])) },
      fault: .badName(name))
  }

  /// Puts the entry `b` into the data of `a/data/0`.
  private static func nest(_ zip: inout ZipBytes) {
    let inner = ZipBytes { $0.entries = [.init("b", [])] }.bytes.prefix(31)
    let header = 30 + "a/data/0".utf8.count
    let outer = 30 + "a/data.pkl".utf8.count + zip.entries[0].data.count
    zip.entries[1].data = Array(inner)
    var entry = ZipBytes.Entry("b", [])
    entry.headerOffset = UInt32(outer + header)
    zip.entries.append(entry)
  }

  /// A record and locator for wide fields with given numbers.
  private static func wide(count: Int64, length: Int64, offset: Int64, at place: Int64) -> [UInt8] {
    P.join(
      little(UInt32(0x0606_4B50)), little(UInt64(44)), little(UInt32(45)), little(UInt64(0)),
      little(count), little(count), little(length), little(offset), little(UInt32(0x0706_4B50)),
      little(UInt32(0)), little(place), little(UInt32(1)))
  }

  static let archives: [Hostile] = [
    hostile("deflated", { $0.entries[1].method = 8 }, fault: .compressed("a/data/0", method: 8)),
    hostile("encrypted", { $0.entries[1].flags = 1 }, fault: .encrypted("a/data/0")),
    hostile(
      "a name twice", { $0.entries.append($0.entries[1]) }, fault: .duplicateName("a/data/0")),
    named("../a/data.pkl"), named("a/../data/1"), named("/etc/passwd"), named("a\\data\\1"),
    named("a/data/1\0.txt"), named(""),
    hostile("a name of no text", { $0.entries[1].name = [0xFF] }, fault: .badName("#1")),
    hostile(
      "another name at the entry", { $0.entries[1].localName = Array("a/data/1".utf8) },
      fault: .damagedEntry("a/data/0")),
    hostile("a wrong checksum", { $0.entries[1].checksum = 7 }, fault: .checksum("a/data/0")),
    hostile(
      "two sizes", { $0.entries[1].compressedSize = 4 }, fault: .damagedEntry("a/data/0")),
    hostile("too large a size", { $0.entries[1].size = 1 << 30 }, fault: .damagedEntry("a/data/0")),
    hostile(
      "a wide size without field", { $0.entries[1].size = .max }, fault: .damagedDirectory(entry: 1)
    ),
    hostile(
      "a size of 2^63",
      {
        $0.entries[1].size = .max
        $0.entries[1].extra = P.join(
          [1, 0, 16, 0], little(UInt64(1) << 63), little(UInt64(1) << 63))
      }, fault: .damagedDirectory(entry: 1)),
    hostile(
      "a size of 2^63 - 1",
      {
        $0.entries[1].size = .max
        $0.entries[1].extra = P.join([1, 0, 16, 0], little(Int64.max), little(Int64.max))
      }, fault: .damagedEntry("a/data/0")),
    hostile(
      "an entry at 2^63 - 1",
      {
        $0.entries[1].headerOffset = .max
        $0.entries[1].extra = P.join([1, 0, 8, 0], little(Int64.max))
      }, fault: .damagedEntry("a/data/0")),
    hostile("an entry in another", nest, fault: .overlapping("a/data/0", "b")),
    hostile("too high a count", { $0.count = 3 }, fault: .damagedDirectory(entry: 2)),
    hostile("too low a count", { $0.count = 1 }, fault: .damagedDirectory(entry: 2)),
    hostile("a directory too far", { $0.directoryOffset = 1 << 20 }, fault: .damagedEnd),
    hostile("a directory too long", { $0.directoryLength = 1 << 20 }, fault: .damagedEnd),
    hostile("a short directory", { $0.directoryLength = 46 }, fault: .damagedEnd),
    hostile(
      "a wide end nowhere",
      { $0.beforeEnd = { _, _ in wide(count: 2, length: 0, offset: 0, at: .max) } },
      fault: .damagedEnd),
    hostile(
      "a wide end of 2^63 entries",
      {
        $0.count = .max
        $0.beforeEnd = { start, end in
          wide(count: .max, length: Int64(end - start), offset: Int64(start), at: Int64(end))
        }
      }, fault: .damagedDirectory(entry: 2)),
    hostile(
      "a negative directory",
      { $0.beforeEnd = { _, end in wide(count: 2, length: -1, offset: .min, at: Int64(end)) } },
      fault: .damagedEnd),
    Hostile("bytes behind", ZipBytes().bytes + [0]) {
      $0 == .badZip(path: "hostile.bin", fault: .noEnd)
    },
    Hostile("only a beginning", [0x50, 0x4B, 3, 4]) {
      $0 == .badZip(path: "hostile.bin", fault: .noEnd)
    },
  ]

  private static func checkpoint(
    _ name: String, _ change: (inout ZipBytes) -> Void, fault: CheckpointFault
  ) -> Hostile {
    Hostile(name, ZipBytes(change).bytes) {
      $0 == .badCheckpoint(path: "hostile.bin", fault: fault)
    }
  }

  static let checkpoints: [Hostile] = [
    checkpoint("no program", { $0.entries.removeFirst() }, fault: .programCount(0)),
    checkpoint("an empty archive", { $0.entries = [] }, fault: .programCount(0)),
    checkpoint(
      "two programs", { $0.entries.append(.init("b/data.pkl", [])) }, fault: .programCount(2)),
    checkpoint("no storage", { $0.entries.removeLast() }, fault: .missingStorage(key: "0")),
    checkpoint(
      "a short storage", { $0.entries[1].data.removeLast() },
      fault: .storageLength(key: "0", expected: 8, found: 7)),
    checkpoint(
      "big-endian", { $0.entries.append(.init("a/byteorder", Array("big".utf8))) },
      fault: .byteOrder("big")),
    checkpoint(
      "a list", { $0.entries[0].data = P.program([0x5D]) }, fault: .notAStateDictionary),
    checkpoint(
      "a dictionary of texts",
      { $0.entries[0].data = P.program(P.dictionary("w", P.text("x"))) },
      fault: .notATensor(name: "w")),
  ]

  @Test(arguments: archives) func damagedArchivesAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test(arguments: checkpoints) func archivesOfOtherThingsAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test func aSoundArchiveIsRead() throws {
    let commented = ZipBytes { $0.comment = Array("PK\u{5}\u{6} is no end".utf8) }
    for zip in [ZipBytes(), commented] {
      let file = try WeightFile.decode(Data(zip.bytes), path: "zip")
      #expect(try file.tensor("w") == WeightTensor(shape: [2], values: [1, 2]))
    }
  }
}
