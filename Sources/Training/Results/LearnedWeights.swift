import NeuralEngine
import WeightFiles

/// The file that a training is for.
enum LearnedWeights {
  /// The largest number of float16.
  private static let halfLimit: Float = 65504

  /// Writes arrays as float16; statistics, and arrays with numbers beyond its range, as float32.
  ///
  /// - Parameters:
  ///   - shapes: the network's arrays, in the file's order.
  ///   - metadata: what the file says besides.
  static func write(
    _ parameters: Parameters, shapes: [(name: String, shape: [Int])],
    metadata: [String: String], to path: String
  ) throws(WeightFileError) {
    let tensors = shapes.compactMap { name, shape in
      parameters.tensors[name].map {
        (name: name, tensor: WeightTensor(shape: shape, values: $0.values))
      }
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
