import Foundation
import Testing
import WeightFiles

/// Numbers of 16 bits, all of them.
@Suite struct NumberTests {
  private static let finiteHalves = (0...UInt16.max).filter { $0 & 0x7C00 != 0x7C00 }
  private static let finiteUpperHalves = (0...UInt16.max).filter { $0 & 0x7F80 != 0x7F80 }

  private static func file<Bits: FixedWidthInteger>(
    _ type: String, _ numbers: [Bits]
  ) throws -> WeightTensor {
    let end = MemoryLayout<Bits>.size * numbers.count
    let header =
      #"{"w":{"dtype":"\#(type)","shape":[\#(numbers.count)],"data_offsets":[0,\#(end)]}}"#
    let bytes = little(UInt64(header.utf8.count)) + header.utf8 + numbers.flatMap { little($0) }
    return try WeightFile.decode(Data(bytes), path: "numbers").tensor("w")
  }

  @Test func everyHalfIsExact() throws {
    let tensor = try Self.file("F16", Self.finiteHalves)
    #expect(tensor.count == 63488)
    for (bits, value) in zip(Self.finiteHalves, tensor.values) {
      #expect(Float(Float16(bitPattern: bits)).bitPattern == value.bitPattern)
    }
  }

  @Test func widerNumbersAreRounded() throws {
    let doubles = try Self.file("F64", [0.1, 1e-60, -3.4e38].map(\.bitPattern))
    #expect(doubles.values == [0.1, 0, -3.4e38])
    let integers = try Self.file("I64", [(1 << 24) + 1, (1 << 24) + 3, Int64.min])
    #expect(integers.values == [0x1p24, 0x1p24 + 4, -0x1p63])
  }

  @Test func everyUpperHalfIsExact() throws {
    let tensor = try Self.file("BF16", Self.finiteUpperHalves)
    for (bits, value) in zip(Self.finiteUpperHalves, tensor.values) {
      #expect(value.bitPattern == UInt32(bits) << 16)
    }
  }

  @Test(arguments: [
    (ElementType.float16, finiteHalves, "F16"), (.bfloat16, finiteUpperHalves, "BF16"),
  ])
  func everyNumberIsWrittenAsItWas(
    _ type: ElementType, _ bits: [UInt16], _ name: String
  ) throws {
    let tensor = try Self.file(name, bits)
    let bytes = try SafeTensorsWriter.encode(
      [("w", tensor)], as: { _ in type }, metadata: [:], path: "numbers")
    #expect(Array(bytes.suffix(2 * bits.count)) == bits.flatMap { little($0) })
  }

  @Test(
    arguments: [
      (ElementType.float16, [2049, 2051, 0x1p-25, 0x1.8p-24], [2048, 2052, 0, 0x1p-23]),
      (.bfloat16, [257, 259, 0x1.01p0, 0x1.03p0], [256, 260, 1, 0x1.04p0]),
    ] as [(ElementType, [Float], [Float])])
  func numbersAreRoundedToNearestEven(
    _ type: ElementType, _ values: [Float], _ expected: [Float]
  ) throws {
    let bytes = try SafeTensorsWriter.encode(
      [("w", WeightTensor(shape: [4], values: values))], as: { _ in type }, metadata: [:],
      path: "numbers")
    #expect(try WeightFile.decode(bytes, path: "numbers").tensor("w").values == expected)
  }
}
