extension StudyDeclaration {
  /// Puts methods given as `NAME=FOLDER` in the place of those of the file; a method of the same
  /// name keeps its published rate.
  ///
  /// - Throws: ``PerceptualStudyError/invalidOption(name:explanation:)``.
  public mutating func replaceMethods(_ given: [String]) throws(PerceptualStudyError) {
    guard !given.isEmpty else { return }
    var replaced: [Method] = []
    for text in given {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw .invalidOption(
          name: "--method", explanation: "should be NAME=FOLDER, and is '\(text)'")
      }
      let rate = methods.first { $0.name == parts[0] }?.publishedRate
      replaced.append(Method(name: parts[0], folder: parts[1], publishedRate: rate))
    }
    methods = replaced
  }

  /// What is wrong with a value that did not come from a study file; nil where all is well.
  var optionProblem: (name: String, explanation: String)? {
    for method in methods {
      let isPlain =
        (1...64).contains(method.name.count)
        && method.name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      guard isPlain else {
        return (
          "--method",
          "names a method '\(method.name)'; a name is letters, digits and hyphens, at most 64"
        )
      }
      if Self.reservedNames.contains(method.name) {
        return ("--method", "names a method '\(method.name)', which stands for something else")
      }
      if methods.count(where: { $0.name == method.name }) > 1 {
        return ("--method", "names '\(method.name)' twice")
      }
    }
    let numbers: [(String, Int, ClosedRange<Int>)] = [
      ("--judges", judges, Bounds.judges), ("--trials", trials, Bounds.trials),
      ("--practice", practice, Bounds.others), ("--vigilance", vigilance, Bounds.others),
      ("--image-size", imageSize, Bounds.imageSize),
    ]
    for (name, value, range) in numbers where !range.contains(value) {
      return (name, "should be \(range.lowerBound) to \(range.upperBound), and is \(value)")
    }
    return nil
  }
}
