import CityModel
import Diagnostics

/// Rules between the keys of a sector, which no single declaration can express.
extension Resolver {
  /// Checks all rules.
  mutating func checkSectors() {
    checkDrivers()
    checkService("passenger", loadKey: "occupancy")
    checkService("freight", loadKey: "load")
    checkPowerPlants()
    checkImports()
    checkHourlyDispatch()
    checkPlants(ParameterPath("energy.heat.technologies"), refusing: ["heat"])
    checkPlants(ParameterPath("energy.hydrogen.routes"), refusing: ["heat", "hydrogen"])
    checkMarket()
  }

  /// A city may have drivers of its own, but none whose name is one of the model's misspelt. (Where the
  /// model's own is missing, that is the error, and it names the misspelt one.)
  private mutating func checkDrivers() {
    let known = ["population", "gdp"]
    let path = ParameterPath("drivers")
    let drivers = mapping(at: path)
    for entry in drivers?.entries ?? [] where !known.contains(entry.key) {
      guard let meant = closestName(to: entry.key, among: known), drivers?[meant] != nil else {
        continue
      }
      report(.unknownKey(entry.key, in: path.description, among: known), at: entry.span)
    }
  }
}

// MARK: - Transport

extension Resolver {
  private mutating func checkService(_ name: String, loadKey: String) {
    let service = ParameterPath("transport") / name
    let modes = members[service] ?? []
    for mode in modes {
      let path = service / mode
      guard entry(at: path / "technologies") != nil else { continue }
      require(
        ["distance", "lifetime", "stock", "sales", loadKey], in: path,
        because: Text("the mode has a fleet", "该方式有车队"))
      let technologies = members[path / "technologies"] ?? []
      let reason = Text("the fleet has this technology", "车队含有该技术")
      for shares in ["stock", "sales"] {
        require(technologies, in: path / shares, because: reason, help: Self.noneOfIt)
      }
      for technology in technologies { checkDistanceShares(path / "technologies" / technology) }
    }
    if modes.contains(where: { found.holds(service / $0 / "share") }) {
      require(
        ["demand"], in: service,
        because: Text("modes have shares of it", "各方式按份额分担周转量"))
    }
  }

  private static func noneOfIt(_ technology: String) -> Text {
    Text("write '\(technology): 0%' if there is none", "若没有，请写 '\(technology): 0%'")
  }

  private mutating func checkDistanceShares(_ path: ParameterPath) {
    let carriers = members[path / "energy"] ?? []
    guard carriers.count > 1 else { return }
    let reason = Text("the technology runs on several carriers", "该技术使用多种能源")
    require(["distance-share"], in: path, because: reason)
    require(carriers, in: path / "distance-share", because: reason)
  }
}

// MARK: - Energy

extension Resolver {
  private mutating func checkPowerPlants() {
    let technologies = ParameterPath("energy.electricity.technologies")
    for id in members[technologies] ?? [] {
      let path = technologies / id
      if choices[path / "role"] == "dispatchable" {
        require(["merit"], in: path, because: Text("the plant is dispatchable", "该电源可调度"))
      }
      if entry(at: path / "fuel") != nil {
        require(["efficiency"], in: path, because: Text("the plant burns a fuel", "该电源消耗燃料"))
      }
      if entry(at: path / "capture") != nil {
        require(["fuel"], in: path, because: Text("the plant captures CO2", "该电源捕集二氧化碳"))
        checkOwnUse(path)
      }
    }
  }

  /// The electricity that capture needs must leave the plant something to sell.
  ///
  /// `own use / gross = need · coverage · rate · carbon · oxidation / efficiency`
  private mutating func checkOwnUse(_ path: ParameterPath) {
    guard let fuel = choices[path / "fuel"], let entry = entry(at: path / "capture") else { return }
    let carrier = ParameterPath("carriers") / fuel
    let oxidation =
      found[carrier / "uses" / "power" / "oxidation"] ?? found[carrier / "oxidation"]
    let capture = path / "capture"
    let factors = [
      found[capture / "electricity"], found[capture / "coverage"], found[capture / "rate"],
      found[carrier / "carbon-content"], oxidation,
    ].compactMap { $0?.values }
    guard factors.count == 5, let efficiency = found[path / "efficiency"]?.values else { return }
    for (index, year) in years.enumerated() {
      let perFuel = factors.reduce(1e-3) { $0 * $1[index] }
      guard perFuel >= 0.9 * efficiency[index] else { continue }
      let percent = shortNumber(100 * perFuel / efficiency[index])
      return report(.ownUse(path, percent: percent, year: year), at: entry.span)
    }
  }

  private mutating func checkImports() {
    let imports = ParameterPath("energy.electricity.imports")
    guard let entry = entry(at: imports), let ids = members[imports], !ids.isEmpty else { return }
    let balancing = ids.compactMap { id in
      self.entry(at: imports / id / "energy") == nil ? self.entry(at: imports / id) : nil
    }
    if balancing.isEmpty { report(.noBalancingImport, at: entry.span) }
    if balancing.count > 1 {
      report(.severalBalancingImports(balancing.map(\.key)), at: balancing[1].span)
    }
  }

  /// Heat sources and hydrogen routes: what they run on, and how well.
  private mutating func checkPlants(_ plants: ParameterPath, refusing loops: [String]) {
    for id in members[plants] ?? [] {
      let path = plants / id
      guard let carrierEntry = entry(at: path / "carrier") else { continue }
      require(["efficiency"], in: path, because: Text("it runs on a carrier", "该技术消耗能源"))
      if let carrier = choices[path / "carrier"], loops.contains(carrier) {
        report(.carrierLoop(path, carrier: carrier), at: carrierEntry.value.span)
      }
    }
  }
}

// MARK: - Waste

extension Resolver {
  /// What waste goes to must be described.
  mutating func checkWaste(movedBy levers: [Lever]) {
    let moved = Set(levers.flatMap { $0.moves.map(\.path) })
    let waste = ParameterPath("waste")
    for treatment in ["landfill", "incineration", "composting"] {
      let share = waste / "treatment" / treatment
      let isUsed = found[share]?.values.contains { $0 > 0 } ?? false
      guard isUsed || moved.contains(share), entry(at: waste / treatment) == nil
      else { continue }
      require([treatment], in: waste, because: Text("waste goes there", "有垃圾送往此处"))
    }
  }
}
