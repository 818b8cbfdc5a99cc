import Crypto
import Foundation
import Imaging
import Prose

/// The folder that `hintbench paint design` leaves.
public enum PaintStudyFolder {
  /// The design's file in it.
  public static let designFile = "design.json"
  /// Who paints what: `subject,position,kind,image,arm,seconds`.
  public static let assignmentsFile = "assignments.csv"
  /// How often each image is painted in each arm.
  public static let balanceFile = "balance.csv"
  /// What subjects agree to, as plain text.
  public static let consentFile = "consent.txt"
  /// What subjects are told afterwards, as plain text.
  public static let thanksFile = "thanks.txt"
  /// The folder of grey pictures, the only ones that are served.
  public static let grayFolder = "gray"
  /// The folder of true pictures; nothing that serves opens it.
  public static let truthFolder = "truth"
  /// What subjects did, in a design's folder.
  public static let databaseFile = "paintings.sqlite"
  /// What simulated painters did, in a design's folder.
  public static let simulatedFile = "simulated.sqlite"
  /// Largest design read, in bytes: 64 MiB.
  public static let sizeLimit = 64 << 20

  /// Reads the design of a folder and checks that it was not changed since it was made.
  ///
  /// - Throws: ``PaintStudyError/damagedDesign(file:reason:)`` naming what was changed.
  public static func read(_ folder: String) throws(PaintStudyError) -> PaintStudyDesign {
    let path = folder + "/" + designFile
    let design: PaintStudyDesign
    do {
      design = try JSONDecoder().decode(
        PaintStudyDesign.self, from: BoundedFile.read(path, limit: sizeLimit))
    } catch let error as PaintStudyError {
      throw error
    } catch {
      throw .damagedDesign(file: path, reason: "it is not what a painting study is written as")
    }
    if let fault = design.fault { throw .damagedDesign(file: path, reason: fault) }
    guard try design.computedHash() == design.hash else {
      throw .damagedDesign(file: path, reason: "it was changed after it was made")
    }
    return design
  }

  /// A text of the design, checked against its hash.
  public static func text(
    _ name: String, of reference: PaintStudyDesign.TextReference, in folder: String
  ) throws(PaintStudyError) -> String {
    let path = folder + "/" + name
    let data = try BoundedFile.read(path, limit: PaintTexts.sizeLimit)
    guard SHA256.hash(data: data).hexadecimal == reference.sha256,
      let text = String(data: data, encoding: .utf8)
    else { throw .damagedDesign(file: path, reason: "it was changed after the design was made") }
    return text
  }

  /// The bytes of a grey picture, checked against their hash.
  public static func gray(
    _ picture: PaintStudyPicture, in folder: String
  ) throws(PaintStudyError) -> [UInt8] {
    try bytes(picture.gray, sha256: picture.graySHA256, in: folder)
  }

  /// The bytes of a true picture, checked against their hash.
  public static func truth(
    _ picture: PaintStudyPicture, in folder: String
  ) throws(PaintStudyError) -> [UInt8] {
    try bytes(picture.truth, sha256: picture.truthSHA256, in: folder)
  }

  private static func bytes(
    _ name: String, sha256: String, in folder: String
  ) throws(PaintStudyError) -> [UInt8] {
    let path = folder + "/" + name
    let bytes: [UInt8]
    do { bytes = try ImageFile.bytes(path) } catch {
      if case .missing = error { throw .missing(path) }
      throw .unreadable(path)
    }
    guard SHA256.hash(data: bytes).hexadecimal == sha256 else {
      throw .damagedDesign(file: path, reason: "it was changed after the design was made")
    }
    return bytes
  }
}
