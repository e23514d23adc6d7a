package labels

func f(s [][]int, c chan int, x any) int {
outer:
	for i, r := range s {
	inner:
		for j := range r {
			switch v := r[j]; {
			case v > 1:
				continue outer
			case v < 0:
				break inner
			default:
				break outer
			}
		}
		_ = i
	}
loop:
	for {
		select {
		case v := <-c:
			_ = v
			break loop
		case v, ok := <-c:
			_, _ = v, ok
			goto done
		case c <- 1:
		case s[0][1] = <-c:
		case s[0][0], _ = <-c:
		default:
			continue loop
		}
	}
	{
		y := 1
		_ = y
	}
done:
	switch y := x.(type) {
	case nil:
		_ = y
	case interface{ M() []int }:
		_ = y.M()[0]
	case func(int) (string, error):
		if s, err := y(1); err != nil {
			_, _ = s, err.Error()
		} else if t := s + "x"; t != "" {
			_ = t
			_ = err
		}
	case [3]int, []int:
		_ = y
	case map[string]chan<- int:
		y["a"] <- 1
	}
	switch x := x.(type) {
	case int:
		return x
	case *int:
		return *x
	}
	if i, ok := x.(int); !ok {
		goto done2
	} else {
		return i
	}
done2:
	return 0
}
