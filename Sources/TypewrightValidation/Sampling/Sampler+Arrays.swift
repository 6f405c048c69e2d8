import TypewrightSpec

extension Sampler {
    func array(_ shape: SampleShape, named name: String) -> Sample? {
        guard shape.minItems <= 2000 else { return nil }
        var elements: [Sample] = []
        var texts: Set<String> = []
        let contained = shape.contains.reduce(0) { $0 + min($1.count, 2000) }
        let count = self.count(shape, atLeast: max(shape.minItems, contained))
        var attempts = 0
        while elements.count < count {
            attempts += 1
            guard attempts < count * 8 + 16 else { break }
            var schemas = elements.count < shape.prefixItems.count ? shape.prefixItems[elements.count] : shape.items
            if let extra = containedSchema(at: elements.count, shape) { schemas.append(extra) }
            guard let element = make(schemas, named: SampleWords.singular(name)) else {
                if elements.count >= max(shape.minItems, contained) || isTooLarge { break }
                continue
            }
            if shape.uniqueItems, !texts.insert(element.json).inserted { continue }
            elements.append(element)
        }
        return elements.count >= shape.minItems ? .array(elements) : nil
    }

    private func count(_ shape: SampleShape, atLeast least: Int) -> Int {
        var wanted: Int
        switch richness {
        case .bare: wanted = least
        case .some: wanted = depth < 6 ? 1 : 0
        case .full: wanted = depth < 6 ? max(shape.prefixItems.count, 1 + random.below(2)) : (depth < 10 ? 1 : 0)
        }
        if size > 400 { wanted = 0 }
        return min(max(wanted, least), shape.maxItems)
    }

    /// The first elements are those that have to be contained.
    private func containedSchema(at index: Int, _ shape: SampleShape) -> SchemaID? {
        var start = max(0, index - shape.prefixItems.count)
        for (schema, count) in shape.contains {
            if start < count { return schema }
            start -= count
        }
        return nil
    }
}
