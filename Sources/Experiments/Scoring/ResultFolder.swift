import Files
import Foundation
import Imaging

/// A folder of one method's results at one number of points: `NAME.png`, `NAME.jpg` or `NAME.npy`.
public struct ResultFolder: Sendable, Equatable {
  /// The method's name.
  public let method: String
  /// Who revealed the points.
  public let oracle: String
  /// How many points were revealed.
  public let points: Int
  /// Where the results are.
  public let path: String

  /// Describes a folder.
  public init(method: String, oracle: String, points: Int, path: String) {
    self.method = method
    self.oracle = oracle
    self.points = points
    self.path = path
  }

  /// As it is named on the command line: `METHOD@ORACLE-POINTS`.
  public var label: String { "\(method)@\(oracle)-\(points)" }

  /// Reads `METHOD@POINTS=FOLDER`, where `ORACLE-` may stand before the points, and `@POINTS` may be
  /// left out where there are none; nil for other text.
  ///
  /// - Parameter oracle: that is meant where none is named.
  public init?(parsing text: String, oracle: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let names = parts[0].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let method = names.first, !method.isEmpty else { return nil }
    guard names.count == 2 else {
      self.init(method: String(method), oracle: oracle, points: 0, path: parts[1])
      return
    }
    guard let (given, points) = Self.condition(String(names[1])) else { return nil }
    self.init(method: String(method), oracle: given ?? oracle, points: points, path: parts[1])
  }

  /// Reads a folder's name: `METHOD`, `METHOD-POINTS` or `METHOD-ORACLE-POINTS`, as
  /// ``ResultPictures`` writes it.
  ///
  /// - Parameter oracle: that is meant where none is named.
  public init(path: String, oracle: String) {
    let name = FilePath.name(of: path)
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    // An oracle's name has a hyphen at most.
    for count in [3, 2, 1] where count < parts.count {
      let condition = parts.suffix(count).joined(separator: "-")
      let method = parts.dropLast(count).joined(separator: "-")
      if !method.isEmpty, let (given, points) = Self.condition(condition) {
        self.init(method: method, oracle: given ?? oracle, points: points, path: path)
        return
      }
    }
    self.init(method: name, oracle: oracle, points: 0, path: path)
  }

  /// Reads `POINTS` or `ORACLE-POINTS`; nil for other text.
  static func condition(_ text: String) -> (oracle: String?, points: Int)? {
    if let points = Self.number(text[...]) { return (nil, points) }
    for revealer in Revealer.all where text.hasPrefix(revealer.name + "-") {
      guard let points = number(text.dropFirst(revealer.name.count + 1)) else { continue }
      return (revealer.name, points)
    }
    return nil
  }

  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }
}

extension ResultFolder {
  /// Finds the folders of results below a folder: itself where it holds results; else those in it,
  /// `METHOD-ORACLE-POINTS` and the like, but not `truth`; else `METHOD/POINTS` or `METHOD/ORACLE-POINTS`.
  ///
  /// - Parameters:
  ///   - oracle: that is meant where none is named.
  ///   - truth: the folder of true pictures, which is passed over.
  /// - Throws: ``ExperimentError/missing(_:)``, ``ScoreError/noResults(folder:)``.
  public static func find(
    below path: String, oracle: String, except truth: String
  ) throws -> [ResultFolder] {
    guard FileManager.default.fileExists(atPath: path) else { throw ExperimentError.missing(path) }
    if try ResultFiles.isThere(in: path) { return [ResultFolder(path: path, oracle: oracle)] }
    var found: [ResultFolder] = []
    for folder in subfolders(of: path)
    where FilePath.name(of: folder) != ResultPictures.truthName
      && !BatchPictures.isSame(folder, truth)
    {
      if try ResultFiles.isThere(in: folder) {
        found.append(ResultFolder(path: folder, oracle: oracle))
        continue
      }
      for inner in subfolders(of: folder) {
        guard let (given, points) = condition(FilePath.name(of: inner)),
          try ResultFiles.isThere(in: inner)
        else { continue }
        found.append(
          ResultFolder(
            method: FilePath.name(of: folder), oracle: given ?? oracle, points: points, path: inner)
        )
      }
    }
    guard !found.isEmpty else { throw ScoreError.noResults(folder: path) }
    return found
  }

  private static func subfolders(of path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sortedByBytes().map { "\(path)/\($0)" }
      .filter(BatchPictures.isFolder)
  }
}
