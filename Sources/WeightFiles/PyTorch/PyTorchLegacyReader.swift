/// Reads what `torch.save` wrote before PyTorch 1.6: five pickles, and for every storage a count
/// and the numbers.
///
/// The pickles are a magic number, a version, a description of the machine, the saved object, and
/// the list of the storages' keys in the order in which the storages follow.
struct PyTorchLegacyReader {
  /// 0x1950a86a20f9469cfc6c.
  private static let magicNumber: [UInt8] = [
    0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19,
  ]
  private static let version = 1001

  private let bytes: ByteView
  private let path: String
  private var position = 0

  init(_ bytes: ByteView, path: String) {
    self.bytes = bytes
    self.path = path
  }

  func read(into contents: inout WeightFileContents) throws(WeightFileError) {
    var reader = self
    try reader.readAll(into: &contents)
  }

  private mutating func readAll(into contents: inout WeightFileContents) throws(WeightFileError) {
    guard case .longInteger(Self.magicNumber) = try nextPickle().root else {
      throw bad(.magicNumber)
    }
    guard case .integer(Self.version) = try nextPickle().root else { throw bad(.version) }
    try checkMachine(try nextPickle())
    let object = try nextPickle()
    let keys = try nextPickle()
    let dictionary: StateDictionary
    let storages: [String: ByteView]
    do throws(CheckpointFault) {
      dictionary = try StateDictionary(object)
      storages = try readStorages(keys, object)
    } catch {
      throw bad(error)
    }
    try dictionary.read(storages, limit: bytes.count, into: &contents)
  }

  private mutating func nextPickle() throws(WeightFileError) -> Pickle {
    guard let rest = bytes.slice(position, bytes.count - position) else { throw bad(.magicNumber) }
    do throws(PickleFault) {
      let pickle = try PickleMachine.run(rest)
      position += pickle.byteCount
      return pickle
    } catch {
      throw WeightFileError(path: path, fault: error)
    }
  }

  private func checkMachine(_ pickle: Pickle) throws(WeightFileError) {
    guard let entries = pickle.dictionary(pickle.root) else { throw bad(.machine) }
    for entry in entries {
      guard case .string("little_endian") = entry.key else { continue }
      guard case .boolean(let isLittleEndian) = entry.value else { throw bad(.machine) }
      guard isLittleEndian else { throw bad(.byteOrder("big")) }
      return
    }
    throw bad(.machine)
  }

  private mutating func readStorages(
    _ keys: Pickle, _ object: Pickle
  ) throws(CheckpointFault) -> [String: ByteView] {
    guard let list = keys.list(keys.root) else { throw .storageList }
    let references = try object.storages()
    var storages: [String: ByteView] = [:]
    for value in list {
      guard case .string(let key) = value, storages[key] == nil else { throw .storageList }
      guard let reference = references[key] else { throw .unknownStorage(key: key) }
      guard let found = bytes.integer(at: position, as: Int64.self) else {
        throw .truncatedStorage(key: key)
      }
      guard found == reference.count else {
        throw .storageLength(key: key, expected: reference.count, found: Int(found))
      }
      let byteCount = reference.count * reference.type.byteCount
      guard let storage = bytes.slice(position + 8, byteCount) else {
        throw .truncatedStorage(key: key)
      }
      storages[key] = storage
      position += 8 + byteCount
    }
    guard position == bytes.count else { throw .trailing(byteCount: bytes.count - position) }
    return storages
  }

  private func bad(_ fault: CheckpointFault) -> WeightFileError {
    .badCheckpoint(path: path, fault: fault)
  }
}
