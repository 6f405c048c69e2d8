// TypewrightDriver
