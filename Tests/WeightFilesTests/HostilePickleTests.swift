import Foundation
import Testing
import WeightFiles

private typealias P = PickleBytes

/// Pickles inside of an otherwise sound archive.
@Suite struct HostilePickleTests {
  private static func hostile(
    _ name: String, _ body: [UInt8], storage: [UInt8] = floats(1, 2),
    _ isExpected: @escaping @Sendable (WeightFileError) -> Bool
  ) -> Hostile {
    Hostile(name, ZipBytes(program: P.program(body), storage: storage).bytes, isExpected)
  }

  private static func refused(_ module: String, _ name: String) -> Hostile {
    hostile("\(module).\(name)", P.call(module, name, P.text("touch marker"))) {
      $0 == .forbiddenCall(path: "hostile.bin", name: "\(module).\(name)")
    }
  }

  private static func badPickle(_ name: String, _ body: [UInt8]) -> Hostile {
    hostile(name, body) { if case .badPickle = $0 { true } else { false } }
  }

  private static func limit(_ limit: PickleLimit, _ name: String, _ body: [UInt8]) -> Hostile {
    hostile(name, body) { $0 == .badPickle(path: "hostile.bin", fault: .limit(limit)) }
  }

  private static func operation(_ code: UInt8, _ rest: [UInt8]) -> Hostile {
    hostile("operation \(String(code, radix: 16))", P.text("a") + [code] + rest) {
      if case .badPickle(_, .operation(code, 8)) = $0 { true } else { false }
    }
  }

  static let forbidden: [Hostile] = [
    refused("os", "system"), refused("posix", "system"), refused("nt", "system"),
    refused("builtins", "eval"), refused("builtins", "exec"), refused("builtins", "getattr"),
    refused("__builtin__", "eval"), refused("__builtin__", "apply"), refused("builtins", "open"),
    refused("subprocess", "Popen"), refused("subprocess", "check_output"),
    refused("runpy", "_run_code"), refused("importlib", "import_module"),
    refused("torch", "load"), refused("torch.hub", "load"), refused("torch", "FloatStorage.eval"),
    refused("torch.storage", "_load_from_bytes"), refused("torch._utils", "_rebuild_tensor_v3"),
    refused("collections", "OrderedDict.__init__"), refused("collections", "Counter"),
    refused("_codecs", "encode"), refused("numpy.core.multiarray", "_reconstruct"), refused("", ""),
    hostile("STACK_GLOBAL", P.join(P.text("os"), P.text("system"), [0x93, 0x29, 0x52])) {
      $0 == .forbiddenCall(path: "hostile.bin", name: "os.system")
    },
    hostile("unused", P.join(P.dictionary("model", [0x7D]), P.global("os", "system"))) {
      $0 == .forbiddenCall(path: "hostile.bin", name: "os.system")
    },
  ]

  static let operations: [Hostile] = [
    operation(0x69, Array("os\nsystem\n".utf8)), operation(0x6F, []), operation(0x81, []),
    operation(0x92, []), operation(0x82, [1]), operation(0x83, [1, 0]),
    operation(0x84, [1, 0, 0, 0]), operation(0x50, Array("id\n".utf8)), operation(0x42, []),
    operation(0x8F, []), operation(0x30, []), operation(0x32, []), operation(0x97, []),
    operation(0x00, []), operation(0xFF, []), operation(0x49, Array("1\n".utf8)),
  ]

  static let misused: [Hostile] = [
    badPickle("an empty stack", []), badPickle("two roots", [0x7D, 0x7D]),
    badPickle("an open mark", [0x28, 0x7D]), badPickle("TUPLE without mark", [0x74]),
    badPickle("TUPLE3 of two", [0x7D, 0x7D, 0x87]),
    badPickle("pop through a mark", [0x7D, 0x28, 0x61]),
    badPickle("APPEND to a dictionary", [0x7D, 0x7D, 0x61]),
    badPickle("SETITEM in a list", [0x5D, 0x7D, 0x7D, 0x73]),
    badPickle("SETITEMS of three", [0x7D, 0x28, 0x4E, 0x4E, 0x4E, 0x75]),
    badPickle("REDUCE of a text", P.join(P.text("eval"), [0x29, 0x52])),
    badPickle("REDUCE without a tuple", P.join(P.global("torch", "Size"), [0x7D, 0x52])),
    badPickle("REDUCE of a storage", P.call("torch", "FloatStorage")),
    badPickle("BUILD of a dictionary", [0x7D, 0x7D, 0x62]),
    badPickle("BUILD of a tensor", P.join(sound, [0x7D, 0x62])),
    badPickle("an unknown memo", [0x68, 3]), badPickle("PUT of nothing", [0x71, 0]),
    badPickle("a huge memo", P.join([0x6A], little(UInt32.max))),
    badPickle("protocol 6", [0x80, 6]),
    badPickle("a frame of 2^63", P.join([0x95], little(UInt64(1) << 63))),
    badPickle("a text of 2^32", P.join([0x58], little(UInt32.max))),
    badPickle("a text of 2^64", P.join([0x8D], little(UInt64.max))),
    badPickle("a text of -1", P.join([0x54], little(Int32(-1)))),
    badPickle("an integer of -1 bytes", P.join([0x8B], little(Int32(-1)))),
    badPickle("bytes that are no text", [0x55, 2, 0xC0, 0x80]),
    badPickle("a name without end", P.join([0x63], repeated(0x61, 400))),
  ]

