import Colorization
import Crypto
import Files
import Foundation
import Imaging
import Prose
import Synchronization

/// Colorizes many pictures by one method into a folder, and knows what is there already.
public struct ColorizeBatch: Sendable {
  /// What is asked for.
  public struct Wishes: Sendable {
    /// The method.
    public var method: any Colorizer
    /// What the method is told of every picture as a whole.
    public var globalHints: GlobalHints
    /// The points of each picture.
    public var hints: BatchHints
    /// The size worked at.
    public var size: WorkingSize
    /// The format of the results.
    public var format: PictureFormat
    /// The folder of the results: `NAME.png` or `NAME.jpg`, named by ``PictureNames``.
    public var output: String
    /// The folder of the chrominance, `NAME.npy` of shape (2,H,W) at the working size; nil for none.
    public var ab: String?
    /// How many pictures are worked on at a time.
    public var jobs: Int

    /// Gathers what is asked for.
    public init(
      method: any Colorizer, globalHints: GlobalHints, hints: BatchHints, size: WorkingSize,
      format: PictureFormat, output: String, ab: String?, jobs: Int
    ) {
      self.method = method
      self.globalHints = globalHints
      self.hints = hints
      self.size = size
      self.format = format
      self.output = output
      self.ab = ab
      self.jobs = jobs
    }
  }

  /// What came of it.
  public struct Outcome: Sendable, Equatable, Encodable {
    /// Pictures colorized now.
    public var colorized = 0
    /// Pictures whose results were there already, of the same picture, method, points and options.
    public var kept = 0
    /// Pictures that got no points because their file of points is not in the folder, by path.
    public var withoutHints: [String] = []
    /// Files of points that belong to no picture, by name.
    public var unusedHints: [String] = []
    /// Pictures that could not be used, by path.
    public var skipped: [ImageSet.Skipped] = []

    /// Pictures in all.
    public var total: Int { colorized + kept + skipped.count }

    private enum CodingKeys: String, CodingKey {
      case colorized
      case kept
      case withoutHints = "without_hints"
      case unusedHints = "unused_hints"
      case skipped
    }
  }

  private let pictures: BatchPictures
  private let wishes: Wishes
  private let names: PictureNames

  /// Plans a batch.
  ///
  /// - Throws: ``BatchError/ownFolder(_:)`` where results would spoil the pictures.
  public init(_ pictures: BatchPictures, _ wishes: Wishes) throws(BatchError) {
    self.pictures = pictures
    self.wishes = wishes
    names = PictureNames(pictures.paths)
    let files = pictures.paths.flatMap { [path(of: $0)] + [abPath(of: $0)].compactMap { $0 } }
    try pictures.check(outputs: [wishes.output, wishes.ab].compactMap { $0 }, files: files)
  }

  /// Colorizes to the end, or until the task is cancelled.
  ///
  /// - Parameter report: called from one task after every picture, and once at the start.
  /// - Throws: ``ExperimentError/busy(folder:)`` while another process works in the folder,
  ///   ``BatchError/interrupted(done:total:folder:)``, and what methods and writing throw. Pictures
  ///   and points that cannot be read are skipped instead.
  public func run(report: @Sendable (WorkProgress) -> Void) async throws -> Outcome {
    let claim = try WorkFolder.claim(wishes.output)
    defer { withExtendedLifetime(claim) {} }
    if let ab = wishes.ab { try WorkFolder.make(ab) }
    let record = try BatchRecord(folder: wishes.output)
    let told = Mutex(Outcome())
    do {
      try await ManyJobs(jobs: wishes.jobs, resumed: 0).run(pictures.paths, report: report) {
        let picture = $0
        let ending = try finish(picture, record)
        told.withLock { $0.add(ending, of: picture) }
      }
    } catch {
      try record.close()
      guard error.isCancellation else { throw error.cause }
      throw BatchError.interrupted(done: error.done, total: error.total, folder: wishes.output)
    }
    try record.close()
    var outcome = told.withLock { $0 }
    outcome.skipped += pictures.leftOut.map {
      ImageSet.Skipped(name: "\($0.folder)/\($0.name)", reason: $0.message)
    }
    outcome.sort()
    outcome.unusedHints = wishes.hints.strangers(to: pictures.paths.map { names[$0] })
    return outcome
  }

