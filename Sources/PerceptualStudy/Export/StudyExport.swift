import Foundation

/// Writes a design in the form of another way to run it.
public struct StudyExport: Sendable {
  /// The forms.
  public enum Format: String, CaseIterable, Sendable {
    /// The requester's CSV with the columns of the authors' tool, and the tree of pictures it needs.
    case mturk
    /// The page of a batch for the requester's site, and HTMLQuestion files.
    case html
    /// An ExternalQuestion and links for recruiting sites, for a study on a server of one's own.
    case external
    /// A folder for any web server.
    case `static`
  }

  /// The design.
  let design: StudyDesign
  /// The design's folder.
  let folder: String
  /// Where the study, or its pictures, will be; ends without a slash.
  let address: String

  /// An address for what nobody knows yet; RFC 2606 keeps it from being anybody's.
  public static let placeholder = "https://study.example.org"

  /// Reads a design that is as it was made.
  ///
  /// - Parameter url: where the study, or its pictures, will be; nil for ``placeholder``.
  /// - Throws: what ``DesignFolder/verify(_:)`` throws, and
  ///   ``PerceptualStudyError/invalidOption(name:explanation:)`` for an unusable address.
  public init(_ folder: String, url: String?) throws(PerceptualStudyError) {
    design = try DesignFolder.verify(folder)
    self.folder = folder
    address = try Self.checked(url ?? Self.placeholder)
  }

  /// An https address without query, as recruiting sites want it.
  private static func checked(_ url: String) throws(PerceptualStudyError) -> String {
    let isPlain = url.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value < 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }
    guard isPlain, url.utf8.count <= 1024, let parts = URLComponents(string: url),
      parts.scheme == "https", parts.host?.isEmpty == false, parts.query == nil,
      parts.fragment == nil, parts.user == nil
    else {
      throw .invalidOption(
        name: "--url",
        explanation: "should be an https address without user, query and fragment, and is '\(url)'")
    }
    return url.hasSuffix("/") ? String(url.dropLast()) : url
  }

  /// Writes the export, whole or not at all.
  ///
  /// - Returns: the names of what was written.
  /// - Throws: ``PerceptualStudyError/occupied(folder:holds:)`` and what else stands in the way.
  public func write(
    _ format: Format, into output: String
  ) throws(PerceptualStudyError) -> [String] {
    let staged = try StagedFolder(output)
    switch format {
    case .mturk: try writeMTurk(into: staged)
    case .html: try writeBatchPage(into: staged)
    case .external: try writeExternal(into: staged)
    case .static: try writeStatic(into: staged)
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: staged.stage)) ?? [])
      .sorted()
    try staged.finish(last: "README.md")
    return names
  }

  /// Every picture under the name that the authors' tool would give it.
  func writeMTurk(into staged: StagedFolder) throws(PerceptualStudyError) {
    try staged.write(MTurkBatch.data(design.schedules), to: MTurkBatch.fileName)
    let methods = Set(design.pictures.flatMap(\.fakes.keys))
    for name in [MTurkBatch.truthFolder] + methods.sorted() { try staged.make(name) }
    for picture in design.pictures {
      let versions = [(MTurkBatch.truthFolder, picture.real)] + picture.fakes.map { ($0, $1) }
      for (name, path) in versions {
        try staged.copy(
          "\(folder)/\(path)", to: MTurkBatch.path(of: picture.image, in: name))
      }
    }
    try staged.write(Data(ExportNotes.mturk(design).utf8), to: "README.md")
  }

  /// The batch page, and a question file for each judge.
  func writeBatchPage(into staged: StagedFolder) throws(PerceptualStudyError) {
    let consent = try text(DesignFolder.consentFile)
    let page = BatchPage(design: design, consent: consent, address: address)
    try staged.write(Data(page.template.utf8), to: "batch.html")
    try staged.write(MTurkBatch.data(design.schedules), to: MTurkBatch.fileName)
    try staged.make("questions")
    for schedule in design.schedules {
      let question = Data(page.question(schedule).utf8)
      guard question.count <= BatchPage.questionLimit else {
        throw .unusable(
          file: "\(staged.path)/questions",
          explanation: "an HTMLQuestion of \(schedule.trials.count) trials takes \(question.count) "
            + "bytes, and MTurk takes \(BatchPage.questionLimit); design fewer trials, a shorter "
            + "consent text, or use --format external")
      }
      try staged.write(question, to: "questions/judge-\(schedule.judge).xml")
    }
    try staged.write(Data(ExportNotes.html(design, address: address).utf8), to: "README.md")
  }

  /// Files for recruiting sites that send people to a server of one's own.
  func writeExternal(into staged: StagedFolder) throws(PerceptualStudyError) {
    let namespace =
      "http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2006-07-14/ExternalQuestion.xsd"
    let question = """
      <?xml version="1.0" encoding="UTF-8"?>
      <ExternalQuestion xmlns="\(namespace)">
        <ExternalURL>\(Markup.escaped(address + "/"))</ExternalURL>
        <FrameHeight>0</FrameHeight>
      </ExternalQuestion>

      """
    try staged.write(Data(question.utf8), to: "external_question.xml")
    let link =
      address
      + "/?PROLIFIC_PID={{%PROLIFIC_PID%}}&STUDY_ID={{%STUDY_ID%}}&SESSION_ID={{%SESSION_ID%}}\n"
    try staged.write(Data(link.utf8), to: "prolific_link.txt")
    try staged.write(Data(ExportNotes.external(design, address: address).utf8), to: "README.md")
  }

  /// A text of the design's folder.
  func text(_ name: String) throws(PerceptualStudyError) -> String {
    String(decoding: try SmallFile.read("\(folder)/\(name)", limit: 1 << 20), as: UTF8.self)
  }
}
