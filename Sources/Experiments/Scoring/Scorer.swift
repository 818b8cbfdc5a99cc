import Colorimetry
import Colorization
import Files
import Foundation
import ImageMetrics
import Imaging
import Prose
import Synchronization

/// Judges folders of results that were made elsewhere against a folder of true pictures.
///
/// Results are matched with true pictures by name without ending. A truth of another size is resized
/// to the result's; chrominance alone is joined with the true lightness, and judged as in a run.
public struct Scorer: Sendable {
  /// What is told of results that are missing, cannot be used or are judged with a reservation.
  public struct Remark: Sendable, Equatable, Encodable {
    /// The image's name.
    public let image: String
    /// The method's label, `METHOD@ORACLE-POINTS`; empty where it is about the true picture.
    public let result: String
    /// What is the matter.
    public let reason: String

    /// What the remark is about.
    public var name: String { "\(result.isEmpty ? "truth" : result), \(image)".onOneLine }

    /// The remark in one line.
    public var line: String { "\(name): \(reason.onOneLine)" }
  }

  /// What was judged.
  public struct Outcome: Sendable {
    /// A score for every result, and for gray where no folder holds gray.
    public var scores: [ResultSet.Score] = []
    /// Images whose truth has no colour.
    public var greyImages: [String] = []
    /// Results that are missing or cannot be used, by image.
    public var leftOut: [Remark] = []
    /// Results whose truth was resized to them, by image.
    public var resized: [Remark] = []
  }

  /// The metrics that judge pictures alone, in the order of tables.
  public static let metrics: [Metric] = {
    let gray = RGBImage(height: 16, width: 16, filledWith: (100, 100, 100))
    guard let pair = try? JudgedPair(truth: gray, result: gray) else { return [] }
    return Metric.all.filter { $0.measure(pair) != nil }
  }()

  /// The folder of true pictures.
  public let truth: String
  /// The folders of results.
  public let folders: [ResultFolder]
  let metrics: [Metric]
  private let truths: ResultFiles
  let results: [ResultFiles]

  /// Lists the folders.
  ///
  /// - Parameter metrics: PSNR first.
  /// - Throws: `ImagingError` for folders that cannot be read,
  ///   ``ExperimentError/noImages(folder:skipped:)``, ``ScoreError/twice(label:first:second:)``.
  public init(truth: String, folders: [ResultFolder], metrics: [Metric]) throws {
    self.truth = truth
    self.folders = folders
    self.metrics = metrics
    var seen: [String: String] = [:]
    for folder in folders {
      if let first = seen.updateValue(folder.path, forKey: folder.label) {
        throw ScoreError.twice(label: folder.label, first: first, second: folder.path)
      }
    }
    truths = try ResultFiles(folder: truth)
    guard !truths.pictures.isEmpty else {
      throw ExperimentError.noImages(folder: truth, skipped: truths.leftOut.map(\.message))
    }
    results = try folders.map { try ResultFiles(folder: $0.path) }
  }

  /// Judges everything, or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - jobs: how many images are judged at a time.
  ///   - report: called from one task after every image, and once at the start.
  /// - Throws: ``ScoreError/interrupted(done:total:)``, ``ScoreError/nothing(truth:reasons:)``.
  public func run(
    jobs: Int, report: @Sendable (WorkProgress) -> Void
  ) async throws -> Outcome {
    let told = Mutex(Outcome())
    let images = truths.pictures.keys.sorted()
    do {
      try await ManyJobs(jobs: jobs, resumed: 0).run(images, report: report) { image in
        let judged = judge(image)
        told.withLock { $0.add(judged) }
      }
    } catch {
      guard error.isCancellation else { throw error.cause }
      throw ScoreError.interrupted(done: error.done, total: error.total)
    }
    var outcome = told.withLock { $0 }
    outcome.leftOut += strangers(to: Set(images))
    outcome.sort()
    guard !outcome.scores.isEmpty else {
      throw ScoreError.nothing(truth: truth, reasons: outcome.leftOut.map(\.line))
    }
    return outcome
  }

