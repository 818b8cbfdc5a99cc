import Foundation
import Testing
import WeightFiles

@Suite struct HostileSafeTensorsTests {
  private static func bytes(_ header: [UInt8], _ data: [UInt8] = []) -> [UInt8] {
    little(UInt64(header.count)) + header + data
  }

  private static func header(_ text: String, _ fault: JSONFault) -> Hostile {
    Hostile(String(text.prefix(60)), bytes(Array(text.utf8))) {
      $0 == .badSafeTensors(path: "hostile.bin", fault: .header(fault))
    }
  }

  /// A header of tensors in 8 bytes of numbers, the second of which is wrong.
  private static func tensors(_ first: String, _ second: String, _ fault: TensorFault) -> Hostile {
    let text = #"{"a":{\#(first)},"b":{\#(second)}}"#
    return Hostile(text, bytes(Array(text.utf8), floats(1, 2))) {
      $0 == .badTensor(path: "hostile.bin", tensor: "b", fault: fault)
        && $0.message.contains("tensor ‘b’")
    }
  }

  private static func tensor(
    _ shape: String, _ begin: Int, _ end: Int, type: String = "F32"
  ) -> String {
    #""dtype":"\#(type)","shape":[\#(shape)],"data_offsets":[\#(begin),\#(end)]"#
  }

  private static let first = tensor("1", 0, 4)

