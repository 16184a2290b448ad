// A reader of this program's proofs that others wrote: Go's golang.org/x/mod/sumdb/note and sumdb/tlog do the work, this file only takes the
// texts apart. tlog.ParseTree wants another first line than C2SP's checkpoints have, so the three lines are read here.
//
//	verify checkpoint KEY FILE            the signature holds; prints origin, size, root
//	verify cosigned KEY WITNESS FILE      so does the witness's (C2SP tlog-cosignature); prints its time too
//	verify inclusion KEY FILE             the entry is in the signed tree
//	verify consistency KEY OLD FILE       the signed tree continues that of the checkpoint OLD
//	verify flips WHAT KEY [OLD] FILE      WHAT as above: every byte of the file is changed in turn, and each change must be refused
//	verify tiles KEY FOLDER               the tiles lead to the signed root, and every entry of the bundles to its leaf
//	verify prove KEY FOLDER INDEX         the proof of inclusion that the tiles give, a hash a line
//	verify prove-tree KEY FOLDER OLD      the proof of consistency from OLD entries that the tiles give
//	verify sign NAME FILE                 the note with a signature of a new key added; the key goes to standard error
//
// Exit codes: 0 it holds, 1 it does not, 2 usage.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type checkpoint struct {
	origin string
	tree   tlog.Tree
	note   *note.Note
}

// number reads digits as they are written, and nothing else.
func number(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != text || n < 0 {
		return 0, fmt.Errorf("not a number: %q", text)
	}
	return n, nil
}

func hash(text string) (h tlog.Hash, err error) {
	data, err := base64.StdEncoding.Strict().DecodeString(text)
	if err != nil || len(data) != tlog.HashSize {
		return h, fmt.Errorf("not a hash: %q", text)
	}
	copy(h[:], data)
	return h, nil
}

func openCheckpoint(text []byte, verifiers ...note.Verifier) (*checkpoint, error) {
	opened, err := note.Open(text, note.VerifierList(verifiers...))
	if err != nil {
		return nil, err
	}
	if len(opened.Sigs) != len(verifiers) {
		return nil, errors.New("a signature is missing")
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] == "" || lines[3] != "" {
		return nil, errors.New("not the three lines of a checkpoint")
	}
	c := &checkpoint{origin: lines[0], note: opened}
	if c.tree.N, err = number(lines[1]); err != nil {
		return nil, err
	}
	c.tree.Hash, err = hash(lines[2])
	return c, err
}

// cosigner verifies C2SP tlog-cosignature with Go's own Ed25519; sumdb/note has no such algorithm, and asks a Verifier.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
	time uint64
}

func newCosigner(text string) (*cosigner, error) {
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("not a verifier key")
	}
	key, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("not a cosigner's key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if fmt.Sprintf("%x", sum[:4]) != parts[1] {
		return nil, errors.New("the key id does not belong to the key")
	}
	return &cosigner{name: parts[0], id: binary.BigEndian.Uint32(sum[:4]), key: ed25519.PublicKey(key[1:])}, nil
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.id }
func (c *cosigner) Verify(message, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	c.time = binary.BigEndian.Uint64(signature)
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", c.time, message)
	return ed25519.Verify(c.key, []byte(signed), signature[8:])
}

// parts splits a proof: the lines before the first empty one, and the checkpoint after it.
func parts(text []byte) ([]string, []byte, error) {
	head, note, found := bytes.Cut(text, []byte("\n\n"))
	if !found {
		return nil, nil, errors.New("there is no empty line")
	}
	return strings.Split(string(head), "\n"), note, nil
}

func hashes(lines []string) (list []tlog.Hash, err error) {
	for _, line := range lines {
		h, err := hash(line)
		if err != nil {
			return nil, err
		}
		list = append(list, h)
	}
	return list, nil
}

func checkInclusion(text []byte, key note.Verifier) error {
	lines, rest, err := parts(text)
	if err != nil {
		return err
	}
	c, err := openCheckpoint(rest, key)
	if err != nil {
		return err
	}
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return errors.New("not a proof of inclusion with its entry")
	}
	entry, err := base64.StdEncoding.Strict().DecodeString(lines[1][len("extra "):])
	if err != nil {
		return err
	}
	index, err := number(lines[2][len("index "):])
	if err != nil {
		return err
	}
	proof, err := hashes(lines[3:])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, c.tree.N, c.tree.Hash, index, tlog.RecordHash(entry))
}

