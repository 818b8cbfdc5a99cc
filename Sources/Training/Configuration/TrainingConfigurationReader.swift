import Declarations
import NeuralEngine
import SimulatedUsers
import Yams

/// Turns a YAML tree into a configuration and collects every mistake on the way.
struct TrainingConfigurationReader: DeclarationReader {
  var problems: [DeclarationProblem] = []

  private static let keys = [
    "training", "title", "licence", "seed", "precision", "threads", "output", "network", "data",
    "augmentation", "hints", "globals", "optimizer", "loss", "phases", "validation", "checkpoint",
  ]

  /// The configuration; nil when a needed key is missing or wrong, and `problems` says why.
  mutating func configuration(from root: Node) -> TrainingConfiguration? {
    guard let fields = mapping(root, key: "", allowed: Self.keys) else { return nil }
    let name = required(fields, "training", at: root) { $0.plainName($1, key: $2) }
    let network = required(fields, "network", at: root) { $0.network($1, key: $2) }
    let data = required(fields, "data", at: root) { $0.data($1, key: $2) }
    let phases = required(fields, "phases", at: root) { $0.phases($1, key: $2) }
    let seed = optional(fields, "seed") { $0.integer($1, key: $2, in: 0...Int.max) } ?? 2017
    let precision = optional(fields, "precision") { $0.precision($1, key: $2) } ?? .float32
    let configuration = TrainingConfiguration(
      name: name ?? "", title: optional(fields, "title") { $0.text($1, key: $2) } ?? name ?? "",
      licence: optional(fields, "licence") { $0.text($1, key: $2) } ?? "not stated",
      seed: UInt64(seed), precision: precision,
      threads: optional(fields, "threads") { $0.integer($1, key: $2, in: 1...256) },
      output: optional(fields, "output") { $0.text($1, key: $2) },
      network: network ?? .init(.affinity(.init()), start: .bundled),
      data: data ?? .init(photographs: []),
      augmentation: optional(fields, "augmentation") { $0.augmentation($1, key: $2) } ?? .init(),
      hints: optional(fields, "hints") { $0.hints($1, key: $2) } ?? HintSampler(),
      globals: optional(fields, "globals") { $0.globals($1, key: $2) } ?? .init(),
      optimizer: optional(fields, "optimizer") { $0.optimizer($1, key: $2) } ?? .init(),
      loss: optional(fields, "loss") { $0.loss($1, key: $2) } ?? .init(),
      phases: phases ?? [],
      validation: optional(fields, "validation") { $0.validation($1, key: $2) },
      checkpoint: optional(fields, "checkpoint") { $0.checkpoint($1, key: $2) } ?? .seconds(300))
    check(configuration, fields)
    return problems.isEmpty ? configuration : nil
  }

  /// What no single key shows: settings that do not go together.
  private mutating func check(
    _ configuration: TrainingConfiguration, _ fields: [String: Node]
  ) {
    guard problems.isEmpty else { return }
    let network = configuration.network
    if let node = fields["hints"], !network.takesPoints {
      report(node, "hints", "is for the local variant; the global one is told 'globals'")
    }
    if let node = fields["globals"], !network.takesStatistics {
      switch network.family {
      case .hint:
        report(node, "globals", "is for the global variant; the local one is given 'hints'")
      case .affinity: report(node, "globals", "is for a network with network.global")
      }
    }
    if let node = fields["phases"] {
      for (index, phase) in configuration.phases.enumerated()
      where phase.size % network.step != 0 {
        report(node, "phases[\(index)].size", "should be a multiple of \(network.step)")
      }
    }
    if let node = fields["network"], case .hint(let hint) = network.family {
      check(hint, configuration, at: node, fields)
    }
  }

  private mutating func check(
    _ hint: TrainingConfiguration.Network.Hint, _ configuration: TrainingConfiguration,
    at node: Node, _ fields: [String: Node]
  ) {
    if let phases = fields["phases"], hint.architecture.variant == .global,
      configuration.phases.contains(where: { $0.batch == 1 })
    {
      report(
        phases, "phases", "the global variant normalizes over the batch, which needs 2 pictures")
    }
    guard hint.architecture.head == nil else { return }
    if hint.suggestions != nil {
      report(
        node, "network.suggestions", "are made by a palette head, which network.head leaves out")
    }
    if configuration.loss.distributionWeight != 1 {
      report(
        node, "loss.distribution_weight", "weighs a palette head, which network.head leaves out")
    }
  }

  private mutating func precision(
    _ node: Node, key: String
  ) -> CompilationOptions.PrecisionChoice? {
    let names = CompilationOptions.PrecisionChoice.allCases.map(\.rawValue)
    return name(node, key: key, kind: "precision", of: names)
      .flatMap(CompilationOptions.PrecisionChoice.init(rawValue:))
  }

  private mutating func phases(_ node: Node, key: String) -> [TrainingConfiguration.Phase]? {
    items(node, key: key) { $0.phase($1, key: $2) }?.map(\.value)
  }

  private mutating func phase(_ node: Node, key: String) -> TrainingConfiguration.Phase? {
    let allowed = ["size", "batch", "samples", "rate"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    let size = required(fields, "size", prefix: prefix, at: node) { $0.side($1, key: $2) }
    let batch = required(fields, "batch", prefix: prefix, at: node) {
      $0.integer($1, key: $2, in: 1...4096)
    }
    let samples = required(fields, "samples", prefix: prefix, at: node) {
      $0.integer($1, key: $2, in: 1...1_000_000_000_000)
    }
    let rate = optional(fields, "rate", prefix: prefix) { $0.rate($1, key: $2) }
    guard let size, let batch, let samples else { return nil }
    return .init(size: size, batch: batch, samples: samples, rate: rate)
  }

  /// The side of a picture that a network takes.
  mutating func side(_ node: Node, key: String) -> Int? {
    guard let side = integer(node, key: key, in: 16...1024) else { return nil }
    guard side % BatchPlan.step == 0 else {
      report(node, key, "should be a multiple of \(BatchPlan.step)")
      return nil
    }
    return side
  }

  /// A learning rate.
  mutating func rate(_ node: Node, key: String) -> Double? {
    number(node, key: key, in: 1e-12...1)
  }
}
