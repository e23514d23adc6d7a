module example.com/firehose

go 1.25
