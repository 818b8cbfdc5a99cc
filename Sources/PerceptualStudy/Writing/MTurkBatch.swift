import Crypto
import Foundation
import Prose
import Tables

/// A design in the columns of the authors' tool: one row a judge, practice first, pictures by path.
public enum MTurkBatch {
  /// The folder of true pictures in the tree that the paths point into.
  public static let truthFolder = "gt"
  /// The file's name in a design's folder.
  public static let fileName = "mturk_batch.csv"

  /// The columns for so many pairs.
  static func header(pairs: Int) -> [String] {
    ["gt_side", "images_left", "images_right"].flatMap { column in
      (0..<pairs).map { "\(column)\($0)" }
    }
  }

  /// The bytes of the file.
  static func data(_ schedules: [JudgeSchedule]) -> Data {
    var csv = CSVWriter(header: header(pairs: schedules.first?.trials.count ?? 0))
    for schedule in schedules { csv.append(row(schedule)) }
    return csv.data
  }

  /// A judge's fields.
  static func row(_ schedule: JudgeSchedule) -> [String] {
    let trials = schedule.trials
    return trials.map { $0.realFirst ? "left" : "right" } + trials.map { leftAndRight($0).left }
      + trials.map { leftAndRight($0).right }
  }

  /// The paths of the picture shown first and of the one shown second.
  static func leftAndRight(_ trial: Trial) -> (left: String, right: String) {
    let real = path(of: trial.image, in: truthFolder)
    let fake = path(of: trial.image, in: trial.method)
    return trial.realFirst ? (real, fake) : (fake, real)
  }

  /// Where an image's picture is in the tree.
  static func path(of image: String, in folder: String) -> String {
    "\(folder)/\(safeName(image)).png"
  }

  /// An image's name in paths and addresses: its own where that is letters, digits, dots, hyphens
  /// and underscores, else part of its SHA-256, so that no name breaks out of a page.
  static func safeName(_ image: String) -> String {
    let isSafe = image.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
      default: false
      }
    }
    guard !isSafe || image.hasPrefix(".") || image.hasPrefix("-") || image.utf8.count > 200 else {
      return image
    }
    return "image-" + SHA256.hash(data: Data(image.utf8)).hexadecimal.prefix(16)
  }
}
