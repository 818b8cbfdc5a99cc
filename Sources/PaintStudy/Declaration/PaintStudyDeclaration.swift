import Experiments

/// A declared painting study, before its pictures are looked at: a study file with what options
/// replaced.
public struct PaintStudyDeclaration: Sendable, Equatable {
  /// The name: letters, digits and hyphens.
  public var study = "painting"
  /// For people; nil for the name.
  public var title: String?
  /// What it reruns: paper, section, table.
  public var source = ""
  /// The folder of true pictures; nil for embedded scenes.
  public var images: String?
  /// How many embedded scenes stand in for photographs, training included, where no folder is named.
  public var scenes = 282
  /// Subjects, 1…1000.
  public var subjects = 28
  /// Pictures that each subject paints in each arm, 1…200.
  public var pictures = 10
  /// Pictures that each subject learns with, 0…20, from images that nobody paints in the study proper.
  public var trainingPictures = 2
  /// Seconds of training in all, shared by its pictures evenly.
  public var trainingSeconds = 120
  /// Seconds for a picture.
  public var seconds = 60
  /// The longer side of the pictures in pixels; larger ones are made smaller.
  public var imageSize = 512
  /// The method that paints.
  public var method = "local-hints"
  /// What subjects are asked for.
  public var goal = "Make it look realistic."
  /// What subjects agree to.
  public var consent = Text()
  /// What subjects are told afterwards.
  public var thanks = Text()
  /// Drives every choice.
  public var seed: UInt64 = 2017

  /// A text for subjects: of a file, or our template.
  public struct Text: Sendable, Equatable {
    /// The file; nil for the template.
    public var file: String?
    /// Its version; nil for the template's, or 1.
    public var version: String?

    /// Names a text.
    public init(file: String? = nil, version: String? = nil) {
      self.file = file
      self.version = version
    }
  }

  /// What numbers may be.
  enum Bounds {
    static let subjects = 1...1000
    static let pictures = 1...200
    static let training = 0...20
    static let seconds = 5...3600
    static let scenes = 1...20_000
    static let imageSize = 64...2048
  }

  /// A study of default numbers.
  public init() {}

  /// Whether a name can be that of a file: a plain step of a path.
  static func isFileStem(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && name.utf8.count <= 200
      && !name.utf8.contains { $0 == 0 || $0 == 0x2F }
  }

  /// Seconds for each training picture.
  var secondsOfTrainingPicture: Int {
    trainingPictures > 0 ? trainingSeconds / trainingPictures : 0
  }

  /// What is wrong with the numbers, whether of a file or of options; nil where all is well.
  var problem: (name: String, explanation: String)? {
    let numbers: [(String, Int, ClosedRange<Int>)] = [
      ("--subjects", subjects, Bounds.subjects), ("--pictures", pictures, Bounds.pictures),
      ("training.pictures", trainingPictures, Bounds.training),
      ("seconds", seconds, Bounds.seconds), ("image_size", imageSize, Bounds.imageSize),
      ("scenes", scenes, Bounds.scenes),
    ]
    if !MethodCatalog.names.contains(method) {
      return ("--method", "names '\(method)'; 'hintbench methods' lists them")
    }
    for (name, value, range) in numbers where !range.contains(value) {
      return (name, "should be \(range.lowerBound) to \(range.upperBound), and is \(value)")
    }
    if trainingPictures > 0, !Bounds.seconds.contains(secondsOfTrainingPicture) {
      return (
        "training.seconds",
        "gives each of \(trainingPictures) pictures \(secondsOfTrainingPicture) s; a picture takes "
          + "\(Bounds.seconds.lowerBound) to \(Bounds.seconds.upperBound)"
      )
    }
    return nil
  }
}