  /// The only true picture of a name; nil where there are more or none.
  func truthPath(of image: ExactName) -> String? {
    guard let paths = truths.pictures[image], paths.count == 1 else { return nil }
    return paths.first
  }

  /// Everything about one image.
  private func judge(_ image: ExactName) -> Outcome {
    var outcome = Outcome()
    func leaveOut(_ folder: ResultFolder?, _ reason: String) {
      outcome.leftOut.append(
        Remark(image: image.text, result: folder?.label ?? "", reason: reason))
    }
    guard let path = truthPath(of: image) else {
      leaveOut(nil, "there is more than one true picture of this name")
      return outcome
    }
    let judging: ImageJudging
    do {
      judging = ImageJudging(truth: try ImageFile.read(path))
    } catch {
      leaveOut(nil, describe(error))
      return outcome
    }
    if judging.truth.isGrey { outcome.greyImages.append(image.text) }
    var size: (height: Int, width: Int)?
    for (folder, files) in zip(folders, results) {
      do {
        guard let result = try files.result(of: image) else {
          leaveOut(folder, "is missing")
          continue
        }
        let pair = try judging.pair(result)
        outcome.scores.append(score(pair, image, folder))
        let (height, width) = (pair.picture.height, pair.picture.width)
        if judging.isResized(height: height, width: width) {
          let reason = "the truth is resized to its \(width)×\(height) pixels"
          outcome.resized.append(Remark(image: image.text, result: folder.label, reason: reason))
        }
        size = size ?? (height, width)
      } catch {
        leaveOut(folder, describe(error))
      }
    }
    if let size, let pair = try? judging.gray(height: size.height, width: size.width) {
      outcome.scores += grayFolders.map { score(pair, image, $0) }
    }
    return outcome
  }

  private func score(
    _ pair: JudgedPair, _ image: ExactName, _ folder: ResultFolder
  ) -> ResultSet.Score {
    ResultSet.Score(
      image: image.text, method: folder.method, oracle: folder.oracle, points: folder.points,
      values: metrics.map { $0.measure(pair) })
  }

  /// Gray at every oracle and number of points, where no folder holds it.
  private var grayFolders: [ResultFolder] {
    guard !folders.contains(where: { $0.method == Self.floor }) else { return [] }
    var seen: Set<String> = []
    return folders.map {
      ResultFolder(method: Self.floor, oracle: $0.oracle, points: $0.points, path: "")
    }.filter { seen.insert($0.label).inserted }
  }

  /// What the others are held against.
  public static let floor = "gray"

  /// Results without a true picture, and what looks like a picture and is none.
  private func strangers(to images: Set<ExactName>) -> [Remark] {
    let truthless = zip(folders, results).flatMap { folder, files in
      files.names.filter { !images.contains($0) }.map {
        Remark(image: $0.text, result: folder.label, reason: "has no true picture")
      }
    }
    let unreadable = zip(["" as String] + folders.map(\.label), [truths] + results).flatMap {
      label, files in
      files.leftOut.map { Remark(image: $0.name, result: label, reason: $0.reason) }
    }
    return truthless + unreadable
  }
}

extension Scorer.Outcome {
  fileprivate mutating func add(_ other: Self) {
    scores += other.scores
    greyImages += other.greyImages
    leftOut += other.leftOut
    resized += other.resized
  }

  /// Puts what came in the order of work into that of names.
  fileprivate mutating func sort() {
    greyImages = greyImages.sortedByBytes()
    for remarks in [\Self.leftOut, \Self.resized] {
      self[keyPath: remarks].sort {
        (ExactName($0.image), ExactName($0.result), $0.reason)
          < (ExactName($1.image), ExactName($1.result), $1.reason)
      }
    }
  }
}
