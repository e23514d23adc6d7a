package example

func samples(rows [][2]string) []map[string]string {
	var samples []map[string]string
	for _, row := range rows {
		labels := make(map[string]string)
		labels["name"] = row[0]
		labels["value"] = row[1]
		samples = append(samples, labels)
	}
	return samples
}
