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
  /// Reads format, city, scenario, years and accounting.
  mutating func resolveHeader() -> Header {
    for key in ScenarioSections.all where key.isRequired && root[key] == nil {
      report(.missingKey(key.word, in: nil), at: .topOfFile(scenarioPath))
    }
    if let entry = root[HeadSection.format] { checkFormat(entry) }
    if let entry = root[HeadSection.after] {
      _ = readWord(entry, among: HeadSection.after.words)
    }
    if let entry = root[HeadSection.years] { resolveYears(entry) }
    let city = identity(HeadSection.city)
    resolveTier()
    return Header(
      city: city ?? Identity(id: "", name: Text("", "")), scenario: scenarioIdentity(),
      accounting: root[AccountingSection.section].flatMap { accounting($0) }
        ?? Accounting(
          gases: [.co2], warmingPotential: .ar6, electricity: .location, countsScope2: false,
          inventory: nil))
  }

  private mutating func checkFormat(_ entry: Entry) {
    guard let text = readText(entry), text != "1" else { return }
    report(.unknownFormat(text), at: entry.value.span)
  }

  private mutating func identity(_ key: SectionKey) -> Identity? {
    guard let entry = root[key], let mapping = readMap(entry, of: key.members) else { return nil }
    let names = CommonKeys.names.map { key in mapping[key].flatMap { readText($0) } }
    guard let idEntry = mapping[HeadSection.id], let id = readText(idEntry) else { return nil }
    if let reason = ScenarioId.folderFault(id) {
      report(.badId(id, reason: reason), at: idEntry.value.span)
      return nil
    }
    return Identity(id: id, name: Self.name(english: names[0], chinese: names[1], id: id))
  }

  /// The city's land [km²], if it is given.
  mutating func resolveArea() -> Double? {
    guard let mapping = root[HeadSection.city]?.value.mapping else { return nil }
    return resolveConstant(
      HeadSection.area, of: mapping, under: ParameterPath(HeadSection.city.word))
  }

  private mutating func resolveTier() {
    let key = HeadSection.tier
    guard let entry = root[HeadSection.city]?.value.mapping?[key] else { return }
    choices[ParameterPath(HeadSection.city.word) / key.word] = readWord(entry, among: key.words)
  }

  /// The scenario as its file names it, or by the file's own name.
  private mutating func scenarioIdentity() -> Identity {
    if let identity = identity(HeadSection.scenario) { return identity }
    let file = lastComponent(of: scenarioPath)
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    if root[HeadSection.scenario] == nil, let reason = ScenarioId.folderFault(stem) {
      report(.badFileName(stem, reason: reason), at: .wholeFile(scenarioPath))
    }
    return Identity(id: stem, name: Text(same: stem))
  }

  private mutating func resolveYears(_ entry: Entry) {
    guard let mapping = readMap(entry, of: HeadSection.years.members) else { return }
    let base = mapping[HeadSection.base].flatMap { readYear($0) }
    let end = mapping[HeadSection.end].flatMap { readYear($0) }
    guard let base, let end, let endEntry = mapping[HeadSection.end] else { return }
    guard base <= end else {
      report(.endBeforeBase(base: base, end: end), at: endEntry.value.span)
      return
    }
    guard end - base < 200 else {
      report(.tooManyYears(end - base + 1), at: endEntry.value.span)
      return
    }
    years = base...end
    yearsAreKnown = true
  }

  private mutating func accounting(_ entry: Entry) -> Accounting? {
    typealias Keys = AccountingSection
    guard let mapping = readMap(entry, of: Keys.section.members) else { return nil }
    let gases = mapping[Keys.gases].flatMap { readWords($0, among: Keys.gases.words) }
    let scopes = mapping[Keys.scopes].flatMap { readWords($0, among: Keys.scopes.words) }
    let electricity = mapping[Keys.electricity].flatMap {
      readCase($0, as: Accounting.ElectricityMethod.self)
    }
    let potential = mapping[Keys.warmingPotential].flatMap {
      readCase($0, as: WarmingPotential.self)
    }
    let inventory = mapping[Keys.inventory].flatMap { readText($0) }
    let peakAccount = mapping[Keys.peakAccount].flatMap { readCase($0, as: EmissionTotal.self) }
    let credit = mapping[Keys.biogenicCapture].flatMap {
      readCase($0, as: Accounting.BiogenicCapture.self)
    }
    if let gases, gases != [Gas.co2.rawValue], mapping[Keys.warmingPotential] == nil {
      report(.missingWarmingPotential, at: entry.span)
    }
    if let scopes, !scopes.contains("1"), let scopesEntry = mapping[Keys.scopes] {
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
