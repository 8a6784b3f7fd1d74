import CityModel
import Diagnostics

extension Resolver {
  /// What the file says of a district of a city; nothing where it is of none, or not all can be read.
  mutating func resolveDistrict() -> District? {
    typealias Keys = DistrictSection
    guard let entry = root[Keys.section], let mapping = readMap(entry, of: Keys.section.members)
    else { return nil }
    let path = ParameterPath(entry.key)
    let values = Keys.section.members.map { resolveConstant($0, of: mapping, under: path) }
    guard values.count == 4, let population = values[0], let product = values[1],
      let energy = values[2], let industry = values[3]
    else { return nil }
    if industry == 0, energy > 0, let place = mapping[Keys.industry]?.value.span {
      report(.energyWithoutIndustry(path), at: place)
    }
    return District(
      population: population, gdp: product, energy: energy, industry: industry,
      location: entry.location)
  }

  /// The amount at a key of a map, in the unit of its declaration; nothing where it is not there or
  /// cannot be read.
  mutating func resolveConstant(
    _ key: SectionKey, of mapping: Mapping, under path: ParameterPath
  ) -> Double? {
    let path = path / key.word
    guard let entry = mapping[key], let declaration = key.declaration,
      let candidates = expectations(for: declaration, at: path)
    else { return nil }
    return resolveSeries(entry.value, of: declaration, at: path, with: candidates)?.values.first
  }
}

extension Fault {
  fileprivate static func energyWithoutIndustry(_ path: ParameterPath) -> Self {
    Self(
      .outOfBounds, "'\(path)' has no industry, which consumes energy all the same",
      "'\(path)' 没有工业，却有工业能源消费",
      help: Text(
        "energy is that of industry: write 0 for both, or the value added",
        "energy 指工业能源消费：两者都写 0，或填写工业增加值"))
  }
}
