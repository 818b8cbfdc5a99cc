import Files
import Foundation
import Imaging
import PerceptualStudy

/// A fake of the study that convinced most people or fewest, beside the real picture.
struct Specimen {
  let tally: ImageTally
  /// The real picture and the fake as data URIs; nil where they are not at hand.
  let pictures: (real: String, fake: String)?

  /// Specimens of each end.
  private static let count = 4
  /// The longest side of a picture in the page, in pixels.
  private static let side = 200

  /// The fakes that convinced most and fewest people: by the lower end of Wilson's interval, and by
  /// the upper one, so that a fake that few have judged needs more to stand out.
  static func ends(
    _ study: JudgedStudy, notes: inout [String]
  ) -> (most: [Specimen], least: [Specimen]) {
    let ranked = study.kept.images.map { tally in
      (tally: tally, interval: Interval.wilson(successes: tally.fooled, trials: tally.trials))
    }
    func name(_ tally: ImageTally) -> ExactName {
      ExactName(tally.image + "\u{0}" + tally.method)
    }
    let most = ranked.sorted {
      ($1.interval.low, name($0.tally)) < ($0.interval.low, name($1.tally))
    }.prefix(count)
    let shown = Set(most.map { name($0.tally) })
    let least = ranked.filter { !shown.contains(name($0.tally)) }.sorted {
      ($0.interval.high, name($0.tally)) < ($1.interval.high, name($1.tally))
    }.prefix(count)
    return (
      most.map { Specimen($0.tally, study: study, notes: &notes) },
      least.map { Specimen($0.tally, study: study, notes: &notes) }
    )
  }

  private init(_ tally: ImageTally, study: JudgedStudy, notes: inout [String]) {
    self.tally = tally
    guard let (folder, design) = study.design,
      let picture = design.picturesByImage[ExactName(tally.image)],
      let fake = picture.fakes[tally.method]
    else {
      pictures = nil
      return
    }
    do throws(ImagingError) {
      pictures = (
        try Self.uri(folder + "/" + picture.real), try Self.uri(folder + "/" + fake)
      )
    } catch {
      notes.append("no pictures of \(tally.image) in the report: \(error.message)")
      pictures = nil
    }
  }

  private static func uri(_ path: String) throws(ImagingError) -> String {
    let picture = try ImageFile.read(path)
    let scale = min(Double(side) / Double(max(picture.height, picture.width)), 1)
    let small = picture.resized(
      height: max(Int(Double(picture.height) * scale), 1),
      width: max(Int(Double(picture.width) * scale), 1))
    return "data:image/png;base64," + Data(PNGFile.encode(small)).base64EncodedString()
  }
}
