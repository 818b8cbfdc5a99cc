extension String {
  /// Bytes as text; those that are no UTF-8 as `\xE9`.
  ///
  /// The names of files and the arguments of a command may hold any bytes.
  public init(escapingInvalidUTF8 bytes: some Collection<UInt8>) {
    self = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      var iterator = rest.makeIterator()
      var parser = Unicode.UTF8.ForwardParser()
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        unicodeScalars.append(Unicode.UTF8.decode(encoded))
        rest = rest.dropFirst(encoded.count)
      case .error(let length):
        for byte in rest.prefix(length) {
          self += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        rest = rest.dropFirst(length)
      case .emptyInput: return
      }
    }
  }
}
