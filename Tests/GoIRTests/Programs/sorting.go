package program

type list []int

func (l list) swap(i, j int)      { l[i], l[j] = l[j], l[i] }
func (l list) less(i, j int) bool { return l[i] < l[j] }

func quick(a []int) []int {
	if len(a) < 2 {
		return a
	}
	p, rest := a[0], a[1:]
	var small, large []int
	for _, v := range rest {
		if v < p {
			small = append(small, v)
		} else {
			large = append(large, v)
		}
	}
	return append(append(quick(small), p), quick(large)...)
}

func bubble(l list) {
	for i := range l {
		for j := 0; j < len(l)-i-1; j++ {
			if l.less(j+1, j) {
				l.swap(j, j+1)
			}
		}
	}
}

func merge(a, b []int) (out []int) {
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

func mergeSort(a []int) []int {
	if len(a) < 2 {
		return a
	}
	m := len(a) / 2
	return merge(mergeSort(a[:m]), mergeSort(a[m:]))
}

func show(a []int) {
	for _, v := range a {
		print(v, " ")
	}
	println()
}

func Main() {
	a := []int{5, 2, 8, 1, 9, 3}
	show(quick(a))
	show(mergeSort(a))
	show(a)
	b := append(list{}, a...)
	bubble(b)
	show(b)
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
	show(a)
}
