package program

type name string

func (n name) first() byte { return n[0] }

func Main() {
	s := "héllo, 世界\xff"
	for i, r := range s {
		print(i, ":", r, " ")
	}
	println()
	for i := range "aé" {
		print(i, " ")
	}
	println(len(s), s[1], s[2:3] == "\xa9", s[len(s)-1])
	b := []byte("abc")
	b[0] = 'X'
	t := string(b)
	b[1] = 'Y'
	println(t, string(b))
	r := []rune("é世")
	r[0] = 'e'
	println(string(r), len(r), string(rune(65)))
	u := ""
	for i := 0; i < 3; i++ {
		u += string(rune('a' + i))
	}
	println(u, u[1:], u[:1], u[1:2], u == "abc")
	println(`raw\n`+"\tx\\\"", "\101\x42\u0043\U00000044")
	n := name("go")
	println(n.first(), n+"!", string(n), len(n))
	for i, c := range []byte(n) {
		print(i, c, " ")
	}
	println()
	println("a" < "b", "abc" < "abd", "Z" < "a", "" < "a", "ab" > "a")
	x := "abc"
	y := x
	x = x[1:]
	println(x, y)
	switch x {
	case "bc":
		println("match")
	}
	m := map[byte]int{}
	for i := 0; i < len("hello"); i++ {
		m["hello"[i]]++
	}
	println(m['l'], m['h'])
	println(append([]byte("x"), y...)[3])
	for range "ab" {
		print("-")
	}
	println()
}
