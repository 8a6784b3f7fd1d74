// Placeholder until the first file of CommandLine lands.
