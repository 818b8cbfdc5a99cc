/// The value of a pickle.
struct Pickle {
  let root: PickleValue
  let nodes: [PickleNode]
  /// The pickle's length.
  let byteCount: Int

  /// The entries of a dictionary; nil for another value.
  func dictionary(_ value: PickleValue) -> [PickleEntry]? {
    guard case .node(let index) = value, case .dictionary(let entries, _) = nodes[index] else {
      return nil
    }
    return entries
  }

  /// The values of a list; nil for another value.
  func list(_ value: PickleValue) -> [PickleValue]? {
    guard case .node(let index) = value, case .list(let values) = nodes[index] else { return nil }
    return values
  }

  /// The tensor a value stands for.
  func tensor(_ value: PickleValue) -> TensorReference? {
    guard case .node(let index) = value, case .tensor(let tensor) = nodes[index] else { return nil }
    return tensor
  }

  /// All storages that are named, by key.
  func storages() throws(CheckpointFault) -> [String: StorageReference] {
    var storages: [String: StorageReference] = [:]
    for case .storage(let storage) in nodes {
      let known = storages.updateValue(storage, forKey: storage.key) ?? storage
      guard known.type == storage.type, known.count == storage.count, storage.count >= 0,
        storage.count <= Int.max / 8
      else { throw .conflictingStorage(key: storage.key) }
    }
    return storages
  }

  /// Refuses containers that hold themselves, or that are nested beyond any need.
  func checkNesting() throws(PickleFault) {
    // The height of every node that is done; 0 for one that is not.
    var heights = [Int](repeating: 0, count: nodes.count)
    var isOpen = [Bool](repeating: false, count: nodes.count)
    guard case .node(let start) = root else { return }
    var path = [(node: start, children: children(of: start))]
    isOpen[start] = true
    while let (node, pending) = path.popLast() {
      var rest = pending
      guard let child = rest.popLast() else {
        isOpen[node] = false
        heights[node] = max(heights[node], 1)
        if let parent = path.last?.node {
          heights[parent] = max(heights[parent], heights[node] + 1)
        }
        continue
      }
      path.append((node, rest))
      guard !isOpen[child] else { throw .cycle }
      if heights[child] > 0 {
        heights[node] = max(heights[node], heights[child] + 1)
      } else {
        isOpen[child] = true
        path.append((child, children(of: child)))
      }
      guard path.count <= PickleLimit.depth.maximum,
        heights[node] <= PickleLimit.depth.maximum
      else { throw .limit(.depth) }
    }
  }

  private func children(of node: Int) -> [Int] {
    func handle(_ value: PickleValue) -> Int? {
      if case .node(let index) = value { index } else { nil }
    }
    return switch nodes[node] {
    case .tuple(let values), .list(let values): values.compactMap(handle)
    case .dictionary(let entries, _):
      entries.compactMap { handle($0.key) } + entries.compactMap { handle($0.value) }
    case .storage, .tensor: []
    }
  }
}
