import Colorimetry
import Foundation
import Imaging
import PaintStudy
import Scenes
import Testing

/// The folder of a design: the same bytes for the same study, frozen, and without the truth in what is
/// served.
@Suite struct PaintStudyDesignTests {
  @Test func theSameStudyGivesTheSameBytes() throws {
    let scratch = try Scratch()
    let first = try design(smallStudy(), scratch, "one")
    let second = try design(smallStudy(), scratch, "two")
    #expect(first.design == second.design)
    let files = try scratch.files(below: "one")
    #expect(try scratch.files(below: "two") == files)
    // 4 × 2 main images, each once in both arms, and 2 to learn with.
    #expect(files.keys.count { $0.hasPrefix("gray/") } == 10)
    #expect(files.keys.count { $0.hasPrefix("truth/") } == 10)
    let others = files.keys.filter { !$0.contains("/") }.sorted()
    #expect(
      others == [
        "assignments.csv", "balance.csv", "consent.txt", "design.json", "left_out.csv",
        "thanks.txt",
      ])
    #expect(try scratch.text("one/left_out.csv") == "picture,reason\n")
    let again = try design(smallStudy(), scratch, "one")
    #expect(again.wasThere && again.design == first.design)
    #expect(try scratch.files(below: "one") == files)
  }

  @Test func tablesTellTheDesign() throws {
    let scratch = try Scratch()
    let made = try design(smallStudy(), scratch).design
    let rows = try scratch.rows("design/assignments.csv")
    #expect(rows[0] == ["subject", "position", "kind", "image", "arm", "seconds"])
    let tasks = made.subjects.flatMap { plan in plan.tasks.map { (plan.subject, $0) } }
    #expect(
      Array(rows.dropFirst())
        == tasks.map { subject, task in
          [
            "\(subject)", "\(task.position)", task.kind.rawValue, task.image, task.arm.rawValue,
            "\(task.seconds)",
          ]
        })
    let balance = try scratch.rows("design/balance.csv")
    #expect(balance[0] == ["image", "arm", "paintings"] && balance.count == 1 + 2 * 8)
    #expect(balance.dropFirst().allSatisfy { $0[2] == "1" })
  }

  @Test func grayPicturesTellNothing() throws {
    let scratch = try Scratch()
    let made = try design(smallStudy(), scratch).design
    for picture in made.pictures {
      let gray = try ImageFile.read(scratch.file("design/\(picture.gray)"))
      let truth = try ImageFile.read(scratch.file("design/\(picture.truth)"))
      #expect(gray.height == truth.height && gray.width == truth.width)
      #expect(isGray(gray))
      // The lightness is the truth's, but for 8 bits of it.
      let (a, b) = (LabImage(gray).lightness.values, LabImage(truth).lightness.values)
      #expect(zip(a, b).allSatisfy { abs($0 - $1) < 0.5 })
      #expect(!picture.gray.contains(picture.image))
      #expect(picture.truth == "truth/\(picture.image).png")
    }
  }

  @Test func anyChangeIsFound() throws {
    let scratch = try Scratch()
    let made = try design(smallStudy(), scratch).design
    let json = String(decoding: try scratch.data("design/design.json"), as: UTF8.self)
    for (old, new) in [
      ("\"seconds\":20", "\"seconds\":25"), ("A small study", "B small study"), ("gray/", "grey/"),
      ("\"subject\":1,", "\"subject\":2,"), ("{", "["),
    ] {
      let changed = json.replacingOccurrences(of: old, with: new)
      #expect(changed != json)
      try Data(changed.utf8).write(to: URL(fileURLWithPath: scratch.file("design/design.json")))
      #expect(throws: PaintStudyError.self) { try PaintStudyFolder.read(scratch.file("design")) }
    }
    try Data(json.utf8).write(to: URL(fileURLWithPath: scratch.file("design/design.json")))
    #expect(try PaintStudyFolder.read(scratch.file("design")) == made)
    for name in [made.pictures[0].gray, "consent.txt"] {
      let bytes = try scratch.data("design/\(name)")
      let url = URL(fileURLWithPath: scratch.file("design/\(name)"))
      try (bytes + [0]).write(to: url)
      let error = #expect(throws: PaintStudyError.self) {
        try StudyPainting(scratch.file("design"))
      }
      #expect(error?.exitCode == 65 && error?.message.contains(name) == true)
      try bytes.write(to: url)
    }
    // A server needs no true picture.
    try FileManager.default.removeItem(atPath: scratch.file("design/truth"))
    _ = try StudyPainting(scratch.file("design"))
  }

  @Test func anotherDesignIsNotReplaced() throws {
    let scratch = try Scratch()
    try design(smallStudy(), scratch)
    let files = try scratch.files(below: "design")
    var other = smallStudy()
    other.seed += 1
    #expect(throws: PaintStudyError.occupied(folder: scratch.file("design"))) {
      try design(other, scratch)
    }
    try FileManager.default.createDirectory(
      atPath: scratch.file("full"), withIntermediateDirectories: false)
    try Data([1]).write(to: URL(fileURLWithPath: scratch.file("full/mine")))
    #expect(throws: PaintStudyError.occupied(folder: scratch.file("full"))) {
      try design(smallStudy(), scratch, "full")
    }
    #expect(try scratch.files(below: "design") == files)
    #expect(try scratch.files(below: "full").keys.sorted() == ["mine"])
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    #expect(left == ["design", "full"], "nothing unfinished stays")
  }

  @Test func picturesOfAFolderThatAreNoneAreLeftOut() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.file("photos"), withIntermediateDirectories: false)
    func put(_ bytes: some Sequence<UInt8>, _ name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: scratch.file("photos/\(name)")))
    }
    for index in 0..<8 {
      let (height, width) = index == 0 ? (90, 300) : (70, 60)
      try put(
        PNGFile.encode(Scene(index: index, seed: 1).render(height: height, width: width)),
        "p\(index).png")
    }
    try put([UInt8]("no picture".utf8), "q.png")
    try put(PNGFile.encode(RGBImage(height: 8, width: 8)), "tiny.png")
    try put(PNGFile.encode(Scene(index: 3, seed: 1).render(height: 64, width: 64)), "p3.jpeg")
    var study = smallStudy(subjects: 2, pictures: 3, training: 1)
    study.images = scratch.file("photos")
    let report = try design(study, scratch)
    #expect(Set(report.leftOut.map(\.name)) == ["q.png", "tiny.png", "p3.png"])
    #expect(report.design.pictures.count == 7)
    if report.design.pictures.contains(where: { $0.image == "p0" }) {
      let large = try ImageFile.read(scratch.file("design/truth/p0.png"))
      #expect(large.width == 64 && large.height == 19, "300 × 90 in 64")
    }
    study.images = scratch.file("nowhere")
    #expect(throws: PaintStudyError.missing(scratch.file("nowhere"))) {
      try design(study, scratch, "other")
    }
  }

  @Test func numbersOutOfRangeAreRefused() throws {
    let scratch = try Scratch()
    var study = smallStudy()
    study.subjects = 5000
    let error = #expect(throws: PaintStudyError.self) { try design(study, scratch) }
    #expect(error?.exitCode == 64 && error?.message.contains("--subjects") == true)
    study = smallStudy()
    study.method = "nothing"
    #expect(throws: PaintStudyError.self) { try design(study, scratch) }
  }
}
