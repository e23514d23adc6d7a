// answer: yes
// reason: The download's goroutine calls the callback that was stored in the field, beside the caller that prints the progress.

package p

import "io"

type download struct {
	src        io.Reader
	onProgress func(n int)
}

func (d *download) start() {
	go func() {
		buf := make([]byte, 1024)
		for {
			n, err := d.src.Read(buf)
			if d.onProgress != nil {
				d.onProgress(n)
			}
			if err != nil {
				return
			}
		}
	}()
}

func Fetch(src io.Reader, tick <-chan struct{}, print func(int)) {
	got := 0
	d := &download{src: src}
	d.onProgress = func(n int) {
		got += n // A
	}
	d.start()
	for range tick {
		print(got) // B
	}
}
