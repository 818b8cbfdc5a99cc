import Experiments
import Foundation
import Imaging
import Testing

/// The images of a run.
@Suite struct ImageSetTests {
  @Test func scenesAreCountedAndLimited() throws {
    let all = try ImageSet.gather(study: study(), folder: nil, limit: nil, strict: true)
    #expect(all.images.count == 3 && all.skipped.isEmpty && all.folder == nil)
    #expect(Set(all.images.map(\.sha256)).count == 3)
    let two = try ImageSet.gather(study: study(), folder: nil, limit: 2, strict: true)
    #expect(two.images.map(\.sha256) == all.images.prefix(2).map(\.sha256))
  }

  @Test func damagedPicturesAreSkippedWithTheirReason() throws {
    try withFolder { folder in
      try putPicture("\(folder)/good.png", (10, 20, 30))
      try put("no picture", "\(folder)/bad.png")
      try put("", "\(folder)/empty.JPG")
      try put("not looked at", "\(folder)/notes.txt")
      let set = try ImageSet.gather(study: study(), folder: folder, limit: nil, strict: false)
      #expect(set.images.map(\.name) == ["good.png"])
      #expect(set.skipped.map(\.name) == ["bad.png", "empty.JPG"])
      #expect(set.skipped.allSatisfy { $0.reason.contains($0.name) && $0.reason.count > 20 })
      let error = #expect(throws: ExperimentError.self) {
        try ImageSet.gather(study: study(), folder: folder, limit: nil, strict: true)
      }
      #expect(error?.exitCode == 65 && error?.message.contains("bad.png") == true)
    }
  }

  @Test func foldersWithoutPicturesAreRefused() throws {
    try withFolder { folder in
      func gather(_ path: String) throws {
        _ = try ImageSet.gather(study: study(), folder: path, limit: nil, strict: false)
      }
      #expect(throws: ExperimentError.missing(folder + "/none")) { try gather(folder + "/none") }
      #expect(throws: ExperimentError.noImages(folder: folder, skipped: [])) { try gather(folder) }
      try put("no picture", "\(folder)/bad.png")
      let damaged = #expect(throws: ExperimentError.self) { try gather(folder) }
      guard case .noImages(folder, let reasons)? = damaged else {
        Issue.record("\(String(describing: damaged))")
        return
      }
      #expect(reasons.count == 1 && reasons[0].contains("bad.png"))
      #expect(damaged?.message.contains(reasons[0]) == true)
      #expect(throws: ImagingError.notAFolder(path: folder + "/bad.png")) {
        try gather(folder + "/bad.png")
      }
    }
  }
}
