import CityModel
import Diagnostics

/// What stands at the top of a scenario beside its parameters.
struct Header {
  /// The city; a stand-in if its id cannot be read.
  var city: Identity
  /// The scenario.
  var scenario: Identity
  /// What the total counts; a stand-in if it cannot be read.
  var accounting: Accounting
}

extension Resolver {
  /// The keys at the top of a file that are no parameters.
  static let headerKeys = [
    "format", "city", "scenario", "years", "plan-year", "accounting", "levers", "targets",
    "history",
    "uncertainty", "adjustments",
  ]

  /// Reads format, city, scenario, years and accounting.
  mutating func resolveHeader() -> Header {
    for key in ["format", "city", "years", "accounting"] where root[key] == nil {
      report(.missingKey(key, in: nil), at: .topOfFile(scenarioPath))
    }
    if let entry = root["format"] { checkFormat(entry) }
    if let entry = root["years"] { resolveYears(entry) }
    let city = root["city"].flatMap { identity($0, keys: ["tier", "area"]) }
    resolveTier()
    return Header(
      city: city ?? Identity(id: "", name: Text("", "")), scenario: scenarioIdentity(),
      accounting: root["accounting"].flatMap { accounting($0) }
        ?? Accounting(
          gases: [.co2], warmingPotential: .ar6, electricity: .location, countsScope2: false,
          inventory: nil))
  }

  private mutating func checkFormat(_ entry: Entry) {
    guard let text = readText(entry), text != "1" else { return }
    report(.unknownFormat(text), at: entry.value.span)
  }

  private mutating func identity(_ entry: Entry, keys: [String]) -> Identity? {
    let known = ["id", "name", "name-zh"] + keys
    guard let mapping = readMap(entry, known: known, required: ["id"]) else { return nil }
    let names = ["name", "name-zh"].map { key in mapping[key].flatMap { readText($0) } }
    guard let idEntry = mapping["id"], let id = readText(idEntry) else { return nil }
    if let reason = ScenarioId.folderFault(id) {
      report(.badId(id, reason: reason), at: idEntry.value.span)
      return nil
    }
    return Identity(id: id, name: Self.name(english: names[0], chinese: names[1], id: id))
  }

  /// The city's land [km²], if it is given.
  mutating func resolveArea() -> Double? {
    guard let entry = root["city"]?.value.mapping?["area"] else { return nil }
    let declaration = ParameterDeclaration(
      Text("the city's land", "市域面积"), Reading("km2", 0.1...1e6), time: .constant)
    let path = ParameterPath("city.area")
    guard let candidates = expectations(for: declaration, at: path) else { return nil }
    return resolveSeries(entry.value, of: declaration, at: path, with: candidates)?.values.first
  }

  private mutating func resolveTier() {
    guard let entry = root["city"]?.value.mapping?["tier"] else { return }
    choices[ParameterPath("city.tier")] = readWord(
      entry, among: ["leading", "pioneer", "exploring"])
  }

  /// The scenario as its file names it, or by the file's own name.
  private mutating func scenarioIdentity() -> Identity {
    if let entry = root["scenario"], let identity = identity(entry, keys: []) { return identity }
    let file = lastComponent(of: scenarioPath)
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    if root["scenario"] == nil, let reason = ScenarioId.folderFault(stem) {
      report(.badFileName(stem, reason: reason), at: .wholeFile(scenarioPath))
    }
    return Identity(id: stem, name: Text(same: stem))
  }

  private mutating func resolveYears(_ entry: Entry) {
    guard let mapping = readMap(entry, known: ["base", "end"], required: ["base", "end"]) else {
      return
    }
    let base = mapping["base"].flatMap { readYear($0) }
    let end = mapping["end"].flatMap { readYear($0) }
    guard let base, let end, let endEntry = mapping["end"] else { return }
    guard base <= end else {
      report(.endBeforeBase(base: base, end: end), at: endEntry.value.span)
      return
    }
    guard end - base < 200 else {
      report(.tooManyYears(end - base + 1), at: endEntry.value.span)
      return
    }
    (years, yearsAreKnown) = (base...end, true)
  }

  private mutating func accounting(_ entry: Entry) -> Accounting? {
    let keys = [
      "gases", "gwp", "electricity", "scopes", "inventory", "peak-account", "biogenic-capture",
    ]
    let required = ["gases", "electricity", "scopes"]
    guard let mapping = readMap(entry, known: keys, required: required) else { return nil }
    let gases = mapping["gases"].flatMap { readWords($0, among: Gas.allCases.map(\.rawValue)) }
    let scopes = mapping["scopes"].flatMap { readWords($0, among: ["1", "2"]) }
    let electricity = mapping["electricity"].flatMap {
      readCase($0, as: Accounting.ElectricityMethod.self)
    }
    let potential = mapping["gwp"].flatMap { readCase($0, as: WarmingPotential.self) }
    let inventory = mapping["inventory"].flatMap { readText($0) }
    let peakAccount = mapping["peak-account"].flatMap { readCase($0, as: EmissionTotal.self) }
    let credit = mapping["biogenic-capture"].flatMap {
      readCase($0, as: Accounting.BiogenicCapture.self)
    }
    if let gases, gases != [Gas.co2.rawValue], mapping["gwp"] == nil {
      report(.missingWarmingPotential, at: entry.span)
    }
    if let scopes, !scopes.contains("1"), let scopesEntry = mapping["scopes"] {
      report(.scopeOneMissing, at: scopesEntry.value.span)
    }
    guard let gases, let scopes, let electricity else { return nil }
    var accounting = Accounting(
      gases: gases.compactMap(Gas.init(rawValue:)), warmingPotential: potential ?? .ar6,
      electricity: electricity, countsScope2: scopes.contains("2"), inventory: inventory,
      creditsBiogenicCapture: credit != .notCredited)
    accounting.peakAccount = peakAccount ?? .gross
    return accounting
  }
}
