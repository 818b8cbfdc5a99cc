/// A declared study, before its pictures are looked at: a study file with what options replaced.
public struct StudyDeclaration: Sendable, Equatable {
  /// The name: letters, digits and hyphens.
  public var study = "real-vs-fake"
  /// For people; nil for the name.
  public var title: String?
  /// What it reruns: paper, table or figure.
  public var source = ""
  /// The folder of true pictures.
  public var truth: String?
  /// The methods, in the order of the tables.
  public var methods: [Method] = []
  /// Judges, 1…10,000.
  public var judges = 50
  /// Main trials of each judge, 1…2000.
  public var trials = 45
  /// Practice trials of each judge, 0…200.
  public var practice = 10
  /// Vigilance trials of each judge, 0…200.
  public var vigilance = 5
  /// Exposure times.
  public var exposure = Exposure()
  /// The longer side of the pictures as shown, in CSS pixels, 32…1024.
  public var imageSize = 256
  /// Main trials between two breaks; 0 for none.
  public var breakEvery = 0
  /// Who will be left out.
  public var exclusion = ExclusionRule()
  /// What judges agree to.
  public var consent = Text()
  /// What judges are told afterwards.
  public var debriefing = Text()
  /// Drives every choice.
  public var seed: UInt64 = 2017

  /// A folder of a method's pictures.
  public struct Method: Sendable, Equatable, Hashable {
    /// Its name in tables: letters, digits and hyphens.
    public var name: String
    /// The folder.
    public var folder: String
    /// The fooling rate that its paper states, 0…1.
    public var publishedRate: Double?

    /// Names a folder.
    public init(name: String, folder: String, publishedRate: Double? = nil) {
      self.name = name
      self.folder = folder
      self.publishedRate = publishedRate
    }
  }

  /// A text for judges: of a file, or our template.
  public struct Text: Sendable, Equatable {
    /// The file; nil for the template.
    public var file: String?
    /// The text's version; nil for the template's, or 1 for a file.
    public var version: String?

    /// Our template.
    public init() {}
  }

  /// The numbers that are allowed, where not everything is.
  public enum Bounds {
    /// Of judges.
    public static let judges = 1...10_000
    /// Of main trials.
    public static let trials = 1...2000
    /// Of practice trials, and of vigilance trials.
    public static let others = 0...200
    /// Of the pictures' longer side, CSS pixels.
    public static let imageSize = 32...1024
    /// Of each exposure, milliseconds.
    public static let milliseconds = 0...60_000
  }

  /// Names that stand for something else where methods stand.
  static let reservedNames = ["gt", "real", "truth", Trial.vigilanceMethod]

  /// A study with nothing but defaults.
  public init() {}
}
