#!/usr/bin/env bash
# Installs what the tests drive and is missing, AWS's clients and shells that complete: for CI, on Debian, as root or with sudo.
set -euo pipefail

missing=()
aws --version >/dev/null 2>&1 || missing+=(awscli)
python3 -c 'import boto3' 2>/dev/null || /usr/bin/python3 -c 'import boto3' 2>/dev/null || missing+=(python3-boto3)
for shell in zsh fish; do
  command -v "$shell" >/dev/null || missing+=("$shell")
done
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
