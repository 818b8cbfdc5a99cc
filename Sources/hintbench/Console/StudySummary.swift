import Experiments
import PaintStudy
import PerceptualStudy
import Training

/// What a correct file declares, in a line.
struct StudySummary: Encodable {
  /// The file.
  let file: String
  /// What it is for.
  let kind: StudyKind
  /// Its name.
  let name: String
  /// Its title; its name where it has none.
  let title: String
  /// Its version, for kinds that have one.
  var version: Int?

  /// Reads a file of any kind; one that no key tells the kind of counts as a study of methods.
  ///
  /// - Throws: the error of its kind, which names every mistake.
  init(reading path: String) throws {
    file = path
    kind = StudyKind.of(path) ?? .run
    switch kind {
    case .run:
      let study = try StudyFile.read(path)
      (name, title, version) = (study.name, study.title, study.version)
    case .judge:
      let study = try StudyDeclarationFile.read(path)
      (name, title) = (study.study, study.title ?? study.study)
    case .paint:
      let study = try PaintStudyFile.read(path)
      (name, title) = (study.study, study.title ?? study.study)
    case .training:
      let training = try TrainingConfigurationFile.read(path)
      (name, title) = (training.name, training.title)
    }
  }
}
