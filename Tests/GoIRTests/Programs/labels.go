package program

func Main() {
	n := 0
outer:
	for {
	inner:
		for {
			n++
			switch {
			case n == 2:
				continue outer
			case n == 4:
				break inner
			case n > 6:
				break outer
			}
			select {
			default:
				if n == 5 {
					break
				}
				continue inner
			}
			print("after ", n, " ")
		}
		print("inner left ", n, " ")
	}
	println(n)
sel:
	select {
	default:
		for i := range 3 {
			if i == 1 {
				break sel
			}
		}
		println("not reached")
	}
tsw:
	switch v := any(n).(type) {
	case int:
		if v > 0 {
			break tsw
		}
		println("not reached")
	}
rng:
	for i, r := range "abc" {
		for range 2 {
			if r == 'b' {
				continue rng
			}
			if i == 2 {
				break rng
			}
		}
		println(i)
	}
m:
	for range map[int]int{1: 1, 2: 2} {
		break m
	}
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
ch:
	for v := range c {
		if v == 1 {
			continue ch
		}
		println("v", v)
	}
	func() {
	outer:
		for {
			break outer
		}
	}()
}
