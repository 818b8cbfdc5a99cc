import PerceptualAnalysis

/// An analysis for programs: `judge analyze --json`. Rates and differences are shares, intervals 95 %.
struct AnalysisFacts: Encodable {
  let judges: Int
  /// Judges that the exclusion rule leaves out.
  let excluded: [String]
  /// Judges that are programs.
  let simulated: Int
  let methods: [Method]
  let pairs: [Pair]
  let findings: [String]
  let notes: [String]
  let report: String

  /// A method's fooling rate.
  struct Method: Encodable {
    let method: String
    let judges: Int
    let images: Int
    let trials: Int
    let foolingRate: Double
    /// Over judges and images.
    let interval: [Double]
    let wilson: [Double]
    let pooled: [Double]
    let publishedRate: Double?
  }

  /// The difference of two methods.
  struct Pair: Encodable {
    let methodA: String
    let methodB: String
    let difference: Double
    let interval: [Double]
    let probabilityAAboveB: Double
    let pHolm: Double
  }

  init(_ study: JudgedStudy, _ outcome: AnalysisFolder.Outcome, folder: String) {
    func ends(_ interval: Interval) -> [Double] { [interval.low, interval.high] }
    judges = study.records.count
    excluded = study.records.filter(\.isExcluded).map(\.judge)
    simulated = study.simulated
    methods = study.kept.methods.map {
      Method(
        method: $0.method, judges: $0.judges, images: $0.images, trials: $0.trials,
        foolingRate: $0.rate, interval: ends($0.cluster), wilson: ends($0.wilson),
        pooled: ends($0.pooled), publishedRate: $0.publishedRate)
    }
    pairs = study.kept.pairs.map {
      Pair(
        methodA: $0.methodA, methodB: $0.methodB, difference: $0.difference,
        interval: ends($0.interval), probabilityAAboveB: $0.probabilityAbove, pHolm: $0.pHolm)
    }
    findings = outcome.findings
    notes = outcome.notes
    report = "\(folder)/report.html"
  }
}
