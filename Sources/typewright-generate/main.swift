print("typewright-generate")
