package program

func search(m [][]int, want int) (int, int) {
	i, j := 0, 0
	for i = range m {
		for j = range m[i] {
			if m[i][j] == want {
				goto found
			}
		}
	}
	return -1, -1
found:
	return i, j
}

func machine(s string) (n int) {
	i := 0
start:
	if i >= len(s) {
		goto done
	}
	switch s[i] {
	case 'a':
		goto a
	case 'b':
		goto b
	}
	i++
	goto start
a:
	n += 1
	i++
	goto start
b:
	n *= 2
	i++
	goto start
done:
	return
}

func defers() {
	i := 0
again:
	defer println("deferred", i)
	if i < 2 {
		i++
		goto again
	}
}

func dead() {
	goto end
	println("never")
unused:
	println("never either")
	goto unused
end:
	println("end")
}

func fresh() {
	var fs []func() int
	i := 0
top:
	v := i * 10
	fs = append(fs, func() int { v++; return v })
	i++
	if i < 3 {
		goto top
	}
	for _, f := range fs {
		print(f(), f(), " ")
	}
	println()
}

func Main() {
	println(search([][]int{{1, 2}, {3, 4}}, 3))
	println(search(nil, 3))
	println(machine("aabxb"))
	defers()
	dead()
	fresh()
}
