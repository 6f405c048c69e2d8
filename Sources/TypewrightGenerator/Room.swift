// TypewrightGenerator
