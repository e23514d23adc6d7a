// race: ok_shadowed_err.go

package example

import "os"

func Copy(from, to string, log chan<- error) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	go func() {
		_, err = os.Stat(to)
		log <- err
	}()
	err = os.WriteFile(to, data, 0o600) // want "variable `err` is written with no lock"
	return err
}
