/// A strict reader of JSON objects of strings, non-negative integers, lists of these and objects.
struct JSONReader {
  /// Header, tensor: nothing lies deeper.
  private static let maximumDepth = 4
  private static let maximumArrayCount = 64

  private let bytes: ByteView
  private var offset = 0

  /// Reads bytes that are one object and white space.
  static func object(_ bytes: ByteView) throws(JSONFault) -> [(key: String, value: JSONValue)] {
    var reader = JSONReader(bytes: bytes)
    reader.skipSpace()
    let object = try reader.object(depth: 1)
    reader.skipSpace()
    guard reader.offset == bytes.count else { throw .syntax(offset: reader.offset) }
    return object
  }

  private init(bytes: ByteView) {
    self.bytes = bytes
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    switch bytes.byte(at: offset) {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    default: return .integer(try integer())
    }
  }

  private mutating func object(
    depth: Int
  ) throws(JSONFault) -> [(key: String, value: JSONValue)] {
    guard depth <= Self.maximumDepth else { throw .depth(offset: offset) }
    try expect("{")
    var entries: [(key: String, value: JSONValue)] = []
    var keys: Set<String> = []
    skipSpace()
    if accept("}") { return entries }
    repeat {
      skipSpace()
      let key = try string()
      guard keys.insert(key).inserted else { throw .duplicateKey(key) }
      skipSpace()
      try expect(":")
      skipSpace()
      entries.append((key, try value(depth: depth)))
      skipSpace()
    } while accept(",")
    try expect("}")
    return entries
  }

  private mutating func array() throws(JSONFault) -> [Int] {
    try expect("[")
    var numbers: [Int] = []
    skipSpace()
    if accept("]") { return numbers }
    repeat {
      guard numbers.count < Self.maximumArrayCount else { throw .longArray(offset: offset) }
      skipSpace()
      numbers.append(try integer())
      skipSpace()
    } while accept(",")
    try expect("]")
    return numbers
  }

  private mutating func integer() throws(JSONFault) -> Int {
    let start = offset
    var number = 0
    while let byte = bytes.byte(at: offset), byte >= 0x30, byte <= 0x39 {
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(byte) - 0x30)
      let hasLeadingZero = offset > start && number == 0
      guard !overflow, !carry, !hasLeadingZero else { throw .number(offset: start) }
      number = sum
      offset += 1
    }
    switch bytes.byte(at: offset) {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      throw .number(offset: start)
    default:
      guard offset > start else { throw .syntax(offset: offset) }
      return number
    }
  }

  private mutating func string() throws(JSONFault) -> String {
    try expect("\"")
    var text = ""
    var start = offset
    while let byte = bytes.byte(at: offset) {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        guard let run = bytes.slice(start, offset - start)?.text else { throw .encoding }
        text += run
        offset += 1
        if byte == UInt8(ascii: "\"") { return text }
        text.unicodeScalars.append(try escape())
        start = offset
      case ..<0x20: throw .syntax(offset: offset)
      default: offset += 1
      }
    }
    throw .syntax(offset: offset)
  }

  /// What stands for a scalar behind a backslash.
  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    guard let byte = bytes.byte(at: offset) else { throw .syntax(offset: offset) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw .syntax(offset: offset - 1)
    }
    let start = offset
    var code = try fourDigits()
    if (0xD800..<0xDC00).contains(code) {
      try expect("\\")
      try expect("u")
      let low = try fourDigits()
      guard (0xDC00..<0xE000).contains(low) else { throw .syntax(offset: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw .syntax(offset: start) }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = bytes.byte(at: offset),
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw .syntax(offset: offset) }
      code = code << 4 | UInt32(digit)
      offset += 1
    }
    return code
  }

  private mutating func skipSpace() {
    while let byte = bytes.byte(at: offset), [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      offset += 1
    }
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard bytes.byte(at: offset) == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
    guard accept(character) else { throw .syntax(offset: offset) }
  }
}
