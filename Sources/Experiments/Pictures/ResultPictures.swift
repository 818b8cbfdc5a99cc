import Files
import Foundation
import ImageMetrics
import Imaging
import Synchronization

/// The pictures of a run: 8-bit PNG files in folders that `judge design` and `score` take as they are.
///
/// `pictures/truth/NAME.png` is the true picture as it was judged against, and
/// `pictures/METHOD-ORACLE-POINTS/NAME.png` a result: measured against the truth, it has the PSNR of
/// its row in `results.csv`. NAME is told by ``PictureNames``.
public final class ResultPictures: Sendable {
  /// Where pictures are in a run's folder.
  public static let folderName = "pictures"
  /// Where the true pictures are among them.
  public static let truthName = "truth"

  /// The folder of all pictures.
  public let folder: String
  private let images: [String]
  private let names: PictureNames
  private let selection: PointSelection
  private let redrawn = Mutex<[String]>([])

  /// Plans the pictures of a run.
  ///
  /// - Parameters:
  ///   - plan: the whole plan, also where only a shard of it is run: names depend on all images.
  ///   - folder: the run's.
  /// - Throws: ``PictureError/notJudged(points:judged:)`` where the study judges no result at a
  ///   number of points that is asked for.
  public init(
    plan: Plan, folder: String, selection: PointSelection
  ) throws(PictureError) {
    self.folder = "\(folder)/\(Self.folderName)"
    self.selection = selection
    images = plan.images.images.map(\.name)
    names = PictureNames(images)
    guard case .counts(let counts) = selection else { return }
    let judged = Set(plan.study.revealers.flatMap { plan.study.points(for: $0) })
    for count in counts where !judged.contains(count) {
      throw .notJudged(points: count, judged: judged.sorted())
    }
  }

  /// Results that were drawn again and differ from what was judged, as `image, method, oracle`:
  /// they were judged on another processor, whose arithmetic differs in last bits.
  public var differing: [String] { redrawn.withLock { $0.sortedByBytes() } }

  /// Files among the true pictures that are of no image of the run, by name: an earlier run with
  /// other images left them.
  public var strangers: [String] {
    let known = Set(images.map { ExactName("\(names[$0]).png") })
    let found = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(Self.truthName)")
    return (found ?? []).filter { !known.contains(ExactName($0)) }.sortedByBytes()
  }

  /// The name of the folder of a method's results.
  public static func folderName(method: String, oracle: String, points: Int) -> String {
    "\(method)-\(oracle)-\(points)"
  }

  /// The numbers of points at which a unit's results are saved.
  func counts(of unit: StudyUnit) -> [Int] { unit.points.filter(selection.contains) }

  /// Where the result of a unit is.
  func path(of unit: StudyUnit, points: Int) -> String {
    let method = Self.folderName(
      method: unit.method.identity.name, oracle: unit.revealer.name, points: points)
    return "\(folder)/\(method)/\(names[unit.image.name]).png"
  }

  /// Where the true picture of an image is.
  func truthPath(of image: StudyImage) -> String {
    "\(folder)/\(Self.truthName)/\(names[image.name]).png"
  }

  /// Whether all pictures of a finished unit are there and have the PSNRs that were judged.
  func isComplete(_ unit: StudyUnit, result: UnitResult) -> Bool {
    let counts = counts(of: unit)
    guard !counts.isEmpty else { return true }
    guard let saved = try? ImageFile.read(truthPath(of: unit.image)),
      let picture = try? unit.picture(), saved == picture
    else { return false }
    let truth = Truth(picture)
    return counts.allSatisfy { count in
      guard let drawn = try? ImageFile.read(path(of: unit, points: count)),
        let pair = try? JudgedPair(truth: truth, result: drawn)
      else { return false }
      return pair.psnr == result.psnr(at: count)
    }
  }

  /// Saves the true picture of a unit.
  func save(truth picture: RGBImage, of unit: StudyUnit) throws {
    guard !counts(of: unit).isEmpty else { return }
    try write(picture, to: truthPath(of: unit.image))
  }

  /// Saves a result of a unit, if it is among those to be saved.
  func save(_ picture: RGBImage, of unit: StudyUnit, points: Int) throws {
    guard selection.contains(points) else { return }
    try write(picture, to: path(of: unit, points: points))
  }

  /// Draws the pictures of a finished unit again, from the points that the ledger kept.
  func redraw(_ unit: StudyUnit, result: UnitResult, as twins: [StudyUnit]) throws {
    var differs = false
    try unit.redraw(result, at: counts(of: unit)) { points, pair in
      if pair.psnr != result.psnr(at: points) { differs = true }
      for twin in twins { try save(pair.picture, of: twin, points: points) }
    }
    let truth = try unit.picture()
    for twin in twins { try save(truth: truth, of: twin) }
    if differs { redrawn.withLock { $0.append(unit.name) } }
  }

  private func write(_ picture: RGBImage, to path: String) throws {
    try WorkFolder.make((path as NSString).deletingLastPathComponent)
    try PNGFile.write(picture, to: path)
  }
}

extension ResultPictures {
  /// The folders that a judging study takes: those of one oracle and number of points, one a method.
  ///
  /// - Returns: the report's oracle and number of points where they are saved, else the first oracle
  ///   and its most points; nil where nothing is saved.
  public func judgingFolders(of plan: Plan) -> [(method: String, folder: String)]? {
    let strip = plan.study.strip
    let wishes =
      [(strip.revealer, strip.points)]
      + plan.study.revealers.map { revealer in
        (revealer, plan.study.points(for: revealer).last(where: selection.contains) ?? -1)
      }
    guard let (revealer, points) = wishes.first(where: { selection.contains($0.1) && $0.1 >= 0 })
    else { return nil }
    return plan.methods.map { method in
      let name = method.identity.name
      return (
        name,
        "\(folder)/\(Self.folderName(method: name, oracle: revealer.name, points: points))"
      )
    }
  }
}
