// TypewrightLowering
