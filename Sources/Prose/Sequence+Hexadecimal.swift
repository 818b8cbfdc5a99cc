extension Sequence<UInt8> {
  /// The bytes in lower-case hexadecimal, two digits each, as hashes are written.
  public var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
