import Foundation
import Testing

/// The bundled weights of the affinity network, taken apart: with or without the layers that follow
/// statistics, or with other numbers.
struct AffinityFile {
  /// A tensor as it stands in the file.
  private struct Tensor {
    let name: String
    var type: String
    let shape: [Int]
    var bytes: Data
  }

  private var tensors: [Tensor]

  /// Where the file lies: beside the program.
  static func path() throws -> String {
    let program = URL(fileURLWithPath: try #require(Program.path))
    return program.deletingLastPathComponent().resolvingSymlinksInPath()
      .appendingPathComponent("HintBench_AffinityHints.resources/Bundled/affinity.safetensors").path
  }

  /// Reads it.
  init() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.path()))
    let length = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = 8 + length
    let object = try JSONSerialization.jsonObject(with: data[8..<start])
    let header = try #require(object as? [String: [String: Any]])
    tensors = try header.filter { $0.key != "__metadata__" }.map { name, field in
      let range = try #require(field["data_offsets"] as? [Int])
      return Tensor(
        name: name, type: try #require(field["dtype"] as? String),
        shape: try #require(field["shape"] as? [Int]),
        bytes: data[(start + range[0])..<(start + range[1])])
    }
  }

  /// The network that points alone guide.
  func local() -> AffinityFile {
    var file = self
    file.tensors.removeAll { $0.name.hasPrefix("global.") }
    return file
  }

  /// The network that statistics guide, too: through layers of numbers made up by rule.
  func global() -> AffinityFile {
    var file = local()
    for (name, inputs) in [("histogram", 314), ("saturation", 2), ("hidden", 128), ("out", 128)] {
      file.add("global.\(name).weight", [128, inputs, 1, 1]) { Float(($0 * 37) % 29 - 14) / 20 }
    }
    return file
  }

  /// A network that ignores what it sees: the layers before its outputs are 0, but for biases.
  ///
  /// - Parameters:
  ///   - ab: of every pixel, divided by 110.
  ///   - logits: 313 of every cell.
  func constant(ab: [Float], logits: [Float]) -> AffinityFile {
    var file = local()
    for (name, bias) in [("out", ab), ("bins", logits)] {
      for index in file.tensors.indices {
        let tensor = file.tensors[index]
        if tensor.name == name + ".weight" {
          file.tensors[index].bytes = Data(count: tensor.bytes.count)
        }
      }
      file.tensors.removeAll { $0.name == name + ".bias" }
      file.add(name + ".bias", [bias.count]) { bias[$0] }
    }
    return file
  }

  /// The bytes of a safetensors file.
  func bytes() -> [UInt8] {
    var fields: [String] = []
    var numbers = Data()
    for tensor in tensors {
      let begin = numbers.count
      numbers += tensor.bytes
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      fields.append(
        "\"\(tensor.name)\":{\"dtype\":\"\(tensor.type)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(begin),\(numbers.count)]}")
    }
    let header = Array("{\(fields.joined(separator: ","))}".utf8)
    let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) }
    return length + header + numbers
  }

  private mutating func add(_ name: String, _ shape: [Int], _ value: (Int) -> Float) {
    let values = (0..<shape.reduce(1, *)).map(value)
    tensors.append(
      Tensor(name: name, type: "F32", shape: shape, bytes: values.withUnsafeBytes { Data($0) }))
  }
}

extension Scratch {
  /// ``withNetworks()`` with `affinity.safetensors`, for points alone, and `guided.safetensors`, for
  /// statistics, too.
  static func withAffinity() throws -> Scratch {
    let scratch = try withNetworks()
    let file = try AffinityFile()
    try scratch.put(file.local().bytes(), "affinity.safetensors")
    try scratch.put(file.global().bytes(), "guided.safetensors")
    return scratch
  }

  /// Lets the program take a file for the bundled one of the affinity network.
  func bundle(_ name: String) throws {
    try makeFolder("bundled")
    try copy(name, "bundled/affinity.safetensors")
  }
}
