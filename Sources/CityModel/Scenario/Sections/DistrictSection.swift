import Diagnostics

/// The keys of `district`: by what a target is shared, where the file is of a district of a city.
public enum DistrictSection {
  /// The section.
  public static let section = SectionKey(
    "district", .map([population, product, energy, industry]),
    Text("a district of a city, in the base year", "市辖区县（基年数据）"),
    Text("`allocate` shares a target by it", "allocate 据此分解目标"))

  /// Its people.
  public static let population = SectionKey(
    "population", .constant(Reading("million people", 1e-6...1000)),
    Text("people, such as 0.85 million people", "人口，如 85 万人"), absence: .required)

  /// Its gross domestic product.
  public static let product = SectionKey(
    "gdp", .constant(Reading("GCNY", 1e-6...1e6, synonyms: ["GCNY/yr"])),
    Text("GDP, such as 96 billion yuan", "地区生产总值，如 960 亿元"), absence: .required)

  /// What its industry consumes.
  public static let energy = SectionKey(
    "energy", .constant(Reading("PJ", 0...1e6, synonyms: ["PJ/yr"])),
    Text("energy consumption of its industry, such as 1.2 Mtce", "工业能源消费量，如 120 万吨标准煤"),
    absence: .required)

  /// What its industry adds in value.
  public static let industry = SectionKey(
    "industry", .constant(Reading("GCNY", 0...1e6, synonyms: ["GCNY/yr"])),
    Text("value added of its industry, such as 31 billion yuan", "工业增加值，如 310 亿元"),
    absence: .required)
}
