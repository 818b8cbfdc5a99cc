import NeuralEngine
import SimulatedUsers

/// A declared training: which network learns from which pictures, and how. Read from YAML by
/// ``TrainingConfigurationFile``.
///
/// The defaults are those of the recipe of Zhang et al. 2017, §3.1–3.3,
/// https://doi.org/10.1145/3072959.3073703, where it says something.
public struct TrainingConfiguration: Sendable, Equatable {
  /// Letters, digits and hyphens; names the folder of results.
  public var name: String
  /// One line for people.
  public var title: String
  /// Under what terms the learned weights may be used; told in their file.
  public var licence: String
  /// From which weights, pictures and hints are drawn.
  public var seed: UInt64
  /// What activations and weights are kept in while computing; the learned weights are float32.
  public var precision: CompilationOptions.PrecisionChoice
  /// Threads to compute with; nil for all cores.
  public var threads: Int?
  /// The folder of results; nil for `Runs/NAME`.
  public var output: String?
  /// The network that learns.
  public var network: Network
  /// The pictures.
  public var data: Data
  /// How samples are cut from pictures.
  public var augmentation: Augmentation
  /// How hints are simulated (local hints).
  public var hints: HintSampler
  /// How often statistics are revealed (global hints).
  public var globals: Globals
  /// How weights follow gradients.
  public var optimizer: Optimizer
  /// What is minimized.
  public var loss: Loss
  /// What is done one after the other, usually at rising sizes.
  public var phases: [Phase]
  /// How progress is judged; nil for not at all.
  public var validation: Validation?
  /// When everything is written down.
  public var checkpoint: Checkpoint

  /// How often the global statistics are revealed, each on its own.
  public struct Globals: Sendable, Equatable {
    /// The share of pictures whose histogram is revealed, 0…1.
    public var histogram = 0.5
    /// The share of pictures whose mean saturation is revealed, 0…1.
    public var saturation = 0.5

    /// Either in every second picture.
    public init() {}
  }

  /// AdamW, its schedule, and the average of the weights.
  public struct Optimizer: Sendable, Equatable {
    /// The rate after the warm-up.
    public var rate = 5e-4
    /// How much of the moments is kept at each step.
    public var betas = [0.9, 0.99]
    /// Decoupled weight decay, times the rate, of every weight.
    public var weightDecay = 1e-3
    /// Added to the root of the second moment.
    public var epsilon = 1e-8
    /// Steps at the start over which the rate grows in equal parts.
    public var warmupSteps = 200
    /// Gradients of a larger norm are scaled down to it.
    public var clip = 20.0
    /// How much of the averages of weights and statistics is kept at each step.
    public var average = 0.999

    /// The defaults.
    public init() {}
  }

  /// The terms that are added.
  public struct Loss: Sendable, Equatable {
    /// ``HuberLoss`` of a and b, linear from `delta` Lab units on.
    public struct Huber: Sendable, Equatable {
      /// From where it is linear.
      public var delta = 1.0
      /// What it is multiplied by.
      public var weight = 1.0
    }

    /// ``LogErrorLoss`` of a and b.
    public struct LogError: Sendable, Equatable {
      /// Added to the squared error, in squared Lab units.
      public var floor: Double
      /// What it is multiplied by.
      public var weight = 1.0
    }

    /// Nil where only the logarithm counts.
    public var huber: Huber? = Huber()
    /// Nil where only the Huber loss counts.
    public var logError: LogError?
    /// What the cross-entropy of the palette head is multiplied by.
    public var distributionWeight = 1.0

    /// The paper's.
    public init() {}
  }

  /// One stretch of the training, at one size.
  public struct Phase: Sendable, Equatable {
    /// Side of the pictures in pixels, a multiple of 8.
    public var size: Int
    /// Pictures a step.
    public var batch: Int
    /// Pictures in all; whole batches are made of them, the last one filled up.
    public var samples: Int
    /// The rate of this phase in the optimizer's stead.
    public var rate: Double?

    /// Steps of the phase.
    public var steps: Int { (samples + batch - 1) / batch }
  }

  /// How progress is judged.
  public struct Validation: Sendable, Equatable {
    /// The pictures to judge on.
    public enum Source: Sendable, Equatable {
      /// The first pictures by name of a folder.
      case folder(String)
      /// Embedded scenes of a series of their own.
      case scenes
    }

    /// Where the pictures come from.
    public var source: Source
    /// How many there are at most.
    public var pictures = 24
    /// Numbers of random points, ascending.
    public var points = [0, 1, 10, 100]
    /// Side that pictures are resized to, in pixels.
    public var size = 256
    /// Samples from one judgement to the next; the last one is at the end.
    public var every = 20_000
  }

  /// When checkpoints are written, besides the end.
  public enum Checkpoint: Sendable, Equatable {
    /// Every so many seconds.
    case seconds(Int)
    /// Every so many steps.
    case steps(Int)
  }

  /// Steps of all phases.
  public var steps: Int { phases.reduce(0) { $0 + $1.steps } }
  /// Pictures of all phases, as whole batches.
  public var samples: Int { phases.reduce(0) { $0 + $1.steps * $1.batch } }
}
