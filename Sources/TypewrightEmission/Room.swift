// TypewrightEmission
