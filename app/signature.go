package app

import "path"

// Signature is a detached electronic signature of one of the files of a revision, made by
// another program. Its file lies in the data file as a content; see Content. What it says
// in full is read from that by package signature.
type Signature struct {
	Head
	Revision int64  // id of the revision whose file is signed
	File     string // the signed one, as in Revision.Files
	FileName string // of the signature, beside the signed one
	SHA256   string // of the file of the signature
	Signer   string // who, of several each
	Signed   Date   // as the signer's computer said; none when it did not
	Added    Date   // day it was put beside the file
	Verified string // whether the signature was found to be that of the key
}

// Type describes Signature.
func (*Signature) Type() *Type { return signatureType }

// What was found out about a signature that is kept, beyond that its file is the signed
// one. A broken one is not kept.
const (
	SignatureValid     = "valid"
	SignatureUnchecked = "unchecked" // of an algorithm or with a certificate the program cannot check
)

var signatureType = &Type{
	Key:     "signature",
	One:     L("Подпись редакции", "Signature of a revision"),
	Many:    L("Подписи редакций", "Signatures of revisions"),
	Section: SectionRating,
	Turn:    past("подпись — под заявкой своего года", "a signature is under the submission of its year"),
	Owner:   "revision",
	Aside:   true,
	Made:    true,
	Sequel:  true,
	New:     func() Record { return new(Signature) },
	Title:   signatureTitle(L("подпись ", "signature of "), L("неизвестно кто", "somebody unknown"), RU),
	TitleEN: signatureTitle(L("подпись ", "signature of "), L("неизвестно кто", "somebody unknown"), EN),
	Unique:  [][]string{{"revision", "sha256"}, {"revision", "file_name"}},
	Fields: []Field{
		ref("revision", L("Редакция", "Revision"), "revision", func(r *Signature) *int64 { return &r.Revision }).essential().fixed(),
		text("file", L("Подписанный файл", "Signed file"), func(r *Signature) *string { return &r.File }).essential().fixed(),
		text("file_name", L("Файл подписи", "File of the signature"), func(r *Signature) *string { return &r.FileName }).essential().fixed(),
		text("sha256", L("SHA-256", "SHA-256"), func(r *Signature) *string { return &r.SHA256 }).content().essential().fixed(),
		text("signer", L("Кто подписал", "Signed by"), func(r *Signature) *string { return &r.Signer }).fixed(),
		date("signed", L("Подписан", "Signed on"), func(r *Signature) *Date { return &r.Signed }).fixed(),
		date("added", L("Приложена", "Added on"), func(r *Signature) *Date { return &r.Added }).fixed(),
		choice("verified", L("Подпись", "Signature"), []Option{
			{SignatureValid, L("математически верна", "mathematically valid")},
			{SignatureUnchecked, L("программой не проверяется", "not checked by the program")},
		}, func(r *Signature) *string { return &r.Verified }).fixed(),
	},
}

// OfArchive reports whether the signature is of the archive of the revision, which cannot
// hold it.
func (s *Signature) OfArchive() bool { return path.Ext(s.File) == ".zip" }

func signatureTitle(what, nobody Text, lang Lang) func(Record, Titles) string {
	return func(r Record, titles Titles) string {
		x := r.(*Signature)
		return titled(what.In(lang)+Quoted(shortOr(x.Signer, nobody.In(lang))), titles("revision", x.Revision))
	}
}
