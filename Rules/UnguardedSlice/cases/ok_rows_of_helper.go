package example

import "sync"

type canvas struct {
	width, height int
	cells         []uint8
}

func (c *canvas) row(y int) []uint8 {
	return c.cells[y*c.width : (y+1)*c.width]
}

// Each goroutine has the row of its own number.
func (c *canvas) clear() {
	var wg sync.WaitGroup
	for y := 0; y < c.height; y++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			row := c.row(y)
			for x := range row {
				row[x] = 0
			}
		}()
	}
	wg.Wait()
}
