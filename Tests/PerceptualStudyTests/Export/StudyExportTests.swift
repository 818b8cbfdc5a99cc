import Foundation
import FoundationXML
import Imaging
import PerceptualStudy
import Testing

/// Exports are whole, well-formed, and safe whatever images are called.
@Suite struct StudyExportTests {
  /// Names that try to break out of HTML, XML, JSON, CSV and paths.
  private static let hostile = [
    "<script>alert(1)</script>", "\"onerror=\"x", "a]]>b", "${gt_side0}", "a&b'c", "-rf", "a,b",
    "x\u{202E}y", "</title><b>", "été", "a\nb",
  ]

  private static func hostileDesign() throws -> Scratch {
    let scratch = try Scratch()
    // A slash cannot stand in a name.
    let names = hostile.map { $0.replacingOccurrences(of: "/", with: "∕") }
    try scratch.makePictures(names.count) { names[$0] }
    var study = scratch.declaration(judges: 2, trials: 8, practice: 2, vigilance: 1)
    study.title = "<img src=x onerror=alert(1)> ]]> & ${co} \u{1}"
    try scratch.put("# <b>Hi</b>\n\n**Bold** & ]]> </script>\n", "consent.md")
    study.consent.file = scratch.file("consent.md")
    _ = try StudyDesigner(study).write(into: scratch.file("design"))
    return scratch
  }

