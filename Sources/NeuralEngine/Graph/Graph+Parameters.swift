extension Graph {
  /// The name and shape of every array of weights, in the order of the layers.
  public var parameterShapes: [(name: String, shape: [Int])] {
    nodes.flatMap { node -> [(name: String, shape: [Int])] in
      switch node.operation {
      case .convolution(let layer):
        let weights = [layer.outputs, layer.inputs, layer.kernel, layer.kernel]
        return [(layer.weightName, weights)]
          + (layer.isBiased ? [(layer.biasName, [layer.outputs])] : [])
      case .transposedConvolution(let layer):
        let weights = [layer.inputs, layer.outputs, layer.kernel, layer.kernel]
        return [(layer.weightName, weights), (layer.biasName, [layer.outputs])]
      case .batchNormalization(let name, _):
        return ["weight", "bias", "running_mean", "running_var"].map {
          ("\(name).\($0)", [node.channels])
        }
      default: return []
      }
    }
  }

  /// True for what comes from vectors only: height and width are 1 whatever the pictures' size.
  func isVector(_ value: Value) -> Bool {
    let node = node(value)
    switch node.operation {
    case .input(_, let isVector): return isVector
    case .enlarge, .transposedConvolution: return false
    default: return node.inputs.allSatisfy(isVector)
    }
  }

  /// The values that the named outputs need, in the order of the layers.
  func needed(for names: [String]) -> [Value] {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    for (name, value) in outputs where names.contains(name) { isNeeded[value.index] = true }
    for index in nodes.indices.reversed() where isNeeded[index] {
      for input in nodes[index].inputs { isNeeded[input.index] = true }
    }
    return nodes.indices.filter { isNeeded[$0] }.map(Value.init)
  }

  /// A value's name for progress, tables and errors: that of the layer it comes from.
  func layerName(_ value: Value) -> String {
    let node = node(value)
    switch node.operation {
    case .input(let name, _), .batchNormalization(let name, _): return name
    case .convolution(let layer), .transposedConvolution(let layer): return layer.name
    default: return node.inputs.first.map(layerName) ?? "layer \(value.index)"
    }
  }
}
