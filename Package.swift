// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// The settings of what does most of the work.
///
/// Tests run EM some millions of times: with `EMSCOPE_OPTIMIZED` in the environment, it is optimised in
/// debug builds, too. The flags stay out of the manifest otherwise, since no package can depend on one
/// with unsafe flags.
let working: [SwiftSetting] =
  Context.environment["EMSCOPE_OPTIMIZED"] == nil
  ? strict : strict + [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"])]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

/// What the application alone needs: whoever takes the engine with `traits: []` resolves none of it.
let application: TargetDependencyCondition? = .when(traits: ["Application"])

let package = Package(
  name: "emscope",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "emscope", targets: ["emscope"]),
    .library(name: "MixtureEngine", targets: ["MixtureEngine"]),
    .library(name: "Explorer", targets: ["Explorer", "MixtureData", "TerminalCanvas"]),
  ],
  traits: [
    .default(enabledTraits: ["Application"]),
    .trait(name: "Application", description: "The program emscope, and the files that it reads."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    .target(name: "CMixtureKernels", cSettings: strictC),
    .target(
      name: "MixtureEngine",
      dependencies: ["CMixtureKernels", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: working),
    .target(
      name: "MixtureData",
      dependencies: ["MixtureEngine"],
      // The link leads to the top-level folder of the data sets.
      exclude: ["Tables/README.md"], resources: [.embedInCode("Tables")],
      swiftSettings: strict),
    .target(name: "TerminalCanvas", swiftSettings: working),
    .target(
      name: "Explorer", dependencies: ["MixtureEngine", "TerminalCanvas"], swiftSettings: working),
    // Whoever uses it names the libraries, which are not called the same everywhere.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalGuard", cSettings: strictC),
    .target(
      name: "CursesTerminal", dependencies: ["TerminalCanvas", "CNcurses", "CTerminalGuard"],
      swiftSettings: strict,
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .executableTarget(
      name: "emscope",
      dependencies: [
        "MixtureEngine", "MixtureData", "TerminalCanvas", "Explorer", "CursesTerminal",
        "CTerminalGuard",
        .product(name: "ArgumentParser", package: "swift-argument-parser", condition: application),
      ],
      resources: [.embedInCode("Lessons/Files"), .embedInCode("Lessons/Chains")],
      swiftSettings: strict),
    .testTarget(
      name: "MixtureEngineTests", dependencies: ["MixtureEngine", "TestSupport"],
      resources: [.copy("Golden")], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["MixtureEngine"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "MixtureDataTests",
      dependencies: ["MixtureData", "MixtureEngine", "TestSupport"],
      resources: [.copy("Reading/Cases")], swiftSettings: strict),
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
      resources: [.copy("TOML/Golden")], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
