import Foundation
import Testing
import WeightFiles

private typealias P = PickleBytes

/// Tensors of sound pickles that their storage cannot hold.
@Suite struct HostileTensorTests {
  private static func bytes(
    _ storage: [UInt8], offset: Int = 0, shape: [Int], strides: [Int]
  ) -> [UInt8] {
    let tensor = P.tensor(storage, offset: offset, shape: shape, strides: strides)
    return ZipBytes(program: P.program(P.dictionary("w", tensor))).bytes
  }

  private static func hostile(
    _ name: String, offset: Int = 0, _ shape: [Int], _ strides: [Int], fault: TensorFault
  ) -> Hostile {
    Hostile(name, bytes(P.storage(count: 2), offset: offset, shape: shape, strides: strides)) {
      $0 == .badTensor(path: "hostile.bin", tensor: "w", fault: fault)
        && $0.message.contains("tensor ‘w’")
    }
  }

  private static func conflict(_ name: String, count: Int) -> Hostile {
    Hostile(name, bytes(P.storage(count: count), shape: [2], strides: [1])) {
      $0 == .badCheckpoint(path: "hostile.bin", fault: .conflictingStorage(key: "0"))
    }
  }

  private static func part(_ name: String, offset: Int, count: Int) -> Hostile {
    let view = P.tuple(P.text("v"), P.integer(offset), P.integer(count))
    return Hostile(name, bytes(P.storage(count: 2, view: view), shape: [2], strides: [1])) {
      $0 == .badTensor(path: "hostile.bin", tensor: "w", fault: .outsideStorage(count: 2))
    }
  }

  static let all: [Hostile] = [
    hostile("behind its storage", offset: 1, [2], [1], fault: .outsideStorage(count: 2)),
    hostile("a far offset", offset: .max, [2], [1], fault: .outsideStorage(count: 2)),
    hostile("a far stride", [2], [.max], fault: .outsideStorage(count: 2)),
    hostile("strides that overflow", [2, 2], [.max, .max], fault: .outsideStorage(count: 2)),
    hostile("a negative offset", offset: -1, [1], [1], fault: .strides([1])),
    hostile("a negative stride", offset: 1, [2], [-1], fault: .strides([-1])),
    hostile("too few strides", [1, 2], [1], fault: .strides([1])),
    hostile("too many strides", [2], [2, 1], fault: .strides([2, 1])),
    hostile("a negative length", [-2], [1], fault: .negativeLength([-2])),
    hostile("two negative lengths", [-2, -1], [1, 1], fault: .negativeLength([-2, -1])),
    hostile("2^63 - 1 numbers", [.max], [0], fault: .tooLarge([.max])),
    hostile("2^64 numbers", [1 << 32, 1 << 32], [0, 0], fault: .tooLarge([1 << 32, 1 << 32])),
    hostile(
      "no numbers in an impossible shape", [0, 1 << 32, 1 << 32], [0, 0, 0],
      fault: .tooLarge([0, 1 << 32, 1 << 32])),
    Hostile("a stride 0 bomb", bytes(P.storage(count: 2), shape: [1 << 30], strides: [0])) {
      if case .badTensor(_, "w", .expands) = $0 { true } else { false }
    },
    conflict("a storage of -1", count: -1), conflict("a storage of 2^63 - 1", count: .max),
    part("a part too long", offset: 1, count: 2), part("a part too far", offset: 3, count: 0),
    part("a negative part", offset: -1, count: 2), part("a part of -1", offset: 0, count: -1),
    part("a part of 2^63 - 1", offset: 2, count: .max),
    part("a part too short", offset: 0, count: 1),
  ]

  @Test(arguments: all) func impossibleTensorsAreRefused(_ hostile: Hostile) throws {
    try hostile.check()
  }

  /// Many tensors may share a storage, but not without end.
  @Test func sharingIsLimited() throws {
    let storage = floats(.pi) + [UInt8](repeating: 0, count: 9996)
    func file(_ count: Int) -> [UInt8] {
      let tensor = P.tensor(P.storage(count: 2500), shape: [2500], strides: [1])
      let entries = (0..<count).flatMap { P.join(P.text("w\($0)"), tensor) }
      let program = P.program(P.join([0x7D, 0x28], entries, [0x75]))
      return ZipBytes(program: program, storage: storage).bytes
    }
    let shared = try WeightFile.decode(Data(file(4)), path: "shared")
    #expect(shared.names == ["w0", "w1", "w2", "w3"])
    #expect(shared.tensors.values.allSatisfy { $0.values.first == .pi && $0.count == 2500 })
    let error = failure(file(300))
    guard case .badTensor(_, _, .expands) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func oneStorageOfTwoTypesIsRefused() {
    let first = P.tensor(P.storage(count: 2), shape: [2], strides: [1])
    let second = P.tensor(P.storage(type: "IntStorage", count: 2), shape: [2], strides: [1])
    let program = P.join([0x7D, 0x28], P.text("a"), first, P.text("b"), second, [0x75])
    #expect(
      failure(ZipBytes(program: P.program(program)).bytes)
        == .badCheckpoint(path: "hostile.bin", fault: .conflictingStorage(key: "0")))
  }

  @Test func namesAreDifferent() {
    let tensor = P.tensor(P.storage(count: 2), shape: [2], strides: [1])
    let program = P.join([0x7D, 0x28], P.text("a"), tensor, P.text("a"), tensor, [0x75])
    #expect(
      failure(ZipBytes(program: P.program(program)).bytes)
        == .duplicateTensor(path: "hostile.bin", tensor: "a"))
  }

  @Test func aParameterAndAnExpandedTensorAreRead() throws {
    let expanded = P.tensor(P.storage(count: 2), offset: 1, shape: [2, 3], strides: [0, 0])
    let hooks = P.call("collections", "OrderedDict")
    let parameter = P.call("torch._utils", "_rebuild_parameter", expanded, [0x88], hooks)
    let program = P.program(P.dictionary("w", parameter))
    let file = try WeightFile.decode(Data(ZipBytes(program: program).bytes), path: "expanded")
    #expect(
      try file.tensor("w")
        == WeightTensor(shape: [2, 3], values: .init(repeating: 2, count: 6)))
  }
}
