// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "HintBench",
  products: [
    .executable(name: "hintbench", targets: ["hintbench"]),
    .library(
      name: "HintBenchKit", targets: ["Colorization", "Experiments", "HintNetwork", "Reporting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    // Without its traits: nothing here reads settings through swift-configuration.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // C libraries, one small target each.
    .target(
      name: "CImageCodecs",
      linkerSettings: [.linkedLibrary("png"), .linkedLibrary("jpeg"), .linkedLibrary("z")]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .target(
      name: "CSuperLU", linkerSettings: [.linkedLibrary("superlu"), .linkedLibrary("openblas")]),

    .target(
      name: "COneDNN", dependencies: ["CNeuralKernels"], linkerSettings: [.linkedLibrary("dnnl")]),
    .target(
      name: "CNeuralKernels", cSettings: [.headerSearchPath(".")],
      linkerSettings: [.linkedLibrary("gomp")]),

    // The ground: pictures and colour.
    .target(name: "Prose"),
    .target(name: "Files", dependencies: ["Prose"]),
    .target(
      name: "SeededChance", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "WorkFolders"),
    .target(
      name: "DatabaseFiles", dependencies: [.product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "ParallelWork"),
    .target(name: "Plotting"),
    .target(
      name: "ReportPages",
      dependencies: ["Plotting", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Tables", dependencies: ["CCSV"]),
    .target(
      name: "Declarations", dependencies: ["Prose", .product(name: "Yams", package: "Yams")]),
    .target(name: "Imaging", dependencies: ["CImageCodecs", "Files", "Prose"]),
    .target(name: "AlignedMemory"),
    .target(name: "CColorimetry"),
    .target(name: "Colorimetry", dependencies: ["CColorimetry", "Imaging"]),
    .target(name: "Scenes", dependencies: ["Imaging", "SeededChance"]),

    // The vocabulary, and the methods that speak it: one folder a method.
    .target(name: "Colorization", dependencies: ["Colorimetry", "Imaging", "ParallelWork"]),
    .target(
      name: "Gray", dependencies: ["Colorization"], path: "Baselines/Gray", exclude: ["README.md"]),
    .target(
      name: "Palettes", dependencies: ["Colorization"], path: "Baselines/Palettes",
      exclude: ["README.md"]),
    .target(
      name: "Levin2004",
      dependencies: ["AlignedMemory", "Colorization", "COpenBLAS", "CSuperLU"],
      path: "Baselines/Levin2004", exclude: ["README.md"]),

    // Networks: an engine on oneDNN, weights files, and the proposed network.
    .target(
      name: "NeuralEngine",
      dependencies: ["AlignedMemory", "CNeuralKernels", "COneDNN", "COpenBLAS", "Files"]),
    .target(
      name: "WeightFiles",
      dependencies: ["Files", "Prose", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "NetworkWeights",
      dependencies: ["NeuralEngine", "Prose", "SeededChance", "WeightFiles"]),
    .target(
      name: "ImageFeatures",
      dependencies: ["Imaging", "NetworkWeights", "NeuralEngine", "WeightFiles"],
      exclude: ["README.md"]),
    .target(
      name: "HintNetwork",
      dependencies: [
        "Colorization", "NetworkWeights", "NeuralEngine", "Prose", "SeededChance", "WeightFiles",
      ],
      exclude: ["README.md"], resources: [.copy("Bundled")]),

    .target(
      name: "AffinityHints",
      dependencies: [
        "Colorization", "Colorimetry", "ImageFeatures", "Imaging", "Levin2004", "NetworkWeights",
        "NeuralEngine", "Prose", "WeightFiles",
      ],
      path: "Baselines/AffinityHints", exclude: ["README.md"], resources: [.copy("Bundled")]),

    // Simulated users and judgement.
    .target(
      name: "SimulatedUsers", dependencies: ["Colorization", "Imaging", "SeededChance"]),
    .target(
      name: "ImageMetrics", dependencies: ["Colorization", "Colorimetry", "Imaging", "Prose"]),

    // A study asks, a ledger remembers, a report tells.
    .target(
      name: "Experiments",
      dependencies: [
        "AffinityHints", "Colorization", "Gray", "HintNetwork", "Levin2004", "NetworkWeights",
        "Palettes", "SimulatedUsers",
        "ImageMetrics",
        "Scenes",
        "CCSV",
        "COpenBLAS", "DatabaseFiles", "Declarations", "Files", "NeuralEngine", "ParallelWork",
        "Prose",
        "SeededChance",
        "Tables", "WorkFolders",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ]),

    // Networks learn.
    .target(name: "CTraining", dependencies: ["CNeuralKernels"]),
    .target(
      name: "Training",
      dependencies: [
        "AffinityHints", "AlignedMemory", "CNeuralKernels", "CTraining", "Colorimetry",
        "Colorization", "Declarations", "Files", "HintNetwork", "Imaging", "ImageMetrics",
        "NeuralEngine",
        "ParallelWork",
        "Prose", "Scenes",
        "SeededChance", "SimulatedUsers", "WeightFiles", "WorkFolders",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "Reporting",
      dependencies: [
        "Colorimetry", "Colorization", "Experiments", "Files", "ImageMetrics", "Imaging",
        "ParallelWork", "Plotting", "Prose", "ReportPages",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),

    // People paint.
    .target(
      name: "Painting",
      dependencies: [
        "Colorimetry", "Colorization", "Experiments", "Files", "Imaging", "Prose",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // People judge.
    .target(
      name: "PerceptualStudy",
      dependencies: [
        "Colorimetry", "Declarations", "Files", "Imaging", "ParallelWork", "Plotting", "Prose",
        "SeededChance", "Tables", "WorkFolders",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "PerceptualAnalysis",
      dependencies: [
        "Files", "Imaging", "ParallelWork", "PerceptualStudy", "Plotting", "Prose", "ReportPages",
        "SeededChance", "Tables",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "PlainHTTP",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .target(
      name: "WebService",
      dependencies: [
        "Prose",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ]),
    .target(
      name: "PaintServer",
      dependencies: [
        "Colorization", "DatabaseFiles", "Experiments", "Files", "Imaging", "Painting", "Prose",
        "WebService",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      exclude: ["README.md"], resources: [.embedInCode("Page")]),
    .target(
      name: "PaintStudy",
      dependencies: [
        "Colorimetry", "Colorization", "Declarations", "Experiments", "Files", "ImageMetrics",
        "Imaging", "PaintServer", "Painting", "ParallelWork", "PerceptualAnalysis",
        "PerceptualStudy",
        "PlainHTTP", "Plotting", "Prose", "ReportPages", "Scenes", "SeededChance", "SimulatedUsers",
        "Tables", "WorkFolders",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "StudyServer",
      dependencies: [
        "DatabaseFiles", "Files", "PerceptualAnalysis", "PerceptualStudy", "PlainHTTP", "Prose",
        "Tables",
        "WebService",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      exclude: ["README.md"], resources: [.embedInCode("Page")]),
    .executableTarget(
      name: "hintbench",
      dependencies: [
        "AffinityHints", "Colorization", "Declarations", "Experiments", "Files", "HintNetwork",
        "ImageFeatures", "Imaging", "NetworkWeights", "NeuralEngine",
        "PaintServer", "PaintStudy", "PerceptualAnalysis", "PerceptualStudy",
        "Prose", "Reporting",
        "Scenes", "SimulatedUsers", "StudyServer", "Training", "WeightFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(
      name: "DeclarationsTests",
      dependencies: ["Declarations", .product(name: "Yams", package: "Yams")]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "ScratchFolders"]),
    .testTarget(
      name: "ImagingTests", dependencies: ["CImageCodecs", "Imaging"], exclude: ["make_fixtures.py"]
    ),
    .testTarget(name: "ColorimetryTests", dependencies: ["Colorimetry"]),
    .testTarget(
      name: "ColorizationTests",
      dependencies: ["Colorization", "Colorimetry", "Imaging", "Scenes"],
      exclude: ["make_reference.py"]),
    .testTarget(
      name: "AffinityHintsTests",
      dependencies: [
        "AffinityHints", "Colorimetry", "Colorization", "ImageFeatures", "Imaging",
        "NetworkWeights", "NeuralEngine",
        "ScratchFolders", "WeightFiles",
      ],
      exclude: ["make_reference.py", "reference.json"]),
    .testTarget(
      name: "HintNetworkTests",
      dependencies: [
        "HintNetwork", "Colorization", "Colorimetry", "Imaging", "NetworkWeights", "WeightFiles",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["make_reference.py"]),
    .testTarget(
      name: "NeuralEngineTests", dependencies: ["NeuralEngine", "AlignedMemory", "CNeuralKernels"],
      exclude: ["make_reference.py", "pytorch.json"]),
    .testTarget(
      name: "ImageFeaturesTests",
      dependencies: ["ImageFeatures", "Imaging", "NetworkWeights", "NeuralEngine", "WeightFiles"]),
    .testTarget(
      name: "WeightFilesTests", dependencies: ["WeightFiles"], exclude: ["make_fixtures.py"]),
    .testTarget(name: "ScenesTests", dependencies: ["Scenes", "Colorimetry"]),
    .testTarget(
      name: "ImageMetricsTests", dependencies: ["ImageMetrics", "Colorimetry", "Colorization"]),
    .testTarget(name: "SimulatedUsersTests", dependencies: ["SeededChance", "SimulatedUsers"]),
    .testTarget(name: "PalettesTests", dependencies: ["Palettes", "Colorimetry", "Imaging"]),
    .testTarget(name: "LevinTests", dependencies: ["Levin2004", "Gray", "CSuperLU"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Experiments", "ParallelWork", "Reporting", "ScratchFolders"]),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "AffinityHints", "Training", "AlignedMemory", "CNeuralKernels", "Colorimetry",
        "Colorization",
        "HintNetwork", "Imaging", "NeuralEngine", "Scenes", "ScratchFolders", "SeededChance",
        "SimulatedUsers", "WeightFiles",
      ],
      exclude: ["Loop/make_reference.py"]),
    .testTarget(
      name: "PaintingTests",
      dependencies: [
        "Painting", "Colorimetry", "Colorization", "Experiments", "HintNetwork", "Imaging",
        "PaintFixtures", "Scenes", "ScratchFolders",
      ]),
    .testTarget(
      name: "PerceptualStudyTests",
      dependencies: [
        "PerceptualStudy", "Colorimetry", "Imaging", "Scenes", "ScratchFolders", "SeededChance",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: [
        "Import/make_reference.py", "Import/old_tool_results.csv", "Import/old_tool_reference.csv",
      ]),
    .testTarget(
      name: "PerceptualAnalysisTests", dependencies: ["PerceptualAnalysis", "PerceptualStudy"],
      exclude: ["answers.csv", "make_reference.py"]),
    .target(name: "ScratchFolders", path: "Tests/ScratchFolders"),
    .target(
      name: "StudyFixtures",
      dependencies: [
        "Imaging", "PerceptualStudy", "PlainHTTP", "ScratchFolders", "SeededChance", "StudyServer",
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/StudyFixtures"),
    .testTarget(
      name: "StudyServerTests",
      dependencies: [
        "ScratchFolders",
        "Imaging", "PerceptualAnalysis", "PerceptualStudy", "PlainHTTP", "StudyFixtures",
        "StudyServer",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "BrowserTests",
      dependencies: [
        "ScratchFolders",
        "Colorimetry", "Colorization", "Experiments", "HintNetwork", "Imaging", "NeuralEngine",
        "PaintFixtures", "PaintServer", "Painting", "PerceptualAnalysis", "PerceptualStudy",
        "Scenes",
        "StudyFixtures",
        "StudyServer",
        "WeightFiles",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "PaintFixtures",
      dependencies: [
        "ScratchFolders",
        "Experiments", "HintNetwork", "Imaging", "PaintServer", "Scenes", "StudyFixtures",
        "WeightFiles",
      ],
      path: "Tests/PaintFixtures"),
    .testTarget(
      name: "PaintServerTests",
      dependencies: [
        "ScratchFolders",
        "Colorization", "Experiments", "Imaging", "PaintFixtures", "PaintServer", "Painting",
        "PlainHTTP", "Scenes", "StudyFixtures", "WebService",
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "PaintStudyTests",
      dependencies: [
        "ScratchFolders",
        "Colorimetry", "Experiments", "Imaging", "PaintFixtures", "PaintServer", "PaintStudy",
        "Painting", "PlainHTTP", "Scenes",
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .testTarget(name: "EndToEndTests", dependencies: ["Imaging", "Scenes", "ScratchFolders"]),
  ],
  swiftLanguageModes: [.v6]
)