func checkConsistency(text []byte, old *checkpoint, key note.Verifier) error {
	lines, rest, err := parts(text)
	if err != nil {
		return err
	}
	c, err := openCheckpoint(rest, key)
	if err != nil {
		return err
	}
	if lines[0] != "old "+strconv.FormatInt(old.tree.N, 10) || c.origin != old.origin {
		return errors.New("not a proof from that checkpoint")
	}
	proof, err := hashes(lines[1:])
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, c.tree.N, c.tree.Hash, old.tree.N, old.tree.Hash)
}

// sameMeaning: base64 of a signature may have idle bits in its last character, and package note takes any. Nothing is forged by them.
func sameMeaning(a, b []byte) bool {
	linesA, linesB := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	if len(linesA) != len(linesB) {
		return false
	}
	for i := range linesA {
		if linesA[i] == linesB[i] {
			continue
		}
		x, y := strings.Split(linesA[i], " "), strings.Split(linesB[i], " ")
		if len(x) != 3 || len(y) != 3 || x[0] != y[0] || x[1] != y[1] || x[0] != "\u2014" {
			return false
		}
		p, err1 := base64.StdEncoding.DecodeString(x[2])
		q, err2 := base64.StdEncoding.DecodeString(y[2])
		if err1 != nil || err2 != nil || !bytes.Equal(p, q) {
			return false
		}
	}
	return true
}

// flips changes each byte in each of its bits, and to a line end and a blank.
func flips(text []byte, check func([]byte) error) error {
	if err := check(text); err != nil {
		return fmt.Errorf("unchanged: %w", err)
	}
	tried, idle := 0, 0
	try := func(at int, to byte) error {
		if text[at] == to {
			return nil
		}
		changed := append([]byte(nil), text...)
		changed[at] = to
		tried++
		if check(changed) != nil {
			return nil
		}
		if sameMeaning(text, changed) {
			idle++
			return nil
		}
		return fmt.Errorf("byte %d changed from %q to %q, and nobody noticed", at, text[at], to)
	}
	for at := range text {
		for bit := 0; bit < 8; bit++ {
			if err := try(at, text[at]^(1<<bit)); err != nil {
				return err
			}
		}
		for _, to := range []byte{'\n', ' ', 'A', '0'} {
			if err := try(at, to); err != nil {
				return err
			}
		}
	}
	fmt.Printf("%d bytes, %d changes, %d of them idle bits of base64\n", len(text), tried, idle)
	return nil
}

// tileFolder reads C2SP's paths, which lack the height that Go's have.
type tileFolder string

func (f tileFolder) Height() int { return 8 }
func (f tileFolder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(string(f), "tile", strings.TrimPrefix(tile.Path(), "tile/8/")))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}
func (f tileFolder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f tileFolder) checkpoint(key note.Verifier) (*checkpoint, tlog.HashReader, error) {
	text, err := os.ReadFile(filepath.Join(string(f), "checkpoint"))
	if err != nil {
		return nil, nil, err
	}
	c, err := openCheckpoint(text, key)
	if err != nil {
		return nil, nil, err
	}
	// Every tile that is read is held against the signed root by package tlog.
	return c, tlog.TileHashReader(c.tree, f), nil
}

