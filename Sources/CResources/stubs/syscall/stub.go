// Stub of syscall: what other stubs mention of it, without bodies.

package syscall

const (
	E2BIG           Errno  = 7
	EACCES          Errno  = 13
	EADDRINUSE      Errno  = 98
	EADDRNOTAVAIL   Errno  = 99
	EADV            Errno  = 68
	EAFNOSUPPORT    Errno  = 97
	EAGAIN          Errno  = 11
	EALREADY        Errno  = 114
	EBADE           Errno  = 52
	EBADF           Errno  = 9
	EBADFD          Errno  = 77
	EBADMSG         Errno  = 74
	EBADR           Errno  = 53
	EBADRQC         Errno  = 56
	EBADSLT         Errno  = 57
	EBFONT          Errno  = 59
	EBUSY           Errno  = 16
	ECANCELED       Errno  = 125
	ECHILD          Errno  = 10
	ECHRNG          Errno  = 44
	ECOMM           Errno  = 70
	ECONNABORTED    Errno  = 103
	ECONNREFUSED    Errno  = 111
	ECONNRESET      Errno  = 104
	EDEADLK         Errno  = 35
	EDEADLOCK       Errno  = 35
	EDESTADDRREQ    Errno  = 89
	EDOM            Errno  = 33
	EDOTDOT         Errno  = 73
	EDQUOT          Errno  = 122
	EEXIST          Errno  = 17
	EFAULT          Errno  = 14
	EFBIG           Errno  = 27
	EHOSTDOWN       Errno  = 112
	EHOSTUNREACH    Errno  = 113
	EIDRM           Errno  = 43
	EILSEQ          Errno  = 84
	EINPROGRESS     Errno  = 115
	EINTR           Errno  = 4
	EINVAL          Errno  = 22
	EIO             Errno  = 5
	EISCONN         Errno  = 106
	EISDIR          Errno  = 21
	EISNAM          Errno  = 120
	EKEYEXPIRED     Errno  = 127
	EKEYREJECTED    Errno  = 129
	EKEYREVOKED     Errno  = 128
	EL2HLT          Errno  = 51
	EL2NSYNC        Errno  = 45
	EL3HLT          Errno  = 46
	EL3RST          Errno  = 47
	ELIBACC         Errno  = 79
	ELIBBAD         Errno  = 80
	ELIBEXEC        Errno  = 83
	ELIBMAX         Errno  = 82
	ELIBSCN         Errno  = 81
	ELNRNG          Errno  = 48
	ELOOP           Errno  = 40
	EMEDIUMTYPE     Errno  = 124
	EMFILE          Errno  = 24
	EMLINK          Errno  = 31
	EMSGSIZE        Errno  = 90
	EMULTIHOP       Errno  = 72
	ENAMETOOLONG    Errno  = 36
	ENAVAIL         Errno  = 119
	ENETDOWN        Errno  = 100
	ENETRESET       Errno  = 102
	ENETUNREACH     Errno  = 101
	ENFILE          Errno  = 23
	ENOANO          Errno  = 55
	ENOBUFS         Errno  = 105
	ENOCSI          Errno  = 50
	ENODATA         Errno  = 61
	ENODEV          Errno  = 19
	ENOENT          Errno  = 2
	ENOEXEC         Errno  = 8
	ENOKEY          Errno  = 126
	ENOLCK          Errno  = 37
	ENOLINK         Errno  = 67
	ENOMEDIUM       Errno  = 123
	ENOMEM          Errno  = 12
	ENOMSG          Errno  = 42
	ENONET          Errno  = 64
	ENOPKG          Errno  = 65
	ENOPROTOOPT     Errno  = 92
	ENOSPC          Errno  = 28
	ENOSR           Errno  = 63
	ENOSTR          Errno  = 60
	ENOSYS          Errno  = 38
	ENOTBLK         Errno  = 15
	ENOTCONN        Errno  = 107
	ENOTDIR         Errno  = 20
	ENOTEMPTY       Errno  = 39
	ENOTNAM         Errno  = 118
	ENOTRECOVERABLE Errno  = 131
	ENOTSOCK        Errno  = 88
	ENOTSUP         Errno  = 95
	ENOTTY          Errno  = 25
	ENOTUNIQ        Errno  = 76
	ENXIO           Errno  = 6
	EOPNOTSUPP      Errno  = 95
	EOVERFLOW       Errno  = 75
	EOWNERDEAD      Errno  = 130
	EPERM           Errno  = 1
	EPFNOSUPPORT    Errno  = 96
	EPIPE           Errno  = 32
	EPROTO          Errno  = 71
	EPROTONOSUPPORT Errno  = 93
	EPROTOTYPE      Errno  = 91
	ERANGE          Errno  = 34
	EREMCHG         Errno  = 78
	EREMOTE         Errno  = 66
	EREMOTEIO       Errno  = 121
	ERESTART        Errno  = 85
	ERFKILL         Errno  = 132
	EROFS           Errno  = 30
	ESHUTDOWN       Errno  = 108
	ESOCKTNOSUPPORT Errno  = 94
	ESPIPE          Errno  = 29
	ESRCH           Errno  = 3
	ESRMNT          Errno  = 69
	ESTALE          Errno  = 116
	ESTRPIPE        Errno  = 86
	ETIME           Errno  = 62
	ETIMEDOUT       Errno  = 110
	ETOOMANYREFS    Errno  = 109
	ETXTBSY         Errno  = 26
	EUCLEAN         Errno  = 117
	EUNATCH         Errno  = 49
	EUSERS          Errno  = 87
	EWOULDBLOCK     Errno  = 11
	EXDEV           Errno  = 18
	EXFULL          Errno  = 54
	SIGABRT         Signal = 6
	SIGALRM         Signal = 14
	SIGBUS          Signal = 7
	SIGCHLD         Signal = 17
	SIGCLD          Signal = 17
	SIGCONT         Signal = 18
	SIGFPE          Signal = 8
	SIGHUP          Signal = 1
	SIGILL          Signal = 4
	SIGINT          Signal = 2
	SIGIO           Signal = 29
	SIGIOT          Signal = 6
	SIGKILL         Signal = 9
	SIGPIPE         Signal = 13
	SIGPOLL         Signal = 29
	SIGPROF         Signal = 27
	SIGPWR          Signal = 30
	SIGQUIT         Signal = 3
	SIGSEGV         Signal = 11
	SIGSTKFLT       Signal = 16
	SIGSTOP         Signal = 19
	SIGSYS          Signal = 31
	SIGTERM         Signal = 15
	SIGTRAP         Signal = 5
	SIGTSTP         Signal = 20
	SIGTTIN         Signal = 21
	SIGTTOU         Signal = 22
	SIGUNUSED       Signal = 31
	SIGURG          Signal = 23
	SIGUSR1         Signal = 10
	SIGUSR2         Signal = 12
	SIGVTALRM       Signal = 26
	SIGWINCH        Signal = 28
	SIGXCPU         Signal = 24
	SIGXFSZ         Signal = 25
)

