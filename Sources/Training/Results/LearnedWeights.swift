import NeuralEngine
import WeightFiles

/// The file that a training is for.
enum LearnedWeights {
  /// The largest number of float16.
  private static let halfLimit: Float = 65504

  /// Writes arrays as float16; statistics, and arrays with numbers beyond its range, as float32.
  ///
  /// - Parameters:
  ///   - arrays: in the file's order.
  ///   - metadata: what the file says besides.
  static func write(
    _ arrays: [(name: String, tensor: Parameters.Tensor)], metadata: [String: String],
    to path: String
  ) throws(WeightFileError) {
    let tensors = arrays.map { name, tensor in
      (name: name, tensor: WeightTensor(shape: tensor.shape, values: tensor.values))
    }
    let wide = Set(
      tensors.filter { name, tensor in
        name.hasSuffix(".running_mean") || name.hasSuffix(".running_var")
          || tensor.values.contains { abs($0) > halfLimit }
      }.map(\.name))
    try SafeTensorsWriter.write(
      tensors, as: { wide.contains($0) ? .float32 : .float16 }, metadata: metadata, to: path)
  }
}
