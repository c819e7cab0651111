# What .ci/journey and .ci/sample are told in: a screen, the program on it, keys, and questions to
# the data file. Sourced, at the top of the repository.
# shellcheck shell=bash

title='Технопарк'
patience=30 # seconds; software OpenGL on two busy cores is slow
work=$(mktemp -d)
program=$work/technopark
story=$(basename "$0")
out=$PWD/.ci/out/$story
screen=1366x768 # the smallest size we promise to look right at
expectations=0
pids=() # what we started, in that order

rm -rf "$out"
mkdir -p "$out"
trap clean_up EXIT

# clean_up ends what we started, last first. The exit code stays as it was.
clean_up() {
	local code=$? i
	[ "$code" -eq 0 ] || shot failed || true
	for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
		kill "${pids[i]}" 2>/dev/null && wait "${pids[i]}" 2>/dev/null || true
	done
	[ "$code" -eq 0 ] || cp "$work"/*.log "$out" 2>/dev/null || true
	rm -rf "$work"
	exit "$code"
}

fail() {
	echo "$story: $1" >&2
	exit 1
}

build_program() { go build -tags migrated_fynedo -o "$program" .; }

# start_screen opens a screen of the size $screen. It must not reset when a first client leaves, or
# the keyboard is lost with it. The window manager gives focus and titles; the second keyboard layout is what
# lets xdotool type Cyrillic.
start_screen() {
	local number_file=$work/display
	Xvfb -displayfd 3 -screen 0 "${screen}x24" -nolisten tcp -noreset 3>"$number_file" 2>"$work/xvfb.log" &
	pids+=($!)
	wait_for 'a screen' test -s "$number_file"
	DISPLAY=:$(cat "$number_file")
	export DISPLAY LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
	setxkbmap -layout us,ru
	openbox >"$work/openbox.log" 2>&1 &
	pids+=($!)
	wait_for 'a window manager' sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q window'
}

# start_program [FILE] opens the file, waits for the window, gives it the screen, all
# but the manager's title bar, and the keyboard. Sets $window.
start_program() {
	HOME=$work LC_ALL= LC_CTYPE=C.UTF-8 LANG=ru_RU.UTF-8 "$program" "$@" 2>"$work/program.log" &
	program_pid=$!
	pids+=("$program_pid")
	wait_for "a window «$title»" find_window
	xdotool windowactivate --sync "$window"
	wait_for 'a window as large as the screen' fills_screen
}

# fills_screen gives the window the screen and is true when it has kept it: the program
# gives its window the size it remembers after it is there.
fills_screen() {
	local wide=${screen%x*} high=$((${screen#*x} - 28))
	xdotool windowmove "$window" 0 0 windowsize "$window" "$wide" "$high"
	settle
	xdotool getwindowgeometry "$window" | grep -q "${wide}x$high"
}

find_window() {
	kill -0 "$program_pid" 2>/dev/null || fail "the program ended: $(tail -n 5 "$work/program.log")"
	window=$(xdotool search --onlyvisible --name "$title" 2>/dev/null | head -n 1) && [ -n "$window" ]
}

# resident_memory prints how many megabytes of memory the program takes.
resident_memory() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$program_pid/status"; }

# stop_program closes the window as a person would and waits for the end, so that
# the file is closed in the ordinary way. (windowclose of xdotool destroys it.)
stop_program() {
	xdotool key alt+F4
	wait_for 'the end of the program' gone "$program_pid"
}

gone() { ! kill -0 "$1" 2>/dev/null; }

# wait_for WHAT COMMAND… repeats the command until it succeeds or patience ends.
wait_for() {
	local what=$1 until=$((SECONDS + patience))
	shift
	until "$@"; do
		[ "$SECONDS" -lt "$until" ] || fail "waited $patience s for $what"
		sleep 0.2
	done
}

# settle gives the window time to draw what the last key changed.
settle() { sleep "${1:-0.7}"; }

# keys KEY… presses keys by their X names, where the focus is: Tab, Return, ctrl+z.
keys() {
	xdotool key --delay 60 -- "$@"
	settle
}

# repeat N KEY presses a key so many times.
repeat() {
	xdotool key --delay 60 --repeat "$1" --repeat-delay 60 -- "$2"
	settle
}

# types TEXT enters text where the focus is.
types() {
	xdotool type --delay 60 -- "$1"
	settle
}

# click X Y presses the mouse at a point of the window. Fyne looks at the pointer
# once a frame: a press in the frame of the move lands where the pointer was.
click() {
	xdotool mousemove --window "$window" "$1" "$2" sleep 0.3 mousedown 1 sleep 0.1 mouseup 1
	settle
}

# click_from_middle X Y presses the mouse so far from the middle of the window, where
# dialogs stand.
click_from_middle() {
	local size WIDTH HEIGHT
	size=$(xdotool getwindowgeometry --shell "$window")
	eval "$(grep -E '^(WIDTH|HEIGHT)=[0-9]+$' <<<"$size")"
	click $((WIDTH / 2 + $1)) $((HEIGHT / 2 + $2))
}

# shot NAME keeps a picture of the screen in .ci/out.
shot() { [ -z "${DISPLAY:-}" ] || import -silent -window root "$out/$1.png"; }

# query SQL asks the data file, as a reader that cannot write.
query() { sqlite3 -readonly -cmd '.timeout 5000' "$file" "$1"; }

# holds SQL VALUE is for wait_for: a field is committed when it is left, not at once.
holds() { [ "$(query "$1")" = "$2" ]; }

# expect WHAT ACTUAL OPERATOR WANT compares as test(1) does.
expect() {
	test "$2" "$3" "$4" || fail "expected $1: got «$2», want $3 «$4»"
	expectations=$((expectations + 1))
}

# expect_stored WHAT SQL VALUE waits until the data file answers so.
expect_stored() {
	wait_for "$1 (last answer «$(query "$2")»)" holds "$2" "$3"
	expectations=$((expectations + 1))
}
