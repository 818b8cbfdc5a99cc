/// The checksum of ZIP entries.
enum CRC32 {
  /// Eight tables of 256, so that eight bytes are done at once.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for index in 0..<256 {
      var value = UInt32(index)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
      tables[index] = value
    }
    for index in 256..<tables.count {
      let previous = tables[index - 256]
      tables[index] = previous >> 8 ^ tables[Int(previous & 0xFF)]
    }
    return tables
  }()

  static func checksum(of bytes: ByteView) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var value = UInt32.max
      var offset = 0
      func entry(_ table: Int, _ byte: UInt64) -> UInt32 {
        tables[table << 8 | Int(truncatingIfNeeded: byte & 0xFF)]
      }
      while let word = bytes.integer(at: offset, as: UInt64.self) {
        let mixed = word ^ UInt64(value)
        value = 0
        for place in 0..<8 { value ^= entry(7 - place, mixed >> UInt64(8 * place)) }
        offset += 8
      }
      while let byte = bytes.byte(at: offset) {
        value = value >> 8 ^ entry(0, UInt64(value) ^ UInt64(byte))
        offset += 1
      }
      return ~value
    }
  }
}
