package program

type key struct {
	a int
	b string
}

func Main() {
	m := map[string]int{"a": 1}
	m["a"]++
	m["b"] += 5
	m["c"] |= 3
	println(m["a"], m["b"], m["c"], m["none"], len(m))
	v, ok := m["a"]
	_, no := m["zz"]
	println(v, ok, no)
	var w, found = m["b"]
	println(w, found)
	if v, ok := m["q"]; !ok {
		println("no q", v)
	}
	delete(m, "a")
	delete(m, "a")
	println(len(m))
	s := map[key][]int{{1, "x"}: {1}}
	s[key{1, "x"}] = append(s[key{1, "x"}], 2)
	s[key{2, "y"}] = append(s[key{2, "y"}], 3)
	println(len(s[key{1, "x"}]), s[key{2, "y"}][0])
	var n map[string]int
	println(n == nil, n["a"], len(n))
	for range n {
		println("never")
	}
	delete(n, "a")
	sum := 0
	for k, v := range map[int]int{1: 10, 2: 20, 3: 30} {
		sum += k * v
	}
	println(sum)
	one := map[string]int{"only": 4}
	for k, v := range one {
		println(k, v)
	}
	for k := range one {
		delete(one, k)
	}
	println(len(one))
	clear(m)
	println(len(m))
	i := map[any]string{1: "int", "1": "string", 1.5: "float", key{1, "k"}: "key"}
	println(i[1], i["1"], i[1.5], i[key{1, "k"}], i[2] == "")
	a := map[string][2]int{"a": {1, 2}}
	println(a["a"][1], a["b"][0])
	mm := map[string]map[string]int{"x": {}}
	mm["x"]["y"]++
	mm["x"]["y"]++
	println(mm["x"]["y"], mm["no"]["y"])
	f := map[string]func(int) int{"inc": func(i int) int { return i + 1 }}
	println(f["inc"](4))
	alias := mm
	alias["z"] = nil
	println(len(mm), mm["z"] == nil)
	p := map[*int]bool{}
	x, y := 1, 1
	p[&x] = true
	println(p[&x], p[&y])
	keys := map[string]bool{"é": true}
	println(keys["\u00e9"])
}
