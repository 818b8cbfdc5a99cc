import AlignedMemory
import NeuralEngine
import WeightFiles

/// All of a training in one safetensors file: weights, statistics, their averages, both moments, and
/// how far it is. Everything in float32, under the arrays' published names behind a folder's name.
struct Checkpoint {
  /// How far the training is.
  let state: TrainingState
  /// What it was told, for comparison.
  let settings: [TrainingConfiguration.Setting]
  /// Arrays by part and name.
  private let parts: [Part: Parameters]

  private enum Part: String, CaseIterable {
    case weights, average, first, second
  }

  /// The layout of the file.
  private static let layout = "hintbench training 1"

  /// A learner's state.
  init(_ learner: Learner, state: TrainingState, settings: [TrainingConfiguration.Setting]) {
    let (parameters, optimizer) = (learner.parameters, learner.optimizer)
    func named(_ weights: AlignedBuffer<Float>) -> Parameters {
      parameters.named(weights: weights, statistics: parameters.statistics)
    }
    self.state = state
    self.settings = settings
    parts = [
      .weights: named(parameters.weights), .average: learner.averaged,
      .first: Self.learned(named(optimizer.firstMoment)),
      .second: Self.learned(named(optimizer.secondMoment)),
    ]
  }

  /// What has gradients.
  private static func learned(_ all: Parameters) -> Parameters {
    Parameters(all.tensors.filter { !isStatistic($0.key) })
  }

  private static func isStatistic(_ name: String) -> Bool {
    name.hasSuffix(".running_mean") || name.hasSuffix(".running_var")
  }

  /// Writes the file whole or not at all.
  func write(to path: String) throws(WeightFileError) {
    var tensors: [(name: String, tensor: WeightTensor)] = []
    for part in Part.allCases {
      for (name, tensor) in (parts[part]?.tensors ?? [:]).sorted(by: { $0.key < $1.key }) {
        tensors.append(
          ("\(part.rawValue)/\(name)", WeightTensor(shape: tensor.shape, values: tensor.values)))
      }
    }
    var metadata = state.fields
    metadata["layout"] = Self.layout
    metadata["settings"] = settings.text
    metadata["settings_sha256"] = settings.hash
    metadata["checksum"] = Self.checksum(of: tensors, fields: state.fields)
    try SafeTensorsWriter.write(tensors, as: { _ in .float32 }, metadata: metadata, to: path)
  }

  /// Reads a file.
  ///
  /// - Throws: `WeightFileError` for a file that is none, ``CheckpointFault`` for one that is damaged.
  init(path: String) throws {
    let file = try WeightFile.read(path)
    guard file.metadata["layout"] == Self.layout else {
      throw CheckpointFault(path: path, reason: "is no checkpoint of this version")
    }
    guard let state = TrainingState(fields: file.metadata),
      let settings = file.metadata["settings"].map([TrainingConfiguration.Setting].init(text:)),
      settings.hash == file.metadata["settings_sha256"]
    else { throw CheckpointFault(path: path, reason: "has a damaged header") }
    // Sorted again: the writer's order is by part, then by name.
    var named: [(name: String, tensor: WeightTensor)] = []
    var parts: [Part: Parameters] = [:]
    for part in Part.allCases {
      let prefix = part.rawValue + "/"
      let names = file.names.filter { $0.hasPrefix(prefix) }.sorted()
      for name in names {
        guard let tensor = file.tensors[name] else { continue }
        named.append((name, tensor))
        parts[part, default: Parameters([:])].tensors[String(name.dropFirst(prefix.count))] =
          .init(shape: tensor.shape, values: tensor.values)
      }
    }
    guard file.metadata["checksum"] == Self.checksum(of: named, fields: state.fields) else {
      throw CheckpointFault(path: path, reason: "has damaged numbers")
    }
    self.state = state
    self.settings = settings
    self.parts = parts
  }

  /// Puts everything back.
  ///
  /// - Throws: `NeuralEngineError` where an array of the network is missing.
  func restore(_ learner: Learner) throws(NeuralEngineError) {
    let (parameters, optimizer) = (learner.parameters, learner.optimizer)
    let unused = AlignedBuffer<Float>(count: parameters.statistics.count, repeating: 0)
    let weights = parts[.weights] ?? Parameters([:])
    try parameters.fill(
      weights: parameters.weights, statistics: parameters.statistics, from: weights)
    try parameters.fill(
      weights: optimizer.average, statistics: optimizer.averageStatistics,
      from: parts[.average] ?? Parameters([:]))
    for (part, moment) in [(Part.first, optimizer.firstMoment), (.second, optimizer.secondMoment)] {
      // Moments have no statistics; any will do.
      var all = parts[part] ?? Parameters([:])
      all.tensors.merge(weights.tensors.filter { Self.isStatistic($0.key) }) { mine, _ in mine }
      try parameters.fill(weights: moment, statistics: unused, from: all)
    }
    optimizer.steps = state.step
  }

  /// A hash of all names, shapes, numbers and fields.
  private static func checksum(
    of tensors: [(name: String, tensor: WeightTensor)], fields: [String: String]
  ) -> String {
    var words = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    for (name, tensor) in tensors {
      let numbers = tensor.values.withUnsafeBytes { Training.checksum($0) }
      words.append("\(name) \(tensor.shape) \(numbers)")
    }
    return Array(words.joined(separator: "\n").utf8).withUnsafeBytes {
      String(Training.checksum($0), radix: 16)
    }
  }
}

/// Why a checkpoint cannot be used.
struct CheckpointFault: Error {
  let path: String
  let reason: String
}
