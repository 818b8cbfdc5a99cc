import Files
import Prose

#if canImport(Glibc)
  import Glibc
#endif

extension WeightFileError: CustomStringConvertible {
  /// The error in one line: with which file and tensor, what was wrong, and what to do.
  public var message: String {
    switch self {
    case .missing(let path):
      FileError.missing(path: path).message
    case .isFolder(let path):
      "\(path.onOneLine): is a folder; give a weights file"
    case .unreadable(let path, let code):
      "\(path.onOneLine): cannot be read (\(reason(code))); check that it is a file and that you may"
        + " read it"
    case .unwritable(let path, let code):
      FileError.unwritable(path: path, systemError: code).message
    case .empty(let path):
      "\(path.onOneLine): is empty; fetch the weights file again"
    case .tooLarge(let path, let byteCount):
      "\(path.onOneLine): is \(byteCount) bytes long, more than are read"
        + " (\(WeightFile.maximumByteCount)); give a smaller file"
    case .unknownFormat(let path, let foreign?):
      "\(path.onOneLine): is not a weights file: it looks like \(foreign.rawValue);"
        + " \(advice(foreign))"
    case .unknownFormat(let path, nil):
      "\(path.onOneLine): is not a weights file; give safetensors, a PyTorch state dictionary or a"
        + " Caffe model"
    case .noTensors(let path, let format):
      "\(path.onOneLine): holds no tensor (\(format.rawValue)); give the file with the weights"
    case .tooManyTensors(let path, let limit):
      "\(path.onOneLine): holds more tensors than are read (\(limit)); save only the network's weights"
    case .badSafeTensors(let path, let fault):
      "\(path.onOneLine): is damaged safetensors: \(wording(fault)); fetch or save it again"
    case .badZip(let path, let fault):
      "\(path.onOneLine): is not an archive of torch.save: \(wording(fault)); save the state"
        + " dictionary again with torch.save"
    case .forbiddenCall(let path, let name):
      "\(path.onOneLine): asks Python to call \(quoted(name)); HintBench never executes what is in a"
        + " weights file; save the state dictionary alone, or as safetensors"
    case .badPickle(let path, let fault):
      "\(path.onOneLine): is not a PyTorch state dictionary that is read: \(wording(fault));"
        + " save the state dictionary alone, or as safetensors"
    case .badCheckpoint(let path, let fault):
      "\(path.onOneLine): is not a PyTorch state dictionary that is read: \(wording(fault));"
        + " save the state dictionary again, or as safetensors"
    case .badCaffe(let path, let fault):
      "\(path.onOneLine): is a damaged Caffe model, or none: \(wording(fault)); fetch it again"
    case .badTensor(let path, let tensor, let fault):
      "\(path.onOneLine): tensor \(quoted(tensor)) \(wording(fault)); fetch or save the file again"
    case .duplicateTensor(let path, let tensor):
      "\(path.onOneLine): two tensors are named \(quoted(tensor)); give every tensor its own name"
    case .notFinite(let path, let tensor, let index):
      "\(path.onOneLine): tensor \(quoted(tensor)) has at index \(index) no finite 32-bit number;"
        + " give weights of a training that did not diverge"
    case .missingTensor(let path, let tensor):
      "\(path.onOneLine): there is no tensor \(quoted(tensor)); give weights of this network"
    case .notRepresentable(let path, let tensor, let index, let type):
      "\(path.onOneLine): tensor \(quoted(tensor)) has at index \(index) a number that \(type.rawValue)"
        + " cannot hold; choose a wider type"
    case .reservedName(let path, let tensor):
      "\(path.onOneLine): no tensor can be named \(quoted(tensor)) in safetensors; rename it"
    }
  }

  /// The error in one line, as `message`.
  public var description: String { message }

