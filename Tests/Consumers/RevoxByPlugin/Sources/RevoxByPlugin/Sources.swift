// The rest of this target is generated when it is built. A target without a Swift file of its own counts as empty.
