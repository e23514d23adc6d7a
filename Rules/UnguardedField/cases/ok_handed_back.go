package example

type job struct {
	input  string
	output string
}

func work(jobs <-chan *job, done chan<- *job) {
	for j := range jobs {
		j.output = "<" + j.input + ">"
		done <- j
	}
}

func Run(inputs []string) {
	jobs := make(chan *job)
	done := make(chan *job)
	for range 4 {
		go work(jobs, done)
	}
	go func() {
		for _, input := range inputs {
			jobs <- &job{input: input}
		}
		close(jobs)
	}()
	for range inputs {
		j := <-done
		println(j.input, j.output)
	}
}
