#include "Yardstick.h"
#include "lanes.h"
#include <stdlib.h>

// A vintage of the year y and age a stands at `last age + y − a`.
struct fleet_state {
  lanes *amount;     // technologies × slots
  lanes *intensity;  // drives × slots
  lanes *weight;     // ages
  lanes *total;      // technologies
};

struct yardstick_workspace {
  int count, years, drives;
  const struct yardstick_fleet *fleets;
  struct fleet_state *states;
  lanes *memory;
  size_t size;
};

static int slots(const struct yardstick_fleet *fleet, int years) { return fleet->ages - 1 + years; }

struct yardstick_workspace *yardstick_open_fleets(
    int count, const struct yardstick_fleet *fleets, int years) {
  struct yardstick_workspace *space = malloc(sizeof *space);
  *space = (struct yardstick_workspace){.count = count, .years = years, .fleets = fleets};
  size_t lanes_needed = 0;
  for (int i = 0; i < count; i++) {
    const struct yardstick_fleet *fleet = &fleets[i];
    lanes_needed += (size_t)(fleet->technologies + fleet->drives) * slots(fleet, years) +
        fleet->ages + fleet->technologies;
    space->drives += fleet->drives;
  }
  space->size = lanes_needed * sizeof(lanes);
  space->memory = aligned_alloc(64, space->size);
  space->states = malloc(count * sizeof *space->states);
  lanes *next = space->memory;
  for (int i = 0; i < count; i++) {
    const struct yardstick_fleet *fleet = &fleets[i];
    struct fleet_state *state = &space->states[i];
    state->amount = next, next += fleet->technologies * slots(fleet, years);
    state->intensity = next, next += fleet->drives * slots(fleet, years);
    state->weight = next, next += fleet->ages;
    state->total = next, next += fleet->technologies;
  }
  return space;
}

void yardstick_close(struct yardstick_workspace *space) {
  free(space->memory);
  free(space->states);
  free(space);
}

static lanes sum(const lanes *values, int count) {
  lanes total = 0;
  for (int i = 0; i < count; i++) total += values[i];
  return total;
}

// The stationary age distribution of each technology.
static void begin(
    const struct yardstick_fleet *fleet, struct fleet_state *state, int width, lanes needed) {
  for (int k = 0; k < fleet->technologies; k++) {
    lanes *now = state->amount + k * width + fleet->ages - 1;
    lanes per_year = 1 / (1 + (lanes)fleet->past_growth[k]), weight = 1, weights = 0, held = 0;
    for (int a = 0; a < fleet->ages; a++) {
      now[-a] = fleet->alive[a] * weight;
      weights += now[-a];
      weight *= per_year;
    }
    lanes scale = needed * fleet->stock[k] / weights;
    for (int a = 0; a < fleet->ages; a++) {
      now[-a] *= scale;
      held += now[-a];
    }
    state->total[k] = held;
  }
}

static void retire_oldest(
    const struct yardstick_fleet *fleet, struct fleet_state *state, int width, int year,
    lanes excess) {
  lanes left = excess;
  for (int a = fleet->ages - 1; a >= 1 && any(left > 0); a--) {
    lanes *vintage = state->amount + fleet->ages - 1 + year - a, held = 0;
    for (int k = 0; k < fleet->technologies; k++) held += vintage[k * width];
    lanes taken = at_most(left, held), leaves = divided(taken, held);
    for (int k = 0; k < fleet->technologies; k++) vintage[k * width] -= vintage[k * width] * leaves;
    left -= taken;
  }
  for (int k = 0; k < fleet->technologies; k++) {
    lanes *now = state->amount + k * width + fleet->ages - 1 + year, held = 0;
    for (int a = 1; a < fleet->ages; a++) held += now[-a];
    state->total[k] = choose(excess > 0, held, state->total[k]);
  }
}

static void advance(
    const struct yardstick_fleet *fleet, struct fleet_state *state, int width, int year,
    lanes needed) {
  for (int k = 0; k < fleet->technologies; k++) {
    lanes *now = state->amount + k * width + fleet->ages - 1 + year;
    lanes stays = 1 - (lanes)fleet->early_retirement[year * fleet->technologies + k], held = 0;
    for (int a = 1; a < fleet->ages; a++) {
      now[-a] = now[-a] * fleet->survival[a] * stays;
      held += now[-a];
    }
    now[-fleet->ages] = 0;
    state->total[k] = held;
  }
  lanes kept = sum(state->total, fleet->technologies);
  if (any(kept > needed)) {
    retire_oldest(fleet, state, width, year, at_least(kept - needed, 0));
    kept = sum(state->total, fleet->technologies);
  }
  lanes additions = at_least(needed - kept, 0);
  for (int k = 0; k < fleet->technologies; k++) {
    lanes added = additions * fleet->sales[year * fleet->technologies + k];
    state->amount[k * width + fleet->ages - 1 + year] = added;
    state->total[k] += added;
  }
}

static void record_intensities(
    const struct yardstick_fleet *fleet, struct fleet_state *state, int width, int year) {
  for (int d = 0; d < fleet->drives; d++) {
    lanes *now = state->intensity + d * width + fleet->ages - 1 + year;
    lanes intensity = fleet->intensity[year * fleet->drives + d];
    now[0] = intensity;
    if (year > 0) continue;
    for (int a = 1; a < fleet->ages; a++) {
      intensity *= 1 + (lanes)fleet->past_improvement[fleet->technology[d]];
      now[-a] = intensity;
    }
  }
}

static void use_energy(
    const struct yardstick_fleet *fleet, struct fleet_state *state, int width, int year,
    double *energies) {
  lanes weight = 1, running = 0;
  for (int a = 0; a < fleet->ages; a++) {
    state->weight[a] = weight;
    weight *= 1 - (lanes)fleet->decline;
  }
  for (int k = 0; k < fleet->technologies; k++) {
    const lanes *now = state->amount + k * width + fleet->ages - 1 + year;
    for (int a = 0; a < fleet->ages; a++) running += now[-a] * state->weight[a];
  }
  lanes total = sum(state->total, fleet->technologies);
  lanes per_weight = divided((lanes)fleet->distance[year] * total, running);
  for (int d = 0; d < fleet->drives; d++) {
    const lanes *now = state->amount + fleet->technology[d] * width + fleet->ages - 1 + year;
    const lanes *intensity = state->intensity + d * width + fleet->ages - 1 + year;
    lanes energy = 0;
    for (int a = 0; a < fleet->ages; a++) energy += now[-a] * state->weight[a] * intensity[-a];
    stored(energy * per_weight * fleet->share[year * fleet->drives + d],
           energies + d * yardstick_lanes);
  }
}

void yardstick_run_fleets(struct yardstick_workspace *space, const double *factor, double *energy) {
  memset(space->memory, 0, space->size);
  for (int year = 0; year < space->years; year++) {
    for (int i = 0; i < space->count; i++) {
      const struct yardstick_fleet *fleet = &space->fleets[i];
      struct fleet_state *state = &space->states[i];
      int width = slots(fleet, space->years);
      lanes needed = loaded(factor + i * yardstick_lanes) * fleet->vehicles[year];
      if (year == 0) begin(fleet, state, width, needed);
      else advance(fleet, state, width, year, needed);
      record_intensities(fleet, state, width, year);
      use_energy(fleet, state, width, year, energy);
      energy += fleet->drives * yardstick_lanes;
    }
  }
}