type Credential struct {
	Uid         uint32
	Gid         uint32
	Groups      []uint32
	NoSetGroups bool
}

type Errno uintptr

func (Errno) Error() string
func (Errno) Is(target error) bool
func (Errno) Temporary() bool
func (Errno) Timeout() bool

type Flock_t struct {
	Type      int16
	Whence    int16
	Pad_cgo_0 [4]byte
	Start     int64
	Len       int64
	Pid       int32
	Pad_cgo_1 [4]byte
}

type Fsid struct {
	X__val [2]int32
}

type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}

type Rlimit struct {
	Cur uint64
	Max uint64
}

type Rusage struct {
	Utime    Timeval
	Stime    Timeval
	Maxrss   int64
	Ixrss    int64
	Idrss    int64
	Isrss    int64
	Minflt   int64
	Majflt   int64
	Nswap    int64
	Inblock  int64
	Oublock  int64
	Msgsnd   int64
	Msgrcv   int64
	Nsignals int64
	Nvcsw    int64
	Nivcsw   int64
}

type Signal int

func (Signal) Signal()
func (Signal) String() string

type Stat_t struct {
	Dev       uint64
	Ino       uint64
	Nlink     uint64
	Mode      uint32
	Uid       uint32
	Gid       uint32
	X__pad0   int32
	Rdev      uint64
	Size      int64
	Blksize   int64
	Blocks    int64
	Atim      Timespec
	Mtim      Timespec
	Ctim      Timespec
	X__unused [3]int64
}

