package example

type registry map[string][]int

// A copy would be made each time, and would be told of next.
func (r registry) add(k string, v int) {
	r[k] = append(r[k], v) // want "`append\(r\[k\], v\)` is handed over without a copy"
}

func storedBack() int {
	r := registry{}
	done := make(chan bool)
	go func() {
		r.add("a", 1)
		done <- true
	}()
	n := 0
	if l := r["a"]; len(l) > 0 {
		n = l[0]
	}
	r.add("b", 2)
	<-done
	return n
}
