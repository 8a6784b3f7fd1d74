// Placeholder until the first file of Quantities lands.
