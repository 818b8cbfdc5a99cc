import Colorization
import Foundation

/// What a run was: all that is needed to check it, merge it, report it, or do it again.
public struct Manifest: Sendable, Codable, Equatable {
  /// The file's name in a run folder.
  public static let fileName = "manifest.json"
  /// The name of the study's copy in a run folder.
  public static let studyFileName = "study.yaml"

  /// `running` until every unit is done and every table written, then `complete`.
  public var state: State
  /// Version of HintBench.
  public var hintbench: String
  /// Git commit of the checkout it was built from, where that is known.
  public var commit: String?
  /// Name, version and SHA-256 of the study file.
  public var study: StudyRecord
  /// From which the oracles' seeds were hashed.
  public var seed: UInt64
  /// The part of the plan in this folder.
  public var shard: Shard
  /// Set when only the first images were used: not a full result.
  public var limit: Int?
  /// The images' folder as it was named; absent for the embedded scenes.
  public var imagesFolder: String?
  /// Every image used, by name.
  public var images: [ImageRecord]
  /// Every picture that could not be used.
  public var skipped: [ImageSet.Skipped]
  /// Every method run.
  public var methods: [MethodRecord]
  /// Methods of the study that could not be run.
  public var missingMethods: [String]
  /// Where it ran and on what.
  public var environment: Environment
  /// How many units ran at a time, each on one thread.
  public var jobs: Int

  /// Whether a run is finished.
  public enum State: String, Sendable, Codable {
    /// Units may be missing.
    case running
    /// Every unit is done.
    case complete
  }

  /// A study as it was run.
  public struct StudyRecord: Sendable, Codable, Equatable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: Int
    /// SHA-256 of its file.
    public var sha256: String
  }

  /// An image and its hash.
  public struct ImageRecord: Sendable, Codable, Equatable {
    /// The file's or the scene's name.
    public var name: String
    /// SHA-256 of the file's bytes; of a scene's pixels.
    public var sha256: String
    /// Present where it is a photograph without colour.
    public var isGrey: Bool?
  }

  /// A method and its weights.
  public struct MethodRecord: Sendable, Codable, Equatable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: Int
    /// SHA-256 of its weights, where it has any.
    public var weights: String?
    /// The weights file as it was named.
    public var weightsFile: String?

    /// What the method is known by; where the weights lay does not matter.
    var identity: MethodIdentity { MethodIdentity(name: name, version: version, weights: weights) }
  }

  /// Describes a run that is about to start.
  ///
  /// - Parameter weightsFiles: the path of each weights file by its SHA-256.
  public init(
    plan: Plan, shard: Shard, limit: Int?, jobs: Int, environment: Environment,
    weightsFiles: [String: String] = [:]
  ) {
    state = .running
    hintbench = HintBenchVersion.current
    commit = HintBenchVersion.commit()
    study = StudyRecord(
      name: plan.study.name, version: plan.study.version, sha256: plan.study.hash)
    seed = plan.study.seed
    self.shard = shard
    self.limit = plan.images.isCut ? limit : nil
    imagesFolder = plan.images.folder
    images = plan.images.images.map {
      ImageRecord(name: $0.name, sha256: $0.sha256, isGrey: $0.isGrey ? true : nil)
    }
    skipped = plan.images.skipped
    methods = plan.methods.map {
      MethodRecord(
        name: $0.identity.name, version: $0.identity.version, weights: $0.identity.weights,
        weightsFile: $0.identity.weights.flatMap { weightsFiles[$0] })
    }
    missingMethods = plan.missing.map(\.name)
    self.environment = environment
    self.jobs = jobs
  }

  /// The manifest as JSON with sorted keys.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Reads the manifest of a run folder.
  ///
  /// - Throws: ``ExperimentError/missing(_:)`` or ``ExperimentError/noRun(folder:)`` where there is
  ///   none, ``ExperimentError/unreadable(_:)``, ``ExperimentError/damagedManifest(path:reason:)``.
  public static func read(folder: String) throws(ExperimentError) -> Manifest {
    let path = folder + "/" + fileName
    guard FileManager.default.fileExists(atPath: folder) else { throw .missing(folder) }
    guard FileManager.default.fileExists(atPath: path) else {
      let holdsLedger = FileManager.default.fileExists(atPath: folder + "/" + Ledger.fileName)
      throw holdsLedger
        ? .damagedManifest(path: path, reason: "there is no such file") : .noRun(folder: folder)
    }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let manifest = try? decoder.decode(Manifest.self, from: data) else {
      throw .damagedManifest(path: path, reason: "it is no manifest of this version")
    }
    guard !manifest.images.isEmpty else {
      throw .damagedManifest(path: path, reason: "it names no images")
    }
    return manifest
  }

  /// What differs between two parts of one run; nil when they belong together.
  func difference(to other: Manifest) -> String? {
    if study != other.study { return "other study: \(study.name) and \(other.study.name)" }
    if seed != other.seed { return "other seed: \(seed) and \(other.seed)" }
    if images != other.images { return "other images" }
    if methods.map(\.identity) != other.methods.map(\.identity) {
      return "other methods, versions or weights"
    }
    if shard.count != other.shard.count {
      return "other shards: of \(shard.count) and of \(other.shard.count)"
    }
    return nil
  }
}