  static let headers: [Hostile] = [
    header(#"{"a":{},"a":{}}"#, .duplicateKey("a")),
    header(#"{"__metadata__":{"k":"1","k":"2"}}"#, .duplicateKey("k")),
    header(#"{"a":{"dtype":"F32","dtype":"F16"}}"#, .duplicateKey("dtype")),
    header(#"{"é":{},"\u0065\u0301":{}}"#, .duplicateKey("é")),
    header(String(repeating: #"{"a":"#, count: 100_000), .depth(offset: 20)),
    header("{" + String(repeating: "[", count: 9), .syntax(offset: 1)),
    header(#"{"a":[[1]]}"#, .syntax(offset: 6)), header(#"{"a":[-1]}"#, .number(offset: 6)),
    header(#"{"a":1.5}"#, .number(offset: 5)), header(#"{"a":1e3}"#, .number(offset: 5)),
    header(#"{"a":01}"#, .number(offset: 5)),
    header(#"{"a":9223372036854775808}"#, .number(offset: 5)),
    header(#"{"a":99999999999999999999999999}"#, .number(offset: 5)),
    header(#"{"a":true}"#, .syntax(offset: 5)), header(#"{"a":null}"#, .syntax(offset: 5)),
    header(#"{"a":1,}"#, .syntax(offset: 7)), header(#"{"a" 1}"#, .syntax(offset: 5)),
    header(#"{"a":1"#, .syntax(offset: 6)), header(#"{"a":1}x"#, .syntax(offset: 7)),
    header(#"{"a":1}{}"#, .syntax(offset: 7)), header(#"{"a"#, .syntax(offset: 3)),
    header("{'a':1}", .syntax(offset: 1)), header("{\"a\nb\":1}", .syntax(offset: 3)),
    header(#"{"\x":1}"#, .syntax(offset: 3)), header(#"{"\u12G4":1}"#, .syntax(offset: 6)),
    header(#"{"\uD800":1}"#, .syntax(offset: 8)), header(#"{"\uDC00":1}"#, .syntax(offset: 4)),
    header(#"{"\uD800\u0041":1}"#, .syntax(offset: 4)), header(#"{"\"#, .syntax(offset: 3)),
    header(
      #"{"a":["# + String(repeating: "1,", count: 1000) + "1]}", .longArray(offset: 134)),
    Hostile("no UTF-8", bytes([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])) {
      $0 == .badSafeTensors(path: "hostile.bin", fault: .header(.encoding))
    },
    Hostile("an overlong character", bytes([0x7B, 0x22, 0xC0, 0xAF, 0x22, 0x3A, 0x31, 0x7D])) {
      $0 == .badSafeTensors(path: "hostile.bin", fault: .header(.encoding))
    },
  ]

  static let files: [Hostile] = [
    tensors(first, tensor("1", 0, 4), .gap(expected: 4, found: 0)),
    tensors(first, tensor("1", 2, 6), .gap(expected: 4, found: 2)),
    tensors(first, tensor("0", 6, 6), .gap(expected: 4, found: 6)),
    tensors(first, tensor("1", 8, 4), .offsets(begin: 8, end: 4)),
    tensors(first, tensor("2", 4, 12), .beyondEnd(end: 12, available: 8)),
    tensors(first, tensor("1", 4, .max), .beyondEnd(end: .max, available: 8)),
    tensors(first, tensor("2", 4, 8), .byteCount(expected: 8, found: 4)),
    tensors(first, tensor("1", 4, 8, type: "F16"), .byteCount(expected: 2, found: 4)),
    tensors(first, tensor("", 4, 4), .byteCount(expected: 4, found: 0)),
    tensors(
      first, tensor("4294967296,4294967296", 4, 8), .tooLarge([1 << 32, 1 << 32])),
    tensors(first, tensor("9223372036854775807", 4, 8), .tooLarge([.max])),
    tensors(first, tensor("0,4294967296,4294967296", 4, 4), .tooLarge([0, 1 << 32, 1 << 32])),
    tensors(first, tensor("1,1,1,1,1,1,1,1,1", 4, 8), .rank(9)),
    tensors(first, tensor("4", 4, 8, type: "F8_E4M3"), .elementType("F8_E4M3")),
    tensors(first, tensor("1", 4, 8, type: "f32"), .elementType("f32")),
    tensors(first, #""dtype":"F32","shape":[1]"#, .field("data_offsets")),
    tensors(first, #""dtype":"F32","data_offsets":[4,8]"#, .field("shape")),
    tensors(first, #""shape":[1],"data_offsets":[4,8]"#, .field("dtype")),
    tensors(first, #""dtype":"F32","shape":[1],"data_offsets":[4,8,9]"#, .field("data_offsets")),
    tensors(first, #""dtype":4,"shape":[1],"data_offsets":[4,8]"#, .field("dtype")),
    tensors(first, tensor("1", 4, 8) + #","code":"x""#, .field("code")),
  ]

  @Test(arguments: headers) func damagedHeadersAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test(arguments: files) func damagedTensorsAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test(arguments: [UInt64(1) << 63, .max, 1 << 40, 100_000_001, 3])
  func impossibleHeaderLengthsAreRefused(_ length: UInt64) {
    #expect(
      failure(little(length) + Array("{}".utf8))
        == .badSafeTensors(
          path: "hostile.bin", fault: .headerLength(length, available: 2)))
  }

  @Test(arguments: [#"{"__metadata__":1}"#, #"{"__metadata__":{"a":1}}"#])
  func metadataAreTexts(_ text: String) {
    #expect(
      failure(Self.bytes(Array(text.utf8)))
        == .badSafeTensors(path: "hostile.bin", fault: .metadata))
  }

  @Test func bytesBehindTheTensorsAreRefused() {
    let text = "{\"a\":{\(Self.first)}}"
    #expect(
      failure(Self.bytes(Array(text.utf8), floats(1, 2)))
        == .badSafeTensors(path: "hostile.bin", fault: .trailing(byteCount: 4)))
  }

  @Test(arguments: [
    ("F32", little(Float.nan.bitPattern)), ("F32", little((-Float.infinity).bitPattern)),
    ("F16", [0x00, 0x7C]), ("F16", [0x01, 0xFE]), ("BF16", [0x80, 0xFF]), ("BF16", [0xC1, 0x7F]),
    ("F64", little(Double.infinity.bitPattern)), ("F64", little(1e39.bitPattern)),
  ])
  func numbersAreFinite(_ type: String, _ number: [UInt8]) {
    let zeros = [UInt8](repeating: 0, count: 2 * number.count)
    let text = "{\"a.b\":{\(Self.tensor("3", 0, 3 * number.count, type: type))}}"
    let error = failure(Self.bytes(Array(text.utf8), zeros + number))
    #expect(error == .notFinite(path: "hostile.bin", tensor: "a.b", index: 2))
    #expect(error?.message.contains("‘a.b’ has at index 2") == true)
  }

  @Test func aFileOfManyTensorsIsRefused() {
    let entries = (0..<131_073).map { "\"\($0)\":{\(Self.tensor("0", 0, 0))}" }
    #expect(
      failure(Self.bytes(Array("{\(entries.joined(separator: ","))}".utf8)))
        == .tooManyTensors(path: "hostile.bin", limit: 131_072))
  }
}
