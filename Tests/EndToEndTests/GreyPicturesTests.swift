import Foundation
import Imaging
import Testing

/// Photographs without colour among the pictures of a run.
@Suite struct GreyPicturesTests {
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    let study = """
      study: mixed
      version: 1
      title: With grey files
      size: 64
      methods: [gray, levin2004-ab]
      oracles: [random]
      points: [0, 3]

      """
    try scratch.put(study, "mixed.yaml")
    try scratch.put(study + "images: {skip_grey: true}\n", "colored.yaml")
    try scratch.makeFolder("photos")
    for index in 0..<3 {
      try PNGFile.write(samplePicture(index), to: scratch.file("photos/\(index).png"))
    }
    for (name, level) in [("old & grey.png", 90 as UInt8), ("1930.png", 140)] {
      let grey = RGBImage(height: 64, width: 64, filledWith: (level, level, level))
      try PNGFile.write(grey, to: scratch.file("photos/\(name)"))
    }
    return scratch
  }

  @Test func greyFilesAreCountedAndASecondMeanLeavesThemOut() throws {
    let scratch = try folder()
    let outcome = try scratch.run("run", "mixed.yaml", "--images", "photos", "--output", "r")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let page = try scratch.text("r/report.html")
    #expect(page.contains("2 of 5 images are without colour"))
    #expect(page.contains("1930.png, old &amp; grey.png"))
    #expect(page.contains("gray, without the grey images"))
    let manifest = try scratch.text("r/manifest.json")
    #expect(manifest.components(separatedBy: "\"is_grey\" : true").count == 3)
    #expect(manifest.components(separatedBy: "is_grey").count == 3)
    for line in try scratch.lines("r/metrics.csv").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let values = try scratch.lines("r/results.csv").map { $0.split(separator: ",") }.filter {
        $0[2...4] == cells[1...3] && $0[1].count == "0.png".count
      }.compactMap { Double($0[5]) }
      #expect(values.count == 3 && cells[4] == "5" && cells[7] == "3")
      #expect(abs(try #require(Double(cells[8])) - values.reduce(0, +) / 3) < 1e-6)
    }
  }

  @Test func aStudyLeavesThemOutInPartsAndAsAWhole() throws {
    let scratch = try folder()
    for index in 1...2 {
      let outcome = try scratch.run(
        "run", "colored.yaml", "--images", "photos", "--shard", "\(index)/2", "--output",
        "s\(index)")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("Skipped: 1930.png: has no colour"))
    }
    #expect(try scratch.run("merge", "s1", "s2", "--output", "merged").code == 0)
    for _ in 0..<2 {
      let whole = try scratch.run(
        "run", "colored.yaml", "--images", "photos", "--output", "whole")
      #expect(whole.code == 0, "\(whole.errors)")
    }
    #expect(try scratch.run("report", "whole").code == 0)
    #expect(try scratch.tables("merged") == scratch.tables("whole"))
    let names = try scratch.lines("whole/results.csv").dropFirst().map {
      $0.split(separator: ",")[1]
    }
    #expect(Set(names) == ["0.png", "1.png", "2.png"])
    let page = try scratch.text("whole/report.html")
    #expect(page.contains("Skipped old &amp; grey.png: ") && !page.contains("without colour ("))
  }

  @Test func aLimitThatCutsNothingIsNoLimit() throws {
    let scratch = try folder()
    let outcome = try scratch.run(
      "run", "mixed.yaml", "--images", "photos", "--output", "r", "--limit", "5")
    #expect(outcome.code == 0)
    #expect(!(try scratch.text("r/report.html").contains("this is not a result")))
    #expect(!(try scratch.text("r/manifest.json").contains("\"limit\"")))
  }
}
