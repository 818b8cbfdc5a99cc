import Files
import Foundation

/// Writes the safetensors layout.
public enum SafeTensorsWriter {
  /// Writes a file whole or not at all; equal input gives equal bytes.
  ///
  /// Wider element types come first, as the reference implementation has it, so that every number
  /// is aligned; tensors of one width keep the given order.
  ///
  /// - Parameters:
  ///   - tensors: finite numbers under different names, none of them `__metadata__`.
  ///   - type: how to store the tensor of a name. Floating point numbers are rounded to nearest.
  ///   - metadata: any texts.
  /// - Throws: `WeightFileError`: `notRepresentable` for a number that the type cannot hold: too
  ///   large for a floating point type, or not exactly an integer of an integer type; `notFinite`,
  ///   `duplicateTensor`, `reservedName`, `unwritable`.
  public static func write(
    _ tensors: [(name: String, tensor: WeightTensor)], as type: (String) -> ElementType,
    metadata: [String: String], to path: String
  ) throws(WeightFileError) {
    let bytes = try encode(tensors, as: type, metadata: metadata, path: path)
    do {
      try OutputFile.write(bytes, to: path)
    } catch {
      throw .unwritable(path: path, systemError: error.systemError)
    }
  }

  /// The bytes that `write` writes.
  ///
  /// - Parameter path: names the file in errors.
  public static func encode(
    _ tensors: [(name: String, tensor: WeightTensor)], as type: (String) -> ElementType,
    metadata: [String: String], path: String
  ) throws(WeightFileError) -> Data {
    let ordered = tensors.map { (name: $0.name, tensor: $0.tensor, type: type($0.name)) }
      .enumerated().sorted {
        ($1.element.type.byteCount, $0.offset) < ($0.element.type.byteCount, $1.offset)
      }
      .map(\.element)
    var names: Set<String> = []
    var fields: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }.map { "\(quoted($0)):\(quoted($1))" }
      fields.append("\(quoted(SafeTensorsReader.metadataKey)):{\(texts.joined(separator: ","))}")
    }
    var end = 0
    for (name, tensor, type) in ordered {
      guard name != SafeTensorsReader.metadataKey else {
        throw .reservedName(path: path, tensor: name)
      }
      guard names.insert(name).inserted else { throw .duplicateTensor(path: path, tensor: name) }
      let begin = end
      end += tensor.count * type.byteCount
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      fields.append(
        "\(quoted(name)):{\"dtype\":\"\(type.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(begin),\(end)]}")
    }
    var header = Array("{\(fields.joined(separator: ","))}".utf8)
    header += [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8)
    var bytes = Data(capacity: 8 + header.count + end)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: header)
    for (name, tensor, type) in ordered {
      if let index = tensor.values.firstNotFinite {
        throw .notFinite(path: path, tensor: name, index: index)
      }
      do throws(NumberFault) {
        bytes.append(try type.encoded(tensor.values))
      } catch {
        throw .notRepresentable(path: path, tensor: name, index: error.index, type: type)
      }
    }
    return bytes
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{8}": quoted += "\\b"
      case "\u{C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
