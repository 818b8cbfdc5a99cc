/// The tensors of a pickled checkpoint, by name.
struct StateDictionary {
  /// The names under which checkpoints keep a state dictionary among other things.
  private static let usualNames = ["state_dict", "model_state_dict", "model", "net"]
  /// What training on several devices puts before every name.
  private static let parallelPrefix = "module."

  private(set) var tensors: [(name: String, tensor: TensorReference)] = []

  init(_ pickle: Pickle) throws(CheckpointFault) {
    guard let root = pickle.dictionary(pickle.root) else { throw .notAStateDictionary }
    for entry in Self.entries(root, of: pickle) {
      guard case .string(let name) = entry.key else { throw .notATensor(name: "\(entry.key)") }
      guard let tensor = pickle.tensor(entry.value) else { throw .notATensor(name: name) }
      tensors.append((name, tensor))
    }
    let prefix = Self.parallelPrefix
    if tensors.allSatisfy({ $0.name.hasPrefix(prefix) && $0.name != prefix }) {
      tensors = tensors.map { (String($0.name.dropFirst(prefix.count)), $0.tensor) }
    }
  }

  /// The entries of the dictionary itself, or of one with tensors that it keeps under a usual name.
  private static func entries(_ root: [PickleEntry], of pickle: Pickle) -> [PickleEntry] {
    for name in usualNames {
      for entry in root {
        guard case .string(name) = entry.key, let inner = pickle.dictionary(entry.value),
          inner.contains(where: { pickle.tensor($0.value) != nil })
        else { continue }
        return inner
      }
    }
    return root
  }

  /// Reads the tensors' numbers.
  ///
  /// - Parameters:
  ///   - storages: the bytes of every storage.
  ///   - limit: the most numbers in all; tensors may share them.
  func read(
    _ storages: [String: ByteView], limit: Int, into contents: inout WeightFileContents
  ) throws(WeightFileError) {
    var remaining = limit
    for (name, reference) in tensors {
      let key = reference.storage.key
      guard let bytes = storages[key] else {
        throw .badCheckpoint(path: contents.path, fault: .missingStorage(key: key))
      }
      let tensor: WeightTensor
      do throws(TensorFault) {
        tensor = try reference.tensor(in: bytes, limit: remaining)
      } catch {
        throw .badTensor(path: contents.path, tensor: name, fault: error)
      }
      remaining -= tensor.count
      try contents.append(name, tensor)
    }
  }
}
