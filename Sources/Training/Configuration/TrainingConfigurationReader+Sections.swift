import Declarations
import SimulatedUsers
import Yams

/// One reader for each section whose keys may all be left out.
extension TrainingConfigurationReader {
  mutating func hints(_ node: Node, key: String) -> HintSampler? {
    let allowed = [
      "stop_probability", "none_share", "many_share", "most_patches", "sizes",
      "other_sizes_share", "other_sizes", "deviation", "uniform_share", "max_error_share",
      "full_share",
    ]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    let usual = HintSampler()
    let stop = optional(fields, "stop_probability", prefix: prefix) {
      $0.number($1, key: $2, in: 0.001...1)
    }
    let most = optional(fields, "most_patches", prefix: prefix) {
      $0.integer($1, key: $2, in: 1...10_000)
    }
    let sizes = optional(fields, "sizes", prefix: prefix) { $0.sizes($1, key: $2) }
    let others = optional(fields, "other_sizes", prefix: prefix) { $0.sizes($1, key: $2) }
    let deviation = optional(fields, "deviation", prefix: prefix) {
      $0.number($1, key: $2, in: 0...100)
    }
    return HintSampler(
      stopProbability: stop ?? usual.stopProbability,
      noneShare: share(fields, "none_share", prefix, otherwise: usual.noneShare),
      manyShare: share(fields, "many_share", prefix, otherwise: usual.manyShare),
      mostPatches: most ?? usual.mostPatches, sizes: sizes ?? usual.sizes,
      otherSizesShare: share(
        fields, "other_sizes_share", prefix, otherwise: usual.otherSizesShare),
      otherSizes: others ?? usual.otherSizes,
      deviation: deviation ?? usual.deviation,
      uniformShare: share(fields, "uniform_share", prefix, otherwise: usual.uniformShare),
      maxErrorShare: share(fields, "max_error_share", prefix, otherwise: usual.maxErrorShare),
      fullShare: share(fields, "full_share", prefix, otherwise: usual.fullShare))
  }

  /// The smallest and the largest side of a patch.
  private mutating func sizes(_ node: Node, key: String) -> ClosedRange<Int>? {
    pair(node, key: key, example: "the smallest and the largest side, such as [1, 9]") {
      $0.integer($1, key: $2, in: 1...255)
    }.map { $0.first...$0.second }
  }

  private mutating func share(
    _ fields: [String: Node], _ key: String, _ prefix: String, otherwise: Double
  ) -> Double {
    optional(fields, key, prefix: prefix) { $0.number($1, key: $2, in: 0...1) } ?? otherwise
  }

  mutating func globals(_ node: Node, key: String) -> TrainingConfiguration.Globals? {
    guard let fields = mapping(node, key: key, allowed: ["histogram", "saturation"]) else {
      return nil
    }
    var globals = TrainingConfiguration.Globals()
    globals.histogram = share(fields, "histogram", "\(key).", otherwise: globals.histogram)
    globals.saturation = share(fields, "saturation", "\(key).", otherwise: globals.saturation)
    return globals
  }

  mutating func optimizer(_ node: Node, key: String) -> TrainingConfiguration.Optimizer? {
    let allowed = [
      "rate", "betas", "weight_decay", "epsilon", "warmup_steps", "clip", "average",
    ]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    var made = TrainingConfiguration.Optimizer()
    if let rate = optional(fields, "rate", prefix: prefix, { $0.rate($1, key: $2) }) {
      made.rate = rate
    }
    if let betas = optional(fields, "betas", prefix: prefix, { $0.betas($1, key: $2) }) {
      made.betas = betas
    }
    func number(_ name: String, _ range: ClosedRange<Double>, _ usual: Double) -> Double {
      optional(fields, name, prefix: prefix) { $0.number($1, key: $2, in: range) } ?? usual
    }
    made.weightDecay = number("weight_decay", 0...1, made.weightDecay)
    made.epsilon = number("epsilon", 1e-30...1, made.epsilon)
    made.clip = number("clip", 1e-6...1e9, made.clip)
    made.average = number("average", 0...0.999999, made.average)
    made.warmupSteps =
      optional(fields, "warmup_steps", prefix: prefix) {
        $0.integer($1, key: $2, in: 0...1_000_000)
      } ?? made.warmupSteps
    return made
  }

  private mutating func betas(_ node: Node, key: String) -> [Double]? {
    pair(node, key: key, ascending: false, example: "two numbers, such as [0.9, 0.99]") {
      $0.number($1, key: $2, in: 0...0.999999)
    }.map { [$0.first, $0.second] }
  }

  mutating func loss(_ node: Node, key: String) -> TrainingConfiguration.Loss? {
    let allowed = [
      "huber_delta", "huber_weight", "log_error_floor", "log_error_weight", "distribution_weight",
    ]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    var made = TrainingConfiguration.Loss()
    let delta = optional(fields, "huber_delta", prefix: prefix) {
      $0.number($1, key: $2, in: 0.001...1000)
    }
    let floor = optional(fields, "log_error_floor", prefix: prefix) {
      $0.number($1, key: $2, in: 0.001...10_000)
    }
    let weights = ["huber_weight", "log_error_weight", "distribution_weight"].map { name in
      optional(fields, name, prefix: prefix) { $0.number($1, key: $2, in: 0...1000) }
    }
    if let floor { made.logError = .init(floor: floor, weight: weights[1] ?? 1) }
    let hasHuber = floor == nil || delta != nil || weights[0] != nil
    made.huber = hasHuber ? .init(delta: delta ?? 1, weight: weights[0] ?? 1) : nil
    if let weight = fields["log_error_weight"], fields["log_error_floor"] == nil {
      report(weight, prefix + "log_error_weight", "weighs what has no log_error_floor")
    }
    if let floor = fields["log_error_floor"], fields["huber_delta"] != nil,
      weights[0] == nil, weights[1] == nil
    {
      report(
        floor, key,
        "should name either huber_delta or log_error_floor, or say by weights how both add up")
    }
    made.distributionWeight = weights[2] ?? made.distributionWeight
    return made
  }

  mutating func checkpoint(_ node: Node, key: String) -> TrainingConfiguration.Checkpoint? {
    guard let fields = mapping(node, key: key, allowed: ["seconds", "steps"]) else { return nil }
    let seconds = optional(fields, "seconds", prefix: "\(key).") {
      $0.integer($1, key: $2, in: 1...86_400)
    }
    let steps = optional(fields, "steps", prefix: "\(key).") {
      $0.integer($1, key: $2, in: 1...1_000_000_000)
    }
    switch (seconds, steps) {
    case (let seconds?, nil): return .seconds(seconds)
    case (nil, let steps?): return .steps(steps)
    default:
      report(node, key, "should name either seconds or steps")
      return nil
    }
  }
}
