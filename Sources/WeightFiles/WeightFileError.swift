/// Why a weights file could not be read or written.
///
/// `path` is what the caller gave, `tensor` a name in the file; `message` words each case in one
/// line, and `exitCode` is the code a process ends with.
public enum WeightFileError: Error, Sendable, Equatable {
  /// There is no such file.
  case missing(path: String)
  /// A folder where a file is expected.
  case isFolder(path: String)
  /// The file exists but cannot be read: no permission, not a regular file, an I/O fault.
  case unreadable(path: String, systemError: Int32)
  /// The file cannot be written.
  case unwritable(path: String, systemError: Int32)
  /// The file has no bytes.
  case empty(path: String)
  /// A file longer than ``WeightFile/maximumByteCount``.
  case tooLarge(path: String, byteCount: Int)
  /// The bytes begin like none of the layouts; `looksLike` is what they are, if known.
  case unknownFormat(path: String, looksLike: ForeignFile?)
  /// A file without any tensor.
  case noTensors(path: String, format: WeightFile.Format)
  /// A file with more tensors than are read.
  case tooManyTensors(path: String, limit: Int)
  /// Safetensors whose header is damaged.
  case badSafeTensors(path: String, fault: SafeTensorsFault)
  /// A ZIP archive that is damaged or not one of `torch.save`.
  case badZip(path: String, fault: ZipFault)
  /// A pickle that asks Python to run something; it was not run.
  case forbiddenCall(path: String, name: String)
  /// A pickle that is damaged or not one of a state dictionary.
  case badPickle(path: String, fault: PickleFault)
  /// A file of `torch.save` that does not hold a network's weights, or not all of them.
  case badCheckpoint(path: String, fault: CheckpointFault)
  /// A Caffe model that is damaged.
  case badCaffe(path: String, fault: CaffeFault)
  /// One tensor that is described wrongly.
  case badTensor(path: String, tensor: String, fault: TensorFault)
  /// A name that two tensors have.
  case duplicateTensor(path: String, tensor: String)
  /// A number that is infinite, not a number, or too large for 32 bits; `index` is its place in
  /// row-major order.
  case notFinite(path: String, tensor: String, index: Int)
  /// A tensor that was asked for and is not in the file.
  case missingTensor(path: String, tensor: String)
  /// A number that the chosen element type cannot hold.
  case notRepresentable(path: String, tensor: String, index: Int, type: ElementType)
  /// A name that safetensors keep for themselves.
  case reservedName(path: String, tensor: String)

  /// The error of a pickle: what it must not ask for is a case of its own.
  init(path: String, fault: PickleFault) {
    if case .forbidden(let name) = fault {
      self = .forbiddenCall(path: path, name: name)
    } else {
      self = .badPickle(path: path, fault: fault)
    }
  }
}
