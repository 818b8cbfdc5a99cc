/// The tensors of a file while they are collected; refuses what no format may hold.
struct WeightFileContents {
  /// More tensors than any network has; keeps tiny entries from growing into much memory.
  static let maximumCount = 1 << 17

  let path: String
  private(set) var names: [String] = []
  private(set) var tensors: [String: WeightTensor] = [:]
  var metadata: [String: String] = [:]

  init(path: String) {
    self.path = path
  }

  /// Adds a tensor whose name is new and whose numbers are finite.
  mutating func append(_ name: String, _ tensor: WeightTensor) throws(WeightFileError) {
    guard names.count < Self.maximumCount else {
      throw .tooManyTensors(path: path, limit: Self.maximumCount)
    }
    guard tensors[name] == nil else { throw .duplicateTensor(path: path, tensor: name) }
    if let index = tensor.values.firstNotFinite {
      throw .notFinite(path: path, tensor: name, index: index)
    }
    names.append(name)
    tensors[name] = tensor
  }
}
