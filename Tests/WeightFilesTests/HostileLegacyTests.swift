import Foundation
import Testing
import WeightFiles

private typealias P = PickleBytes

/// Files in the layout of five pickles.
@Suite struct HostileLegacyTests {
  private static let magic: [UInt8] = [
    0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19,
  ]
  private static let machine = P.dictionary("little_endian", [0x88])
  private static let object = P.dictionary(
    "w", P.tensor(P.storage(count: 2), shape: [2], strides: [1]))

  /// A file of one tensor `w` of the numbers 1 and 2, unless a part is another.
  private static func file(
    magic: [UInt8] = magic, version: [UInt8] = P.integer(1001), machine: [UInt8] = machine,
    object: [UInt8] = object, keys: [[UInt8]] = [P.text("0")],
    storages: [UInt8] = P.join(little(Int64(2)), floats(1, 2))
  ) -> [UInt8] {
    let list = P.join([0x5D, 0x28], Array(keys.joined()), [0x65])
    return P.join(
      P.program(magic), P.program(version), P.program(machine), P.program(object),
      P.program(list), storages)
  }

  private static func hostile(_ name: String, _ bytes: [UInt8], _ fault: CheckpointFault) -> Hostile
  {
    Hostile(name, bytes) { $0 == .badCheckpoint(path: "hostile.bin", fault: fault) }
  }

  private static func length(_ count: Int64) -> Hostile {
    hostile(
      "a storage of \(count)", file(storages: P.join(little(count), floats(1, 2))),
      .storageLength(key: "0", expected: 2, found: Int(count)))
  }

  static let all: [Hostile] = [
    hostile("a plain pickle", P.program([0x7D]), .magicNumber),
    hostile("a small number", file(magic: P.integer(1)), .magicNumber),
    hostile("version 1002", file(version: P.integer(1002)), .version),
    hostile("a list as machine", file(machine: [0x5D]), .machine),
    hostile("a machine without order", file(machine: [0x7D]), .machine),
    hostile(
      "a big-endian machine", file(machine: P.dictionary("little_endian", [0x89])),
      .byteOrder("big")),
    hostile(
      "an order that is no truth", file(machine: P.dictionary("little_endian", [0x4E])), .machine),
    hostile("an object that is no dictionary", file(object: [0x4E]), .notAStateDictionary),
    hostile("a number as key", file(keys: [P.integer(0)]), .storageList),
    hostile("a key twice", file(keys: [P.text("0"), P.text("0")]), .storageList),
    hostile("another key", file(keys: [P.text("1")]), .unknownStorage(key: "1")),
    hostile("no key", file(keys: [], storages: []), .missingStorage(key: "0")),
    hostile("a key too many", file(keys: [P.text("0"), P.text("1")]), .unknownStorage(key: "1")),
    length(1), length(3), length(-1), length(.max), length(.min),
    hostile(
      "no count", file(storages: [2, 0, 0, 0, 0, 0, 0]), .truncatedStorage(key: "0")),
    hostile(
      "too few numbers", file(storages: P.join(little(Int64(2)), floats(1))),
      .truncatedStorage(key: "0")),
    hostile("bytes behind", file() + [0], .trailing(byteCount: 1)),
    Hostile("only one pickle", P.program(magic)) {
      $0 == .badPickle(path: "hostile.bin", fault: .truncated)
    },
    Hostile("not a number", file(storages: P.join(little(Int64(2)), floats(1, .nan)))) {
      $0 == .notFinite(path: "hostile.bin", tensor: "w", index: 1)
    },
  ]

  @Test(arguments: all) func otherFilesAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test func aSoundFileIsRead() throws {
    let file = try WeightFile.decode(Data(Self.file()), path: "legacy")
    #expect(file.format == .pytorchLegacy)
    #expect(try file.tensor("w") == WeightTensor(shape: [2], values: [1, 2]))
  }
}
