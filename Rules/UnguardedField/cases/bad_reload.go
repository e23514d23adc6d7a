package example

import (
	"os"
	"os/signal"
)

type Config struct{ name string }

type App struct{ config *Config }

func (a *App) watch(load func() *Config) {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup)
	for range hangup {
		a.config = load() // want "field `App.config` is written with no lock"
	}
}

func Run(load func() *Config, lines <-chan string) {
	a := &App{config: load()}
	go a.watch(load)
	for line := range lines {
		println(a.config.name, line)
	}
}
