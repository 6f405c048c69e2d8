// TypewrightModel
