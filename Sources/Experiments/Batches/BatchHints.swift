import Colorization
import Files
import Foundation

/// Where the hint points of many pictures come from.
public enum BatchHints: Sendable {
  /// Nothing is revealed.
  case none
  /// The same points for every picture.
  case shared(Hints)
  /// `NAME.csv` for each picture in a folder; pictures without such a file get no points.
  case folder(String)

  /// Finds out what a path holds.
  ///
  /// - Parameters:
  ///   - path: a folder, or a file of points; nil for none.
  ///   - side: of the square that rows and columns count in.
  /// - Throws: what reading a file throws.
  public init(path: String?, side: Int) throws(ExperimentError) {
    guard let path else {
      self = .none
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      self = .folder(path)
    } else {
      self = .shared(try HintsFile.read(path, height: side, width: side))
    }
  }

  /// The points for a picture; nil where it has no file of its own in the folder.
  ///
  /// - Parameters:
  ///   - name: of the picture's results, without ending.
  ///   - side: of the square that rows and columns count in.
  func points(for name: String, side: Int) throws(ExperimentError) -> Hints? {
    switch self {
    case .none: return Hints()
    case .shared(let hints): return hints
    case .folder(let folder):
      let path = "\(folder)/\(name).csv"
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      return try HintsFile.read(path, height: side, width: side)
    }
  }

  /// Files of points in the folder that belong to none of some pictures, by name.
  func strangers(to names: [String]) -> [String] {
    guard case .folder(let folder) = self,
      let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    let known = Set(names.map { ExactName("\($0).csv") })
    return files.filter { $0.hasSuffix(".csv") && !known.contains(ExactName($0)) }.sortedByBytes()
  }
}
