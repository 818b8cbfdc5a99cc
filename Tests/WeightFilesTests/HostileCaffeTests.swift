import Foundation
import Testing
import WeightFiles

@Suite struct HostileCaffeTests {
  private static func varint(_ value: UInt64) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + varint(value >> 7)
  }

  private static func field(_ number: UInt64, _ bytes: [UInt8]) -> [UInt8] {
    PickleBytes.join(varint(number << 3 | 2), varint(UInt64(bytes.count)), bytes)
  }

  private static func field(_ number: UInt64, _ text: String) -> [UInt8] {
    field(number, Array(text.utf8))
  }

  private static func field(_ number: UInt64, _ value: Int) -> [UInt8] {
    varint(number << 3) + varint(UInt64(bitPattern: Int64(value)))
  }

  /// A model whose layer `conv` has one blob.
  private static func model(_ blob: [UInt8]) -> [UInt8] {
    field(1, "net") + field(100, field(1, "conv") + field(7, blob))
  }

  private static func shape(_ lengths: Int...) -> [UInt8] {
    field(7, lengths.flatMap { field(1, $0) })
  }

  private static func hostile(_ name: String, _ bytes: [UInt8], _ fault: CaffeFault) -> Hostile {
    Hostile(name, bytes) { $0 == .badCaffe(path: "hostile.bin", fault: fault) }
  }

  private static func blob(_ name: String, _ blob: [UInt8], _ fault: TensorFault) -> Hostile {
    Hostile(name, model(blob)) {
      $0 == .badTensor(path: "hostile.bin", tensor: "conv.0", fault: fault)
        && $0.message.contains("‘conv.0’")
    }
  }

  private static let net = field(1, "net")
  private static let endless = [UInt8](repeating: 0xFF, count: 1000)
  private static let numbers = field(5, floats(1, 2))

  static let messages: [Hostile] = [
    hostile("only a tag", [0x0A], .truncated(offset: 1)),
    hostile("a length too high", [0x0A, 5, 0x61], .truncated(offset: 0)),
    hostile("a length of 2^63 - 1", [0x0A] + varint(UInt64(Int64.max)), .truncated(offset: 0)),
    hostile("a length of 2^64 - 1", [0x0A] + varint(.max), .truncated(offset: 0)),
    hostile("an endless length", [0x0A] + endless, .integer(offset: 1)),
    hostile("an endless tag", net + endless, .integer(offset: 5)),
    hostile("an endless number", net + [0x20] + endless, .integer(offset: 6)),
    hostile(
      "an integer of 65 bits", net + [0x20] + varint(.max).dropLast() + [2], .integer(offset: 6)),
    hostile("field 0", net + [0x02, 0], .field(offset: 5)),
    hostile("field 2^60", net + varint(1 << 63), .field(offset: 5)),
    hostile("kind 6", net + [0x0E], .field(offset: 5)),
    hostile("kind 7", net + [0x0F], .field(offset: 5)),
    hostile("4 bytes cut short", net + [0x25, 0, 0, 0], .truncated(offset: 5)),
    hostile("8 bytes cut short", net + [0x21, 0, 0, 0], .truncated(offset: 5)),
    hostile("an open group", net + [0x23], .group(offset: 5)),
    hostile("a closed group", net + [0x24], .group(offset: 5)),
    hostile("a group closed as another", net + [0x23, 0x2C], .group(offset: 6)),
    hostile("100000 groups", net + [UInt8](repeating: 0x23, count: 100_000), .depth(offset: 69)),
    hostile("a name that is a number", net + field(1, 7), .kind(field: 1)),
    hostile("a name of no text", field(1, [0xFF]), .text(field: 1)),
    hostile("a layer that is a number", net + field(100, 7), .kind(field: 100)),
    hostile("a layer's name of no text", net + field(100, field(1, [0xC3])), .text(field: 1)),
    hostile("a layer without name", net + field(100, field(7, numbers)), .unnamedLayer(index: 0)),
    hostile("a blob that is a number", net + field(100, field(7, 7)), .kind(field: 7)),
    hostile("a blob cut short", model([0x2A, 9]), .truncated(offset: 0)),
    hostile("5 bytes of numbers", model(field(5, [0, 0, 0, 0, 0])), .kind(field: 5)),
    hostile("numbers of 8 bytes", model([0x29, 0, 0, 0, 0, 0, 0, 0, 0]), .kind(field: 5)),
    hostile("numbers that are integers", model(field(5, 1)), .kind(field: 5)),
    hostile("a shape that is a number", model(field(7, 1)), .kind(field: 7)),
    hostile("an endless axis", model(field(7, field(1, endless))), .integer(offset: 0)),
    Hostile(
      "200000 layers", net + Array(repeatElement([0x12, 0] as [UInt8], count: 200_000).joined())
    ) {
      $0 == .badCaffe(path: "hostile.bin", fault: .layers(limit: 131_072))
    },
    Hostile("no layer", net) { $0 == .noTensors(path: "hostile.bin", format: .caffe) },
    Hostile("a layer twice", model(shape(2) + numbers) + model(shape(2) + numbers)) {
      $0 == .duplicateTensor(path: "hostile.bin", tensor: "conv.0")
    },
    Hostile("not a number", model(shape(2) + field(5, floats(1, .nan)))) {
      $0 == .notFinite(path: "hostile.bin", tensor: "conv.0", index: 1)
    },
  ]

  static let blobs: [Hostile] = [
    blob("too many numbers", shape(1) + numbers, .count(expected: 1, found: 2)),
    blob("too few numbers", shape(3) + numbers, .count(expected: 3, found: 2)),
    blob("no shape", numbers, .count(expected: 1, found: 2)),
    blob("a shape without numbers", shape(1 << 30), .count(expected: 1 << 30, found: 0)),
    blob("a negative axis", shape(-2) + numbers, .negativeLength([-2])),
    blob("an old negative axis", field(1, -1) + numbers, .negativeLength([-1, 0, 0, 0])),
    blob("an old shape with gaps", field(1, 2) + numbers, .count(expected: 0, found: 2)),
    blob("2^64 numbers", shape(1 << 32, 1 << 32) + numbers, .tooLarge([1 << 32, 1 << 32])),
    blob("2^63 - 1 numbers", shape(.max), .tooLarge([.max])),
    blob("9 axes", shape(1, 1, 1, 1, 1, 1, 1, 1, 1), .rank(9)),
    blob(
      "a packed shape of a million axes", field(7, field(1, .init(repeating: 1, count: 1_000_000))),
      .rank(9)),
    blob(
      "numbers of two widths", shape(2) + numbers + field(8, [UInt8](repeating: 0, count: 16)),
      .count(expected: 2, found: 4)),
  ]

  @Test(arguments: messages) func damagedMessagesAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test(arguments: blobs) func impossibleBlobsAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test func aSoundModelIsRead() throws {
    let bytes = Self.model(Self.shape(1, 2) + Self.numbers)
    let file = try WeightFile.decode(Data(bytes), path: "model")
    #expect(try file.tensor("conv.0") == WeightTensor(shape: [1, 2], values: [1, 2]))
  }
}
