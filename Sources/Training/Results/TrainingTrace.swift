import Foundation
import NeuralEngine
import SimulatedUsers
import WeightFiles

/// Writes down what the first steps saw and gave, so that another program can repeat them:
/// `initial.safetensors`, `batch-00000.safetensors` and so on, `gradients.safetensors` of the first
/// step before clipping, and `losses.csv`.
public final class TrainingTrace {
  /// How many steps are written down.
  public let steps: Int
  private let folder: String
  private var table: GrowingTable?

  /// Traces into a folder.
  ///
  /// - Parameter steps: the first steps of the process.
  public init(_ folder: String, steps: Int) throws(TrainingError) {
    self.folder = folder
    self.steps = steps
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(folder, reason: "the folder cannot be made")
    }
  }

  func begin(_ learner: Learner) throws {
    let parameters = learner.parameters
    try write(
      parameters.named(weights: parameters.weights, statistics: parameters.statistics),
      to: "initial.safetensors")
    let names = learner.network.losses.map(\.name)
    table = try GrowingTable(
      folder + "/losses.csv",
      header: (["step", "rate"] + names + ["gradient_norm"]).joined(separator: ","), keeping: 0)
  }

  /// Writes a step's batch.
  ///
  /// - Parameter step: from 0.
  func record(_ batch: TrainingBatch, step: Int) throws {
    guard step < steps else { return }
    let (n, h, w) = (batch.count, batch.height, batch.width)
    let places = n * (h / 4) * (w / 4)
    let most = max(1, batch.points.map(\.count).max() ?? 0)
    let parts: [(String, [Int], [Float])] = [
      ("picture", [n, batch.picture.count / (n * h * w), h, w], batch.picture),
      ("points", [n, most, 5], Self.numbers(batch, pointsEach: most)),
      ("histogram", [n, batch.histogram.count / n], batch.histogram),
      ("saturation", [n, batch.saturation.count / n], batch.saturation),
      ("chrominance", [n, 2, h, w], batch.chrominance),
      ("bins", [n, h / 4, w / 4, batch.bins.count / places], batch.bins.map(Float.init)),
      (
        "bin_weights", [n, h / 4, w / 4, batch.binWeights.count / places], batch.binWeights
      ),
    ]
    try SafeTensorsWriter.write(
      parts.filter { !$0.2.isEmpty }.map { name, shape, values in
        (name: name, tensor: WeightTensor(shape: shape, values: values))
      }, as: { $0 == "bins" ? .int32 : .float32 }, metadata: [:],
      to: folder + "/" + String(format: "batch-%05d.safetensors", step))
  }

  /// Row and column of every point's centre as parts of the sides, a/110, b/110, and 1; zeros where a
  /// picture has fewer points.
  private static func numbers(_ batch: TrainingBatch, pointsEach most: Int) -> [Float] {
    batch.points.flatMap { points in
      let numbers = points.flatMap { point in
        let (row, column) = point.patch.center
        return [
          row / Float(batch.height), column / Float(batch.width), point.a / 110, point.b / 110, 1,
        ]
      }
      return numbers + [Float](repeating: 0, count: 5 * (most - points.count))
    }
  }

  /// Writes what a step gave; the gradients of the first one, too.
  func record(_ result: StepResult, step: Int, rate: Double, learner: Learner) throws {
    guard step < steps else { return }
    if step == 0 {
      let parameters = learner.parameters
      let named = parameters.named(
        weights: parameters.gradients, statistics: parameters.statistics)
      try write(named, to: "gradients.safetensors")
    }
    let numbers = [rate] + result.losses + [result.gradientNorm]
    try table?.append(["\(step)"] + numbers.map { "\($0)" })
    try table?.flush(durably: false)
  }

  private func write(_ parameters: Parameters, to name: String) throws {
    let tensors = parameters.tensors.sorted { $0.key < $1.key }.map { name, tensor in
      (name: name, tensor: WeightTensor(shape: tensor.shape, values: tensor.values))
    }
    try SafeTensorsWriter.write(
      tensors, as: { _ in .float32 }, metadata: ["format": "pt"], to: folder + "/" + name)
  }
}
