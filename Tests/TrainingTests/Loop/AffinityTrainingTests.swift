import AffinityHints
import Colorization
import Foundation
import NeuralEngine
import SimulatedUsers
import Testing
import Training
import WeightFiles

/// The affinity network: what it is shown, where it starts, and a training that is stopped.
@Suite struct AffinityTrainingTests {
  /// The weights of the package, in its sources.
  private static let bundled = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Baselines/AffinityHints/Bundled/affinity.safetensors")
    .standardizedFileURL.path

  private static func text(_ network: String = "") -> String {
    """
    training: affinity
    seed: 5
    threads: 1
    network: {family: affinity, start: \(bundled)\(network)}
    data: {scenes: {count: 8, size: 80}}
    augmentation: {whole_share: 0.4}
    hints: {none_share: 0.15, many_share: 0.6, max_error_share: 0.3, full_share: 0.2}
    optimizer: {rate: 0.001, warmup_steps: 2}
    loss: {log_error_floor: 4, log_error_weight: 1.303, huber_weight: 0.1, distribution_weight: 0.3}
    phases: [{size: 32, batch: 2, samples: 4}, {size: 64, batch: 2, samples: 6}]
    validation: {scenes: 1, points: [0, 2], size: 64, every: 6}
    checkpoint: {steps: 2}

    """
  }

  private static func train(
    _ folder: String, _ text: String = text(), resume: Bool = false, until step: Int = .max
  ) throws {
    var options = Trainer.Options(program: "test")
    (options.output, options.resume) = (folder, resume)
    let trainer = try Trainer(try configuration(text), options: options)
    do {
      try trainer.run(shouldStop: { trainer.step >= step }, report: { _ in })
    } catch TrainingError.interrupted(let stopped, 5, folder) where stopped == step {
    }
  }

