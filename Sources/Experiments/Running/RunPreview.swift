import Foundation

/// What a run would do, found without writing anything.
public struct RunPreview {
  /// Units of the run; images of equal bytes share theirs.
  public let units: Int
  /// How many of them the folder's ledger has already.
  public let done: Int
  /// Whether the folder holds no run yet.
  public let isNew: Bool

  /// Looks at a run's folder, which need not exist.
  ///
  /// - Throws: what ``RunFolder`` and its ``RunFolder/begin(_:studyFile:)`` throw for a folder of
  ///   another run or with a damaged ledger.
  public init(_ manifest: Manifest, units: [StudyUnit], folder: String) throws {
    let keys = Set(units.map(\.key))
    let ledgerFile = folder + "/" + Ledger.fileName
    self.units = keys.count
    isNew = !FileManager.default.fileExists(atPath: folder + "/" + Manifest.fileName)
    try manifest.checkFolder(folder)
    guard FileManager.default.fileExists(atPath: ledgerFile) else {
      done = 0
      return
    }
    let ledger = try Ledger(reading: ledgerFile)
    done = try keys.reduce(0) { try $0 + (ledger.result(of: $1) == nil ? 0 : 1) }
  }
}
