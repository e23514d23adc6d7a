// answer: no (one-goroutine)
// reason: run calls the stored callback in the caller's goroutine and returns before the total is read.

package p

import "io"

type transfer struct {
	src        io.Reader
	onProgress func(n int)
}

func (d *transfer) run() error {
	buf := make([]byte, 1024)
	for {
		n, err := d.src.Read(buf)
		if d.onProgress != nil {
			d.onProgress(n)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func Pull(src io.Reader, print func(int)) error {
	got := 0
	d := &transfer{src: src}
	d.onProgress = func(n int) {
		got += n // A
	}
	if err := d.run(); err != nil {
		return err
	}
	print(got) // B
	return nil
}
