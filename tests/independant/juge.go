// Command juge reads one case per line on its standard input, as JSON, and answers "accepte" or "refuse: why" to each,
// with the checks of golang.org/x/mod/sumdb alone: it shares no code with the product.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type testCase struct {
	Genre   string   `json:"genre"`
	Vkey    string   `json:"vkey"`
	Note    string   `json:"note"`
	Feuille string   `json:"feuille"`
	Preuve  string   `json:"preuve"`
	Ancien  string   `json:"ancien"`
	Nouveau string   `json:"nouveau"`
	Chemin  []string `json:"chemin"`
}

type head struct {
	size int64
	root tlog.Hash
}

func main() {
	log.SetFlags(0)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c testCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			log.Fatal(err)
		}
		if err := judge(c); err != nil {
			fmt.Printf("refuse: %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println("accepte")
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}

func judge(c testCase) error {
	switch c.Genre {
	case "checkpoint":
		_, err := openCheckpoint(c.Vkey, c.Note)
		return err
	case "note":
		return judgeNote(c)
	case "inclusion":
		return judgeInclusion(c)
	case "coherence":
		return judgeConsistency(c)
	}
	return fmt.Errorf("unknown kind %q", c.Genre)
}

func judgeNote(c testCase) error {
	verifier, err := note.NewVerifier(c.Vkey)
	if err != nil {
		return err
	}
	_, err = note.Open([]byte(c.Note), note.VerifierList(verifier))
	return err
}

func judgeInclusion(c testCase) error {
	top, checkpoint, found := strings.Cut(c.Preuve, "\n\n")
	if !found {
		return errors.New("no checkpoint")
	}
	h, err := openCheckpoint(c.Vkey, checkpoint)
	if err != nil {
		return err
	}
	lines := strings.Split(top, "\n")
	if len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return errors.New("not a tlog-proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return err
	}
	path, err := parseHashes(lines[2:])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(path), h.size, h.root, index, tlog.RecordHash([]byte(c.Feuille)))
}

func judgeConsistency(c testCase) error {
	older, err := openCheckpoint(c.Vkey, c.Ancien)
	if err != nil {
		return err
	}
	newer, err := openCheckpoint(c.Vkey, c.Nouveau)
	if err != nil {
		return err
	}
	path, err := parseHashes(c.Chemin)
	if err != nil {
		return err
	}
	return tlog.CheckTree(tlog.TreeProof(path), newer.size, newer.root, older.size, older.root)
}

func openCheckpoint(vkey, signed string) (head, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return head{}, err
	}
	opened, err := note.Open([]byte(signed), note.VerifierList(verifier))
	if err != nil {
		return head{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() || lines[3] != "" {
		return head{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return head{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return head{size, root}, err
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		h, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, h)
	}
	return hashes, nil
}
