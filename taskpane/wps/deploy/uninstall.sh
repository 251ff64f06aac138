#!/bin/sh
# 卸载台账校核 WPS 加载项，把改过的清单恢复原样。
exec sh "$(dirname -- "$0")/install.sh" --remove "$@"
