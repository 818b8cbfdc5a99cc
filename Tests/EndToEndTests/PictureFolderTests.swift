import Foundation
import Imaging
import Testing

/// Folders of photographs.
@Suite struct PictureFolderTests {
  @Test func damagedPicturesAreSkippedAndListed() throws {
    let scratch = try folder()
    let outcome = try scratch.run("run", "gray.yaml", "--images", "pictures", "--output", "r")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for name in ["cut.png", "empty.jpg", "text.png"] {
      #expect(outcome.errorLines.contains { $0.hasPrefix("Skipped: ") && $0.contains(name) })
    }
    let data = try scratch.data("r/manifest.json")
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let skipped = try #require(manifest["skipped"] as? [[String: String]])
    #expect(skipped.map { $0["name"] } == ["cut.png", "empty.jpg", "text.png"])
    #expect(skipped.allSatisfy { ($0["reason"]?.count ?? 0) > 20 })
    #expect(manifest["images_folder"] as? String == "pictures")
    let rows = try scratch.lines("r/results.csv").dropFirst()
    #expect(Set(rows.map { $0.split(separator: ",")[1] }) == ["a.png", "b.PNG"])
    #expect(try scratch.text("r/report.html").contains("cut.png"))
  }

  @Test func strictRunsStopAtTheFirst() throws {
    let scratch = try folder()
    let outcome = try scratch.run(
      "run", "gray.yaml", "--images", "pictures", "--output", "r", "--strict")
    expectError(outcome, 65, "cut.png")
    #expect(!scratch.exists("r"))
  }

  @Test func foldersWithoutPicturesAreRefused() throws {
    let scratch = try folder()
    try scratch.makeFolder("empty")
    try scratch.makeFolder("bad/sub.png")
    try scratch.put("no picture", "bad/a.png")
    for (name, said) in [
      ("empty", "holds no .png, .jpg or .jpeg files"),
      ("bad", "none of its 2 pictures can be used"),
      ("gray.yaml", "is a file; a folder of pictures is wanted"),
    ] {
      expectError(
        try scratch.run("run", "gray.yaml", "--images", name, "--output", "r"), 65, said)
    }
  }

  @Test func oddNamesAreQuoted() throws {
    let scratch = try folder()
    let name = "a,b \"c\" ü.png"
    try scratch.makeFolder("odd")
    try PNGFile.write(samplePicture(), to: scratch.file("odd/\(name)"))
    try scratch.put("no picture", "odd/d \"e\" <b>.png")
    let outcome = try scratch.run("run", "gray.yaml", "--images", "odd", "--output", "r")
    #expect(outcome.code == 0)
    #expect(try scratch.text("r/results.csv").contains(",\"a,b \"\"c\"\" ü.png\",gray,random,"))
    #expect(try scratch.text("r/report.html").contains("Skipped d &quot;e&quot; &lt;b&gt;.png"))
  }

  @Test func aPictureThatIsChangedIsRunAgain() throws {
    let scratch = try folder()
    for _ in 0..<2 {
      #expect(
        try scratch.run("run", "gray.yaml", "--images", "pictures", "--output", "r").code == 0)
    }
    let before = try scratch.lines("r/results.csv")
    try PNGFile.write(samplePicture(6), to: scratch.file("pictures/a.png"))
    let outcome = try scratch.run("run", "gray.yaml", "--images", "pictures", "--output", "r")
    #expect(outcome.code == 0 && outcome.errors.contains("2/2 units (1 from before)"))
    let after = try scratch.lines("r/results.csv")
    #expect(after.filter { $0.contains(",b.PNG,") } == before.filter { $0.contains(",b.PNG,") })
    #expect(after.filter { $0.contains(",a.png,") } != before.filter { $0.contains(",a.png,") })
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["HINTBENCH_PHOTOS"] != nil,
      "needs photographs: set HINTBENCH_PHOTOS to a folder of them"))
  func photographsAreRun() throws {
    let photos = try #require(ProcessInfo.processInfo.environment["HINTBENCH_PHOTOS"])
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run(
      "run", "tiny.yaml", "--images", photos, "--limit", "2", "--output", "r")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try scratch.lines("r/results.csv").count == 1 + 2 * 3 * 2 * 4)
  }

  /// Two good pictures, three bad ones, and a file that is none; and a quick study.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(
      tinyStudy.replacingOccurrences(of: "[gray, levin2004, levin2004-ab]", with: "[gray]")
        .replacingOccurrences(of: "[random, max-error]", with: "[random]"), "gray.yaml")
    try scratch.makeFolder("pictures")
    let good = PNGFile.encode(samplePicture(0))
    try scratch.put(good, "pictures/a.png")
    try scratch.put(PNGFile.encode(samplePicture(1, side: 50)), "pictures/b.PNG")
    try scratch.put(good.prefix(good.count / 2), "pictures/cut.png")
    try scratch.put("", "pictures/empty.jpg")
    try scratch.put("no picture", "pictures/text.png")
    try scratch.put("not looked at", "pictures/notes.txt")
    return scratch
  }
}
