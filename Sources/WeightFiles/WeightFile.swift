import Crypto
import Foundation
import Prose

/// The tensors of a neural network's weights file.
///
/// Files are taken for hostile: nothing in them is ever executed, every length and offset is
/// checked before it is used, and the work and memory stay in proportion to the file's size.
public struct WeightFile: Sendable {
  /// The layouts that are read.
  public enum Format: String, Sendable, CaseIterable {
    /// A JSON header and raw numbers.
    case safetensors
    /// `torch.save` since PyTorch 1.6: a ZIP archive with a pickle and raw numbers.
    case pytorchZip = "pytorch (zip)"
    /// `torch.save` before PyTorch 1.6: five pickles and raw numbers.
    case pytorchLegacy = "pytorch (legacy)"
    /// A binary `NetParameter` message of Caffe.
    case caffe
  }

  /// The file's path as it was given.
  public let path: String
  /// The file's layout.
  public let format: Format
  /// The tensors' names in file order.
  public let names: [String]
  /// The tensors by name.
  ///
  /// The tensors of a Caffe model are named `<layer>.<blob index>`, and keep the four axes that
  /// old models give to every blob.
  public let tensors: [String: WeightTensor]
  /// The safetensors metadata; for Caffe `name`, and `layer:<name>` with every layer's type.
  public let metadata: [String: String]
  /// The SHA-256 of the whole file, in lower-case hexadecimal.
  public let sha256: String
  /// The file's length in bytes.
  public let byteCount: Int

  /// The most bytes a file may have: 1 GiB.
  public static let maximumByteCount = 1 << 30

  /// The tensor of a name.
  ///
  /// - Throws: `WeightFileError.missingTensor`.
  public func tensor(_ name: String) throws(WeightFileError) -> WeightTensor {
    guard let tensor = tensors[name] else { throw .missingTensor(path: path, tensor: name) }
    return tensor
  }

  /// Reads a file; its layout is told by its content, not by its name.
  ///
  /// The file is mapped, so it must not be shortened by someone else meanwhile.
  public static func read(_ path: String) throws(WeightFileError) -> WeightFile {
    try decode(MappedFile.open(path, limit: maximumByteCount), path: path)
  }

  /// Reads a file's bytes.
  ///
  /// - Parameter path: names the file in errors.
  public static func decode(_ bytes: Data, path: String) throws(WeightFileError) -> WeightFile {
    guard bytes.count <= maximumByteCount else {
      throw .tooLarge(path: path, byteCount: bytes.count)
    }
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(WeightFileError) in try parse(ByteView(buffer), path: path) }
    }
    let (format, contents) = try result.get()
    guard !contents.names.isEmpty else { throw .noTensors(path: path, format: format) }
    return WeightFile(
      path: path, format: format, names: contents.names, tensors: contents.tensors,
      metadata: contents.metadata, sha256: SHA256.hash(data: bytes).hexadecimal,
      byteCount: bytes.count)
  }

  private static func parse(
    _ bytes: ByteView, path: String
  ) throws(WeightFileError) -> (Format, WeightFileContents) {
    guard bytes.count > 0 else { throw .empty(path: path) }
    guard let format = recognize(bytes) else {
      throw .unknownFormat(path: path, looksLike: ForeignFile(bytes))
    }
    var contents = WeightFileContents(path: path)
    switch format {
    case .safetensors: try SafeTensorsReader(bytes, path: path).read(into: &contents)
    case .pytorchZip: try PyTorchZipReader(bytes, path: path).read(into: &contents)
    case .pytorchLegacy: try PyTorchLegacyReader(bytes, path: path).read(into: &contents)
    case .caffe: try CaffeReader(bytes, path: path).read(into: &contents)
    }
    return (format, contents)
  }

  private static func recognize(_ bytes: ByteView) -> Format? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return .pytorchZip
    }
    // A pickle begins with 0x80 and its protocol; so may the header length of safetensors.
    let hasBrace = bytes.byte(at: 8) == UInt8(ascii: "{")
    let isLength = hasBrace && bytes.integer(at: 4, as: UInt32.self) == 0
    if !isLength, bytes.byte(at: 0) == 0x80, let version = bytes.byte(at: 1), version <= 5 {
      return .pytorchLegacy
    }
    let foreign = ForeignFile(bytes)
    let isText = foreign == .prototxt || foreign == .webPage
    if hasBrace, !isText { return .safetensors }
    guard foreign == nil else { return nil }
    // The fields a NetParameter can begin with: name, layers, input or layer.
    let beginnings: [[UInt8]] = [[0x0A], [0x12], [0x1A], [0xA2, 0x06]]
    return beginnings.contains { bytes.starts(with: $0) } ? .caffe : nil
  }
}
