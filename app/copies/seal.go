package copies

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"

	"filippo.io/age"

	"technopark/app"
	"technopark/app/disk"
)

// mostWork bounds the work that somebody else's file may ask for before its passphrase is
// known to be wrong: 2^20 rounds, 1 GB and some seconds.
const mostWork = 20

// work is what ours ask for; tests, which guess no passphrases, ask for less.
var work = 18

// ErrPassphrase says that a passphrase does not open a file; ErrNeedsPassphrase, that one is
// wanted; ErrNotSealed, that the file is sealed in no way we know.
var (
	ErrPassphrase      error = &app.Refusal{ID: "copies.wrong_passphrase"}
	ErrNeedsPassphrase error = &app.Refusal{ID: "copies.needs_passphrase"}
	ErrNotSealed       error = &app.Refusal{ID: "copies.not_sealed"}
)

// seal writes a file sealed with a passphrase, whole or not at all.
func seal(ctx context.Context, from, to, passphrase string) error {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return ErrNeedsPassphrase
	}
	recipient.SetWorkFactor(work)
	return disk.MakeNew(to, func(w io.Writer) error {
		sealed, err := age.Encrypt(w, recipient)
		if err != nil {
			return err
		}
		return errors.Join(pour(ctx, sealed, from), sealed.Close())
	})
}

// pour writes a file into w.
func pour(ctx context.Context, w io.Writer, from string) error {
	file, err := os.Open(from)
	if err != nil {
		return disk.Unread(from, err)
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing can be lost
	_, err = io.Copy(w, disk.Stoppable(ctx, file))
	return err
}

// unseal writes what is in a sealed file into w. A file that was cut off or changed is
// app.ErrDamaged.
func unseal(ctx context.Context, from, passphrase string, w io.Writer) error {
	if err := disk.Plain(from); err != nil {
		return err
	}
	file, err := os.Open(from)
	if err != nil {
		return disk.Unread(from, err)
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing can be lost
	plain, err := opened(ctx, file, passphrase)
	if err != nil {
		return app.About(from, err)
	}
	return copyPlain(from, plain, w)
}

// opened returns what is in a sealed file.
func opened(ctx context.Context, file io.Reader, passphrase string) (io.Reader, error) {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, ErrNeedsPassphrase
	}
	identity.SetMaxWorkFactor(mostWork)
	plain, err := age.Decrypt(disk.Stoppable(ctx, file), identity)
	var none *age.NoIdentityMatchError
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return plain, err
	case errors.As(err, &none):
		return nil, errors.Join(ErrPassphrase, err)
	}
	return nil, errors.Join(ErrNotSealed, err)
}

// Unlocked reports whether nobody has to be asked for the passphrase of a copy: it is not
// sealed, or that of the settings opens it. This takes a second.
func (k Keeper) Unlocked(path string) bool {
	if !IsSealed(path) {
		return true
	}
	if k.Settings.Passphrase == "" {
		return false
	}
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing can be lost
	_, err = opened(context.Background(), file, k.Settings.Passphrase)
	return err == nil
}

// copyPlain tells a fault of what is read from one of what is written.
func copyPlain(from string, plain io.Reader, w io.Writer) error {
	out := &kept{to: w}
	_, err := io.Copy(out, plain)
	switch {
	case err == nil, out.err != nil, errors.Is(err, context.Canceled):
		return err
	}
	return &app.Refusal{ID: "copies.sealed_damaged", Data: map[string]any{"File": from}, Cause: errors.Join(app.ErrDamaged, err)}
}

// kept remembers that it could not be written to.
type kept struct {
	to  io.Writer
	err error
}

// Write is io.Writer.
func (k *kept) Write(p []byte) (int, error) {
	n, err := k.to.Write(p)
	k.err = errors.Join(k.err, err)
	return n, err
}

// sumOf returns the SHA-256 of the data file in a copy, sealed or not.
func sumOf(ctx context.Context, path, passphrase string) (string, error) {
	if !IsSealed(path) {
		return disk.Sum(ctx, path)
	}
	sum := sha256.New()
	if err := unseal(ctx, path, passphrase, sum); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
