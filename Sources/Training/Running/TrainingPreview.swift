import Foundation

/// What a training would do: everything that it checks at its start, without writing anything.
public struct TrainingPreview {
  /// The folder of results.
  public let path: String
  /// Threads that would be used.
  public let threads: Int
  /// The step that it would begin at: 0, or that of the checkpoint it would go on from.
  public let step: Int
  /// Whether the folder holds a finished training, so that nothing is left to do.
  public let isFinished: Bool
  /// Every source of pictures to learn from, with their number.
  public let sources: [(name: String, count: Int)]
  /// How many pictures progress is judged on; 0 where it is not.
  public let judgedPictures: Int
  /// What there is to tell before the start, one line each.
  public let notes: [String]

  /// Looks at a training's folder, pictures and start.
  ///
  /// - Throws: what ``Trainer`` throws for the same configuration and options, but for what only
  ///   decoding the pictures to learn from can tell.
  public init(_ configuration: TrainingConfiguration, options: Trainer.Options) throws {
    path = Trainer.path(configuration, options)
    threads = Trainer.threads(configuration, options)
    isFinished = TrainingFolder.isFinished(path)
    let found = try CheckpointStore(folder: path).found(
      resume: options.resume, isFinished: isFinished)
    step = found?.checkpoint.state.step ?? 0
    var leftOut: [SkippedPicture] = []
    sources = try configuration.sources.filter { $0.share > 0 }.map { source in
      switch source.origin {
      case .folder(let path, let shorterSide):
        let folder = try PhotographFolder(path, shorterSide: shorterSide)
        leftOut += folder.leftOut
        return (source.name, folder.count)
      case .scenes(let count, _, _): return (source.name, count)
      }
    }
    var notes = (found?.notes ?? []) + leftOut.map { "not learned from: \($0.reason)" }
    if configuration.network.start != .scratch { notes += try StartingPoint(configuration).notes }
    let validator = try configuration.validation.map { try Validator($0, of: configuration) }
    judgedPictures = validator?.count ?? 0
    self.notes = notes + (validator?.notes ?? [])
  }
}