  /// How one picture ended.
  fileprivate enum Ending: Sendable {
    case colorized(hasHints: Bool)
    case kept(hasHints: Bool)
    case skipped(reason: String)
  }

  private func finish(_ picture: String, _ record: BatchRecord) throws -> Ending {
    let name = names[picture]
    let (bytes, original, hints): ([UInt8], RGBImage, Hints?)
    do {
      bytes = try ImageFile.bytes(picture)
      hints = try wishes.hints.points(for: name, side: wishes.size.side)
      let key = key(of: bytes, hints: hints ?? Hints())
      if isThere(name, key: key, record.row(of: name), picture) {
        return .kept(hasHints: hints != nil)
      }
      original = try ImageFile.decode(bytes, name: picture)
    } catch {
      return .skipped(reason: describe(error))
    }
    let (output, ab) = try colorize(original, hints ?? Hints(), picture)
    try record.add(
      BatchRecord.Row(
        picture: FilePath.name(of: picture), name: name,
        key: key(of: bytes, hints: hints ?? Hints()), output: output, ab: ab))
    return .colorized(hasHints: hints != nil)
  }

  /// Colorizes a picture and writes its files.
  ///
  /// - Returns: the files' SHA-256; empty for chrominance that is not asked for.
  private func colorize(
    _ original: RGBImage, _ hints: Hints, _ picture: String
  ) throws -> (output: String, ab: String) {
    let lightness = wishes.size.lightness(of: original)
    var session = try wishes.method.session(for: lightness)
    let colorization = try session.colorize(hints)
    let result = wishes.size.picture(colorization, lightness: lightness, original: original)
    let path = path(of: picture)
    try PictureFile.write(result, to: path)
    guard let abPath = abPath(of: picture) else { return (try Self.hash(path), "") }
    let chrominance = colorization.chrominance
    try NumPyFile.write([chrominance.a, chrominance.b], to: abPath)
    return (try Self.hash(path), try Self.hash(abPath))
  }

  /// Whether the results of a name are those of a key, and whole.
  private func isThere(
    _ name: String, key: String, _ row: BatchRecord.Row?, _ picture: String
  ) -> Bool {
    guard let row, row.key == key, row.output == (try? Self.hash(path(of: picture))) else {
      return false
    }
    guard let abPath = abPath(of: picture) else { return true }
    return row.ab == (try? Self.hash(abPath))
  }

  /// SHA-256 of all that determines a result.
  private func key(of picture: [UInt8], hints: Hints) -> String {
    let statistics = wishes.globalHints.vector.map { "\($0)" }.joined(separator: ",")
    let quality = wishes.format == .jpeg ? "@\(PictureFile.jpegQuality)" : ""
    let parts = [
      "hintbench colorize 1", SHA256.hash(data: picture).hexadecimal,
      wishes.method.identity.key, SHA256.hash(data: HintsFile.data(hints)).hexadecimal,
      SHA256.hash(data: Data(statistics.utf8)).hexadecimal, wishes.size.key,
      wishes.format.rawValue + quality,
    ]
    return SHA256.hash(data: Data(parts.joined(separator: "|").utf8)).hexadecimal
  }

  private func path(of picture: String) -> String {
    "\(wishes.output)/\(names[picture]).\(wishes.format == .png ? "png" : "jpg")"
  }

  private func abPath(of picture: String) -> String? {
    wishes.ab.map { "\($0)/\(names[picture]).npy" }
  }

  private static func hash(_ path: String) throws(ImagingError) -> String {
    SHA256.hash(data: try ImageFile.bytes(path)).hexadecimal
  }
}

extension ColorizeBatch.Outcome {
  fileprivate mutating func add(_ ending: ColorizeBatch.Ending, of picture: String) {
    switch ending {
    case .colorized(let hasHints):
      colorized += 1
      if !hasHints { withoutHints.append(picture) }
    case .kept(let hasHints):
      kept += 1
      if !hasHints { withoutHints.append(picture) }
    case .skipped(let reason): skipped.append(ImageSet.Skipped(name: picture, reason: reason))
    }
  }

  /// Puts what came in the order of work into that of names.
  fileprivate mutating func sort() {
    withoutHints = withoutHints.sortedByBytes()
    skipped.sort { ExactName($0.name) < ExactName($1.name) }
  }
}
