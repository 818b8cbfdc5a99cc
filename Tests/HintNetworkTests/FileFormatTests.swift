import Colorimetry
import Colorization
import Foundation
import HintNetwork
import Testing
import WeightFiles

/// The same weights give the same colours whatever file they come in.
@Suite struct FileFormatTests {
  @Test func threeFormatsGiveTheSameBits() throws {
    let network = SyntheticNetwork(.local, .bins529, width: 4, seed: 7)
    let file = TorchFile(network)
    let files: [(WeightFile.Format, Data)] = [
      (.safetensors, try network.safetensors()), (.pytorchZip, Data(file.zip)),
      (.pytorchLegacy, Data(file.legacy)),
    ]
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hint-network-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    var results: [Chrominance] = []
    var hashes: Set<String> = []
    for (format, data) in files {
      // Names tell nothing.
      let path = folder.appendingPathComponent("weights").path
      try data.write(to: URL(fileURLWithPath: path))
      let weights = try HintNetworkWeights.read(path)
      #expect(weights.format == format && weights.path == path)
      #expect(weights.architecture == network.architecture)
      #expect(weights.maskCenter == 0 && weights.chrominanceScale == 110)
      hashes.insert(weights.sha256)
      results.append(try colorized(weights))
    }
    #expect(hashes.count == 3)
    #expect(results[1] == results[0] && results[2] == results[0])
    #expect(!results[0].isGray)
  }

  @Test func batchCountersAreIgnored() throws {
    var network = SyntheticNetwork()
    let plain = try colorized(network.weights())
    network.tensors.insert(
      ("model1.4.num_batches_tracked", WeightTensor(shape: [], values: [1000], stored: .int64)),
      at: 3)
    let weights = try network.weights(as: { $0.hasSuffix("tracked") ? .int64 : .float32 })
    #expect(try colorized(weights) == plain)
  }

  @Test(arguments: [.local, .global] as [HintNetworkArchitecture.Variant])
  func caffeModelsAreTranslated(_ variant: HintNetworkArchitecture.Variant) throws {
    let network = SyntheticNetwork(variant, nil, seed: 8, isPlain: true)
    let model = CaffeModel(network)
    let weights = try read(model)
    #expect(weights.format == .caffe && weights.architecture == network.architecture)
    #expect(weights.maskCenter == 0 && weights.chrominanceScale == 110)
    let (ours, theirs) = (try colorized(weights), try colorized(network.weights()))
    #expect(difference(ours, theirs) < 1e-3 && !ours.isGray)
  }

  /// Layers with fixed kernels, which this package has built in, and layers without numbers.
  @Test func fixedLayersOfCaffeModelsAreIgnored() throws {
    let network = SyntheticNetwork(.local, nil, isPlain: true)
    var model = CaffeModel(network)
    let channels = network["model1.4.weight"].count
    let ones = [Float](repeating: 1, count: channels)
    let kernel = [Float](repeating: 0.5, count: 313 * 16)
    let centers = [Float](repeating: 30, count: 626)
    model.layers += [
      .init(name: "conv1_2norm_ss", type: "Convolution", blobs: [([channels, 1, 1, 1], ones)]),
      .init(name: "conv8_313_us", type: "Deconvolution", blobs: [([313, 1, 4, 4], kernel)]),
      .init(name: "pred_313_ab", type: "Convolution", blobs: [([2, 313, 1, 1], centers)]),
      .init(name: "relu1_1", type: "ReLU", blobs: []),
    ]
    #expect(try colorized(read(model)) == colorized(read(CaffeModel(network))))
  }

  /// The published interface sets one number of the layer `scale_S` to 0.2: it softens the
  /// distribution. The layer `pred_ab` is what tanh is multiplied by.
  @Test(arguments: [["pred_ab", "scale_S"], ["scale_S", "pred_ab"]])
  func onlyTheLastScaleCounts(_ order: [String]) throws {
    let network = SyntheticNetwork(.local, nil, isPlain: true)
    var model = CaffeModel(network)
    for name in order {
      model.layers.append(
        .init(name: name, type: "Scale", blobs: [([1], [name == "pred_ab" ? 100 : 0.2])]))
    }
    #expect(try read(model).chrominanceScale == 100)
  }

  /// At the published width, where the six maps have 384 channels, by which they are known.
  @Test func hypercolumnsOfCaffeModelsAreFound() throws {
    let width = 64
    let architecture = HintNetworkArchitecture(variant: .local, width: width, head: .hypercolumn)
    var network = SyntheticNetwork(.local, nil, width: 1, isPlain: true)
    network.tensors = architecture.graph().parameterShapes.enumerated().map { index, named in
      let value: Float = named.name.hasSuffix("bias") ? 0 : 1
      let isHypercolumn = named.name.hasPrefix("hypercolumn.")
      let values = [Float](
        repeating: isHypercolumn ? Float(index) : value, count: named.shape.reduce(1, *))
      return (named.name, WeightTensor(shape: named.shape, values: values))
    }
    let weights = try read(CaffeModel(network))
    #expect(weights.architecture == architecture)
    for (name, tensor) in network.tensors where name.hasPrefix("hypercolumn.") {
      let found = try #require(weights.parameters.tensors[name])
      #expect(found.shape == tensor.shape && found.values == tensor.values, "\(name)")
    }
  }

  private func read(_ model: CaffeModel) throws -> HintNetworkWeights {
    try HintNetworkWeights(WeightFile.decode(Data(model.bytes), path: "model.caffemodel"))
  }

  private func difference(_ one: Chrominance, _ other: Chrominance) -> Double {
    zip(one.a.values + one.b.values, other.a.values + other.b.values).map { abs($0 - $1) }.max()
      ?? 0
  }
}
