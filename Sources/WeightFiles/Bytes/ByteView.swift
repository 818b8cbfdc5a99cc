/// Bytes of a file that is held elsewhere; every access is checked.
///
/// A view is good only while the buffer it was made of is.
struct ByteView {
  let buffer: UnsafeRawBufferPointer

  init(_ buffer: UnsafeRawBufferPointer) {
    self.buffer = buffer
  }

  var count: Int { buffer.count }

  func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < buffer.count ? buffer[offset] : nil
  }

  /// The little-endian integer at an offset.
  func integer<Value: FixedWidthInteger>(at offset: Int, as type: Value.Type) -> Value? {
    guard offset >= 0, offset <= buffer.count &- MemoryLayout<Value>.size else { return nil }
    return Value(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: type))
  }

  func slice(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= buffer.count, length <= buffer.count &- offset
    else { return nil }
    return ByteView(UnsafeRawBufferPointer(rebasing: buffer[offset..<(offset + length)]))
  }

  func starts(with prefix: some Sequence<UInt8>) -> Bool {
    buffer.starts(with: prefix)
  }

  /// The bytes as UTF-8 text; nil if they are none.
  var text: String? {
    String(validating: buffer, as: UTF8.self)
  }
}
