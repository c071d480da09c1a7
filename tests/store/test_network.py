"""Folders that endanger a project file are told from those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator_desk.errors import StoreError
from translator_desk.store import network
from translator_desk.store.connect import create_project, open_project

MOUNTS = r"""sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/export /srv/nfs nfs4 rw 0 0
//server/share /srv/our\040share cifs rw 0 0
me@host:/home /srv/ssh fuse.sshfs rw 0 0
C:\134 /srv/c 9p rw 0 0
/dev/sdb1 /srv/nfs/local ext4 rw 0 0
tmpfs /srv/over tmpfs rw 0 0
server:/b /srv/over nfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/p.desk", "ext4"),
        ("/srv/nfs/p.desk", "nfs4"),
        ("/srv/nfs/deeper/p.desk", "nfs4"),
        ("/srv/nfs/local/p.desk", "ext4"),
        ("/srv/nfsother/p.desk", "ext4"),
        ("/srv/our share/p.desk", "cifs"),
        ("/srv/ssh/p.desk", "fuse.sshfs"),
        ("/srv/c/p.desk", "9p"),
        ("/srv/over/p.desk", "nfs"),
    ],
)
def test_the_file_system_of_a_path(path, kind):
    assert network.file_system_of(Path(path), MOUNTS) == kind


def test_macos_mounts():
    printed = "/dev/disk3s1 on / (apfs, local)\n//me@server/our share on /Volumes/our share (smbfs, nodev)\n"
    mounts = network.mac_mounts(printed)
    assert network.file_system_of(Path("/Volumes/our share/p.desk"), mounts) == "smbfs"
    assert network.file_system_of(Path("/Users/p.desk"), mounts) == "apfs"


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
def test_network_folders_are_refused_for_writing_with_a_remedy(tmp_path, monkeypatch, kind):
    create_project(tmp_path / "p.desk", "A project", "Li").store.close()
    monkeypatch.setattr(network, "file_system_of", lambda path: kind)
    opened = open_project(tmp_path / "p.desk", who="Li")
    assert opened.store.read_only
    assert opened.store.load().title == "A project"
    assert "copy it to a folder of this computer" in opened.read_only_reason.render("en")
    opened.store.close()
    with pytest.raises(StoreError, match="another computer"):
        create_project(tmp_path / "new.desk", "New", "Li")
    assert [one.name for one in tmp_path.iterdir()] == ["p.desk"]


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "apfs", "tmpfs", "overlay", ""])
def test_local_folders_are_not(monkeypatch, kind):
    monkeypatch.setattr(network, "file_system_of", lambda path: kind)
    assert network.network_reason(Path("/x/p.desk")) is None


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Office)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - 市政府", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("com~apple~CloudDocs", "iCloud"),
        ("我的坚果云", "坚果云"),
        ("BaiduSyncdisk", "百度网盘"),
        ("nutstore", "坚果云"),
    ],
)
def test_synchronised_folders_are_named(tmp_path, folder, name):
    inside = tmp_path / folder / "2026"
    inside.mkdir(parents=True)
    opened = create_project(inside / "p.desk", "A project", "Li")
    (warning,) = opened.warnings
    assert opened.read_only_reason is None
    assert name in warning.render("zh")
    assert str(inside) in warning.render("en")
    opened.store.close()


def test_a_synchronised_folder_of_any_name_is_known_by_what_lies_in_it(tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / ".stfolder").mkdir()
    warning = network.cloud_warning(tmp_path / "work" / "p.desk")
    assert "Syncthing" in warning.render("en")


def test_other_folders_are_silent(tmp_path):
    inside = tmp_path / "Dropboxes of the town" / "云"
    inside.mkdir(parents=True)
    assert network.cloud_warning(inside / "p.desk") is None


@pytest.mark.parametrize(
    "name",
    [
        "p (Li's conflicted copy 2026-03-04).desk",
        "p (王芳 的冲突副本 2026-03-04).desk",
        "p.sync-conflict-20260304-050607-ABCDEFG.desk",
        "p_conflict-20260304.desk",
    ],
)
def test_a_conflicted_copy_is_noticed(tmp_path, name):
    for one in ("p.desk", name, "p2.desk", "other conflicted copy.desk"):
        (tmp_path / one).touch()
    (warning,) = network.conflicted_copies(tmp_path / "p.desk")
    assert name in warning.render("en")
    assert name in warning.render("zh")
