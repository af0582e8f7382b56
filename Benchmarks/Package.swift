// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "emscope", path: "..")],
  targets: [
    .executableTarget(
      name: "EngineWorker",
      dependencies: [.product(name: "MixtureEngine", package: "emscope")]),
    .executableTarget(
      name: "ModelTimes",
      dependencies: [
        .product(name: "MixtureEngine", package: "emscope"),
        .product(name: "Explorer", package: "emscope"),
      ]),
    .executableTarget(
      name: "ManyRunsTimes",
      dependencies: [
        .product(name: "MixtureEngine", package: "emscope"),
        .product(name: "Explorer", package: "emscope"),
      ]),
    .executableTarget(
      name: "FrameTimes",
      dependencies: [
        .product(name: "MixtureEngine", package: "emscope"),
        .product(name: "Explorer", package: "emscope"),
      ]),
    .executableTarget(
      name: "LandscapeTimes",
      dependencies: [
        .product(name: "MixtureEngine", package: "emscope"),
        .product(name: "Explorer", package: "emscope"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
