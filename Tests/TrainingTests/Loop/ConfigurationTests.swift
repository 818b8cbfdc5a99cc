import Colorization
import Foundation
import HintNetwork
import Testing
import Training

/// Configurations: what they mean, and what is said of mistakes.
@Suite struct ConfigurationTests {
  @Test func readsEveryKey() throws {
    let read = try configuration(
      """
      training: all
      title: Everything set
      licence: CC0
      seed: 3
      threads: 2
      output: out
      precision: bf16
      network:
        {variant: local, width: 48, head: bins529, start: w.pth, picture_side: 64,
         suggestions: {rule: coverage, softening: 0.7}}
      data:
        photographs:
          - {folder: a, share: 2, cache: a.cache, shorter_side: 288}
          - {folder: b}
        scenes: {share: 0.5, count: 10, size: 64, cache: s.cache}
      augmentation:
        {area: [0.5, 0.9], whole_share: 0.3, mirrored_share: 0.25, least_spread: 0.1}
      hints:
        {stop_probability: 0.2, none_share: 0.15, many_share: 0.3, most_patches: 100,
         sizes: [3, 5], other_sizes_share: 0.1, other_sizes: [2, 4], deviation: 1,
         uniform_share: 0.4, max_error_share: 0.6, full_share: 0}
      optimizer:
        {rate: 1e-3, betas: [0.8, 0.95], weight_decay: 0, epsilon: 1e-6, warmup_steps: 5, clip: 1,
         average: 0.99}
      loss: {huber_delta: 2, distribution_weight: 0.5}
      phases:
        - {size: 64, batch: 16, samples: 100}
        - {size: 128, batch: 8, samples: 10, rate: 1e-4}
      validation: {folder: v, pictures: 5, points: [0, 5], size: 128, every: 50}
      checkpoint: {seconds: 9}
      """)
    #expect(read.name == "all" && read.title == "Everything set" && read.licence == "CC0")
    #expect(read.seed == 3 && read.threads == 2 && read.output == "out")
    #expect(read.precision == .bfloat16 && read.network.start == .file("w.pth"))
    #expect(
      read.network.family
        == .hint(
          .init(
            HintNetworkArchitecture(variant: .local, width: 48, head: .bins529), pictureSide: 64,
            suggestions: SuggestionRecipe(rule: .coverage, softening: 0.7))))
    #expect(
      read.data.photographs == [
        .init(folder: "a", share: 2, cache: "a.cache", shorterSide: 288),
        .init(folder: "b", share: 1),
      ])
    #expect(read.data.scenes == .init(share: 0.5, count: 10, size: 64, cache: "s.cache"))
    #expect(read.augmentation.area == 0.5...0.9 && read.augmentation.mirroredShare == 0.25)
    #expect(read.augmentation.wholeShare == 0.3)
    #expect(read.augmentation.colorTest == .spread(atLeast: 0.1))
    #expect(read.hints.stopProbability == 0.2 && read.hints.manyShare == 0.3)
    #expect(read.hints.mostPatches == 100 && read.hints.sizes == 3...5)
    #expect(read.hints.noneShare == 0.15 && read.hints.maxErrorShare == 0.6)
    #expect(read.hints.otherSizesShare == 0.1 && read.hints.otherSizes == 2...4)
    #expect(read.hints.deviation == 1 && read.hints.uniformShare == 0.4)
    #expect(read.hints.fullShare == 0)
    #expect(read.optimizer.rate == 1e-3 && read.optimizer.betas == [0.8, 0.95])
    #expect(read.optimizer.weightDecay == 0 && read.optimizer.epsilon == 1e-6)
    #expect(read.optimizer.warmupSteps == 5 && read.optimizer.clip == 1)
    #expect(read.optimizer.average == 0.99)
    #expect(read.loss.huber?.delta == 2 && read.loss.huber?.weight == 1)
    #expect(read.loss.logError == nil && read.loss.distributionWeight == 0.5)
    #expect(read.phases.map(\.size) == [64, 128] && read.phases.map(\.rate) == [nil, 1e-4])
    // 100 samples are 7 batches of 16, the last one filled up.
    #expect(read.phases.map(\.steps) == [7, 2] && read.steps == 9 && read.samples == 128)
    #expect(read.validation?.source == .folder("v") && read.validation?.points == [0, 5])
    #expect(read.validation?.pictures == 5 && read.validation?.every == 50)
    #expect(read.checkpoint == .seconds(9))
  }

  @Test func defaultsAreTheRecipe() throws {
    let read = try configuration(
      """
      training: short
      network: {variant: global}
      data: {photographs: [{folder: a}]}
      phases: [{size: 128, batch: 8, samples: 80}]
      """)
    #expect(
      read.network.family
        == .hint(.init(HintNetworkArchitecture(variant: .global, width: 32, head: .hypercolumn))))
    #expect(read.network.start == .scratch && read.validation == nil && read.precision == .float32)
    #expect(read.optimizer.betas == [0.9, 0.99] && read.optimizer.weightDecay == 1e-3)
    #expect(read.optimizer.clip == 20 && read.optimizer.average == 0.999)
    #expect(read.hints.stopProbability == 0.125 && read.hints.fullShare == 0.01)
    #expect(read.globals.histogram == 0.5 && read.checkpoint == .seconds(300))
  }

  /// Either key may be left out: the rule is then the published one, the softening the rule's own.
  @Test func suggestionsHaveDefaults() throws {
    for (text, recipe) in [
      ("{rule: coverage}", SuggestionRecipe(rule: .coverage, softening: 1)),
      ("{softening: 0.5}", SuggestionRecipe(rule: .clusters, softening: 0.5)),
      ("{}", .published),
    ] {
      let read = try configuration(
        tinyText(["network": "network: {variant: local, suggestions: \(text)}"]))
      guard case .hint(let hint) = read.network.family else {
        Issue.record("a hint network")
        continue
      }
      #expect(hint.suggestions == recipe)
    }
  }

  @Test func affinityNetworks() throws {
    let text = """
      training: affinity
      network: {family: affinity}
      data: {scenes: {}}
      phases: [{size: 64, batch: 1, samples: 8}]
      """
    let usual = try configuration(text)
    #expect(usual.network == .init(.affinity(.init()), start: .bundled))
    let read = try configuration(
      text.replacingOccurrences(
        of: "{family: affinity}",
        with: "{family: affinity, global: true, learned_blocks: 5, encoder_rate: 0.2, "
          + "start: a.pth}\nglobals: {histogram: 0.3}\nhints: {full_share: 0}"))
    var affinity = TrainingConfiguration.Network.Affinity()
    (affinity.isGlobal, affinity.learnedBlocks, affinity.encoderRate) = (true, 5, 0.2)
    #expect(read.network == .init(.affinity(affinity), start: .file("a.pth")))
    #expect(read.globals.histogram == 0.3 && read.hints.fullShare == 0)
    #expect(read.settings.contains { $0.key == "network.family" && $0.value == "affinity" })
    #expect(read.settings.contains { $0.key == "network.encoder_rate" && $0.value == "0.2" })
  }

  @Test func affinityNetworksHaveTheirOwnRules() throws {
    func message(_ lines: [String: String]) -> String? {
      let text = tinyText(lines.merging(["network": "network: {family: affinity}"]) { $1 })
      let error = #expect(throws: TrainingError.self) { try configuration(text) }
      return error?.message
    }
    let sizes = message([:])
    #expect(sizes?.contains("phases[0].size: should be a multiple of 32") == true)
    #expect(sizes?.contains("phases[1].size: should be a multiple of 32") == true)
    let globals = message([
      "globals": "globals: {}", "phases": "phases: [{size: 32, batch: 1, samples: 1}]",
    ])
    #expect(globals?.hasSuffix("globals: is for a network with network.global") == true)
  }

  /// Both terms of a and b at once, each with its weight.
  @Test func lossesAddUp() throws {
    func loss(_ text: String) throws -> TrainingConfiguration.Loss {
      try configuration(tinyText(["loss": "loss: \(text)"])).loss
    }
    let both = try loss("{log_error_floor: 4, log_error_weight: 1.303, huber_weight: 0.1}")
    #expect(both.logError?.floor == 4 && both.logError?.weight == 1.303)
    #expect(both.huber?.delta == 1 && both.huber?.weight == 0.1)
    let one = try loss("{log_error_floor: 4}")
    #expect(one.logError?.weight == 1 && one.huber == nil)
    let names = try [
      ("{}", ["huber"]),
      (
        "{log_error_floor: 4, huber_delta: 1, huber_weight: 2}",
        ["log_error", "huber"]
      ),
    ].map { text, names in
      let network = TrainedHintNetwork(
        HintNetworkArchitecture(variant: .local, width: 4, head: nil), loss: try loss(text))
      return (network.losses.map(\.name), names)
    }
    for (found, expected) in names { #expect(found == expected) }
  }

  /// What files say that were written before there were shares and weights of these kinds: a
  /// checkpoint's training goes on only with the same settings.
  @Test func whatIsLeftOutIsNoSetting() throws {
    let keys = try configuration(tinyTraining).settings.map(\.key)
    #expect(
      keys.prefix(7) == [
        "training", "seed", "precision", "network.variant", "network.width", "network.head",
        "network.start",
      ])
    #expect(
      keys.filter { $0.hasPrefix("loss.") } == ["loss.huber_delta", "loss.distribution_weight"])
    #expect(
      keys.filter { $0.hasPrefix("hints.") || $0.hasPrefix("augmentation.") } == [
        "augmentation.area", "augmentation.mirrored_share", "augmentation.color_test",
        "hints.stop_probability", "hints.many_share", "hints.most_patches", "hints.sizes",
        "hints.deviation", "hints.full_share",
      ])
  }

  @Test(arguments: ConfigurationMistake.all) func namesLineAndKey(_ mistake: ConfigurationMistake) {
    let error = #expect(throws: TrainingError.self) {
      try configuration(tinyText([mistake.key: mistake.line]))
    }
    guard case .invalidConfiguration(let file, let problems)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.exitCode == 65 && file == "training.yaml")
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.line == mistake.saidLine, "\(problems)")
    #expect(problems.first?.key == mistake.saidKey, "\(problems)")
    #expect(problems.first?.explanation.contains(mistake.said) == true, "\(problems)")
  }

  /// With one picture a vector has no variance.
  @Test func theGlobalNetworkNeedsTwoPictures() {
    let text = """
      training: one
      network: {variant: global}
      data: {scenes: {}}
      phases: [{size: 16, batch: 1, samples: 4}]
      """
    let error = #expect(throws: TrainingError.self) { try configuration(text) }
    #expect(error?.message.contains("training.yaml:4: phases: the global variant") == true)
  }

  @Test func allMistakesAreTold() {
    let text = tinyText(["seed": "seed: x", "phases": "phases: []", "network": ""])
    let error = #expect(throws: TrainingError.self) { try configuration(text) }
    let lines = error?.message.split(separator: "\n") ?? []
    #expect(lines.count == 3)
    #expect(lines.contains { $0.hasPrefix("training.yaml:4: seed: should be a whole number") })
  }

  @Test func everyTrainingOfThePackageIsCorrect() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Studies/training").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count >= 3)
    for name in names {
      let read = try TrainingConfigurationFile.read(folder.appendingPathComponent(name).path)
      #expect("\(read.name).yaml" == name)
    }
  }

  @Test func missingFiles() {
    #expect(throws: TrainingError.missing("/no/such.yaml")) {
      try TrainingConfigurationFile.read("/no/such.yaml")
    }
    #expect(throws: TrainingError.unreadable("/tmp")) {
      try TrainingConfigurationFile.read("/tmp")
    }
  }
}
