// TypewrightValidation
