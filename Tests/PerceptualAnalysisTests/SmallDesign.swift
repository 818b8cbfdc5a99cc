import PerceptualStudy

/// Designs for simulations: each judge sees each image at most once, and methods rotate.
enum SmallDesign {
  static let rates = ["automatic": 0.1858, "plain": 0.2698, "full": 0.3004]
  static let methods = ["automatic", "plain", "full"]

  /// A design in memory; trials are to be at most as many as images.
  static func make(judges: Int, trials: Int, images: Int, vigilance: Int = 0) -> StudyDesign {
    var shown = 0
    let schedules = (1...judges).map { judge in
      let main = (1...trials).map { position in
        defer { shown += 1 }
        return Trial(
          position: position, kind: .main, image: "image-\(shown % images)",
          method: methods[(shown / images + shown % images) % methods.count],
          realFirst: (position + judge) % 2 == 0)
      }
      let watched = (0..<vigilance).map { index in
        Trial(
          position: trials + 1 + index, kind: .vigilance, image: "vigilance-\(index)",
          method: Trial.vigilanceMethod, realFirst: index % 2 == 0)
      }
      return JudgeSchedule(judge: judge, trials: main + watched)
    }
    return StudyDesign(
      study: "small", title: "A small study", seed: 1,
      methods: methods.map { StudyMethod(name: $0, publishedRate: rates[$0]) },
      exposure: Exposure(), imageSize: 256, breakEvery: 0, exclusion: ExclusionRule(),
      consent: StudyDesign.Consent(version: "1", hash: ""), pictures: [], schedules: schedules,
      hash: "")
  }
}
