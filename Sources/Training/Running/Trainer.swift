import Files
import Foundation
import NeuralEngine
import ParallelWork

/// A training in a folder: begun, or taken up where it was, and run to the end.
///
/// Every table and the learned weights are functions of the configuration, the data and the number of
/// threads: the same bytes however often the training was stopped or killed and taken up again. With
/// another number of threads the engine may differ in last bits.
public final class Trainer {
  /// What a training is given besides its configuration.
  public struct Options: Sendable {
    /// The folder of results in the configuration's stead.
    public var output: String?
    /// Threads in the configuration's stead.
    public var threads: Int?
    /// Whether to go on with what the folder holds.
    public var resume = false
    /// What made the weights, for their file: a program's name and version.
    public var program: String

    /// Options for a program.
    public init(program: String) { self.program = program }
  }

  /// What is trained, and how.
  public let configuration: TrainingConfiguration
  /// What there is to tell before the start, one line each.
  public private(set) var notes: [String] = []
  /// Threads that are used.
  public let threads: Int

  let options: Options
  let folder: TrainingFolder
  let network: any TrainedNetwork
  let learner: Learner
  let data: TrainingData
  let validator: Validator?
  let settings: [TrainingConfiguration.Setting]
  let schedule: LearningRate
  let trace: TrainingTrace?
  let steps: GrowingTable
  let judgements: GrowingTable
  let timings: GrowingTable
  var state = TrainingState()
  var judgement = ""

  /// Prepares a training: claims the folder, finds the pictures, reads the start or a checkpoint.
  ///
  /// - Parameters:
  ///   - file: the configuration's file, to be copied into the folder; nil for none.
  ///   - trace: where the first steps are written down; nil for nowhere.
  /// - Throws: ``TrainingError``, ``TrainingDataError``, and what reading the start throws.
  public init(
    _ configuration: TrainingConfiguration, file: String? = nil, options: Options,
    trace: TrainingTrace? = nil
  ) throws {
    self.configuration = configuration
    self.options = options
    self.trace = trace
    threads = Self.threads(configuration, options)
    folder = try TrainingFolder(Self.path(configuration, options))
    let found = try folder.checkpoints.found(
      resume: options.resume, isFinished: folder.isFinished)
    for photographs in configuration.data.photographs
    where !FileManager.default.fileExists(atPath: photographs.folder) {
      throw TrainingError.missing(photographs.folder)
    }
    let start = try StartingPoint(configuration)
    data = try TrainingData(configuration.sources)
    network = start.network
    settings =
      configuration.settings + [
        .init(key: "data", value: data.identity),
        .init(key: "start", value: start.sha256.isEmpty ? "scratch" : start.sha256),
      ]
    learner = try Learner(
      network, parameters: start.parameters, optimizer: configuration.optimizer,
      options: CompilationOptions(precision: configuration.precision.resolved, threads: threads))
    schedule = LearningRate(configuration)
    if let found {
      let differences = found.checkpoint.settings.differences(to: settings)
      guard differences.isEmpty else {
        throw TrainingError.otherConfiguration(folder: folder.path, differences: differences)
      }
      try found.checkpoint.restore(learner)
      state = found.checkpoint.state
      notes += found.notes
    } else {
      notes += start.notes
    }
    notes += data.leftOut.map { "not learned from: \($0.reason)" } + Self.notes(on: data.skipped)
    validator = try configuration.validation.map { try Validator($0, of: configuration) }
    notes += validator?.notes ?? []
    steps = try GrowingTable(
      folder.file(TrainingFolder.trainingName), header: Self.header(of: network),
      keeping: state.step)
    judgements = try GrowingTable(
      folder.file(TrainingFolder.validationName), header: "samples,method,points,images,psnr_db",
      keeping: state.validationLines)
    timings = try GrowingTable(
      folder.file(TrainingFolder.timingsName),
      header: "step,samples,seconds,samples_per_second,data,forward,loss,backward,optimizer",
      keeping: state.step == 0 ? 0 : nil)
    if let file { try copy(file) }
  }

  /// The folder of results.
  public var path: String { folder.path }

  /// The folder of results of a configuration and options.
  static func path(_ configuration: TrainingConfiguration, _ options: Options) -> String {
    options.output ?? configuration.output ?? "Runs/\(configuration.name)"
  }

  /// The threads of a configuration and options.
  static func threads(_ configuration: TrainingConfiguration, _ options: Options) -> Int {
    options.threads ?? configuration.threads ?? UsableCores.count
  }

  /// Steps done.
  public var step: Int { state.step }

  /// True where there is nothing left to do.
  public var isFinished: Bool { folder.isFinished }

  /// The loss terms' columns in `training.csv`.
  public var lossNames: [String] { network.losses.map(\.name) }

  /// The first pictures that cannot be learned from.
  private static func notes(on skipped: [SkippedPicture]) -> [String] {
    let told = skipped.prefix(5).map { "not learned from: \($0.reason)" }
    return told + (skipped.count > 5 ? ["and \(skipped.count - 5) more"] : [])
  }

  private static func header(of network: any TrainedNetwork) -> String {
    (["step", "samples", "phase", "size", "rate"] + network.losses.map(\.name) + ["gradient_norm"])
      .joined(separator: ",")
  }

  private func copy(_ file: String) throws(TrainingError) {
    let target = folder.file(TrainingFolder.configurationName)
    guard let text = FileManager.default.contents(atPath: file) else { throw .unreadable(file) }
    do {
      try OutputFile.write(text, to: target)
    } catch {
      throw .unwritable(target, reason: error.reason)
    }
  }
}
