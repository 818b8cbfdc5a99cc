import Crypto
import Files
import Foundation
import PerceptualStudy

/// Recognizes the pictures of a design by their pixels, as only somebody who has the design can.
///
/// A server tells nobody which picture is real; a simulated judge has to know.
struct StudyEye: Sendable {
  private let pictures: [SHA256Digest: Set<String>]
  private let images: [ExactName: StudyPicture]
  private let schedules: [Int: [Trial]]

  /// Reads the pictures of a design's folder.
  init(_ design: StudyDesign, folder: String) throws(StudyServerError) {
    var pictures: [SHA256Digest: Set<String>] = [:]
    for file in StimulusPictures.files(of: design) {
      let picture = try StimulusPictures.read(folder + "/" + file)
      pictures[SHA256.hash(data: picture.body), default: []].insert(file)
    }
    self.pictures = pictures
    images = design.picturesByImage
    schedules = Dictionary(
      design.schedules.map { ($0.judge, $0.trials) }, uniquingKeysWith: { first, _ in first })
  }

  /// All cells.
  var cells: [Int] { schedules.keys.sorted() }

  /// The trials of a cell.
  func trials(of cell: Int) -> [Trial] { schedules[cell] ?? [] }

  /// Those of some cells whose trial at a position shows two pictures in this order.
  func cells(_ cells: [Int], showing first: Data, then second: Data, at position: Int) -> [Int] {
    let seen = [first, second].map { file -> Set<String> in
      (try? PictureBytes.unpadded(file)).flatMap { pictures[SHA256.hash(data: $0)] } ?? []
    }
    return cells.filter { cell in
      guard let trial = schedules[cell]?.first(where: { $0.position == position }) else {
        return false
      }
      return zip(seen, NamedFake.allCases).allSatisfy { files, slot in
        ServedStudy.file(of: trial, slot, among: images).map(files.contains) ?? false
      }
    }
  }
}
