module example.com/sorted

go 1.24
