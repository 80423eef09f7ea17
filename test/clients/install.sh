#!/usr/bin/env bash
# Installs the AWS clients that test/clients/ drives, where they are missing: for CI, on Debian, as root or with sudo.
set -euo pipefail

missing=()
aws --version >/dev/null 2>&1 || missing+=(awscli)
python3 -c 'import boto3' 2>/dev/null || /usr/bin/python3 -c 'import boto3' 2>/dev/null || missing+=(python3-boto3)
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
