/// What a pickle asks Python to call, done by hand for the few functions of state dictionaries.
extension PickleMachine {
  func pushGlobal(module: String, name: String) throws(PickleFault) {
    let dotted = "\(module).\(name)"
    guard let global = PickleGlobal(dotted) else { throw .forbidden(name: dotted) }
    push(.global(global))
  }

  func reduce(_ function: PickleValue, _ arguments: PickleValue) throws(PickleFault) {
    guard case .global(let global) = function, let arguments = tuple(arguments) else {
      throw operands
    }
    switch global {
    case .orderedDictionary:
      try push(.dictionary(try entries(arguments), isOrdered: true))
    case .rebuildTensor, .rebuildTensorV2:
      let isCountRight =
        global == .rebuildTensor ? arguments.count == 4 : (6...7).contains(arguments.count)
      guard isCountRight, case .node(let index) = arguments[0],
        case .storage(let storage) = nodes[index], case .integer(let offset) = arguments[1],
        let shape = try axes(arguments[2]), let strides = try axes(arguments[3])
      else { throw .arguments(function: "torch._utils._rebuild_tensor_v2") }
      try push(
        .tensor(
          TensorReference(storage: storage, offset: offset, shape: shape, strides: strides)))
    case .rebuildParameter:
      guard arguments.count == 3, case .node(let index) = arguments[0],
        case .tensor = nodes[index]
      else { throw .arguments(function: "torch._utils._rebuild_parameter") }
      push(arguments[0])
    case .size:
      guard arguments.count == 1, tuple(arguments[0]) != nil else {
        throw .arguments(function: "torch.Size")
      }
      push(arguments[0])
    case .storage(let type):
      throw .arguments(function: "a \(type.rawValue) storage")
    }
  }

  /// Sets the attributes of an ordered dictionary, such as `_metadata`: they are not needed.
  func build() throws(PickleFault) {
    _ = try pop()
    guard case .node(let index) = try top(),
      case .dictionary(_, isOrdered: true) = nodes[index]
    else { throw operands }
  }

  /// The storage of a persistent id: `('storage', type, key, location, count)`, with the part of
  /// it that is meant, or None, behind in the legacy layout.
  func storage(_ identity: PickleValue) throws(PickleFault) -> StorageReference {
    guard let fields = tuple(identity), (5...6).contains(fields.count),
      case .string("storage") = fields[0], case .global(.storage(let type)) = fields[1],
      case .string(let key) = fields[2], case .string = fields[3],
      case .integer(let count) = fields[4]
    else { throw operands }
    let whole = StorageReference(key: key, type: type, count: count, part: nil)
    guard fields.count == 6 else { return whole }
    if case .null = fields[5] { return whole }
    guard let view = tuple(fields[5]), view.count == 3, case .integer(let offset) = view[1],
      case .integer(let part) = view[2]
    else { throw operands }
    return StorageReference(
      key: key, type: type, count: count, part: .init(offset: offset, count: part))
  }

  private func tuple(_ value: PickleValue) -> [PickleValue]? {
    guard case .node(let index) = value, case .tuple(let values) = nodes[index] else { return nil }
    return values
  }

  /// The integers of a tuple or list; nil for something else.
  private func axes(_ value: PickleValue) throws(PickleFault) -> [Int]? {
    guard case .node(let index) = value else { return nil }
    let values: [PickleValue]
    switch nodes[index] {
    case .tuple(let items), .list(let items): values = items
    default: return nil
    }
    guard values.count <= PickleLimit.axes.maximum else { throw .limit(.axes) }
    let numbers = values.compactMap { value in
      if case .integer(let number) = value { number } else { nil }
    }
    return numbers.count == values.count ? numbers : nil
  }

  /// The entries of an ordered dictionary, which Python 2 hands over as a list of pairs.
  private func entries(_ arguments: [PickleValue]) throws(PickleFault) -> [PickleEntry] {
    guard let first = arguments.first else { return [] }
    guard arguments.count == 1, case .node(let index) = first,
      case .list(let pairs) = nodes[index]
    else { throw .arguments(function: "collections.OrderedDict") }
    // One list may be handed over many times.
    try spend(pairs.count)
    var entries: [PickleEntry] = []
    for pair in pairs {
      guard case .node(let index) = pair else {
        throw .arguments(function: "collections.OrderedDict")
      }
      switch nodes[index] {
      case .tuple(let values), .list(let values):
        guard values.count == 2 else { fallthrough }
        entries.append(PickleEntry(key: values[0], value: values[1]))
      default: throw .arguments(function: "collections.OrderedDict")
      }
    }
    return entries
  }
}
