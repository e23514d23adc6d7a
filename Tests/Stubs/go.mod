module stubs

go 1.27
