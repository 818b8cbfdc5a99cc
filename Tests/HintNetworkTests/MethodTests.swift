import Colorimetry
import Colorization
import HintNetwork
import Imaging
import NeuralEngine
import Testing
import WeightFiles

/// The methods that studies and commands use.
@Suite struct MethodTests {
  @Test func identitiesCarryTheWeights() throws {
    let local = HintNetworkModel(try SyntheticNetwork(.local, width: 2).weights())
    let global = HintNetworkModel(try SyntheticNetwork(.global, width: 2).weights())
    let other = HintNetworkModel(try SyntheticNetwork(.local, width: 2, seed: 9).weights())
    let methods: [any Colorizer] = [
      try LocalHints(local), try LocalHints(local, usesHints: false), try LocalHints(other),
      try GlobalHintsColorizer(global),
      try GlobalHintsColorizer(global, name: "global-hints-saturation", statistics: .saturation),
    ]
    let identities = methods.map(\.identity)
    #expect(
      identities.map(\.name) == [
        "local-hints", "automatic", "local-hints", "global-hints", "global-hints-saturation",
      ])
    let models = [local, local, other, global, global]
    #expect(identities.map(\.weights) == models.map { $0.weights.sha256 })
    #expect(Set(identities.map(\.key)).count == methods.count)
    #expect(identities.allSatisfy { $0.version >= 1 && $0.weights?.count == 64 })
  }

  /// What was computed in bfloat16 is no float32 result, neither in a folder of pictures nor elsewhere.
  @Test func identitiesTellAnUnusualPrecision() throws {
    let weights = try SyntheticNetwork(.local, width: 2).weights()
    let half = try LocalHints(
      HintNetworkModel(weights, options: CompilationOptions(precision: .bfloat16)))
    let usual = try LocalHints(HintNetworkModel(weights))
    #expect(usual.identity.key == "local-hints@\(usual.identity.version)+\(weights.sha256)")
    #expect(half.identity.key == usual.identity.key + "+bf16")
  }

  @Test func methodsRefuseTheOtherVariant() throws {
    let local = HintNetworkModel(try SyntheticNetwork(.local, width: 2).weights())
    let global = HintNetworkModel(try SyntheticNetwork(.global, width: 2).weights())
    let found = global.weights.architecture.summary
    for (usesHints, method) in [(true, "local-hints"), (false, "automatic")] {
      #expect(
        throws: HintNetworkError.wrongVariant(
          path: "small.safetensors", method: method, found: found)
      ) { try LocalHints(global, usesHints: usesHints) }
    }
    let error = #expect(throws: HintNetworkError.self) { try GlobalHintsColorizer(local) }
    #expect(error?.message.contains("small.safetensors") == true)
    #expect(error?.message.contains("Local Hints, width 2") == true)
    #expect(error?.message.contains("global-hints") == true)
  }

  @Test func automaticIsLocalHintsWithoutPoints() throws {
    let model = HintNetworkModel(try SyntheticNetwork(width: 4).weights())
    var automatic = try LocalHints(model, usesHints: false).session(for: somePicture)
    var local = try LocalHints(model).session(for: somePicture)
    let alone = try automatic.colorize(somePoints).chrominance
    #expect(try automatic.colorize(Hints()).chrominance == alone)
    #expect(try local.colorize(Hints()).chrominance == alone)
    #expect(try local.colorize(somePoints).chrominance != alone)
    var suggesting = try LocalHints(model, usesHints: false).suggestingSession(for: somePicture)
    #expect(try suggesting.colorize(somePoints).chrominance == alone)
  }

  @Test func globalHintsAreMeasuredOrGiven() throws {
    let model = HintNetworkModel(try SyntheticNetwork(.global, width: 4).weights())
    let reference = RGBImage(height: 20, width: 30, filledWith: (200, 60, 40))
    func measured(_ statistics: GlobalHints.Statistics) throws -> Chrominance {
      let hints = GlobalHints.measured(from: reference, statistics: statistics)
      return try HintNetworkSession(model, lightness: somePicture).colorize(hints)
    }
    for statistics in [.histogram, .saturation, [.histogram, .saturation], []]
      as [GlobalHints.Statistics]
    {
      let method = try GlobalHintsColorizer(model, statistics: statistics)
      var session = try method.session(for: somePicture, reference: reference)
      let expected = try measured(statistics)
      #expect(try session.colorize(Hints()).chrominance == expected)
      #expect(try session.colorize(somePoints).chrominance == expected, "points are ignored")
    }
    let given = try GlobalHints(saturation: 0.9)
    var session = try GlobalHintsColorizer(model, hints: given).session(for: somePicture)
    let expected = try HintNetworkSession(model, lightness: somePicture).colorize(given)
    #expect(try session.colorize(Hints()).chrominance == expected)
    var plain = try GlobalHintsColorizer(model).session(for: somePicture)
    #expect(try plain.colorize(Hints()).chrominance != expected)
  }

  @Test(arguments: [.local, .global] as [HintNetworkArchitecture.Variant])
  func withoutPaletteHeadNothingIsSuggested(_ variant: HintNetworkArchitecture.Variant) throws {
    let weights = try SyntheticNetwork(variant, nil, width: 4).weights()
    let model = HintNetworkModel(weights)
    let method: any ColorSuggesting =
      variant == .local ? try LocalHints(model) : try GlobalHintsColorizer(model)
    let expected = HintNetworkError.noPaletteHead(path: weights.path)
    #expect(throws: expected) { try method.suggestingSession(for: somePicture) }
    #expect(throws: expected) {
      try HintNetworkSession(model, lightness: somePicture, withDistribution: true)
    }
    #expect(expected.message.contains(weights.path))
    var session = try method.session(for: somePicture)
    // The same colours as with a head.
    let whole = try SyntheticNetwork(variant, .hypercolumn, width: 4).weights()
    let model2 = HintNetworkModel(whole)
    let other: any ColorSuggesting =
      variant == .local ? try LocalHints(model2) : try GlobalHintsColorizer(model2)
    var suggesting = try other.suggestingSession(for: somePicture)
    let isEarly = suggesting.distribution != nil
    #expect(!isEarly, "there is none before the first colorization")
    let colors = try session.colorize(somePoints).chrominance
    #expect(try suggesting.colorize(somePoints).chrominance == colors)
    #expect(suggesting.distribution?.bins == .inGamut313)
  }

  /// Sessions of every kind make suggestions as the file says.
  @Test(arguments: [.local, .global] as [HintNetworkArchitecture.Variant])
  func suggestionsFollowTheFile(_ variant: HintNetworkArchitecture.Variant) throws {
    let network = SyntheticNetwork(variant, .hypercolumn, width: 4)
    for recipe in [
      SuggestionRecipe.published, SuggestionRecipe(rule: .coverage, softening: 0.8),
      SuggestionRecipe(rule: .clusters, softening: 1),
    ] {
      let model = HintNetworkModel(
        try network.weights(metadata: recipe == .published ? [:] : recipe.metadata))
      let method: any ColorSuggesting =
        variant == .local ? try LocalHints(model) : try GlobalHintsColorizer(model)
      var session = try method.suggestingSession(for: somePicture)
      _ = try session.colorize(somePoints)
      #expect(session.recipe == recipe)
      let distribution = try #require(session.distribution)
      let found = session.suggestions(row: 5, column: 9, lightness: 60, count: 9)
      let probabilities = distribution.probabilities(
        row: 5, column: 9, softening: recipe.softening)
      let wanted =
        recipe.rule == .coverage
        ? Palette.coveringSuggestions(
          probabilities: probabilities, bins: .inGamut313, lightness: 60)
        : Palette.suggestions(
          probabilities: probabilities, centers: ABBinSet.inGamut313.centers, lightness: 60)
      #expect(found == wanted)
      guard let guided = method as? any GloballyGuided else { continue }
      let other = try guided.guidedSession(for: somePicture) as? any ColorSuggestingSession
      #expect(other?.recipe == recipe)
    }
  }

  /// A network that was never trained gives grey, and so it is reported; a trained one never stays
  /// grey because of a mistake in reading hints or weights.
  @Test func onlyZerosGiveGray() throws {
    var network = SyntheticNetwork(.local, nil)
    #expect(try !colorized(network.weights()).isGray)
    for name in ["model_out.0.weight", "model_out.0.bias"] {
      let shape = network[name].shape
      network[name] = WeightTensor(
        shape: shape, values: [Float](repeating: 0, count: shape.reduce(1, *)))
    }
    let result = try colorized(network.weights())
    #expect(result == Chrominance(neutralWithHeight: 24, width: 24))
  }

  /// Trained variances pass the range of half precision, so they stay as they are.
  @Test(arguments: [ElementType.float16, .bfloat16])
  func halfFilesKeepTheStatistics(_ type: ElementType) throws {
    var network = SyntheticNetwork(.local, .bins529, width: 8)
    let name = "model5.6.running_var"
    var values = network[name].values
    values[3] = 123_456.789
    network[name] = WeightTensor(shape: [values.count], values: values)
    let exact = try network.weights()
    let half = try network.weights(as: { HintNetworkWeights.isStatistic($0) ? .float32 : type })
    #expect(half.sha256 != exact.sha256)
    for (name, tensor) in exact.parameters.tensors {
      let other = try #require(half.parameters.tensors[name])
      #expect((tensor == other) == HintNetworkWeights.isStatistic(name), "\(name)")
    }
    if type == .float16 {
      #expect(throws: WeightFileError.self) { try network.weights(as: { _ in type }) }
    }
    let (one, two) = (try colorized(exact), try colorized(half))
    let differences = zip(one.a.values + one.b.values, two.a.values + two.b.values).map {
      abs($0 - $1)
    }
    let mean = differences.reduce(0, +) / Double(differences.count)
    #expect(mean > 0 && mean < (type == .float16 ? 0.05 : 0.4))
  }
}
