package example

func rows(cells []float64, width int) [][]float64 {
	var rows [][]float64
	for len(cells) >= width {
		row := cells[:width]
		row[0] = 1
		rows = append(rows, row)
		cells = cells[width:]
	}
	return rows
}
