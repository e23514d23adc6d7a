// Stub of log/syslog: all that it exports, without bodies.

package syslog

import (
	"log"
)

const (
	LOG_ALERT    Priority = 1
	LOG_AUTH     Priority = 32
	LOG_AUTHPRIV Priority = 80
	LOG_CRIT     Priority = 2
	LOG_CRON     Priority = 72
	LOG_DAEMON   Priority = 24
	LOG_DEBUG    Priority = 7
	LOG_EMERG    Priority = 0
	LOG_ERR      Priority = 3
	LOG_FTP      Priority = 88
	LOG_INFO     Priority = 6
	LOG_KERN     Priority = 0
	LOG_LOCAL0   Priority = 128
	LOG_LOCAL1   Priority = 136
	LOG_LOCAL2   Priority = 144
	LOG_LOCAL3   Priority = 152
	LOG_LOCAL4   Priority = 160
	LOG_LOCAL5   Priority = 168
	LOG_LOCAL6   Priority = 176
	LOG_LOCAL7   Priority = 184
	LOG_LPR      Priority = 48
	LOG_MAIL     Priority = 16
	LOG_NEWS     Priority = 56
	LOG_NOTICE   Priority = 5
	LOG_SYSLOG   Priority = 40
	LOG_USER     Priority = 8
	LOG_UUCP     Priority = 64
	LOG_WARNING  Priority = 4
)

type Priority int

type Writer struct {
	_ *byte
}

func (*Writer) Alert(m string) error
func (*Writer) Close() error
func (*Writer) Crit(m string) error
func (*Writer) Debug(m string) error
func (*Writer) Emerg(m string) error
func (*Writer) Err(m string) error
func (*Writer) Info(m string) error
func (*Writer) Notice(m string) error
func (*Writer) Warning(m string) error
func (*Writer) Write(b []byte) (int, error)

func Dial(network string, raddr string, priority Priority, tag string) (*Writer, error)
func New(priority Priority, tag string) (*Writer, error)
func NewLogger(p Priority, logFlag int) (*log.Logger, error)