func (f tileFolder) check(key note.Verifier) error {
	c, reader, err := f.checkpoint(key)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(c.tree.N, reader)
	if err != nil || root != c.tree.Hash {
		return fmt.Errorf("the tiles do not lead to the root: %v", err)
	}
	entries := int64(0)
	for n := int64(0); n < c.tree.N; n += 256 {
		width := c.tree.N - n
		if width > 256 {
			width = 256
		}
		path := strings.TrimPrefix(tlog.Tile{H: 8, L: 0, N: n / 256, W: int(width)}.Path(), "tile/8/0/")
		bundle, err := os.ReadFile(filepath.Join(string(f), "tile", "entries", path))
		if err != nil {
			return err
		}
		for ; len(bundle) > 0; entries++ {
			size := 2 + int(bundle[0])<<8 + int(bundle[1])
			if size > len(bundle) {
				return errors.New("a bundle is cut off")
			}
			leaf, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, entries)})
			if err != nil || leaf[0] != tlog.RecordHash(bundle[2:size]) {
				return fmt.Errorf("entry %d is not its leaf: %v", entries+1, err)
			}
			bundle = bundle[size:]
		}
	}
	if entries != c.tree.N {
		return fmt.Errorf("%d entries of %d", entries, c.tree.N)
	}
	fmt.Printf("%d entries\n", entries)
	return nil
}

func sign(name string, text []byte) error {
	secret, public, err := note.GenerateKey(rand.Reader, name)
	if err != nil {
		return err
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		return err
	}
	split := bytes.LastIndex(text, []byte("\n\n"))
	if split < 0 {
		return errors.New("not a note")
	}
	signed, err := note.Sign(&note.Note{Text: string(text[:split+1])}, signer)
	if err != nil {
		return err
	}
	// The old signatures stay, the new line comes last.
	os.Stdout.Write(text)
	os.Stdout.Write(signed[split+2:])
	fmt.Fprintln(os.Stderr, public)
	return nil
}

func run(words []string) error {
	what, rest := words[0], words[1:]
	if what == "sign" && len(rest) == 2 {
		text, err := os.ReadFile(rest[1])
		if err != nil {
			return err
		}
		return sign(rest[0], text)
	}
	flip := what == "flips"
	if flip && len(rest) > 0 {
		what, rest = rest[0], rest[1:]
	}
	if len(rest) < 2 {
		return errUsage
	}
	key, err := note.NewVerifier(rest[0])
	if err != nil {
		return err
	}
	var check func(text []byte) error
	switch {
	case what == "tiles" && len(rest) == 2:
		return tileFolder(rest[1]).check(key)
	case (what == "prove" || what == "prove-tree") && len(rest) == 3:
		c, reader, err := tileFolder(rest[1]).checkpoint(key)
		if err != nil {
			return err
		}
		n, err := number(rest[2])
		if err != nil {
			return err
		}
		var proof []tlog.Hash
		if what == "prove" {
			proof, err = tlog.ProveRecord(c.tree.N, n, reader)
		} else {
			proof, err = tlog.ProveTree(c.tree.N, n, reader)
		}
		for _, h := range proof {
			fmt.Println(h)
		}
		return err
	case what == "checkpoint" && len(rest) == 2:
		check = func(text []byte) error {
			c, err := openCheckpoint(text, key)
			if err == nil && !flip {
				fmt.Println(c.origin, c.tree.N, c.tree.Hash)
			}
			return err
		}
	case what == "cosigned" && len(rest) == 3:
		check = func(text []byte) error {
			witness, err := newCosigner(rest[1])
			if err != nil {
				return err
			}
			c, err := openCheckpoint(text, key, witness)
			if err == nil && !flip {
				fmt.Println(c.origin, c.tree.N, c.tree.Hash, witness.time)
			}
			return err
		}
	case what == "inclusion" && len(rest) == 2:
		check = func(text []byte) error { return checkInclusion(text, key) }
	case what == "consistency" && len(rest) == 3:
		text, err := os.ReadFile(rest[1])
		if err != nil {
			return err
		}
		old, err := openCheckpoint(text, key)
		if err != nil {
			return err
		}
		check = func(text []byte) error { return checkConsistency(text, old, key) }
	default:
		return errUsage
	}
	text, err := os.ReadFile(rest[len(rest)-1])
	if err != nil {
		return err
	}
	if flip {
		return flips(text, check)
	}
	return check(text)
}

var errUsage = errors.New("usage: see the head of verify.go")

func main() {
	err := errUsage
	if len(os.Args) > 1 {
		err = run(os.Args[1:])
	}
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "verify:", err)
	if errors.Is(err, errUsage) {
		os.Exit(2)
	}
	os.Exit(1)
}
