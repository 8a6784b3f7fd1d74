extension Electricity {
  /// The year by the hour; see ``HourlyDispatch``.
  func dispatch(
    _ dispatch: HourlyDispatch, _ hours: HourBuffers, fromHeatPlants: Lanes,
    _ storage: inout StorageRoom, _ context: YearContext
  ) -> Result {
    let users = context.demand.total(.electricity)
    let sent = users / (1 - context[loss])
    let exports = context[exports]
    var year = YearOfHours(dispatch, hours, context)
    year.drawLoads(sentPerUse: 1 / (1 - context[loss]), exports: exports)
    year.add(fromHeatPlants, dispatch.heatShape, dispatch.series.heatPlants)
    let offers = unsteered.map { $0.fullYear(&storage, context) }
    for (place, offer) in offers.enumerated() {
      year.add(offer.net, dispatch.plantShapes[place], dispatch.series.plant(place))
    }
    for (place, contract) in contracts.enumerated() where contract.volume != nil {
      let bought = context.value(contract.volume, or: 0)
      year.add(bought, dispatch.contractShapes[place], dispatch.series.contract(place))
    }
    let storageLosses = year.flatten()
    context[curtailed] = year.curtail()

    var production = fromHeatPlants * year.used(dispatch.heatShape)
    for (place, plant) in unsteered.enumerated() {
      let used = year.used(dispatch.plantShapes[place])
      production += plant.record(offers[place].scaled(by: used), context)
    }
    production += callPlants(&year, &storage)
    let imported = importEnergy(&year)
    year.compare(year.energyOfLoad, with: sent + exports)
    year.record()
    return Result(
      production: production, fromHeatPlants: fromHeatPlants * year.used(dispatch.heatShape),
      imported: imported, losses: sent - users, exports: exports,
      used: year.used(dispatch.heatShape), storageLosses: storageLosses, unserved: year.unserved,
      hourlyResidual: year.worstDifference.divided(by: sent + exports))
  }

  /// Calls the plants by merit and gives what they made [PJ].
  private func callPlants(_ year: inout YearOfHours, _ storage: inout StorageRoom) -> Lanes {
    let dispatch = year.dispatch
    let context = year.context
    var production = Lanes.zero
    for (place, plant) in dispatchable.enumerated() {
      let series = dispatch.series.plant(unsteered.count + place)
      let wanted = year.call(plant.limits(storage, context), series)
      let made = plant.record(plant.meet(wanted, &storage, context), context)
      year.compare(made, with: wanted)
      production += made
    }
    return production
  }

  /// What came under the contracts, and by the import that balances [PJ].
  private func importEnergy(_ year: inout YearOfHours) -> Lanes {
    let dispatch = year.dispatch
    let context = year.context
    var imported = Lanes.zero
    for (place, contract) in contracts.enumerated() {
      let amount =
        if let volume = contract.volume {
          context[volume] * year.used(dispatch.contractShapes[place])
        } else {
          year.balance(dispatch.series.contract(place))
        }
      imported += contract.record(amount, context)
    }
    contracts.last.map { balancing in
      for contract in contracts { contract.account(grid: balancing, context) }
    }
    return imported
  }
}