  @Test func aStoppedTrainingEndsWithTheSameBytes() throws {
    let folder = try Folder()
    try Self.train(folder.file("whole"))
    for step in [1, 2, 4] {
      let name = "cut-\(step)"
      try Self.train(folder.file(name), until: step)
      try Self.train(folder.file(name), resume: true)
      #expect(try folder.results(name) == folder.results("whole"))
    }
    let lines = try folder.text("whole/training.csv").split(separator: "\n")
    #expect(
      lines[0] == "step,samples,phase,size,rate,log_error,huber,cross_entropy,gradient_norm")
    #expect(lines.count == 6)
    let judged = try folder.text("whole/validation.csv").split(separator: "\n").dropFirst()
    #expect(
      judged.suffix(3).map { $0.split(separator: ",").prefix(3).joined(separator: ",") }
        == ["10,gray,0", "10,affinity-hints,0", "10,affinity-hints,2"])
  }

  /// The whole network, the encoder to the last bit as it was.
  @Test func theFileHoldsEncoderAndDecoder() throws {
    let folder = try Folder()
    try Self.train(folder.file("a"))
    let path = folder.file("a/weights.safetensors")
    let (before, after) = (
      try AffinityWeights.read(Self.bundled), try AffinityWeights.read(path)
    )
    #expect(!after.isGlobal && after.pictureSide == before.pictureSide)
    #expect(after.suggestions == before.suggestions)
    for (name, tensor) in before.parameters.tensors {
      #expect((after.parameters.tensors[name] == tensor) == name.hasPrefix("enc."), "\(name)")
    }
    let file = try WeightFile.read(path)
    for (name, tensor) in file.tensors {
      #expect(tensor.stored == (name.contains(".running_") ? .float32 : .float16), "\(name)")
    }
    #expect(file.metadata["recipe"]?.contains("network.family=affinity") == true)
  }

  /// The encoder's last blocks learn, slower than the decoder, and the others stay as they are.
  @Test(arguments: [1, 5]) func blocksOfTheEncoderLearn(_ count: Int) throws {
    let folder = try Folder()
    let text = Self.text(", learned_blocks: \(count)")
    try Self.train(folder.file("whole"), text)
    try Self.train(folder.file("cut"), text, until: 3)
    try Self.train(folder.file("cut"), text, resume: true)
    #expect(try folder.results("cut") == folder.results("whole"))
    let before = try AffinityWeights.read(Self.bundled).parameters.tensors
    let after = try AffinityWeights.read(folder.file("whole/weights.safetensors")).parameters
      .tensors
    let first = AffinityNetwork.encoderBlocks - count
    let learned = (first..<AffinityNetwork.encoderBlocks).map { "enc.blocks.\($0)." }
    for (name, tensor) in before where name.hasPrefix("enc.") {
      let learns = learned.contains { name.hasPrefix($0) }
      #expect((after[name] != tensor) == learns, "\(name)")
    }
  }

  /// Nothing that learns is lost where the network is cut.
  @Test(arguments: 0...5) func allLayersAreInOneOfTheParts(_ count: Int) {
    let frozen = AffinityNetwork.encoderGraph(blocks: AffinityNetwork.encoderBlocks - count)
    let learned = AffinityNetwork.decoderGraph(isGlobal: true, learnedBlocks: count)
    let names = (frozen.parameterShapes + learned.parameterShapes).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(AffinityNetwork.graph(isGlobal: true).parameterShapes.map(\.name)))
  }

  /// A network without a global branch gets one that says nothing yet, and learns to.
  @Test func aGlobalBranchStartsAnew() throws {
    let folder = try Folder()
    let local = folder.file("local.safetensors")
    let file = try WeightFile.read(Self.bundled)
    try SafeTensorsWriter.write(
      file.names.filter { !$0.hasPrefix("global.") }.compactMap { name in
        file.tensors[name].map { (name: name, tensor: $0) }
      }, as: { _ in .float32 }, metadata: [:], to: local)
    let text = Self.text(", global: true").replacingOccurrences(of: Self.bundled, with: local)
    let start = try StartingPoint(try configuration(text))
    #expect(start.notes.count == 1 && start.notes[0].contains("holds no global branch"))
    #expect(start.parameters.tensors["global.out.weight"]?.values.allSatisfy { $0 == 0 } == true)
    try Self.train(folder.file("a"), text)
    let weights = try AffinityWeights.read(folder.file("a/weights.safetensors"))
    #expect(weights.isGlobal)
    let said = weights.parameters.tensors["global.out.weight"]?.values
    #expect(said?.contains { $0 != 0 } == true)
    let judged = try folder.text("a/validation.csv")
    #expect(judged.contains("10,affinity-global-hints,0,"))
    #expect(judged.contains("10,affinity-global-hints-saturation,0,"))
  }

  @Test func otherFilesAreRefused() throws {
    let folder = try Folder()
    let path = folder.file("w.safetensors")
    try SafeTensorsWriter.write(
      [(name: "a", tensor: WeightTensor(shape: [1], values: [1]))], as: { _ in .float32 },
      metadata: [:], to: path)
    let text = Self.text().replacingOccurrences(of: Self.bundled, with: path)
    let error = #expect(throws: TrainingError.self) { try StartingPoint(try configuration(text)) }
    #expect(error?.message.contains("holds neither an affinity network") == true)
  }

  // MARK: What it is shown

  private static var network: TrainedAffinityNetwork {
    var settings = TrainingConfiguration.Network.Affinity()
    settings.isGlobal = true
    return TrainedAffinityNetwork(settings, encoder: Parameters([:]))
  }

  /// Two samples of 32×32: one with patches, one revealed whole.
  private static func batch() -> TrainingBatch {
    var batch = TrainingBatch(
      count: 2, size: 32, kinds: [.points, .statistics], bins: .inGamut313)
    for index in batch.chrominance.indices { batch.chrominance[index] = Float(index % 37) - 18 }
    for slot in 0..<2 {
      for pixel in 0..<1024 { batch.picture[4096 * slot + pixel] = Float(pixel % 64) / 100 }
    }
    batch.points[0] = [
      .init(.init(top: 2, left: 4, size: 2), a: 11, b: -22),
      .init(.init(top: 31, left: 31, size: 1), a: 110, b: 55),
    ]
    batch.points[1] = [.init(.init(top: 9, left: 0, size: 1), a: 3, b: 4)]
    batch.isWhole[1] = true
    batch.histogram[313] = 1
    batch.saturation = [0, 0, 0.5, 1]
    return batch
  }

  @Test func inputsAreTheReferences() throws {
    let batch = Self.batch()
    let inputs = Dictionary(
      uniqueKeysWithValues: Self.network.inputs(of: batch).map { ($0.name, $0.numbers) })
    // 255·L/100 − 127 over 128, where the batch holds L/100 − 1/2.
    let picture = try #require(inputs["picture"])
    #expect(picture.count == 2 * 3 * 1024)
    for index in [0, 63, 1024 + 5, 3 * 1024 + 7] {
      let lightness = Float(index % 64) / 100 + 0.5
      #expect(abs(picture[index] - (255 * lightness - 127) / 128) < 1e-5)
    }
    // Rows 0 and 1, columns 0 and 1 (32 columns: the second row begins at 32).
    let halves = try #require(inputs["lightness"])
    #expect(halves.count == 2 * 256)
    #expect(abs(halves[0] - (0.5 + (0 + 1 + 32 + 33) / 400)) < 1e-6)
    // Cell 1 of row 0 at 1/4 covers columns 4…7 of rows 0…3: four of its 16 pixels are hinted.
    let quarter = try #require(inputs["hints4"])
    #expect(quarter.count == 2 * 3 * 64)
    #expect(abs(quarter[1] - 0.1 * 0.25 / 0.2501) < 1e-6)
    #expect(abs(quarter[64 + 1] + 0.2 * 0.25 / 0.2501) < 1e-6)
    #expect(quarter[128 + 1] == 0.5 && quarter[128 + 63] == 0.25 && quarter[128] == 0)
    // Everything is revealed of the second one.
    let all = try #require(inputs["hints32"]).suffix(3).map { Double($0) }
    let mean = batch.chrominance[2048..<3072].reduce(0.0) { $0 + Double($1) } / 1024 / 110
    #expect(abs(all[0] - mean / 1.0001) < 1e-6 && all[2] == 1)
    let points = try #require(inputs["points"])
    #expect(points.count == 2 * 5 * 200)
    let fields = [0.09375, 0.15625, 0.1, -0.2, 1]
    for (field, expected) in fields.enumerated() {
      #expect(abs(Double(points[200 * field]) - expected) < 1e-6)
    }
    // Two points are there in the first one, one in the second.
    #expect(points[800..<1000].reduce(0, +) == 2 && points[1800..<2000].reduce(0, +) == 1)
    #expect(inputs["histogram"] == batch.histogram && inputs["saturation"] == batch.saturation)
  }
}
