import Colorimetry
import Foundation
import Imaging
import PerceptualStudy
import Scenes
import Testing

/// A design is whole, repeatable, and frozen.
@Suite struct StudyDesignerTests {
  @Test func theFolderHoldsWhatItPromises() throws {
    let (scratch, report) = (try SharedDesign.scratch(), try SharedDesign.report())
    for name in [
      "design.json", "trials.csv", "mturk_batch.csv", "balance.csv", "balance_judges.csv",
      "balance.gp", "consent.md", "debriefing.md", "codebook.csv", "data-dictionary.md",
    ] {
      #expect(scratch.exists("design/\(name)"), "\(name)")
    }
    if report.drawingComplaint == nil { #expect(scratch.exists("design/balance.svg")) }
    #expect(!scratch.exists("design/.unfinished"))
    let lines = try scratch.text("design/trials.csv").split(separator: "\n")
    #expect(lines.first == "judge,position,kind,image,method,real_first")
    #expect(lines.count == 1 + 4 * 9)
    #expect(try DesignFolder.verify(SharedDesign.folder()) == report.design)
    #expect(report.design.hash.count == 64 && report.balance.broken.isEmpty)
    #expect(report.design.methods.map(\.publishedRate) == [0.3, nil])
  }

  /// The authors' page: as many columns as three times the pairs, practice first, the real one on
  /// gt_side in the folder gt, the fake in its method's folder, both of one name.
  @Test func theBatchFollowsTheOldPage() throws {
    let (scratch, report) = (try SharedDesign.scratch(), try SharedDesign.report())
    let rows = try scratch.text("design/mturk_batch.csv").split(separator: "\n")
      .map { $0.split(separator: ",").map(String.init) }
    let header = ["gt_side", "images_left", "images_right"].flatMap { column in
      (0..<9).map { "\(column)\($0)" }
    }
    #expect(rows.first == header && rows.count == 5)
    for (row, schedule) in zip(rows.dropFirst(), report.design.schedules) {
      for (index, trial) in schedule.trials.enumerated() {
        let paths = ["left": row[9 + index], "right": row[18 + index]]
        #expect(paths[row[index]] == "gt/\(trial.image).png")
        #expect(paths.values.contains("\(trial.method)/\(trial.image).png"))
        #expect((row[index] == "left") == trial.realFirst)
      }
      #expect(schedule.trials.prefix(2).allSatisfy { $0.kind == .practice })
    }
  }

  @Test func theSameStudyGivesTheSameBytes() throws {
    let scratch = try SharedDesign.scratch()
    let again = try Scratch()
    _ = try StudyDesigner(scratch.declaration()).write(into: again.file("design"))
    let (one, other) = (try scratch.files(below: "design"), try again.files(below: "design"))
    #expect(one.keys.sorted() == other.keys.sorted())
    for (name, bytes) in one { #expect(other[name] == bytes, "\(name)") }
  }

  @Test func aDesignIsNeverReplaced() throws {
    let scratch = try SharedDesign.scratch()
    let own = try Scratch()
    let folder = try SharedDesign.copied(into: own)
    let before = try own.files(below: "copied")
    let same = try StudyDesigner(scratch.declaration()).write(into: folder)
    #expect(same.wasThere)
    var other = scratch.declaration()
    other.seed += 1
    let error = #expect(throws: PerceptualStudyError.self) {
      try StudyDesigner(other).write(into: folder)
    }
    #expect(error?.exitCode == 65 && error?.message.contains("another design") == true)
    #expect(try own.files(below: "copied") == before)
  }

  /// Not even a folder that only looks like part of one: it may hold somebody's photographs.
  @Test func foreignFilesStay() throws {
    let scratch = try SharedDesign.scratch()
    let own = try Scratch()
    try own.put(RGBImage(height: 4, width: 4), "pictures/holiday.png")
    #expect(throws: PerceptualStudyError.self) {
      try StudyDesigner(scratch.declaration()).write(into: own.path)
    }
    #expect(own.exists("pictures/holiday.png") && !own.exists("design.json"))
  }

