// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let dataSets = [
  "old-faithful", "iris", "penguins", "fiji-earthquakes",
  "well-separated", "overlapping", "anisotropic", "unequal-variance", "unequal-weights", "mouse",
  "two-pairs", "near-collinear", "outliers", "moons", "rings", "crossing-lines", "no-clusters",
]

let lessons = [
  "two-steps", "bound", "local-optima", "where-to-start", "k-means-limit", "collapse",
  "choosing-k", "wrong-model",
]

let package = Package(
  name: "emscope",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "emscope", targets: ["emscope"]),
    .library(name: "MixtureEngine", targets: ["MixtureEngine"]),
    .library(name: "Explorer", targets: ["Explorer", "MixtureData", "TerminalCanvas"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "CMixtureKernels", cSettings: [.unsafeFlags(["-Werror", "-O2"])]),
    .target(
      name: "MixtureEngine",
      dependencies: ["CMixtureKernels", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .target(
      name: "BuiltInData", path: "Datasets", exclude: ["README.md"],
      resources: dataSets.map { .embedInCode("\($0).csv") }, swiftSettings: strict),
    .target(
      name: "MixtureData",
      dependencies: [
        "MixtureEngine", "BuiltInData", .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      swiftSettings: strict),
    .target(name: "TerminalCanvas", swiftSettings: strict),
    .target(
      name: "Explorer", dependencies: ["MixtureEngine", "TerminalCanvas"], swiftSettings: strict),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalGuard", cSettings: [.unsafeFlags(["-Werror", "-O2"])]),
    .target(
      name: "CursesTerminal", dependencies: ["TerminalCanvas", "CNcurses", "CTerminalGuard"],
      swiftSettings: strict),
    .executableTarget(
      name: "emscope",
      dependencies: [
        "MixtureEngine", "MixtureData", "TerminalCanvas", "Explorer", "CursesTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: lessons.map { .embedInCode("Lessons/Files/\($0).toml") }, swiftSettings: strict),
    .testTarget(
      name: "MixtureEngineTests", dependencies: ["MixtureEngine"],
      resources: [.copy("Golden")], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["MixtureEngine"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "MixtureDataTests",
      dependencies: ["MixtureData", "MixtureEngine", "BuiltInData", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalCanvasTests", dependencies: ["TerminalCanvas", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "Explorer", "MixtureData", "TestSupport",
        .product(name: "RealModule", package: "swift-numerics"),
      ], swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["CursesTerminal", "TerminalCanvas", "CNcurses", "TestSupport"],
      swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "EmscopeTests", dependencies: ["emscope", "CPseudoTerminal", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