  static let misdescribed: [Hostile] = [
    badPickle("an id that is no tuple", P.join(P.text("0"), [0x51])),
    badPickle("an id of a module", P.join(P.tuple(P.text("module"), P.text("0")), [0x51])),
    badPickle("a storage of 2^64", storageOfTwoToThe64),
    badPickle("a tensor of nothing", P.call("torch._utils", "_rebuild_tensor_v2")),
    badPickle(
      "a shape of texts",
      P.call(
        "torch._utils", "_rebuild_tensor", P.storage(count: 2), P.integer(0),
        P.tuple(P.text("2")), P.integers([1]))),
    badPickle(
      "a parameter of nothing",
      P.call("torch._utils", "_rebuild_parameter", [0x4E], [0x88], [0x4E])),
    badPickle("pairs of none", P.call("collections", "OrderedDict", [0x5D, 0x29, 0x61])),
    hostile("a list that holds itself", [0x5D, 0x71, 0, 0x68, 0, 0x61], isCycle),
    hostile(
      "a dictionary that holds itself", P.join([0x7D, 0x71, 0], P.text("a"), [0x68, 0, 0x73]),
      isCycle),
    hostile("a loop of two", [0x5D, 0x71, 0, 0x5D, 0x71, 1, 0x68, 0, 0x61, 0x61], isCycle),
    limit(.depth, "100000 tuples in tuples", P.join([0x29], repeated(0x85, 100_000))),
    limit(.depth, "a tower of doubled tuples", tower),
    limit(.stack, "600000 marks", repeated(0x28, 600_000)),
    limit(.nodes, "600000 lists", manyLists),
    hostile("200000 ids above a deep stack", manyIDs) {
      $0 == .badCheckpoint(path: "hostile.bin", fault: .notAStateDictionary)
    },
    limit(.operations, "one list copied again and again", copies),
    limit(
      .axes, "a shape of 9 axes",
      P.tensor(P.storage(count: 2), shape: .init(repeating: 1, count: 9), strides: [])),
  ]

  private static let sound = P.tensor(P.storage(count: 2), shape: [2], strides: [1])

  private static let storageOfTwoToThe64 = P.join(
    P.tuple(
      P.text("storage"), P.global("torch", "FloatStorage"), P.text("0"), P.text("cpu"),
      P.join([0x8A, 9], little(UInt64.max), [0])), [0x51])

  private static func repeated(_ byte: UInt8, _ count: Int) -> [UInt8] {
    [UInt8](repeating: byte, count: count)
  }

  private static func isCycle(_ error: WeightFileError) -> Bool {
    error == .badPickle(path: "hostile.bin", fault: .cycle)
  }

  /// Every tuple holds the one before twice: 2^100 if it were written out.
  private static var tower: [UInt8] {
    let storeys = (0..<100).map { (index: UInt8) in [0x71, index, 0x68, index, 0x86] }
    return P.join([0x29], Array(storeys.joined()))
  }

  private static var manyLists: [UInt8] {
    let portion = P.join([0x28], repeated(0x5D, 100_000), [0x65])
    return P.join([0x5D], Array(repeatElement(portion, count: 6).joined()))
  }

  private static var manyIDs: [UInt8] {
    let kept = P.join(
      P.global("torch", "FloatStorage"), [0x71, 0, 0x61], P.text("storage"), [0x71, 1, 0x61],
      P.text("0"), [0x71, 2, 0x61])
    let id: [UInt8] = [0x28, 0x68, 1, 0x68, 0, 0x68, 2, 0x68, 2, 0x4B, 2, 0x74, 0x51]
    let ids = Array(repeatElement(id, count: 200_000).joined())
    return P.join([0x5D], kept, [0x28], ids, [0x65])
  }

  /// A list of 40000 pairs, and calls that would make a dictionary of it again and again.
  private static var copies: [UInt8] {
    let pairs = repeatElement([0x4E, 0x4E, 0x86] as [UInt8], count: 40_000).joined()
    let call: [UInt8] = [0x68, 0, 0x68, 1, 0x85, 0x52]
    return P.join(
      P.global("collections", "OrderedDict"), [0x71, 0, 0x5D, 0x71, 1, 0x28], Array(pairs), [0x65],
      Array(repeatElement(call, count: 10_000).joined()))
  }

  @Test(arguments: forbidden) func whatPythonWouldCallIsRefusedByName(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test(arguments: operations) func otherOperationsAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  @Test(arguments: misused + misdescribed) func impossiblePicklesAreRefused(_ hostile: Hostile)
    throws
  {
    try hostile.check()
  }

  /// Python would create the file; both layouts leave it alone.
  @Test func nothingIsExecuted() throws {
    try withFolder { folder in
      let marker = folder + "/marker"
      let program = P.program(P.call("posix", "system", P.text("touch \(marker)")))
      let legacy = P.join(Array(Fixture.legacy.bytes[..<15]), program)
      for file in [ZipBytes(program: program).bytes, program, legacy] {
        let error = failure(file)
        #expect(error == .forbiddenCall(path: "hostile.bin", name: "posix.system"))
        #expect(error?.exitCode == 65)
        #expect(error?.message.contains("never executes") == true)
      }
      #expect(!FileManager.default.fileExists(atPath: marker))
    }
  }
}
