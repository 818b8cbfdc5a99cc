/// Runs a pickle without Python: a stack machine that knows containers, numbers, texts and tensors.
///
/// Nothing is called. What a pickle may name is recognised by `PickleGlobal`; everything else is
/// refused by name. A class, because a copy of it in passing would copy the stack.
final class PickleMachine {
  let bytes: ByteView
  private(set) var position = 0
  private var operationCount = 0
  private var opcode: UInt8 = 0
  private var opcodeOffset = 0
  private var stack: [PickleValue] = []
  private var marks: [Int] = []
  private var memo: [UInt32: PickleValue] = [:]
  private(set) var nodes: [PickleNode] = []

  /// Runs the pickle at the start of some bytes.
  static func run(_ bytes: ByteView) throws(PickleFault) -> Pickle {
    let machine = PickleMachine(bytes: bytes)
    let root = try machine.run()
    let pickle = Pickle(root: root, nodes: machine.nodes, byteCount: machine.position)
    try pickle.checkNesting()
    return pickle
  }

  private init(bytes: ByteView) {
    self.bytes = bytes
  }

  private func run() throws(PickleFault) -> PickleValue {
    while true {
      opcodeOffset = position
      opcode = try next(UInt8.self)
      try spend(1)
      guard let operation = PickleOpcode(rawValue: opcode) else {
        throw .operation(code: opcode, offset: opcodeOffset)
      }
      if operation == .stop {
        let root = try pop()
        guard stack.isEmpty, marks.isEmpty else { throw operands }
        return root
      }
      try perform(operation)
      guard stack.count + marks.count <= PickleLimit.stack.maximum else { throw .limit(.stack) }
    }
  }

  private func perform(_ operation: PickleOpcode) throws(PickleFault) {
    switch operation {
    case .stop: break
    case .proto:
      let version = try next(UInt8.self)
      guard version <= 5 else { throw .protocolVersion(version) }
    case .frame:
      guard try next(UInt64.self) <= UInt64(bytes.count - position) else { throw .truncated }
    case .mark: marks.append(stack.count)
    case .none: stack.append(.null)
    case .newTrue: stack.append(.boolean(true))
    case .newFalse: stack.append(.boolean(false))
    case .binInt: stack.append(.integer(Int(try next(Int32.self))))
    case .binInt1: stack.append(.integer(Int(try next(UInt8.self))))
    case .binInt2: stack.append(.integer(Int(try next(UInt16.self))))
    case .long1: stack.append(try long(Int(try next(UInt8.self))))
    case .long4: stack.append(try long(Int(try next(Int32.self))))
    case .binFloat:
      stack.append(.float(Double(bitPattern: try next(UInt64.self).byteSwapped)))
    case .shortBinString, .shortBinUnicode:
      stack.append(.string(try text(Int(try next(UInt8.self)))))
    case .binString: stack.append(.string(try text(Int(try next(Int32.self)))))
    case .binUnicode: stack.append(.string(try text(Int(try next(UInt32.self)))))
    case .binUnicode8:
      guard let count = Int(exactly: try next(UInt64.self)) else { throw .truncated }
      stack.append(.string(try text(count)))
    case .emptyTuple: try push(.tuple([]))
    case .tuple: try push(.tuple(try popToMark()))
    case .tuple1: try pushTuple(1)
    case .tuple2: try pushTuple(2)
    case .tuple3: try pushTuple(3)
    case .emptyList: try push(.list([]))
    case .append: try append([try pop()])
    case .appends: try append(try popToMark())
    case .emptyDictionary: try push(.dictionary([], isOrdered: false))
    case .setItem:
      let value = try pop()
      try set([try pop(), value])
    case .setItems: try set(try popToMark())
    case .binPut: try keep(UInt32(try next(UInt8.self)))
    case .longBinPut: try keep(try next(UInt32.self))
    case .memoize: try keep(UInt32(memo.count))
    case .binGet: try fetch(UInt32(try next(UInt8.self)))
    case .longBinGet: try fetch(try next(UInt32.self))
    case .global:
      let module = try line()
      try pushGlobal(module: module, name: try line())
    case .stackGlobal:
      guard case .string(let name) = try pop(), case .string(let module) = try pop() else {
        throw operands
      }
      try pushGlobal(module: module, name: name)
    case .reduce:
      let arguments = try pop()
      try reduce(try pop(), arguments)
    case .build: try build()
    case .binPersistentID:
      let identity = try storage(try pop())
      try push(.storage(identity))
    }
  }