  /// The process's exit code, as in sysexits.h: 66 a missing input, 74 input or output, 65 bad data.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .isFolder, .unreadable, .unwritable: 74
    default: 65
    }
  }

  private func advice(_ foreign: ForeignFile) -> String {
    switch foreign {
    case .webPage: "download the file itself"
    case .gitLFSPointer: "fetch the file with git lfs pull"
    case .gzip: "unpack it"
    case .hdf5, .numpy, .tar: "convert it to safetensors"
    case .prototxt: "give the file with the weights"
    }
  }

  private func wording(_ fault: SafeTensorsFault) -> String {
    switch fault {
    case .headerLength(let length, let available):
      "its header has \(length) bytes, the file \(available)"
    case .header(let fault): wording(fault)
    case .metadata: "__metadata__ is not an object of texts"
    case .trailing(let byteCount): "\(byteCount) bytes behind the last tensor belong to none"
    }
  }

  private func wording(_ fault: JSONFault) -> String {
    switch fault {
    case .encoding: "its header is not UTF-8"
    case .syntax(let offset): "its header is not JSON at byte \(offset)"
    case .depth(let offset): "its header is nested too deeply at byte \(offset)"
    case .duplicateKey(let key): "its header has \(quoted(key)) twice"
    case .number(let offset):
      "its header has a number at byte \(offset) that is not a non-negative integer of 63 bits"
    case .longArray(let offset): "its header has a list at byte \(offset) that is too long"
    }
  }

  private func wording(_ fault: ZipFault) -> String {
    switch fault {
    case .noEnd: "it does not end like a ZIP archive"
    case .damagedEnd: "the records at its end are damaged"
    case .damagedDirectory(let entry): "its directory is damaged at entry \(entry)"
    case .badName(let name): "the entry name \(quoted(name)) is not a path inside"
    case .duplicateName(let name): "it has two entries \(quoted(name))"
    case .compressed(let name, let method):
      "the entry \(quoted(name)) is compressed (method \(method)), and torch.save only stores"
    case .encrypted(let name): "the entry \(quoted(name)) is encrypted"
    case .damagedEntry(let name): "the entry \(quoted(name)) is damaged"
    case .overlapping(let first, let second):
      "the entries \(quoted(first)) and \(quoted(second)) share bytes"
    case .checksum(let name): "the checksum of the entry \(quoted(name)) is wrong or was left out"
    }
  }

  private func wording(_ fault: PickleFault) -> String {
    switch fault {
    case .forbidden(let name): "it asks Python to call \(quoted(name))"
    case .operation(let code, let offset):
      "its pickle has at byte \(offset) the operation \(operation(code)), which no state"
        + " dictionary needs"
    case .truncated: "its pickle is cut short"
    case .protocolVersion(let version): "its pickle has protocol \(version), newer than 5"
    case .operands(let code, let offset):
      "its pickle has at byte \(offset) the operation \(operation(code)) without what that needs"
    case .memo(let offset): "its pickle fetches at byte \(offset) what was never kept"
    case .text(let offset): "its pickle has at byte \(offset) a text that is not UTF-8"
    case .arguments(let function): "its pickle calls \(function) with wrong arguments"
    case .limit(let limit): "its pickle has more than \(limit.maximum) \(limit.rawValue)"
    case .cycle: "its pickle has a container that holds itself"
    }
  }

  private func operation(_ code: UInt8) -> String {
    let number = "0x" + String(code, radix: 16)
    return PickleOpcode.refusedName(code).map { "\($0) (\(number))" } ?? number
  }

  private func wording(_ fault: CheckpointFault) -> String {
    switch fault {
    case .programCount(0): "the archive has no <folder>/data.pkl"
    case .programCount(let count): "the archive has \(count) entries <folder>/data.pkl"
    case .byteOrder(let order): "its byte order is \(quoted(order)), not ‘little’"
    case .magicNumber: "it lacks the magic number of torch.save"
    case .version: "its version is not 1001"
    case .machine: "its description of the writing machine is damaged"
    case .storageList: "its list of storages is damaged"
    case .missingStorage(let key): "the storage \(quoted(key)) is not in it"
    case .unknownStorage(let key): "its storage \(quoted(key)) belongs to no tensor"
    case .conflictingStorage(let key): "its storage \(quoted(key)) is described impossibly"
    case .storageLength(let key, let expected, let found):
      "its storage \(quoted(key)) has the length \(found) instead of \(expected)"
    case .truncatedStorage(let key): "it is cut short in the storage \(quoted(key))"
    case .trailing(let byteCount): "\(byteCount) bytes behind the last storage belong to none"
    case .notAStateDictionary: "what was saved is not a dictionary"
    case .notATensor(let name): "the entry \(quoted(name)) is not a tensor"
    }
  }

  private func wording(_ fault: CaffeFault) -> String {
    switch fault {
    case .truncated(let offset): "a field at byte \(offset) of its message is cut short"
    case .integer(let offset): "an integer at byte \(offset) of its message has more than 64 bits"
    case .field(let offset): "byte \(offset) of its message begins no field"
    case .group(let offset): "a group at byte \(offset) of its message is not closed or not opened"
    case .depth(let offset): "the groups at byte \(offset) of its message are nested too deeply"
    case .kind(let field): "a field \(field) is of the wrong kind"
    case .text(let field): "a field \(field) is not UTF-8 text"
    case .layers(let limit): "it has more than \(limit) layers"
    case .unnamedLayer(let index): "layer \(index) has weights and no name"
    }
  }

  private func wording(_ fault: TensorFault) -> String {
    switch fault {
    case .rank(let rank): "has \(rank) axes, more than \(WeightTensor.maximumRank)"
    case .negativeLength(let shape): "has a negative length in its shape \(shape)"
    case .tooLarge(let shape): "has the shape \(shape), too large to be counted"
    case .count(let expected, let found): "has \(found) numbers, its shape asks for \(expected)"
    case .byteCount(let expected, let found): "has \(found) bytes, its shape asks for \(expected)"
    case .elementType(let type): "has the element type \(quoted(type)), which is not read"
    case .field(let name): "has a header field \(quoted(name)) that is missing, unknown or wrong"
    case .offsets(let begin, let end): "ends at byte \(end), before its begin \(begin)"
    case .gap(let expected, let found):
      "begins at byte \(found) of the numbers instead of \(expected)"
    case .beyondEnd(let end, let available):
      "ends at byte \(end) of the numbers, and there are \(available)"
    case .outsideStorage(let count): "lies outside of its storage of \(count) numbers"
    case .strides(let strides): "has an impossible offset or strides \(strides)"
    case .expands(let limit): "repeats its numbers, beyond \(limit) that the file's size allows"
    }
  }

  private func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  private func quoted(_ text: String) -> String { "‘\(text.onOneLine)’" }
}
