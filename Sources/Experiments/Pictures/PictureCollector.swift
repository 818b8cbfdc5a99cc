import Files
import Foundation
import ImageMetrics
import Imaging

/// Brings the pictures of a run's shards together.
public enum PictureCollector {
  /// What was brought together.
  public struct Outcome: Sendable, Equatable {
    /// Results copied.
    public var copied = 0
    /// Results that none of the shards has a picture of, as `METHOD-ORACLE-POINTS/NAME.png`, though
    /// others at the same number of points have one.
    public var missing: [String] = []
  }

  /// Copies the pictures of shards into the folder of the merged run.
  ///
  /// - Parameters:
  ///   - folders: of the shards.
  ///   - output: the merged run's folder, its manifest written.
  /// - Throws: what reading and writing throw.
  public static func collect(_ folders: [String], into output: String) throws -> Outcome {
    let plan = try FinishedRun(folder: output).plan
    let sources = try folders.map {
      try ResultPictures(plan: plan, folder: $0, selection: .all)
    }
    let target = try ResultPictures(plan: plan, folder: output, selection: .all)
    var outcome = Outcome()
    guard sources.contains(where: { isThere($0.folder) }) else { return outcome }
    // Numbers of points that were saved at all: the others are not missing.
    var saved: Set<String> = []
    var lacking: [(folder: String, path: String)] = []
    for unit in plan.units {
      var hasAny = false
      for points in unit.points {
        let wanted = target.path(of: unit, points: points)
        let folder = (wanted as NSString).deletingLastPathComponent
        guard
          let source = sources.lazy.map({ $0.path(of: unit, points: points) }).first(where: isThere)
        else {
          lacking.append((folder, wanted))
          continue
        }
        try copy(source, to: wanted)
        saved.insert(folder)
        outcome.copied += 1
        hasAny = true
      }
      if hasAny,
        let truth = sources.lazy.map({ $0.truthPath(of: unit.image) }).first(where: isThere)
      {
        try copy(truth, to: target.truthPath(of: unit.image))
      }
    }
    outcome.missing = lacking.filter { saved.contains($0.folder) }.map {
      String($0.path.dropFirst(target.folder.count + 1))
    }
    return outcome
  }

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private static func copy(_ source: String, to path: String) throws {
    try WorkFolder.make((path as NSString).deletingLastPathComponent)
    try OutputFile.write(ImageFile.bytes(source), to: path)
  }
}