  // MARK: Bytes

  private func next<Value: FixedWidthInteger>(
    _ type: Value.Type
  ) throws(PickleFault) -> Value {
    guard let value = bytes.integer(at: position, as: type) else { throw .truncated }
    position += MemoryLayout<Value>.size
    return value
  }

  private func take(_ count: Int) throws(PickleFault) -> ByteView {
    guard let slice = bytes.slice(position, count) else { throw .truncated }
    position += count
    return slice
  }

  private func text(_ count: Int) throws(PickleFault) -> String {
    guard let text = try take(count).text else { throw .text(offset: opcodeOffset) }
    return text
  }

  /// The text up to the end of the line, which is skipped; no name in use is longer than 255.
  private func line() throws(PickleFault) -> String {
    var count = 0
    while let byte = bytes.byte(at: position + count), byte != UInt8(ascii: "\n") {
      count += 1
      guard count < 256 else { throw operands }
    }
    let line = try text(count)
    _ = try take(1)
    return line
  }

  private func long(_ count: Int) throws(PickleFault) -> PickleValue {
    let digits = try take(count)
    guard digits.count > 8 else {
      var value: UInt64 = 0
      for index in 0..<digits.count {
        value |= UInt64(digits.byte(at: index) ?? 0) << UInt64(8 * index)
      }
      let unused = UInt64(64 - 8 * digits.count)
      return .integer(unused == 64 ? 0 : Int(Int64(bitPattern: value << unused) >> unused))
    }
    return .longInteger(Array(digits.buffer))
  }

  // MARK: Stack

  /// The fault of an operation whose operands are not what it needs.
  var operands: PickleFault { .operands(code: opcode, offset: opcodeOffset) }

  /// Counts work that is done.
  func spend(_ count: Int) throws(PickleFault) {
    operationCount += count
    guard operationCount <= PickleLimit.operations.maximum else { throw .limit(.operations) }
  }

  func push(_ value: PickleValue) {
    stack.append(value)
  }

  func push(_ node: PickleNode) throws(PickleFault) {
    guard nodes.count < PickleLimit.nodes.maximum else { throw .limit(.nodes) }
    stack.append(.node(nodes.count))
    nodes.append(node)
  }

  /// The uppermost value, above the last mark.
  func pop() throws(PickleFault) -> PickleValue {
    guard stack.count > marks.last ?? 0, let value = stack.popLast() else { throw operands }
    return value
  }

  /// The uppermost value, which stays.
  func top() throws(PickleFault) -> PickleValue {
    guard stack.count > marks.last ?? 0, let value = stack.last else { throw operands }
    return value
  }

  private func popToMark() throws(PickleFault) -> [PickleValue] {
    guard let mark = marks.popLast() else { throw operands }
    let values = Array(stack[mark...])
    stack.removeLast(values.count)
    return values
  }

  private func pushTuple(_ count: Int) throws(PickleFault) {
    guard stack.count - (marks.last ?? 0) >= count else { throw operands }
    let values = Array(stack.suffix(count))
    stack.removeLast(count)
    try push(.tuple(values))
  }

  private func keep(_ index: UInt32) throws(PickleFault) {
    guard memo.count < PickleLimit.memo.maximum else { throw .limit(.memo) }
    memo[index] = try top()
  }

  private func fetch(_ index: UInt32) throws(PickleFault) {
    guard let value = memo[index] else { throw .memo(offset: opcodeOffset) }
    stack.append(value)
  }

  // MARK: Containers

  private func append(_ values: [PickleValue]) throws(PickleFault) {
    guard case .node(let index) = try top(), case .list(var list) = nodes[index] else {
      throw operands
    }
    // The node lets go of its list, which then grows in place.
    nodes[index] = .list([])
    list += values
    nodes[index] = .list(list)
  }

  private func set(_ values: [PickleValue]) throws(PickleFault) {
    guard values.count.isMultiple(of: 2), case .node(let index) = try top(),
      case .dictionary(var entries, let isOrdered) = nodes[index]
    else { throw operands }
    nodes[index] = .dictionary([], isOrdered: isOrdered)
    for place in stride(from: 0, to: values.count, by: 2) {
      entries.append(PickleEntry(key: values[place], value: values[place + 1]))
    }
    nodes[index] = .dictionary(entries, isOrdered: isOrdered)
  }
}
