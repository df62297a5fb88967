#!/bin/sh
# Adds this folder's Counterpart to your own menu (no root needed); `--remove` takes it out again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/counterpart.desktop
icons=$data/icons/hicolor

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$icons"/*/apps/counterpart.png "$icons"/scalable/apps/counterpart.svg \
        "$HOME/.local/bin/counterpart"
    echo "Counterpart is out of the menu. Delete $here to be rid of it; your data stays."
    exit 0
fi
mkdir -p "$data/applications" "$icons/scalable/apps" "$HOME/.local/bin"
cp "$here/share/counterpart.svg" "$icons/scalable/apps/counterpart.svg"
ln -sf "$here/counterpart" "$HOME/.local/bin/counterpart"
# In an entry, these characters of a path are escaped twice.
path=$(printf %s "$here/counterpart" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
{
    grep -v '^Exec=' "$here/share/counterpart.desktop"
    printf 'Exec="%s"\n' "$path"
} > "$entry"
echo "Counterpart is in the menu. On the command line: $HOME/.local/bin/counterpart"
