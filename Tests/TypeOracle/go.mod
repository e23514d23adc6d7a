module racelint/typeoracle

go 1.27
