// answer: yes
// reason: Nothing waits for the upload of the spare buffer, so after two rotations add fills the buffer that is still being uploaded.

package p

type uploader struct {
	active, spare []byte
	put           func([]byte) error
}

func newUploader(put func([]byte) error) *uploader {
	return &uploader{active: make([]byte, 0, 1024), spare: make([]byte, 0, 1024), put: put}
}

func (u *uploader) add(b byte) {
	u.active = append(u.active, b) // A
	if len(u.active) == cap(u.active) {
		u.rotate()
	}
}

func (u *uploader) rotate() {
	full := u.active
	u.active, u.spare = u.spare[:0], full
	go u.upload(full)
}

func (u *uploader) upload(full []byte) {
	if err := u.put(full); err != nil { // B
		panic(err)
	}
}

func UploadAll(data []byte, put func([]byte) error) {
	u := newUploader(put)
	for _, b := range data {
		u.add(b)
	}
}
