import Files

extension StudyDesign {
  /// What is wrong with a design that was read, in a few words; nil for a sound one.
  ///
  /// A design that passes can be shown without looking anything up in vain, and without leaving its
  /// folder.
  var fault: String? {
    if schedules.isEmpty { return "it has no schedules" }
    let bounds = StudyDeclaration.Bounds.self
    let times = [exposure.before, exposure.picture, exposure.between]
    guard times.allSatisfy(bounds.milliseconds.contains), bounds.imageSize.contains(imageSize),
      breakEvery >= 0
    else { return "a time or a size is out of its range" }
    for picture in pictures {
      for path in [picture.real] + picture.fakes.values where !Self.staysInside(path) {
        return "'\(path)' is no path inside the folder"
      }
    }
    for (index, schedule) in schedules.enumerated() {
      guard schedule.judge == index + 1 else {
        return "the schedule of judge \(index + 1) is not where it should be"
      }
      guard !schedule.trials.isEmpty,
        schedule.trials.enumerated().allSatisfy({ $1.position == $0 + 1 })
      else { return "the trials of judge \(schedule.judge) are not numbered from 1" }
    }
    return nil
  }

  /// The picture of each image.
  public var picturesByImage: [ExactName: StudyPicture] {
    Dictionary(pictures.map { (ExactName($0.image), $0) }) { first, _ in first }
  }

  /// Why a trial of foreign answers may be unknown though it looks known, in a few words: the design
  /// has its image or method, in another Unicode normal form. Nil where it has not.
  public func normalFormRemark(on trial: Trial) -> String? {
    let known = methods.map(\.name) + pictures.map(\.image)
    for name in [trial.method, trial.image] where !known.contains(where: { $0.hasBytes(of: name) })
    {
      if let other = known.first(where: { $0 == name }) {
        return "'\(name)' is written in \(name.normalForm) here and in \(other.normalForm) in the "
          + "design: the same letters, but other bytes, and names are compared by their bytes"
      }
    }
    return nil
  }

  /// A relative path of plain steps.
  private static func staysInside(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
