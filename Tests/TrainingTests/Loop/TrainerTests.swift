import Foundation
import HintNetwork
import Testing
import Training
import WeightFiles

/// Trainings in folders: stopped, taken up, damaged, finished.
@Suite struct TrainerTests {
  /// Trains until some step, or to the end.
  private static func train(
    _ folder: String, _ text: String = tinyTraining, resume: Bool = false, until step: Int = .max,
    threads: Int = 1
  ) throws -> Trainer {
    var options = Trainer.Options(program: "test")
    (options.output, options.threads, options.resume) = (folder, threads, resume)
    let trainer = try Trainer(try configuration(text), options: options)
    do {
      try trainer.run(shouldStop: { trainer.step >= step }, report: { _ in })
    } catch TrainingError.interrupted(let stopped, 8, folder) where stopped == step {
    }
    return trainer
  }

  private static let finished = Result {
    let folder = try Folder()
    _ = try train(folder.file("whole"))
    return folder
  }

  /// A finished tiny training as `whole`.
  private static func whole() throws -> Folder { try finished.get() }

  @Test func aTrainingLeavesItsFiles() throws {
    let whole = try Self.whole()
    let lines = try whole.text("whole/training.csv").split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[0] == "step,samples,phase,size,rate,huber,cross_entropy,gradient_norm")
    #expect(lines[4].hasPrefix("4,8,1,16,") && lines[5].hasPrefix("5,9,2,24,"))
    let judged = try whole.text("whole/validation.csv").split(separator: "\n")
    #expect(judged[0] == "samples,method,points,images,psnr_db")
    let keys = judged.dropFirst().map { $0.split(separator: ",").prefix(4).joined(separator: ",") }
    // Judged after 6 samples and at the end, which is also a multiple of 6.
    #expect(
      keys == ["6,gray,0,2", "6,local-hints,0,2", "6,local-hints,1,2"]
        + ["12,gray,0,2", "12,local-hints,0,2", "12,local-hints,1,2"])
    let weights = try HintNetworkWeights.read(whole.file("whole/weights.safetensors"))
    #expect(
      weights.architecture
        == HintNetworkArchitecture(variant: .local, width: 4, head: .hypercolumn))
    let file = try WeightFile.read(whole.file("whole/weights.safetensors"))
    #expect(file.metadata["samples"] == "12" && file.metadata["licence"] == "none")
    #expect(file.metadata["hintbench"] == "test" && file.metadata["mask_center"] == "0.0")
    #expect(file.metadata["recipe"]?.contains("optimizer.rate=0.001") == true)
    for (name, tensor) in file.tensors {
      let isStatistic = name.contains(".running_")
      #expect(tensor.stored == (isStatistic ? .float32 : .float16), "\(name)")
    }
  }

  @Test(arguments: [1, 3, 4, 5, 7]) func aStoppedTrainingEndsWithTheSameBytes(_ step: Int) throws {
    let folder = try Folder()
    _ = try Self.train(folder.file("cut"), until: step)
    #expect(folder.exists("cut/checkpoint.safetensors"))
    #expect(!folder.exists("cut/weights.safetensors"))
    _ = try Self.train(folder.file("cut"), resume: true)
    #expect(try folder.results("cut") == Self.whole().results("whole"))
  }

  @Test func whatAKilledProcessWroteTooMuchIsCut() throws {
    let folder = try Folder()
    _ = try Self.train(folder.file("cut"), until: 5)
    for name in ["training.csv", "validation.csv"] {
      let text = try folder.data("cut/\(name)")
      try folder.put(text + Data("6,11,2,24,9,9,9,9\n7,12,2".utf8), "cut/\(name)")
    }
    _ = try Self.train(folder.file("cut"), resume: true)
    #expect(try folder.results("cut") == Self.whole().results("whole"))
  }

  @Test func resumingWhatNeverBeganBegins() throws {
    let folder = try Folder()
    _ = try Self.train(folder.file("new"), resume: true)
    #expect(try folder.results("new") == Self.whole().results("whole"))
    // A finished one is left alone.
    _ = try Self.train(folder.file("new"), resume: true)
    #expect(try folder.results("new") == Self.whole().results("whole"))
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    let folder = try Folder()
    let path = folder.file("r")
    _ = try Self.train(path, until: 3)
    #expect(throws: TrainingError.unfinished(folder: path, step: 3)) { try Self.train(path) }
    _ = try Self.train(path, resume: true)
    #expect(throws: TrainingError.finished(folder: path)) { try Self.train(path) }
  }

  @Test func anotherConfigurationIsRefusedByKey() throws {
    let folder = try Folder()
    let path = folder.file("r")
    _ = try Self.train(path, until: 3)
    let other = tinyText([
      "optimizer": "optimizer: {rate: 0.002, warmup_steps: 2}", "seed": "seed: 8",
    ])
    let error = #expect(throws: TrainingError.self) { try Self.train(path, other, resume: true) }
    #expect(error?.exitCode == 65)
    #expect(error?.message.contains("seed: was 7, is 8") == true)
    #expect(error?.message.contains("optimizer.rate: was 0.001, is 0.002") == true)
    // These are no part of what is learned.
    let same = tinyText([
      "threads": "threads: 2", "checkpoint": "checkpoint: {seconds: 60}", "title": "title: Other",
    ])
    _ = try Self.train(path, same, resume: true)
  }

  @Test func aDamagedCheckpointFallsBack() throws {
    let folder = try Folder()
    let path = folder.file("r")
    _ = try Self.train(path, until: 5)
    let good = try folder.data("r/checkpoint.safetensors")
    var damaged = good
    damaged[damaged.count - 30] ^= 0x10
    try folder.put(damaged, "r/checkpoint.safetensors")
    let trainer = try Self.train(path, resume: true)
    #expect(trainer.notes.contains { $0.contains("an older one is used") }, "\(trainer.notes)")
    #expect(try folder.results("r") == Self.whole().results("whole"))
  }

  @Test(arguments: ["cut", "flipped", "text", "empty"])
  func whenAllCheckpointsAreDamagedNothingIsLost(_ way: String) throws {
    let folder = try Folder()
    let path = folder.file("r")
    _ = try Self.train(path, until: 5)
    for name in ["r/checkpoint.safetensors", "r/checkpoint-previous.safetensors"] {
      var data = try folder.data(name)
      switch way {
      case "cut": data = data.prefix(data.count / 2)
      case "flipped": data[data.count - 9] ^= 1
      case "text": data = Data("hello".utf8)
      default: data = Data()
      }
      try folder.put(data, name)
    }
    let error = #expect(throws: TrainingError.self) { try Self.train(path, resume: true) }
    #expect(error?.exitCode == 65)
    #expect(error?.message.contains("no checkpoint can be used") == true)
  }

  @Test func aTableThatIsTooShortIsTold() throws {
    let folder = try Folder()
    let path = folder.file("r")
    _ = try Self.train(path, until: 5)
    let text = try folder.text("r/training.csv").split(separator: "\n").prefix(3)
    try folder.put(Data((text.joined(separator: "\n") + "\n").utf8), "r/training.csv")
    let error = #expect(throws: TrainingError.self) { try Self.train(path, resume: true) }
    #expect(error?.message.contains("has 2 lines where the checkpoint has seen 5") == true)
  }

  @Test func aFolderBelongsToOne() throws {
    let folder = try Folder()
    let path = folder.file("r")
    var options = Trainer.Options(program: "test")
    options.output = path
    let first = try Trainer(try configuration(tinyTraining), options: options)
    #expect(throws: TrainingError.busy(folder: path)) { try Self.train(path) }
    #expect(first.step == 0)
  }

  @Test func picturesAreNotJudgedOnThatAreLearnedFrom() throws {
    let folder = try Folder()
    for name in ["learn", "judge"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: false)
    }
    try Picture.write(1, to: folder.file("learn/a.png"))
    try Picture.write(2, to: folder.file("judge/b.png"))
    let text = tinyText([
      "data": "data: {photographs: [{folder: \(folder.file("learn"))}]}",
      "validation":
        "validation: {folder: \(folder.file("judge")), points: [0], size: 32, every: 6}",
    ])
    _ = try Self.train(folder.file("fine"), text)
    try FileManager.default.copyItem(
      atPath: folder.file("judge/b.png"), toPath: folder.file("learn/other-name.png"))
    #expect(
      throws: TrainingError.sharedPicture(
        training: folder.file("learn/other-name.png"), validation: folder.file("judge/b.png"))
    ) { try Self.train(folder.file("shared"), text) }
  }

  @Test func missingFolders() throws {
    let folder = try Folder()
    let noPictures = tinyText(["data": "data: {photographs: [{folder: /no/such}]}"])
    #expect(throws: TrainingError.missing("/no/such")) {
      try Self.train(folder.file("a"), noPictures)
    }
    let nothingToJudge = tinyText(["validation": "validation: {folder: /no/such}"])
    #expect(throws: TrainingError.missing("/no/such")) {
      try Self.train(folder.file("b"), nothingToJudge)
    }
    try FileManager.default.createDirectory(
      atPath: folder.file("void"), withIntermediateDirectories: false)
    let empty = tinyText(["validation": "validation: {folder: \(folder.file("void"))}"])
    #expect(throws: TrainingError.noValidationPictures(folder: folder.file("void"))) {
      try Self.train(folder.file("c"), empty)
    }
  }
}
