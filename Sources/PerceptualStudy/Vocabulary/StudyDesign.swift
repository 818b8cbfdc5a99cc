/// A real-vs-fake study, complete: what is shown to whom in which order. Written as `design.json`.
public struct StudyDesign: Codable, Sendable, Equatable {
  /// The name: letters, digits and hyphens.
  public var study: String
  /// For people.
  public var title: String
  /// Drives every choice in the schedule.
  public var seed: UInt64
  /// The methods, in the order of the study file.
  public var methods: [StudyMethod]
  /// Exposure times.
  public var exposure: Exposure
  /// Side of the pictures as shown, in CSS pixels.
  public var imageSize: Int
  /// Main trials between two breaks; 0 for none.
  public var breakEvery: Int
  /// Who will be left out.
  public var exclusion: ExclusionRule
  /// Version of the consent text and the SHA-256 of its bytes, in hexadecimal.
  public var consent: Consent
  /// Version of the text that judges read afterwards and its hash; nil where there is none.
  public var debriefing: Consent?
  /// What it reruns: paper, table or figure; nil where the study file says nothing.
  public var source: String?
  /// The images that are shown, sorted by name; practice images among them.
  public var pictures: [StudyPicture]
  /// The cells, sorted by number.
  public var schedules: [JudgeSchedule]
  /// SHA-256 of everything above, pictures' bytes included, in hexadecimal. Frozen: analysis refuses
  /// answers to another design.
  public var hash: String

  /// What judges agree to.
  public struct Consent: Codable, Sendable, Equatable {
    /// As the study file says.
    public var version: String
    /// SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    public var hash: String

    /// Makes a reference to a consent text.
    public init(version: String, hash: String) {
      self.version = version
      self.hash = hash
    }
  }

  /// Makes a design.
  public init(
    study: String, title: String, seed: UInt64, methods: [StudyMethod], exposure: Exposure,
    imageSize: Int, breakEvery: Int, exclusion: ExclusionRule, consent: Consent,
    pictures: [StudyPicture], schedules: [JudgeSchedule], hash: String,
    debriefing: Consent? = nil, source: String? = nil
  ) {
    self.study = study
    self.title = title
    self.seed = seed
    self.methods = methods
    self.exposure = exposure
    self.imageSize = imageSize
    self.breakEvery = breakEvery
    self.exclusion = exclusion
    self.consent = consent
    self.pictures = pictures
    self.schedules = schedules
    self.hash = hash
    self.debriefing = debriefing
    self.source = source
  }
}
