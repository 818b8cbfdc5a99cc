/// Why a file of `torch.save` does not hold the weights of a network.
public enum CheckpointFault: Error, Sendable, Equatable {
  /// A ZIP archive without one `<folder>/data.pkl`.
  case programCount(Int)
  /// Numbers that are not little-endian.
  case byteOrder(String)
  /// A pickle that does not begin with the magic number of `torch.save`.
  case magicNumber
  /// A version of the legacy layout other than 1001.
  case version
  /// The legacy layout's description of the writing machine is damaged.
  case machine
  /// The legacy layout's list of storages is no list of different texts.
  case storageList
  /// A storage that tensors use and the file lacks.
  case missingStorage(key: String)
  /// A storage that the file lists and no tensor uses.
  case unknownStorage(key: String)
  /// A storage that is described in two ways.
  case conflictingStorage(key: String)
  /// A storage of another length than is announced.
  case storageLength(key: String, expected: Int, found: Int)
  /// The file ends within a storage.
  case truncatedStorage(key: String)
  /// Bytes behind the last storage.
  case trailing(byteCount: Int)
  /// The saved object is not a dictionary of tensors, alone or under a usual name.
  case notAStateDictionary
  /// An entry of the dictionary that is not a tensor under a text.
  case notATensor(name: String)
}