  @Test(arguments: ["picture", "schedule", "trials.csv", "consent.md", "debriefing.md", "hash"])
  func changesAreFound(_ what: String) throws {
    let source = try SharedDesign.scratch()
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: source.file("design"), toPath: scratch.file("design"))
    let design = try DesignFolder.verify(scratch.file("design"))
    switch what {
    case "picture":
      let path = "design/\(try #require(design.pictures.first).real)"
      var bytes = try scratch.data(path)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(fileURLWithPath: scratch.file(path)))
    case "schedule", "hash":
      let text = try scratch.text("design/design.json")
      let changed =
        what == "hash"
        ? text.replacingOccurrences(of: design.hash.prefix(8), with: "00000000")
        : text.replacingOccurrences(of: "\"realFirst\":true", with: "\"realFirst\":false")
      #expect(changed != text)
      try scratch.put(changed, "design/design.json")
    default: try scratch.put(scratch.text("design/\(what)") + " ", "design/\(what)")
    }
    let error = #expect(throws: PerceptualStudyError.self) {
      try DesignFolder.verify(scratch.file("design"))
    }
    #expect(error?.exitCode == 65)
  }

  /// Names in the folder of pictures are 32 hexadecimal digits, and no text is in the files.
  @Test func picturesTellNothingOfThemselves() throws {
    let (scratch, report) = (try SharedDesign.scratch(), try SharedDesign.report())
    for picture in report.design.pictures {
      let paths = [picture.real] + picture.fakes.values
      let shapes = try paths.map { path -> [Int] in
        #expect(path.wholeMatch(of: /pictures\/[0-9a-f]{32}\.png/) != nil)
        let bytes = try scratch.data("design/\(path)")
        for chunk in ["tEXt", "iTXt", "zTXt", "eXIf", "tIME", "pHYs"] {
          #expect(bytes.range(of: Data(chunk.utf8)) == nil)
        }
        let read = try ImageFile.read(scratch.file("design/\(path)"))
        return [read.height, read.width]
      }
      #expect(Set(shapes) == [[48, 48]])
    }
  }

  /// A fake of half the size: the true picture loses its fine detail, too, as if it had been reduced
  /// and enlarged with it.
  @Test func realAndFakeAreMadeAlike() throws {
    let scratch = try Scratch()
    try scratch.makePictures(9)
    let truth = try ImageFile.read(scratch.file("truth/scene-0.png"))
    try scratch.put(truth.resized(height: 20, width: 20), "pale/scene-0.png")
    let report = try StudyDesigner(scratch.declaration()).write(into: scratch.file("design"))
    let picture = try #require(report.design.pictures.first { $0.image == "scene-0" })
    let expected = truth.resized(height: 20, width: 20).resized(height: 48, width: 48)
    let real = try ImageFile.read(scratch.file("design/\(picture.real)"))
    #expect(real == expected)
    if let pale = picture.fakes["pale"] {
      #expect(try ImageFile.read(scratch.file("design/\(pale)")) == expected)
    }
  }

  @Test func otherShapesAreStretchedAndCounted() throws {
    let scratch = try Scratch()
    try scratch.makePictures(9)
    let truth = try ImageFile.read(scratch.file("truth/scene-1.png"))
    try scratch.put(truth.resized(height: 30, width: 60), "truth/scene-1.png")
    let report = try StudyDesigner(scratch.declaration()).write(into: scratch.file("design"))
    #expect(report.stretched == 1)
    let picture = try #require(report.design.pictures.first { $0.image == "scene-1" })
    for path in [picture.real] + picture.fakes.values {
      let read = try ImageFile.read(scratch.file("design/\(path)"))
      #expect(read.height == 24 && read.width == 48)
    }
  }

  @Test func unusableImagesAreLeftOutByName() throws {
    let scratch = try Scratch()
    try scratch.makePictures(13)
    try scratch.put("no picture", "pale/scene-3.png")
    try FileManager.default.removeItem(atPath: scratch.file("swapped/scene-5.png"))
    try scratch.put(RGBImage(height: 9, width: 9), "pale/scene-7.PNG")
    let whole = try scratch.data("truth/scene-9.png")
    try whole.prefix(whole.count / 2)
      .write(to: URL(fileURLWithPath: scratch.file("truth/scene-9.png")))
    let report = try StudyDesigner(scratch.declaration()).write(into: scratch.file("design"))
    #expect(
      report.leftOut.map(\.image) == ["scene-3", "scene-5", "scene-7", "scene-9"])
    #expect(report.leftOut[1].reason == "has no picture of swapped")
    #expect(report.leftOut[2].reason == "has more than one picture of pale")
    let shown = Set(report.design.pictures.map(\.image))
    #expect(shown.isDisjoint(with: report.leftOut.map(\.image)))
    // One more left out, and 8 images are too few for 9 trials.
    for index in [0, 1] {
      try FileManager.default.removeItem(atPath: scratch.file("pale/scene-\(index).png"))
    }
    let error = #expect(throws: PerceptualStudyError.self) {
      try StudyDesigner(scratch.declaration()).write(into: scratch.file("other"))
    }
    #expect(error?.message.contains("there are 7") == true)
    #expect(error?.message.contains("6 were left out") == true)
    #expect(!scratch.exists("other/design.json"))
  }

  /// A mean CIEDE2000 of 20 and more is another colour for everybody; the least noticeable
  /// difference is about 1. Grey, black and white pictures count, too.
  @Test func vigilanceFakesAreUnmistakable() throws {
    let flat: [(UInt8, UInt8, UInt8)] = [
      (0, 0, 0), (255, 255, 255), (128, 128, 128), (200, 30, 30),
    ]
    let pictures =
      flat.map { RGBImage(height: 32, width: 32, filledWith: $0) }
      + (0..<6).map { Scene(index: $0, seed: 8).render(height: 32, width: 32) }
    for (index, picture) in pictures.enumerated() {
      let falseOne = VigilancePicture.falselyColored(picture)
      let differences = CIEDE2000.differences(LabImage(picture), LabImage(falseOne)).values
      let mean = differences.reduce(0, +) / Double(differences.count)
      #expect(mean > 20, "picture \(index): \(mean)")
    }
  }
}
