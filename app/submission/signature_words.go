package submission

import (
	"time"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/signature"
)

// SignatureLines says in words what a signature is and what was found out about it, one
// answer a line, the last one being what is never checked.
func SignatureLines(words *i18n.Printer, c signature.Check, zone *time.Location) []string {
	lines := []string{words.T("signature.who", map[string]any{"Person": orDash(c.Subject.Person()), "Title": c.Subject.Title, "Organization": c.Subject.Organization})}
	n := c.Subject
	if n.SNILS+n.INN+n.CompanyINN+n.OGRN != "" {
		lines = append(lines, words.T("signature.numbers", map[string]any{"SNILS": n.SNILS, "INN": n.INN, "CompanyINN": n.CompanyINN, "OGRN": n.OGRN}))
	}
	lines = append(lines,
		words.T("signature.when", map[string]any{"Moment": moment(c.Signed, zone)}),
		words.T("signature.certificate", map[string]any{
			"There": c.Certificate, "Serial": c.Serial, "Issuer": issuerName(c.Issuer), "From": day(c.NotBefore, zone), "To": day(c.NotAfter, zone),
		}))
	if c.Certificate && !c.Signed.IsZero() && (c.Signed.Before(c.NotBefore) || c.Signed.After(c.NotAfter)) {
		lines = append(lines, words.T("signature.out_of_term", nil))
	}
	how := map[string]any{"Algorithm": c.Algorithm, "Digest": c.Digest}
	return append(lines, words.T("signature.fits."+c.Fits.String(), how), words.T("signature.valid."+c.Valid.String(), how), words.T("signature.trust", nil))
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

func issuerName(n signature.Name) string {
	if n.Common != "" {
		return n.Common
	}
	return orDash(n.Organization)
}

func day(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return app.DateOf(t.In(zone)).String()
}

func moment(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return day(t, zone) + " " + t.In(zone).Format("15:04")
}