type Statfs_t struct {
	Type    int64
	Bsize   int64
	Blocks  uint64
	Bfree   uint64
	Bavail  uint64
	Files   uint64
	Ffree   uint64
	Fsid    Fsid
	Namelen int64
	Frsize  int64
	Flags   int64
	Spare   [4]int64
}

type SysProcAttr struct {
	Chroot                     string
	Credential                 *Credential
	Ptrace                     bool
	Setsid                     bool
	Setpgid                    bool
	Setctty                    bool
	Noctty                     bool
	Ctty                       int
	Foreground                 bool
	Pgid                       int
	Pdeathsig                  Signal
	Cloneflags                 uintptr
	Unshareflags               uintptr
	UidMappings                []SysProcIDMap
	GidMappings                []SysProcIDMap
	GidMappingsEnableSetgroups bool
	AmbientCaps                []uintptr
	UseCgroupFD                bool
	CgroupFD                   int
	PidFD                      *int
}

type SysProcIDMap struct {
	ContainerID int
	HostID      int
	Size        int
}

type Timespec struct {
	Sec  int64
	Nsec int64
}

func (*Timespec) Nano() int64
func (*Timespec) Unix() (sec int64, nsec int64)

type Timeval struct {
	Sec  int64
	Usec int64
}

func (*Timeval) Nano() int64
func (*Timeval) Unix() (sec int64, nsec int64)

type WaitStatus uint32

func (WaitStatus) Continued() bool
func (WaitStatus) CoreDump() bool
func (WaitStatus) ExitStatus() int
func (WaitStatus) Exited() bool
func (WaitStatus) Signal() Signal
func (WaitStatus) Signaled() bool
func (WaitStatus) StopSignal() Signal
func (WaitStatus) Stopped() bool
func (WaitStatus) TrapCause() int

func Close(fd int) (err error)
func Dup2(oldfd int, newfd int) (err error)
func Exec(argv0 string, argv []string, envv []string) (err error)
func Fallocate(fd int, mode uint32, off int64, len int64) (err error)
func FcntlFlock(fd uintptr, cmd int, lk *Flock_t) error
func Fdatasync(fd int) (err error)
func Flock(fd int, how int) (err error)
func Fsync(fd int) (err error)
func Getpid() (pid int)
func Getppid() (ppid int)
func Getrlimit(resource int, rlim *Rlimit) (err error)
func Getrusage(who int, rusage *Rusage) (err error)
func Gettid() (tid int)
func Getuid() (uid int)
func Kill(pid int, sig Signal) (err error)
func Lstat(path string, stat *Stat_t) (err error)
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error)
func Munmap(b []byte) (err error)
func NsecToTimespec(nsec int64) Timespec
func NsecToTimeval(nsec int64) Timeval
func Open(path string, mode int, perm uint32) (fd int, err error)
func Pipe2(p []int, flags int) error
func Read(fd int, p []byte) (n int, err error)
func Setrlimit(resource int, rlim *Rlimit) error
func Stat(path string, stat *Stat_t) (err error)
func Statfs(path string, buf *Statfs_t) (err error)
func Sync()
func TimespecToNsec(ts Timespec) int64
func Umask(mask int) (oldmask int)
func Unlink(path string) error
func Write(fd int, p []byte) (n int, err error)
