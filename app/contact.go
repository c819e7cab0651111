package app

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Contact reports whether the scheme is of contacts. They are forms and no state
// identifiers: one that is wrong is doubted, not an error of the data.
func (s Scheme) Contact() bool { return s == SchemeEmail || s == SchemePhone || s == SchemeURL }

// contactFault says what is wrong with the contacts of a field, the first wrong one named.
func (s Scheme) contactFault(found string) Text {
	check := emailFault
	switch s {
	case SchemePhone:
		check = phoneFault
	case SchemeURL:
		check = urlFault
	}
	parts := s.contacts(found)
	if len(parts) == 0 {
		return check(found)
	}
	for _, part := range parts {
		if fault := check(part); !fault.Zero() {
			return fault
		}
	}
	return Text{}
}

// contacts parts what is written in one field. Addresses of pages may hold commas, and
// numbers hold spaces.
func (s Scheme) contacts(found string) []string {
	switch s {
	case SchemePhone:
		return withExtensions(strings.FieldsFunc(found, func(r rune) bool { return r == ',' || r == ';' }))
	case SchemeURL:
		parts := strings.Fields(found)
		for i, part := range parts {
			parts[i] = strings.TrimRight(part, ",;")
		}
		return parts
	}
	return strings.FieldsFunc(found, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
}

func emailFault(address string) Text {
	fault := func() Text {
		return L(
			Quoted(address)+" — не адрес электронной почты; он пишется как office@example.ru",
			"“"+address+"” is no e-mail address; write it like office@example.ru")
	}
	local, host, ok := strings.Cut(address, "@")
	if !ok || local == "" || strings.ContainsAny(local, "<>()[]\\\":/") || strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(local, "..") {
		return fault()
	}
	if letter := strayLetter(local); !letter.Zero() {
		return letterFault(fault(), letter)
	}
	return hostFault(host, fault)
}

// urlFault takes sites with http:// and without, as people type them.
func urlFault(address string) Text {
	fault := func() Text {
		return L(
			Quoted(address)+" — не адрес сайта; он пишется как example.ru или https://example.ru/news",
			"“"+address+"” is no address of a site; write it like example.ru or https://example.ru/news")
	}
	rest := address
	if scheme, after, ok := strings.Cut(address, "://"); ok {
		switch strings.ToLower(scheme) {
		case "http", "https":
		default:
			return fault()
		}
		rest = after
	}
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	host, port, hasPort := strings.Cut(rest, ":")
	if hasPort && (port == "" || !digitsOnly(port)) {
		return fault()
	}
	return hostFault(host, fault)
}

// hostFault returns the fault when a text is no name of a host: labels of letters, digits
// and hyphens with dots between, the last one of letters.
func hostFault(host string, fault func() Text) Text {
	labels := strings.Split(host, ".")
	last := labels[len(labels)-1]
	if len(labels) < 2 || utf8.RuneCountInString(last) < 2 || !lettersOnly(last) && !strings.HasPrefix(strings.ToLower(last), "xn--") {
		return fault()
	}
	for _, label := range labels {
		if label == "" || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") || strings.ContainsFunc(label, notOfLabel) {
			return fault()
		}
		if letter := strayLetter(label); !letter.Zero() {
			return letterFault(fault(), letter)
		}
	}
	return Text{}
}

func letterFault(fault, letter Text) Text {
	return L(letter.RU+"; "+fault.RU, letter.EN+"; "+fault.EN)
}

func notOfLabel(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
}

func lettersOnly(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// strayLetter names a Russian letter among Latin ones: no host and no mailbox mixes them.
func strayLetter(label string) Text {
	if strings.ContainsFunc(label, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return russianLetter(label)
	}
	return Text{}
}

// The words that may stand in a phone number, over folded text, and how an extension begins.
var (
	phoneWords = regexp.MustCompile(`тел(?:ефон)?|факс|моб(?:ильный)?|раб(?:очий)?|доб(?:авочный)?|внутр(?:енний)?|` + Fold("ext"))
	extension  = regexp.MustCompile(`^[^\d+]*(?:доб|внутр|` + Fold("ext") + `)`)
)

// Fewest and most digits of a phone number: five in a town, fifteen in the world (E.164),
// and an extension behind.
const (
	fewestDigits = 5
	mostDigits   = 15 + 6
)

func phoneFault(number string) Text {
	fault := func() Text {
		return L(
			Quoted(number)+" — не номер телефона; он пишется как +7 495 123-45-67, доб. 12",
			"“"+number+"” is no phone number; write it like +7 495 123-45-67, ext. 12")
	}
	rest := Fold(number)
	if strings.ContainsFunc(rest, unicode.IsLetter) {
		rest = phoneWords.ReplaceAllString(rest, "")
	}
	digits := 0
	for _, r := range rest {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune(" +-().,:#*/", r):
			return fault()
		}
	}
	if digits < fewestDigits || digits > mostDigits || strings.LastIndexByte(rest, '+') > strings.IndexFunc(rest, isDigit) {
		return fault()
	}
	return Text{}
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// withExtensions joins «доб. 12» to the number before it.
func withExtensions(parts []string) []string {
	var joined []string
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if len(joined) > 0 && extension.MatchString(Fold(part)) {
			joined[len(joined)-1] += ", " + part
			continue
		}
		joined = append(joined, part)
	}
	return joined
}
