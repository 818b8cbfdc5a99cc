import Crypto
import Foundation
import Prose

extension TrainingConfiguration {
  /// One value that the result depends on.
  public struct Setting: Sendable, Equatable {
    /// The key in the configuration file, such as `optimizer.rate`.
    public let key: String
    /// The value in words.
    public let value: String
  }

  /// Everything that the learned weights and the tables depend on, in the order of the file, but for
  /// last bits that depend on the number of threads.
  ///
  /// The output folder and the times of checkpoints are not among them. Of files and folders
  /// only the last name is: they may move, and nobody who gets the weights needs to know where they
  /// lay.
  public var settings: [Setting] {
    var all: [Setting] = []
    func add(_ key: String, _ value: some CustomStringConvertible) {
      all.append(Setting(key: key, value: "\(value)"))
    }
    add("training", name)
    add("seed", seed)
    add("precision", precision.rawValue)
    network.settings.forEach { add($0.key, $0.value) }
    for (index, photographs) in data.photographs.enumerated() {
      add("data.photographs[\(index)].folder", Self.lastName(photographs.folder))
      add("data.photographs[\(index)].share", photographs.share)
      add("data.photographs[\(index)].shorter_side", photographs.shorterSide ?? 0)
    }
    if let scenes = data.scenes {
      add("data.scenes.share", scenes.share)
      add("data.scenes.count", scenes.count)
      add("data.scenes.size", scenes.size)
    }
    add("augmentation.area", [augmentation.area.lowerBound, augmentation.area.upperBound])
    if augmentation.wholeShare > 0 { add("augmentation.whole_share", augmentation.wholeShare) }
    add("augmentation.mirrored_share", augmentation.mirroredShare)
    add("augmentation.color_test", "\(augmentation.colorTest)")
    add("hints.stop_probability", hints.stopProbability)
    if hints.noneShare > 0 { add("hints.none_share", hints.noneShare) }
    add("hints.many_share", hints.manyShare)
    add("hints.most_patches", hints.mostPatches)
    add("hints.sizes", [hints.sizes.lowerBound, hints.sizes.upperBound])
    if hints.otherSizesShare > 0 {
      add("hints.other_sizes_share", hints.otherSizesShare)
      add("hints.other_sizes", [hints.otherSizes.lowerBound, hints.otherSizes.upperBound])
    }
    add("hints.deviation", hints.deviation)
    if hints.uniformShare > 0 { add("hints.uniform_share", hints.uniformShare) }
    if hints.maxErrorShare > 0 { add("hints.max_error_share", hints.maxErrorShare) }
    add("hints.full_share", hints.fullShare)
    add("globals.histogram", globals.histogram)
    add("globals.saturation", globals.saturation)
    add("optimizer.rate", optimizer.rate)
    add("optimizer.betas", optimizer.betas)
    add("optimizer.weight_decay", optimizer.weightDecay)
    add("optimizer.epsilon", optimizer.epsilon)
    add("optimizer.warmup_steps", optimizer.warmupSteps)
    add("optimizer.clip", optimizer.clip)
    add("optimizer.average", optimizer.average)
    if let huber = loss.huber {
      add("loss.huber_delta", huber.delta)
      if huber.weight != 1 { add("loss.huber_weight", huber.weight) }
    }
    if let logError = loss.logError {
      add("loss.log_error_floor", logError.floor)
      if logError.weight != 1 { add("loss.log_error_weight", logError.weight) }
    }
    add("loss.distribution_weight", loss.distributionWeight)
    for (index, phase) in phases.enumerated() {
      add("phases[\(index)].size", phase.size)
      add("phases[\(index)].batch", phase.batch)
      add("phases[\(index)].samples", phase.samples)
      if let rate = phase.rate { add("phases[\(index)].rate", rate) }
    }
    if let validation {
      switch validation.source {
      case .folder(let folder): add("validation.folder", Self.lastName(folder))
      case .scenes: add("validation.folder", "embedded scenes")
      }
      add("validation.pictures", validation.pictures)
      add("validation.points", validation.points)
      add("validation.size", validation.size)
      add("validation.every", validation.every)
    }
    return all
  }

  fileprivate static func lastName(_ path: String) -> String {
    (path as NSString).lastPathComponent
  }
}

extension TrainingConfiguration.Network {
  fileprivate var settings: [TrainingConfiguration.Setting] {
    var all: [TrainingConfiguration.Setting] = []
    func add(_ key: String, _ value: some CustomStringConvertible) {
      all.append(.init(key: "network.\(key)", value: "\(value)"))
    }
    switch family {
    case .hint(let hint):
      add("variant", hint.architecture.variant.rawValue)
      add("width", hint.architecture.width)
      add("head", hint.architecture.head?.rawValue ?? "none")
    case .affinity(let affinity):
      add("family", "affinity")
      add("global", affinity.isGlobal)
      add("learned_blocks", affinity.learnedBlocks)
      if affinity.learnedBlocks > 0 { add("encoder_rate", affinity.encoderRate) }
    }
    switch start {
    case .scratch: add("start", "scratch")
    case .bundled: add("start", "bundled")
    case .file(let path): add("start", TrainingConfiguration.lastName(path))
    }
    if case .hint(let hint) = family {
      if let side = hint.pictureSide { add("picture_side", side) }
      if let suggestions = hint.suggestions {
        add("suggestions.rule", suggestions.rule.rawValue)
        add("suggestions.softening", suggestions.softening)
      }
    }
    return all
  }
}

extension [TrainingConfiguration.Setting] {
  /// `key=value` lines.
  var text: String { map { "\($0.key)=\($0.value)" }.joined(separator: "\n") }

  /// SHA-256 of the lines, in lower-case hexadecimal.
  var hash: String {
    SHA256.hash(data: Data(text.utf8)).hexadecimal
  }

  /// Reads `key=value` lines.
  init(text: String) {
    self = text.split(separator: "\n").map { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return TrainingConfiguration.Setting(
        key: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
    }
  }

  /// What these settings, of an earlier run, say otherwise than others: `key: was x, is y`.
  func differences(to others: Self) -> [String] {
    let now = Dictionary(others.map { ($0.key, $0.value) }) { first, _ in first }
    let before = Dictionary(map { ($0.key, $0.value) }) { first, _ in first }
    let changed = filter { now[$0.key] != $0.value }.map { setting in
      "\(setting.key): was \(setting.value), is \(now[setting.key] ?? "not set")"
    }
    let added = others.filter { before[$0.key] == nil }.map { setting in
      "\(setting.key): was not set, is \(setting.value)"
    }
    return changed + added
  }
}
