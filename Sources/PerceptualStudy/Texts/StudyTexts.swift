import Crypto
import Foundation
import Prose

/// The texts that judges read before and after: the study's own, or our templates.
struct StudyTexts: Sendable {
  /// What judges agree to.
  let consent: VersionedText
  /// What judges are told afterwards.
  let debriefing: VersionedText

  /// Longest text, in bytes: 64 KiB.
  static let sizeLimit = 64 << 10

  /// A text and its version.
  struct VersionedText: Sendable {
    let version: String
    let bytes: Data

    /// The version with the SHA-256 of the bytes.
    var reference: StudyDesign.Consent {
      StudyDesign.Consent(version: version, hash: SHA256.hash(data: bytes).hexadecimal)
    }
  }

  /// Reads the texts of a declared study.
  init(_ study: StudyDeclaration) throws(PerceptualStudyError) {
    let judged = study.practice + study.trials + study.vigilance
    let minutes = TextTemplates.minutes(trials: judged, exposure: study.exposure)
    consent = try Self.read(
      study.consent, template: TextTemplates.consent(trials: judged, minutes: minutes))
    debriefing = try Self.read(
      study.debriefing, template: TextTemplates.debriefing(vigilance: study.vigilance))
  }

  private static func read(
    _ text: StudyDeclaration.Text, template: String
  ) throws(PerceptualStudyError) -> VersionedText {
    guard let file = text.file else {
      return VersionedText(
        version: text.version ?? TextTemplates.version, bytes: Data(template.utf8))
    }
    let bytes = try SmallFile.read(file, limit: sizeLimit)
    guard String(data: bytes, encoding: .utf8) != nil, !bytes.isEmpty else {
      throw .unusable(file: file, explanation: "it is no text in UTF-8")
    }
    return VersionedText(version: text.version ?? "1", bytes: bytes)
  }
}
