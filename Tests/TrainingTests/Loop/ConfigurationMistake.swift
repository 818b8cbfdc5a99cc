import Testing

/// One mistake made in the tiny training, and what must be said of it.
struct ConfigurationMistake: Sendable, CustomTestStringConvertible {
  let key: String
  let line: String
  let saidLine: Int
  let saidKey: String
  let said: String

  /// A line of the tiny training replaced, added or (empty) removed.
  init(_ key: String, _ line: String, _ saidLine: Int, _ saidKey: String, _ said: String) {
    (self.key, self.line, self.saidLine) = (key, line, saidLine)
    (self.saidKey, self.said) = (saidKey, said)
  }

  var testDescription: String { line.isEmpty ? "without \(key)" : String(line.prefix(60)) }

  static let all = [
    Self("training", "", 1, "training", "is missing"),
    Self("training", "training: a/b", 1, "training", "letters, digits and hyphens"),
    Self("network", "", 1, "network", "is missing"),
    Self("data", "", 1, "data", "is missing"),
    Self("phases", "", 1, "phases", "is missing"),
    Self("extra", "optimiser: {rate: 1}", 15, "optimiser", "did you mean 'optimizer'?"),
    Self("seed", "seed: -1", 4, "seed", "at least 0"),
    Self("threads", "threads: 0", 5, "threads", "in 1...256"),
    Self("precision", "precision: f16", 6, "precision", "unknown precision 'f16'"),
    Self("network", "network: {width: 4}", 7, "network.variant", "is missing"),
    Self("network", "network: {variant: lokal}", 7, "network.variant", "did you mean 'local'?"),
    Self("network", "network: {variant: local, width: 0}", 7, "network.width", "in 1...72"),
    Self(
      "network", "network: {variant: local, picture_side: 20}", 7, "network.picture_side",
      "multiple of 8"),
    Self(
      "network", "network: {variant: local, head: 529}", 7, "network.head",
      "unknown head '529'; known: hypercolumn, bins529, none"),
    Self(
      "network", "network: {variant: local, suggestions: {rule: coverge}}", 7,
      "network.suggestions.rule", "did you mean 'coverage'?"),
    Self(
      "network", "network: {variant: local, suggestions: {softening: 0}}", 7,
      "network.suggestions.softening", "a number in 0.01...10.0"),
    Self(
      "network", "network: {variant: local, suggestions: 0.2}", 7, "network.suggestions",
      "should be"),
    Self(
      "network", "network: {variant: local, head: none, suggestions: {}}", 7,
      "network.suggestions", "which network.head leaves out"),
    Self("network", "network: {family: hints}", 7, "network.family", "did you mean 'hint'?"),
    Self(
      "network", "network: {family: affinity, width: 4}", 7, "network.width", "unknown key"),
    Self(
      "network", "network: {family: affinity, start: scratch}", 7, "network.start",
      "should be 'bundled' or a file"),
    Self(
      "network", "network: {family: affinity, learned_blocks: 6}", 7, "network.learned_blocks",
      "in 0...5"),
    Self(
      "network", "network: {family: affinity, global: 1}", 7, "network.global", "true or false"),
    Self("data", "data: {}", 8, "data", "should name photographs, scenes, or both"),
    Self(
      "data", "data: {photographs: [{share: 1}]}", 8, "data.photographs[0].folder", "is missing"),
    Self("data", "data: {photographs: []}", 8, "data.photographs", "should be a list"),
    Self("data", "data: {scenes: {share: 0}}", 8, "data", "has no share above 0"),
    Self("data", "data: {scenes: {share: -1}}", 8, "data.scenes.share", "a number in 0.0"),
    Self(
      "data", "data: {scenes: {count: 100000, size: 512}}", 8, "data.scenes",
      "asks for 75000 MB of pictures; up to 4096 MB"),
    Self(
      "data", "data: {photographs: [{folder: a, cache: c}, {folder: b, cache: c}]}", 8, "data",
      "another cache for every source"),
    Self("hints", "hints: {stop_probability: 0}", 9, "hints.stop_probability", "a number in"),
    Self("hints", "hints: {full_share: 1.5}", 9, "hints.full_share", "a number in 0.0...1.0"),
    Self("hints", "hints: {full_share: nan}", 9, "hints.full_share", "a number in"),
    Self("hints", "hints: {sizes: [9, 1]}", 9, "hints.sizes", "the smallest and the largest side"),
    Self("hints", "hints: {sizes: 9}", 9, "hints.sizes", "such as [1, 9]"),
    Self("hints", "hints: {p: 9}", 9, "hints.p", "unknown key"),
    Self(
      "globals", "globals: {histogram: 0.5}", 15, "globals", "is for the global variant"),
    Self("optimizer", "optimizer: {rate: 0}", 10, "optimizer.rate", "a number in"),
    Self("optimizer", "optimizer: {rate: fast}", 10, "optimizer.rate", "a number in"),
    Self("optimizer", "optimizer: {betas: [0.9]}", 10, "optimizer.betas", "two numbers"),
    Self("optimizer", "optimizer: {betas: [0.9, 1]}", 10, "optimizer.betas[1]", "a number in"),
    Self("loss", "loss: {huber_delta: 0}", 11, "loss.huber_delta", "a number in"),
    Self("loss", "loss: {log_error_floor: 0}", 11, "loss.log_error_floor", "a number in"),
    Self(
      "loss", "loss: {huber_delta: 1, log_error_floor: 10}", 11, "loss",
      "either huber_delta or log_error_floor"),
    Self(
      "loss", "loss: {log_error_weight: 2}", 11, "loss.log_error_weight", "no log_error_floor"),
    Self(
      "hints", "hints: {max_error_share: 2}", 9, "hints.max_error_share", "a number in 0.0...1.0"),
    Self("hints", "hints: {other_sizes: [0, 1]}", 9, "hints.other_sizes[0]", "in 1...255"),
    Self(
      "augmentation", "augmentation: {whole_share: 2}", 15, "augmentation.whole_share",
      "a number in 0.0...1.0"),
    Self("phases", "phases: []", 12, "phases", "should be a list"),
    Self("phases", "phases: [{size: 16, batch: 2}]", 12, "phases[0].samples", "is missing"),
    Self(
      "phases", "phases: [{size: 20, batch: 2, samples: 4}]", 12, "phases[0].size",
      "a multiple of 8"),
    Self(
      "phases", "phases: [{size: 16, batch: 0, samples: 4}]", 12, "phases[0].batch", "in 1...4096"),
    Self("validation", "validation: {every: 5}", 13, "validation", "either a folder or a number"),
    Self(
      "validation", "validation: {scenes: 2, folder: x}", 13, "validation",
      "either a folder or a number"),
    Self(
      "validation", "validation: {scenes: 2, points: [5, 1]}", 13, "validation.points",
      "should ascend"),
    Self(
      "validation", "validation: {scenes: 2, size: 32, points: [0, 100]}", 13,
      "validation.points", "100 points do not fit into size 32"),
    Self(
      "validation", "validation: {scenes: 2, pictures: 3}", 13, "validation.pictures",
      "is for a folder"),
    Self("checkpoint", "checkpoint: {}", 14, "checkpoint", "either seconds or steps"),
    Self(
      "checkpoint", "checkpoint: {seconds: 1, steps: 1}", 14, "checkpoint",
      "either seconds or steps"),
    Self("extra", "seed: 5", 4, "", "names a key twice: seed"),
    Self("title", "title: &x y", 2, "", "anchors and aliases"),
  ]
}
