package example

import "os"

func Load(path string) (string, error) {
	var data []byte
	var err error
	done := make(chan struct{})
	go func() {
		data, err = os.ReadFile(path)
		close(done)
	}()
	<-done
	if err != nil {
		return "", err
	}
	return string(data), nil
}
