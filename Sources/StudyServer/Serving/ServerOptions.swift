/// How a study is served.
public struct ServerOptions: Sendable {
  /// The port to listen on; 0 for any free one.
  public var port: Int
  /// Whether other machines may connect.
  public var isPublic: Bool
  /// The address that judges use, such as `https://study.example.org`, where it is another than the
  /// server's own; nil otherwise.
  public var origin: String?
  /// The database's file; nil for `judgements.sqlite` in the design's folder.
  public var database: String?
  /// Usable judges wanted in each cell.
  public var rounds: Int
  /// A judge who has not answered for so many minutes no longer holds a cell.
  public var cutoffMinutes: Int
  /// What judges hand in at the end; nil for a random one that the database keeps.
  public var completionCode: String?
  /// Whether only judges whom a recruiting site sent are let in.
  public var isWorkerRequired: Bool

  /// Makes options; by default for this machine only, with one judge a cell.
  public init(
    port: Int = 8080, isPublic: Bool = false, origin: String? = nil, database: String? = nil,
    rounds: Int = 1, cutoffMinutes: Int = 60, completionCode: String? = nil,
    isWorkerRequired: Bool = false
  ) {
    self.port = port
    self.isPublic = isPublic
    self.origin = origin
    self.database = database
    self.rounds = rounds
    self.cutoffMinutes = cutoffMinutes
    self.completionCode = completionCode
    self.isWorkerRequired = isWorkerRequired
  }
}
