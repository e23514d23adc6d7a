// Stub of testing/slogtest: all that it exports, without bodies.

package slogtest

import (
	"log/slog"
	"testing"
)

func Run(t *testing.T, newHandler func(*testing.T) slog.Handler, result func(*testing.T) map[string]any)
func TestHandler(h slog.Handler, results func() []map[string]any) error
