import PerceptualAnalysis

/// How judges are simulated.
public struct SimulationOptions: Sendable {
  /// How many judges there are.
  public var judges: Int
  /// Drives every answer.
  public var seed: UInt64
  /// Whom the judges are drawn from; every trial is answered.
  public var population: JudgePopulation
  /// Judges at a time.
  public var concurrency: Int
  /// Share of a person's time that a trial takes, 0 for none: 1 waits for exposures and reactions.
  public var pace: Double
  /// Whether every picture is loaded, as a page does; otherwise only those that tell the cell.
  public var loadsPictures: Bool
  /// How long a server that does not answer is tried again, in seconds.
  public var patience: Double

  /// Makes options.
  public init(
    judges: Int, seed: UInt64, population: JudgePopulation, concurrency: Int = 64, pace: Double = 0,
    loadsPictures: Bool = false, patience: Double = 30
  ) {
    self.judges = judges
    self.seed = seed
    self.population = population
    self.concurrency = concurrency
    self.pace = pace
    self.loadsPictures = loadsPictures
    self.patience = patience
  }
}
