import Diagnostics

/// The one table of every parameter there is.
///
/// Each sector declares its own part beside its equations; this is where the parts meet.
public enum ParameterTable {
  /// What may stand at the top of a scenario beside its header, levers, targets and history.
  public static let root = GroupDeclaration(
    Text("a city", "城市"),
    fields: [
      .group(.carriers, Carriers.schema),
      .group(.equipment, Equipment.schema),
      .group(.drivers, Drivers.schema),
      .group(.buildings, Buildings.schema),
      .group(.industry, Industry.schema),
      .group(.transport, Transport.schema),
      .group(.energy, Energy.schema),
      .group(.waste, Waste.schema),
      .group(.sinks, Sinks.schema),
      .group(.costs, Costs.schema),
    ])
}
