import Crypto
import Foundation
import Prose

/// The texts that subjects read before and after: the study's own, or our templates.
struct PaintTexts: Sendable {
  /// What subjects agree to.
  let consent: Versioned
  /// What subjects are told afterwards.
  let thanks: Versioned

  /// Longest text, in bytes: 64 KiB.
  static let sizeLimit = 64 << 10

  /// A text and its version.
  struct Versioned: Sendable {
    let version: String
    let bytes: Data

    /// The version with the SHA-256 of the bytes.
    var reference: PaintStudyDesign.TextReference {
      .init(version: version, sha256: SHA256.hash(data: bytes).hexadecimal)
    }
  }

  /// Reads the texts of a declared study.
  init(_ study: PaintStudyDeclaration) throws(PaintStudyError) {
    consent = try Self.read(study.consent, template: PaintTextTemplates.consent(study))
    thanks = try Self.read(study.thanks, template: PaintTextTemplates.thanks)
  }

  private static func read(
    _ text: PaintStudyDeclaration.Text, template: String
  ) throws(PaintStudyError) -> Versioned {
    guard let file = text.file else {
      return Versioned(
        version: text.version ?? PaintTextTemplates.version, bytes: Data(template.utf8))
    }
    let bytes = try BoundedFile.read(file, limit: sizeLimit)
    guard String(data: bytes, encoding: .utf8) != nil, !bytes.isEmpty else {
      throw .unusable(file: file, explanation: "it is no text in UTF-8")
    }
    return Versioned(version: text.version ?? "1", bytes: bytes)
  }

  /// The paragraphs of a text: what stands between blank lines, each on one line.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1] += words
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }
}
