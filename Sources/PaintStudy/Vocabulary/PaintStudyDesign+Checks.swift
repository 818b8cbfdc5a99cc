import Crypto
import Files
import Foundation
import Prose

extension PaintStudyDesign {
  /// The design's JSON: keys sorted, so that equal designs are equal bytes.
  func canonical() throws(PaintStudyError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return try encoder.encode(self) } catch {
      throw .damagedDesign(file: PaintStudyFolder.designFile, reason: "it cannot be written")
    }
  }

  /// The hash that freezes the design: SHA-256 of its canonical JSON with an empty hash.
  func computedHash() throws(PaintStudyError) -> String {
    var nameless = self
    nameless.hash = ""
    return SHA256.hash(data: try nameless.canonical()).hexadecimal
  }

  /// What is wrong with a design that was read, in a few words; nil for a sound one.
  ///
  /// A design that passes can be served without looking anything up in vain, and without leaving its
  /// folder.
  var fault: String? {
    if format != Self.formatName { return "it is no painting study's" }
    if subjects.isEmpty { return "it has no subjects" }
    let known = Set(pictures.map { ExactName($0.image) })
    if known.count < pictures.count { return "an image stands in it twice" }
    for picture in pictures {
      guard Self.isPlain(picture.gray, in: PaintStudyFolder.grayFolder),
        Self.isPlain(picture.truth, in: PaintStudyFolder.truthFolder),
        PaintStudyDeclaration.isFileStem(picture.image)
      else { return "'\(picture.image)' has a file outside its folder" }
    }
    for (index, plan) in subjects.enumerated() {
      guard plan.subject == index + 1 else {
        return "the plan of subject \(index + 1) is not where it should be"
      }
      guard !plan.tasks.isEmpty,
        plan.tasks.enumerated().allSatisfy({ $1.position == $0 + 1 })
      else { return "the tasks of subject \(plan.subject) are not numbered from 1" }
      for task in plan.tasks {
        guard known.contains(ExactName(task.image)) else {
          return "it has no picture of '\(task.image)'"
        }
        guard PaintStudyDeclaration.Bounds.seconds.contains(task.seconds) else {
          return "a time is out of its range"
        }
      }
    }
    return nil
  }

  private static func isPlain(_ path: String, in folder: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0] == folder
      && PaintStudyDeclaration.isFileStem(String(parts[1]))
  }
}
