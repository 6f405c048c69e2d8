print("typewright")