  @Test func theTreeHoldsWhatTheRowsName() throws {
    let scratch = try Self.hostileDesign()
    let export = try StudyExport(scratch.file("design"), url: nil)
    _ = try export.write(.mturk, into: scratch.file("out"))
    let rows = try scratch.text("out/mturk_batch.csv").split(separator: "\n")
      .map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == 3 && rows.allSatisfy { $0.count == 33 })
    for row in rows.dropFirst() {
      for path in row.dropFirst(11) {
        #expect(path.wholeMatch(of: /[a-z]+\/[A-Za-z0-9._-]+\.png/) != nil, "\(path)")
        _ = try ImageFile.read(scratch.file("out/\(path)"))
      }
    }
  }

  @Test func questionsAreWellFormedAndCarryEverything() throws {
    let scratch = try Self.hostileDesign()
    let export = try StudyExport(scratch.file("design"), url: "https://pictures.example.org/x")
    _ = try export.write(.html, into: scratch.file("out"))
    for judge in 1...2 {
      let bytes = try scratch.data("out/questions/judge-\(judge).xml")
      #expect(bytes.count <= 65_535)
      let (elements, page) = try Self.parsed(bytes)
      #expect(elements == ["HTMLQuestion", "HTMLContent", "FrameHeight"])
      #expect(page.contains("action=\"https://www.mturk.com/mturk/externalSubmit\""))
      #expect(page.contains("name=\"assignmentId\"") && page.contains("type=\"submit\""))
      #expect(page.contains("https://pictures.example.org/x/") && !page.contains("${"))
      for index in 0..<11 { #expect(page.contains("name=\"selection\(index)\"")) }
    }
    let page = try scratch.text("out/batch.html")
    for index in 0..<11 {
      #expect(page.contains("\"${gt_side\(index)}\",\"${images_left\(index)}\""))
    }
    // On the requester's site whatever looks like a variable is one: there are the columns, no more.
    #expect(page.components(separatedBy: "${").count == 1 + 3 * 11)
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;") && !page.contains("<img "))
    #expect(page.contains("<h1>&lt;b&gt;Hi&lt;/b&gt;</h1>"))
    #expect(page.contains("<strong>Bold</strong> &amp; ]]&gt; &lt;/script&gt;"))
    #expect(!page.contains("<form") && page.components(separatedBy: "</script>").count == 4)
    // Nothing is asked of another host.
    let sources = page.matches(of: /(src|href)="([^"]*)"/).map { String($0.2) }
    #expect(sources == ["data:,"])
  }

  @Test func tooLongQuestionsAreRefused() throws {
    let scratch = try Scratch()
    try scratch.makePictures(12)
    var study = scratch.declaration()
    try scratch.put(String(repeating: "a long text ", count: 5000), "consent.md")
    study.consent.file = scratch.file("consent.md")
    _ = try StudyDesigner(study).write(into: scratch.file("design"))
    let export = try StudyExport(scratch.file("design"), url: nil)
    let error = #expect(throws: PerceptualStudyError.self) {
      try export.write(.html, into: scratch.file("out"))
    }
    #expect(error?.message.contains("MTurk takes 65535") == true)
    #expect(!scratch.exists("out/batch.html"))
  }

  @Test func linksCarryTheAddress() throws {
    let scratch = try Scratch()
    let folder = try SharedDesign.folder()
    _ = try StudyExport(folder, url: "https://study.example.org/a&b/")
      .write(.external, into: scratch.file("out"))
    let bytes = try scratch.data("out/external_question.xml")
    let (elements, text) = try Self.parsed(bytes)
    #expect(elements == ["ExternalQuestion", "ExternalURL", "FrameHeight"])
    #expect(text.contains("https://study.example.org/a&b/"))
    #expect(
      try scratch.text("out/prolific_link.txt")
        == "https://study.example.org/a&b/?PROLIFIC_PID={{%PROLIFIC_PID%}}"
        + "&STUDY_ID={{%STUDY_ID%}}&SESSION_ID={{%SESSION_ID%}}\n")
    for url in [
      "http://x.org", "javascript:alert(1)", "https://", "https://x.org/?a=1", "https://u@x.org",
      "https://x.org/\"><script>", "x", "https://x.org/#a",
    ] {
      let error = #expect(throws: PerceptualStudyError.self) { try StudyExport(folder, url: url) }
      #expect(error?.exitCode == 64, "\(url)")
    }
  }

  @Test func theStaticFolderIsComplete() throws {
    let scratch = try Self.hostileDesign()
    _ = try StudyExport(scratch.file("design"), url: nil)
      .write(.static, into: scratch.file("out"))
    let design = try DesignFolder.read(scratch.file("design"))
    for schedule in design.schedules {
      let json = try JSONSerialization.jsonObject(
        with: scratch.data("out/schedules/\(schedule.judge).json"))
      let trials = try #require(json as? [[String: Any]])
      #expect(trials.map { $0["image"] as? String } == schedule.trials.map(\.image))
      for trial in trials {
        for side in ["first", "second"] {
          #expect(scratch.exists("out/\(try #require(trial[side] as? String))"))
        }
      }
    }
    let page = try scratch.text("out/index.html")
    #expect(page.contains("default-src 'none'") && !page.contains("<img "))
    for name in ["style.css", "show.js", "study.js", "study.json", "README.md"] {
      #expect(scratch.exists("out/\(name)"))
      #expect(try !scratch.text("out/\(name)").contains("http"), "\(name) names another host")
    }
  }

  @Test func nothingIsOverwritten() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.file("out"), withIntermediateDirectories: true)
    try scratch.put("mine", "out/README.md")
    let export = try StudyExport(SharedDesign.folder(), url: nil)
    #expect(throws: PerceptualStudyError.self) {
      try export.write(.external, into: scratch.file("out"))
    }
    #expect(try scratch.files(below: "out").filter { $0.key != ".claim" }.count == 1)
  }

  /// The elements in order and all text, by Foundation's parser.
  private static func parsed(_ bytes: Data) throws -> (elements: [String], text: String) {
    let collector = Collector()
    let parser = XMLParser(data: bytes)
    parser.delegate = collector
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    return (collector.elements, collector.text)
  }

  private final class Collector: NSObject, XMLParserDelegate {
    var elements: [String] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) { elements.append(name) }
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      text += String(decoding: block, as: UTF8.self)
    }
  }
}
