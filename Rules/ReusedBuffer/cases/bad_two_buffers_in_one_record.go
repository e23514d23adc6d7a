package example

import "io"

type frame struct{ head, body []byte }

// Two buffers are reused, and what is kept shows both.
func Frames(r io.Reader, count int) ([]frame, error) {
	head := make([]byte, 4)
	body := make([]byte, 64)
	var frames []frame
	for i := 0; i < count; i++ {
		if _, err := io.ReadFull(r, head); err != nil {
			return nil, err
		}
		if _, err := io.ReadFull(r, body); err != nil {
			return nil, err
		}
		frames = append(frames, frame{head, body}) // want "`head` and `body` are kept in each turn"
	}
	return frames, nil
}
