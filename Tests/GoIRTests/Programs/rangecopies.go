package program

type s struct{ a [3]int }

func (x *s) each() {
	for i, v := range x.a {
		x.a[2] = 9
		print(i, v, " ")
	}
	println()
}

func Main() {
	sl := []int{1, 2, 3}
	for i, v := range sl {
		sl = append(sl, v*10)
		sl[2] = 7
		print(i, v, " ")
	}
	println(len(sl))
	sl = []int{1, 2, 3}
	for i := range sl {
		sl = sl[:1]
		print(i, " ")
	}
	println(len(sl))
	x := s{[3]int{1, 2, 3}}
	x.each()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr = [3]int{}
		print(i, v, " ")
	}
	println(arr[1])
	m := map[int]int{1: 1}
	for k, v := range m {
		m = map[int]int{2: 2}
		print(k, v, " ")
	}
	println(len(m))
	str := "abc"
	for i, c := range str {
		str = "z"
		print(i, c, " ")
	}
	println(str)
	n := 3
	for i := range n {
		n = 10
		i++
		print(i, " ")
	}
	println(n)
	pa := &[2]int{1, 2}
	for i, v := range pa {
		pa = &[2]int{100, 200}
		print(i, v, " ")
	}
	println(pa[0])
	mm := [][]int{{1}, {2, 3}}
	for _, row := range mm {
		row[0] = 0
		for j := range row {
			row[j]++
		}
	}
	println(mm[0][0], mm[1][0], mm[1][1])
	structs := []s{{}, {}}
	for i, v := range structs {
		v.a[0] = 5
		structs[i].a[1] = v.a[0]
	}
	println(structs[0].a[0], structs[1].a[1])
	for i, x := range [...]string{2: "c"} {
		print(i, x, " ")
	}
	println()
	var u8 uint8 = 3
	for i := range u8 {
		i += 254
		print(i, " ")
	}
	println()
	for i := range -2 {
		println("never", i)
	}
	var ptrs []*int
	for _, v := range []int{1, 2} {
		ptrs = append(ptrs, &v)
	}
	println(*ptrs[0], *ptrs[1])
}
