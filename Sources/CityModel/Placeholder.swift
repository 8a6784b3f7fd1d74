// Placeholder until the first file of CityModel lands.
