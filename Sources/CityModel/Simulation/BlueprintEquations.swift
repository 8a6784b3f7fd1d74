extension Blueprint {
  /// Sets all state to zero but that of sectors that are not computed.
  func clearState(_ state: LaneBuffer, except known: [Sector]) {
    for sector in Sector.allCases where !known.contains(sector) {
      state.clear(sectorStates[sector.index])
    }
    state.clear(accountStates)
  }

  /// Sets to zero what no sector that uses energy writes itself: supply and the accounts.
  func clearAccounts(_ outputs: LaneBuffer) {
    outputs.clear(sectorRows[Sector.energy.index])
    outputs.clear(accountRows)
  }

  /// The equations of a sector that uses energy, from the year's parameters and its own state.
  func compute(_ sector: Sector, _ context: YearContext) {
    switch sector {
    case .energy: break
    case .buildings: context.sums[residual: sector] = buildings.compute(context)
    case .industry:
      var room = StorageRoom(limit: context.value(storageLimit, or: .infinity))
      industry.compute(&room, context)
      context.sums[room: sector] = room
    case .transport: context.sums[residual: sector] = transport.compute(context)
    case .waste: waste?.compute(context)
    case .sinks: sinks.compute(context)
    }
  }

  /// The sums that the accounts need of a sector.
  func close(_ sector: Sector, _ context: YearContext) {
    emissionAccount.close(sector, context)
    energyBalance.close(sector, context)
    costs?.close(sector, context)
  }

  /// Supplies what the sectors asked for, then closes the accounts of the year.
  func supplyAndClose(_ context: YearContext) {
    var room = context.sums[room: .industry]
    let supply = energy.compute(&room, context)
    close(.energy, context)
    let views = emissionAccount.close(supply, context)
    industry.countRelocated(
      knownFactors.update(emissionAccount.deliveredFactors, context), context)
    let balance = energyBalance.close(supply, context)
    costs?.close(supply, context)
    let stocks = context.sums[residual: .buildings].orWorse(context.sums[residual: .transport])
    let hours = supply.electricity?.hourlyResidual ?? .zero
    for (output, value) in zip(residuals, [views, balance, stocks, hours]) {
      context[output] = value
    }
  }
}
