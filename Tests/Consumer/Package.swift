// swift-tools-version: 6.2

import PackageDescription

// A package of its own that takes the engine as a stranger's would: without the application's trait
// nothing is resolved but what the engine uses.
let engine: Target.Dependency = .product(name: "MixtureEngine", package: "emscope")

let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "emscope", path: "../..", traits: [])],
  targets: [
    .executableTarget(name: "FitAndPredict", dependencies: [engine]),
    .executableTarget(name: "RestartsAndChoice", dependencies: [engine]),
    .executableTarget(name: "OwnModel", dependencies: [engine]),
  ],
  swiftLanguageModes: [.v6]
)
