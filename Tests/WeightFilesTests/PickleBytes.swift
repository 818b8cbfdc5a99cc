/// Pickles, put together by hand.
enum PickleBytes {
  /// Parts one behind the other; sums of many literals are slow to compile.
  static func join(_ parts: [UInt8]...) -> [UInt8] {
    Array(parts.joined())
  }

  static func global(_ module: String, _ name: String) -> [UInt8] {
    Array("c\(module)\n\(name)\n".utf8)
  }

  static func text(_ text: String) -> [UInt8] {
    [UInt8(ascii: "X")] + little(UInt32(text.utf8.count)) + text.utf8
  }

  static func integer(_ value: Int) -> [UInt8] {
    [0x8A, 8] + little(Int64(value))
  }

  static func tuple(_ parts: [UInt8]...) -> [UInt8] {
    [UInt8(ascii: "(")] + parts.joined() + [UInt8(ascii: "t")]
  }

  static func integers(_ values: [Int]) -> [UInt8] {
    [UInt8(ascii: "(")] + values.flatMap(integer) + [UInt8(ascii: "t")]
  }

  static func program(_ body: [UInt8]) -> [UInt8] {
    [0x80, 2] + body + [UInt8(ascii: ".")]
  }

  static func storage(
    key: String = "0", type: String = "FloatStorage", count: Int, view: [UInt8] = []
  ) -> [UInt8] {
    tuple(
      text("storage"), global("torch", type), text(key), text("cpu"), integer(count), view)
      + [UInt8(ascii: "Q")]
  }

  static func tensor(
    _ storage: [UInt8], offset: Int = 0, shape: [Int], strides: [Int]
  ) -> [UInt8] {
    call(
      "torch._utils", "_rebuild_tensor_v2", storage, integer(offset), integers(shape),
      integers(strides), [0x89], call("collections", "OrderedDict"))
  }

  /// A call of a function with the arguments as a tuple.
  static func call(_ module: String, _ name: String, _ arguments: [UInt8]...) -> [UInt8] {
    join(global(module, name), [UInt8(ascii: "(")], Array(arguments.joined()), Array("tR".utf8))
  }

  /// A dictionary with one entry.
  static func dictionary(_ key: String, _ value: [UInt8]) -> [UInt8] {
    [UInt8(ascii: "}")] + text(key) + value + [UInt8(ascii: "s")]
  }
}
