// What is generated comes on top of this file.
