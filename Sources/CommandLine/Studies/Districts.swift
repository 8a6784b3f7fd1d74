import Analysis
import CityModel
import Diagnostics
import ScenarioFiles

extension ReadScenarios {
  /// Only districts that say by what a target is shared, each once, and that count alike, share one.
  ///
  /// - Parameters:
  ///   - files: The files of the districts.
  ///   - city: That of their city, if there is one.
  ///   - subject: What is asked about, whose texts show the places.
  /// - Throws: All that is missing or stands twice, each at its place; or which two count differently.
  func refuseUnlikeDistricts(
    _ files: [String], city: String?, _ subject: StudySubject
  ) throws(Refusal) {
    var found = DiagnosticCollection()
    var owners: [String: String] = [:]
    for result in results.prefix(files.count) {
      guard let scenario = result.reading.scenario else { continue }
      if scenario.district == nil { found.add(Self.noDistrict(in: result.path)) }
      if let other = owners.updateValue(result.path, forKey: scenario.city.id) {
        found.add(Self.sameDistrict(scenario.city.id, as: other, result))
      }
    }
    guard found.isEmpty else { throw Refusal(found, in: subject.texts, .badScenario) }
    let all = files + [city].compactMap(\.self)
    for (file, scenario) in zip(all, scenarios).dropFirst() {
      guard let mismatch = Mismatch(betweenDistricts: scenarios[0], and: scenario) else { continue }
      throw Refusal(
        Text(
          "a target cannot be shared over \(all[0]) and \(file): \(mismatch.text)",
          "无法在 \(all[0]) 与 \(file) 之间分解目标：\(mismatch.text)"), .badScenario)
    }
  }

  private static func noDistrict(in path: String) -> Diagnostic {
    let key = DistrictSection.section.word
    return Diagnostic(
      .error, code: .missingKey,
      message: Text("the file has no '\(key)'", "文件缺少 '\(key)'"), at: Span.topOfFile(path),
      suggestion: Text(
        "write \(key): {population: 0.85 million people, gdp: 96 billion yuan, energy: 1.2 Mtce, industry: 31 billion yuan}; energy is that of industry",
        "请写 \(key): {population: 85 万人, gdp: 960 亿元, energy: 120 万吨标准煤, industry: 310 亿元}；energy 指工业能源消费"
      ))
  }

  private static func sameDistrict(_ id: String, as other: String, _ result: Result) -> Diagnostic {
    let place = result.reading.place(of: ParameterPath(HeadSection.city.word) / HeadSection.id.word)
    return Diagnostic(
      .error, code: .sameId,
      message: Text(
        "the district '\(id)' is that of \(other) too", "\(other) 也是区县 '\(id)'"),
      at: place?.value ?? Span.topOfFile(result.path),
      suggestion: Text("give each district an id of its own", "请给每个区县不同的标识"))
  }
}
