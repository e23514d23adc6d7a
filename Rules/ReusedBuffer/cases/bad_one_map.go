package example

type sample struct{ labels map[string]string }

func samples(rows [][2]string) []sample {
	var samples []sample
	labels := make(map[string]string)
	for _, row := range rows {
		labels["name"] = row[0]
		labels["value"] = row[1]
		samples = append(samples, sample{labels}) // want "`labels` is kept in each turn"
	}
	return samples
}
