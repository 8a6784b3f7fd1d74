// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target of ours shares.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  // The tests run thousands of cities; ours optimised, they take a sixth of the time.
  .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug)),
]

/// How the benchmark's C is compiled: for the processor that the Swift beside it is compiled for.
let yardstick =
  ["-O3", "-ffp-contract=off", "-Wno-psabi"]
  + (Context.environment["YARDSTICK_CPU"].map { ["-march=\($0)"] } ?? [])

let package = Package(
  name: "carbonpeak",
  products: [.executable(name: "carbonpeak", targets: ["carbonpeak"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CGLPK", path: "Tests/CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CIndexStore", path: "Tests/CIndexStore"),
    .systemLibrary(name: "CNLOPT", path: "Tests/CNLOPT", providers: [.apt(["libnlopt-dev"])]),
    .systemLibrary(name: "CMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev", "zlib1g-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Solvers", dependencies: ["CGSL", "Diagnostics"], swiftSettings: strict),
    .target(name: "Quantities", dependencies: ["Solvers", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Tables", dependencies: ["CMinizip", "CExpat", "Quantities", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "CityModel", dependencies: ["Solvers", "Quantities", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "ScenarioFiles",
      dependencies: ["CYAML", "CityModel", "Tables", "Solvers", "Quantities", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "Analysis", dependencies: ["CityModel", "Solvers", "Quantities", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: ["CMD", "Analysis", "CityModel", "Solvers", "Quantities", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "CommandLine",
      dependencies: [
        "Reporting", "Analysis", "ScenarioFiles", "Tables", "CityModel", "Solvers", "Quantities",
        "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "carbonpeak", dependencies: ["CommandLine"], exclude: ["Handbook"],
      swiftSettings: strict),

    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Yardstick", "Reporting", "Analysis", "ScenarioFiles", "CityModel", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks", exclude: ["Baselines", "Yardstick"], swiftSettings: strict),
    .target(
      name: "Yardstick", path: "Tests/Benchmarks/Yardstick",
      cSettings: [.unsafeFlags(yardstick)]),

    .target(
      name: "TestSupport", dependencies: ["CityModel", "Quantities", "Diagnostics"],
      path: "Tests/Support", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", dependencies: ["CIndexStore", "TestSupport"]),
    .testTarget(name: "SolversTests", dependencies: ["CGSL", "Solvers"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"]),
    .testTarget(
      name: "TablesTests", dependencies: ["Tables", "Quantities", "Diagnostics"],
      resources: [.copy("Cases")]),
    .testTarget(
      name: "CityModelTests",
      dependencies: ["Analysis", "CGLPK", "CityModel", "Quantities", "Solvers", "TestSupport"],
      resources: [.copy("Registry")]),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: [
        "ScenarioFiles", "Analysis", "Tables", "CityModel", "Solvers", "Quantities", "Diagnostics",
        "TestSupport",
      ]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Analysis", "CNLOPT", "CityModel", "Diagnostics", "Quantities", "Solvers", "TestSupport",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Analysis", "CityModel", "Solvers", "Diagnostics", "TestSupport",
      ],
      exclude: ["Indicators/indicators.csv"]),
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "Analysis", "Reporting", "ScenarioFiles", "CityModel", "Solvers", "Diagnostics",
        "TestSupport",
      ],
      resources: [.copy("directions.csv"), .copy("golden.csv"), .copy("National/facts.csv")]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "CommandLine", "carbonpeak", "Diagnostics", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Inputs"]),
    .testTarget(
      name: "ReferenceTests",
      dependencies: ["CityModel", "Quantities", "Solvers", "Analysis", "TestSupport"],
      resources: [.copy("Cases")]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type == .test {
  target.swiftSettings = [.treatAllWarnings(as: .error)]
}
