// The two hot parts of the kernel written by hand in C, eight variants side by side: what the Swift
// is measured against. The arithmetic is that of CohortStock, Fleet and HourlyDispatch in CityModel.
#pragma once

enum { yardstick_lanes = 8, yardstick_hours = 24 };

/// A road fleet; tables are by year, then by technology or drive.
struct yardstick_fleet {
  int technologies;
  /// A drive is a carrier of a technology; drives stand in the order of the technologies.
  int drives;
  /// The technology of each drive.
  const int *technology;
  double load, decline;
  /// S(a) for each age from 0, and S(a)/S(a−1).
  int ages;
  const double *alive, *survival;
  /// Of the base year, by technology.
  const double *stock, *past_growth, *past_improvement;
  const double *vehicles, *distance;
  const double *sales, *early_retirement;
  /// By drive; a share of 1 where a technology has one drive.
  const double *intensity, *share;
};

struct yardstick_workspace;

/// What fleets need from year to year.
struct yardstick_workspace *yardstick_open_fleets(int fleets, const struct yardstick_fleet *, int years);
void yardstick_close(struct yardstick_workspace *);

/// Runs all years of eight variants.
/// @param factor What each variant multiplies the vehicles of every fleet by: fleets × lanes.
/// @param energy What each drive uses: years × all drives × lanes [PJ].
void yardstick_run_fleets(struct yardstick_workspace *, const double *factor, double *energy);

/// Electricity by the hour of representative days; tables are by year, then by thing.
struct yardstick_power {
  int years, days;
  /// The days each day stands for; the energy of a gigawatt in each hour [PJ]; shapes by hour.
  const double *weights, *energies, *shapes;
  int shape_count;
  /// What users ask for [PJ] and when.
  int loads;
  const double *load;
  const int *load_shape;
  const double *loss;
  /// What runs by itself: plants [GW], contracts [PJ].
  int plants, contracts;
  const double *plant_capacity, *plant_factor, *contract_energy;
  const int *plant_shape, *contract_shape;
  /// Load that moves within the day.
  int responses;
  const int *response_load;
  const double *response_share, *response_hours;
  int storages;
  const double *storage_power, *storage_size, *storage_efficiency;
  /// Plants that can be called, by merit.
  int callable;
  const double *callable_capacity, *callable_factor;
};

/// How many numbers a year has: plants, contracts, storage in and out, callable plants, import,
/// curtailed.
int yardstick_power_rows(const struct yardstick_power *);

/// Runs all years of eight variants.
/// @param factor What each variant multiplies all loads by: lanes.
/// @param results years × rows × lanes [PJ].
void yardstick_run_power(const struct yardstick_power *, const double *factor, double *results);
