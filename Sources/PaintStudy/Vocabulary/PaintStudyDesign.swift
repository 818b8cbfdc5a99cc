import Files

/// A painting study, complete: who paints what, in which order, with what and how long. Written as
/// `design.json`.
public struct PaintStudyDesign: Codable, Sendable, Equatable {
  /// Tells the format.
  public var format = Self.formatName
  /// The name: letters, digits and hyphens.
  public var study: String
  /// For people.
  public var title: String
  /// What it reruns: paper, section, table; empty where the study file says nothing.
  public var source: String
  /// Drives every choice.
  public var seed: UInt64
  /// The method that paints, by its name on the command line.
  public var method: String
  /// What subjects are asked for.
  public var goal: String
  /// The consent text's version and hash.
  public var consent: TextReference
  /// The same of the text that subjects read afterwards.
  public var thanks: TextReference
  /// The images, sorted by name; training images among them.
  public var pictures: [PaintStudyPicture]
  /// The subjects, by number.
  public var subjects: [SubjectPlan]
  /// SHA-256 of everything above, in hexadecimal; pictures and texts are in it by their own hashes.
  public var hash: String

  /// The value of ``format``.
  public static let formatName = "hintbench-paint-study-1"

  /// A text, by its version and its bytes.
  public struct TextReference: Codable, Sendable, Equatable {
    /// As the study file says, or the template's.
    public var version: String
    /// SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    public var sha256: String

    /// Refers to a text.
    public init(version: String, sha256: String) {
      self.version = version
      self.sha256 = sha256
    }
  }

  /// Makes a design, as yet without its hash.
  public init(
    study: String, title: String, source: String, seed: UInt64, method: String, goal: String,
    consent: TextReference, thanks: TextReference, pictures: [PaintStudyPicture],
    subjects: [SubjectPlan]
  ) {
    self.study = study
    self.title = title
    self.source = source
    self.seed = seed
    self.method = method
    self.goal = goal
    self.consent = consent
    self.thanks = thanks
    self.pictures = pictures
    self.subjects = subjects
    hash = ""
  }

  /// The picture of each image.
  public var picturesByImage: [ExactName: PaintStudyPicture] {
    Dictionary(pictures.map { (ExactName($0.image), $0) }) { first, _ in first }
  }
}
