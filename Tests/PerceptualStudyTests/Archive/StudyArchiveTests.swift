import Crypto
import Foundation
import PerceptualStudy
import Testing

/// What is published points to nobody and describes itself.
@Suite struct StudyArchiveTests {
  private static let credits = StudyArchive.Credits(
    licence: "https://spdx.org/licenses/CC-BY-4.0.html", creator: "A \"lab\"",
    url: "https://example.org/data", date: "2026-02-03")

  private static func archived(_ scratch: Scratch) throws -> [Judgement] {
    let design = try SharedDesign.report().design
    let answers = zip(["secret-worker-1", "secret-worker-2", "secret-worker-3"], design.schedules)
      .flatMap { judge, schedule in
        schedule.trials.map { trial in
          Judgement(
            judge: judge, trial: trial, answer: trial.position % 3 == 0 ? nil : .second,
            reactionMilliseconds: 321.5)
        }
      }
    try AnswersFile.write(answers, to: scratch.file("answers.csv"))
    _ = try StudyArchive(
      design: SharedDesign.folder(), answers: scratch.file("answers.csv"), credits: credits
    ).write(into: scratch.file("archive"))
    return answers
  }

  @Test func nothingPointsToAJudgeOrAPicture() throws {
    let scratch = try Scratch()
    let answers = try Self.archived(scratch)
    for (name, bytes) in try scratch.files(below: "archive") {
      #expect(bytes.range(of: Data("secret".utf8)) == nil, "\(name)")
      #expect(!name.hasSuffix(".png"))
      #expect(bytes.range(of: Data("pictures/".utf8)) == nil, "\(name)")
    }
    let published = try AnswersFile.read(scratch.file("archive/answers.csv"))
    #expect(Set(published.map(\.judge)) == ["J1", "J2", "J3"])
    // The same answers, under other names.
    func rows(_ judgements: [Judgement]) -> [[String]] {
      Dictionary(grouping: judgements, by: \.judge).values.map { theirs in
        theirs.map { "\($0.trial) \(String(describing: $0.answer))" }
      }.sorted { $0.joined() < $1.joined() }
    }
    #expect(rows(published) == rows(answers))
    #expect(try DesignFolder.read(scratch.file("archive")).pictures.isEmpty)
  }

  /// What Croissant 1.1 requires of a dataset, its files and its fields; hashes by swift-crypto of the
  /// files as they lie there.
  @Test func theDescriptionFitsTheFiles() throws {
    let scratch = try Scratch()
    _ = try Self.archived(scratch)
    let json = try JSONSerialization.jsonObject(with: scratch.data("archive/croissant.json"))
    let dataset = try #require(json as? [String: Any])
    #expect(dataset["conformsTo"] as? String == "http://mlcommons.org/croissant/1.1")
    #expect(dataset["@type"] as? String == "sc:Dataset")
    for key in ["@context", "name", "description", "license", "url", "creator", "datePublished"] {
      #expect(dataset[key] != nil, "\(key)")
    }
    let files = try #require(dataset["distribution"] as? [[String: Any]])
    var ids = Set<String>()
    for file in files {
      let name = try #require(file["contentUrl"] as? String)
      ids.insert(try #require(file["@id"] as? String))
      let bytes = try scratch.data("archive/\(name)")
      let hash = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
      #expect(file["sha256"] as? String == hash)
      #expect(file["contentSize"] as? String == "\(bytes.count) B")
      #expect(file["@type"] as? String == "cr:FileObject")
    }
    let sets = try #require(dataset["recordSet"] as? [[String: Any]])
    #expect(sets.compactMap { $0["@id"] as? String } == ["answers", "trials", "methods"])
    for set in sets {
      let fields = try #require(set["field"] as? [[String: Any]])
      let columns = fields.compactMap { field -> String? in
        let source = field["source"] as? [String: Any]
        let file = (source?["fileObject"] as? [String: Any])?["@id"] as? String
        #expect(file.map(ids.contains) == true)
        return (source?["extract"] as? [String: Any])?["column"] as? String
      }
      let name = try #require(set["@id"] as? String)
      let header = try scratch.text("archive/\(name).csv").split(separator: "\n")[0]
      #expect(columns.joined(separator: ",") == header)
    }
  }

  @Test func foreignAnswersAndDatesAreRefused() throws {
    let scratch = try Scratch()
    _ = try Self.archived(scratch)
    var credits = Self.credits
    credits.date = "yesterday"
    #expect(throws: PerceptualStudyError.self) {
      try StudyArchive(
        design: SharedDesign.folder(), answers: scratch.file("answers.csv"), credits: credits)
    }
    try scratch.put(
      "judge,position,kind,image,method,real_first,answer,reaction_ms\n1,1,main,x,pale,1,first,\n",
      "foreign.csv")
    #expect(throws: PerceptualStudyError.self) {
      try StudyArchive(
        design: SharedDesign.folder(), answers: scratch.file("foreign.csv"), credits: Self.credits)
    }
  }
}
