"""Each kept store: opened, checked with its certifications calculated again, compared with what the old program said of it, and written on."""

import glob
import json
import os
import shutil
import tarfile

from program import VERIFY, Case, path, run, sumi

STORES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "stores")


def unpacked(name, to):
    with tarfile.open(os.path.join(STORES, name + ".tar.xz")) as archive:
        archive.extractall(path(to), filter="data") if hasattr(tarfile, "data_filter") else archive.extractall(path(to))
    return os.path.join(to, "store")


def known(name):
    with open(os.path.join(STORES, name + ".known.json"), encoding="utf-8") as file:
        return json.load(file)


def same_parts(test, old, new, where):
    """Everything that the old program said stands, and may stand among more."""
    if isinstance(old, dict):
        for key, value in old.items():
            test.assertIn(key, new, where)
            same_parts(test, value, new[key], f"{where}.{key}")
    else:
        test.assertEqual(old, new, where)


class EarlierRelease(Case):
    """One test for each store, added below."""

    def opens(self, name):
        store = unpacked(name, name.replace("/", "-"))
        old = known(name)
        # The bytes of the journal are what they were.
        check = self.done(sumi("--json", "--store", store, "check", "--full")).json()
        self.assertEqual(check["findings"], [])
        for key in ("entries", "tree_size", "tree_root", "sealed_values", "erased_values", "certifications_calculated"):
            self.assertEqual(check[key], old["check"][key], key)
        # An old snapshot is of another form: the state came by replay.
        self.assertEqual(check["snapshots"], 0)
        self.assertTrue(os.listdir(path(store, "snapshots")) if os.path.isdir(path(store, "snapshots")) else name.endswith("forest"))
        # Balances and serials.
        status = self.done(sumi("--json", "--store", store, "status")).json()
        for key in ("origin", "operator", "now", "organisations", "accounts", "rule_packs_adopted", "projects", "certifications"):
            self.assertEqual(status[key], old["status"][key], key)
        same_parts(self, old["status"]["units_tco2"], status["units_tco2"], "units")
        holdings = self.done(sumi("--json", "--store", store, "holdings")).json()
        self.assertEqual(len(holdings), len(old["holdings"]))
        for before, now in zip(old["holdings"], holdings):
            same_parts(self, before, now, "holdings")
        # Every use, in its state.
        for number, row in enumerate(old["retirements"], 1):
            said = self.done(sumi("--json", "--store", store, "do", f"show retirement {number}")).json()["said"][0]
            same_parts(self, row, json.loads(said.split(" ", 2)[2]), f"retirement {number}")
        # A receipt of that time.
        self.assertEqual(run(VERIFY, os.path.join(STORES, name + ".receipt")).code, 0)
        # One entry more, a snapshot, and opened again from it.
        shutil.copy(os.path.join(STORES, name + ".next.inc"), path(store + ".next.inc"))
        self.done(sumi("--store", store, "play", path(store + ".next.inc")))
        self.done(sumi("--store", store, "snapshot"))
        again = self.done(sumi("--json", "--store", store, "check")).json()
        self.assertGreater(again["entries"], old["check"]["entries"])
        self.assertEqual((again["findings"], again["snapshots"]), ([], 1))
        self.assertNotEqual(self.done(sumi("--json", "--store", store, "holdings")).json(), holdings)

    def test_every_release_has_a_store(self):
        releases = {os.path.basename(os.path.dirname(file)) for file in glob.glob(os.path.join(STORES, "*", "*.tar.xz"))}
        self.assertTrue({"v0.1.0", "v0.2.0"} <= releases, releases)


for archive in sorted(glob.glob(os.path.join(STORES, "*", "*.tar.xz"))):
    kept = os.path.relpath(archive, STORES)[: -len(".tar.xz")]
    setattr(EarlierRelease, "test_" + kept.replace("/", "_").replace(".", "_"), lambda self, name=kept: self.opens(name))
