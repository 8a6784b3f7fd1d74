// Placeholder until the first file of Analysis lands.
