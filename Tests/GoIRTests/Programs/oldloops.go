//go:build go1.21

package program

func Main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		print(f(), " ")
	}
	println()
	fs = nil
	for i, s := range []int{7, 8} {
		fs = append(fs, func() int { return s*10 + i })
	}
	println(fs[0](), fs[1]())
	var ps []*int
	for i := 0; i < 3; i++ {
		ps = append(ps, &i)
	}
	println(*ps[0], ps[0] == ps[2])
}
