/// Reads the safetensors layout: the header's length in 8 bytes, a JSON header, raw numbers.
///
/// The header maps every name to `dtype`, `shape` and `data_offsets`; the numbers follow each other
/// without gaps.
struct SafeTensorsReader {
  static let metadataKey = "__metadata__"
  /// The limit of the reference implementation.
  static let maximumHeaderLength = 100_000_000

  private let bytes: ByteView
  private let path: String

  init(_ bytes: ByteView, path: String) {
    self.bytes = bytes
    self.path = path
  }

  func read(into contents: inout WeightFileContents) throws(WeightFileError) {
    let available = bytes.count - 8
    guard let length = bytes.integer(at: 0, as: UInt64.self), length <= Self.maximumHeaderLength,
      let header = bytes.slice(8, Int(length)),
      let data = bytes.slice(8 + header.count, available - header.count)
    else {
      let length = bytes.integer(at: 0, as: UInt64.self) ?? 0
      throw bad(.headerLength(length, available: available))
    }
    var entries: [SafeTensorsEntry] = []
    for (name, value) in try object(header) {
      if name == Self.metadataKey {
        contents.metadata = try metadata(value)
      } else {
        do throws(TensorFault) {
          entries.append(try SafeTensorsEntry(name, value))
        } catch {
          throw .badTensor(path: path, tensor: name, fault: error)
        }
      }
    }
    entries.sort { ($0.begin, $0.end) < ($1.begin, $1.end) }
    var position = 0
    for entry in entries {
      let tensor: WeightTensor
      do throws(TensorFault) {
        tensor = try entry.tensor(in: data, after: position)
      } catch {
        throw .badTensor(path: path, tensor: entry.name, fault: error)
      }
      try contents.append(entry.name, tensor)
      position = entry.end
    }
    guard position == data.count else { throw bad(.trailing(byteCount: data.count - position)) }
  }

  private func object(
    _ header: ByteView
  ) throws(WeightFileError) -> [(key: String, value: JSONValue)] {
    do throws(JSONFault) {
      return try JSONReader.object(header)
    } catch {
      throw bad(.header(error))
    }
  }

  private func metadata(_ value: JSONValue) throws(WeightFileError) -> [String: String] {
    guard case .object(let entries) = value else { throw bad(.metadata) }
    var metadata: [String: String] = [:]
    for (key, value) in entries {
      guard case .string(let text) = value else { throw bad(.metadata) }
      metadata[key] = text
    }
    return metadata
  }

  private func bad(_ fault: SafeTensorsFault) -> WeightFileError {
    .badSafeTensors(path: path, fault: fault)
  }
}
