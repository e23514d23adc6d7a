// No variable for a copy may be declared where the jump leads over it.
package example

func Send(items []int, limit int, use func([]int)) {
	sent := append([]int(nil), items...)
	if limit < 3 {
		goto end
	}
	go func() {
		use(sent) // want "`sent` is shared with a goroutine without a copy"
	}()
	sent[0] = 1
end:
	println(len(sent))
}
