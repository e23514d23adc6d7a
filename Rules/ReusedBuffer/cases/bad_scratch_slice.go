package example

func columns(rows [][]string) map[string][]string {
	found := make(map[string][]string)
	scratch := make([]string, 0, 16)
	for _, row := range rows {
		scratch = scratch[:0]
		for _, cell := range row {
			if cell != "" {
				scratch = append(scratch, cell)
			}
		}
		found[row[0]] = scratch // want "`scratch` is kept in each turn"
	}
	return found
}
