/// Reads what `torch.save` writes since PyTorch 1.6: `<folder>/data.pkl` describes the tensors,
/// `<folder>/data/<key>` are the storages' numbers.
struct PyTorchZipReader {
  private static let programName = "data.pkl"

  private let bytes: ByteView
  private let path: String

  init(_ bytes: ByteView, path: String) {
    self.bytes = bytes
    self.path = path
  }

  func read(into contents: inout WeightFileContents) throws(WeightFileError) {
    let archive: ZipArchive
    let folder: String
    let pickle: Pickle
    do throws(ZipFault) {
      archive = try ZipArchive(bytes)
    } catch {
      throw .badZip(path: path, fault: error)
    }
    let programs = archive.names.filter { name in
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[1] == Self.programName
    }
    guard programs.count == 1, let name = programs.first else {
      throw .badCheckpoint(path: path, fault: .programCount(programs.count))
    }
    folder = String(name.dropLast(Self.programName.count))
    if let order = try entry(folder + "byteorder", in: archive), order.text != "little" {
      throw .badCheckpoint(path: path, fault: .byteOrder(order.text ?? "?"))
    }
    guard let program = try entry(name, in: archive) else {
      throw .badCheckpoint(path: path, fault: .programCount(0))
    }
    do throws(PickleFault) {
      pickle = try PickleMachine.run(program)
    } catch {
      throw WeightFileError(path: path, fault: error)
    }
    let dictionary: StateDictionary
    let references: [String: StorageReference]
    do throws(CheckpointFault) {
      dictionary = try StateDictionary(pickle)
      references = try pickle.storages()
    } catch {
      throw .badCheckpoint(path: path, fault: error)
    }
    var storages: [String: ByteView] = [:]
    for (key, storage) in references {
      storages[key] = try entry("\(folder)data/\(key)", in: archive)
      let expected = storage.count * storage.type.byteCount
      if let found = storages[key]?.count, found != expected {
        throw .badCheckpoint(
          path: path, fault: .storageLength(key: key, expected: expected, found: found))
      }
    }
    try dictionary.read(storages, limit: bytes.count, into: &contents)
  }

  private func entry(
    _ name: String, in archive: ZipArchive
  ) throws(WeightFileError) -> ByteView? {
    do throws(ZipFault) {
      return try archive.entry(name)
    } catch {
      throw .badZip(path: path, fault: error)
    }
  }
}
