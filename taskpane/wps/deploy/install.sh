#!/bin/sh
# 台账校核 WPS 加载项：给当前用户安装或卸载（UOS、麒麟等 Linux）。不需要管理员权限，不连网络。
#   sh install.sh            安装
#   sh install.sh --remove   卸载，把改过的清单恢复原样
# 选项：--list jsplugins|publish  写哪一份清单（不写则自己判断）
#       --addons 文件夹           WPS 放加载项的文件夹
#       --office 文件夹           WPS 的 office6 文件夹（只读，看 oem.ini 里是否允许加载项）
# 只增删名为 @ADD_IN@ 的条目和文件夹；改清单之前先备份。
set -eu
LC_ALL=C
export LC_ALL

NAME=@ADD_IN@
VERSION=@VERSION@
FOLDER=${NAME}_${VERSION}
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
ADDONS=${HOME}/.local/share/Kingsoft/wps/jsaddons
OFFICE=
LIST=auto
ACTION=install

say() { printf '%s\n' "$*"; }
stop() {
  say "$*" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --remove) ACTION=remove ;;
    --list | --addons | --office)
      [ $# -ge 2 ] || stop "$1 后面要写内容。"
      case $1 in
        --list) LIST=$2 ;;
        --addons) ADDONS=$2 ;;
        *) OFFICE=$2 ;;
      esac
      shift
      ;;
    *) stop "不认识的选项：$1" ;;
  esac
  shift
done
case $LIST in auto | jsplugins | publish) ;; *) stop "--list 只能是 jsplugins 或 publish。" ;; esac
[ -z "${SUDO_USER:-}" ] || stop "请用自己的账号运行，不要加 sudo：加载项装在各人自己的文件夹里。"

# 备份和记录放在自己的文件夹里，卸载后一起删去。
KEPT=${ADDONS}/${NAME}.kept

# 清单的读法：去掉名为 NAME 的条目；entry 不空时再加上它。不是完整的清单则以 3 结束。
EDIT='
function refuse() { bad = 1; exit 3 }
function nameOf(tag,   rest, quote) {
  if (!match(tag, /[ \t\r\n]name[ \t\r\n]*=[ \t\r\n]*["'\'']/)) return ""
  quote = substr(tag, RSTART + RLENGTH - 1, 1)
  rest = substr(tag, RSTART + RLENGTH)
  return substr(rest, 1, index(rest, quote) - 1)
}
# 单独占一行的条目连同它的行一起去掉。
function dropLine() {
  if (match(text, /^[ \t]*\r?\n/) && match(out, /(^|\n)[ \t]*$/)) {
    sub(/[ \t]*$/, "", out)
    sub(/^[ \t]*\r?\n/, "", text)
  }
}
function put(tag) { if (!skipping) out = out tag }
BEGIN { RS = "\001"; name = ENVIRON["NAME"]; entry = ENVIRON["ENTRY"] }
{ text = text $0 }
END {
  if (bad) exit 3
  tagged = "^<[A-Za-z_][A-Za-z0-9_.:-]*([ \t\r\n]+[A-Za-z_][A-Za-z0-9_.:-]*[ \t\r\n]*=[ \t\r\n]*(\"[^\"<]*\"|'\''[^'\''<]*'\''))*[ \t\r\n]*/?>"
  out = ""; depth = 0; ended = 0; skipping = 0
  if (substr(text, 1, 3) == "\357\273\277") { out = substr(text, 1, 3); text = substr(text, 4) }
  if (match(text, /^<\?xml[^>]*\?>/)) { out = out substr(text, 1, RLENGTH); text = substr(text, RLENGTH + 1) }
  while (text != "") {
    if (match(text, /^[ \t\r\n]+/)) { put(substr(text, 1, RLENGTH)); text = substr(text, RLENGTH + 1); continue }
    if (substr(text, 1, 4) == "<!--") {
      stop = index(text, "-->"); if (!stop) refuse()
      put(substr(text, 1, stop + 2)); text = substr(text, stop + 3); continue
    }
    if (substr(text, 1, 2) == "</") {
      if (!match(text, /^<\/[A-Za-z_][A-Za-z0-9_.:-]*[ \t\r\n]*>/)) refuse()
      tag = substr(text, 1, RLENGTH); text = substr(text, RLENGTH + 1)
      element = tag; gsub(/[<\/> \t\r\n]/, "", element)
      if (depth < 1 || open[depth] != element) refuse()
      if (depth == 1) {
        if (entry != "") {
          if (out ~ /\n[ \t]*$/ || out ~ />$/) out = out "  " entry "\n"
          else out = out "\n  " entry "\n"
        }
        ended = 1
      }
      put(tag); depth--
      if (skipping && depth == 1) { skipping = 0; dropLine() }
      continue
    }
    if (!match(text, tagged)) refuse()
    tag = substr(text, 1, RLENGTH); text = substr(text, RLENGTH + 1)
    element = tag; sub(/^</, "", element); sub(/[ \t\r\n\/>].*$/, "", element)
    closed = (tag ~ /\/>$/)
    if (depth == 0) {
      if (ended || element != "jsplugins") refuse()
      if (closed) {
        ended = 1
        if (entry != "") { sub(/[ \t\r\n]*\/>$/, ">", tag); tag = tag "\n  " entry "\n</jsplugins>" }
      }
    }
    if (depth == 1 && nameOf(tag) == name) {
      if (closed) dropLine()
      else { skipping = 1; depth++; open[depth] = element }
      continue
    }
    put(tag)
    if (!closed) { depth++; open[depth] = element }
  }
  if (depth != 0 || !ended) refuse()
  printf "%s", out
}'

# edit 旧文件 新文件 条目
edit() {
  if [ "$(tr -d '\000\001' <"$1" | wc -c)" -ne "$(wc -c <"$1")" ]; then return 3; fi
  # 经环境传入：-v 会把反斜杠当转义。
  NAME=$NAME ENTRY=$3 awk "$EDIT" "$1" >"$2"
}

refuseList() {
  stop "清单不完整，没有改动任何东西：$1
请让管理员看一看这个文件（它应当是 <jsplugins>…</jsplugins>），改好后再运行一次。"
}

escaped() {
  printf '%s' "$1" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/"/\&quot;/g'
}

officeFolders() {
  if [ -n "$OFFICE" ]; then
    say "$OFFICE"
    return
  fi
  for folder in /opt/kingsoft/wps-office*/office6 /opt/apps/cn.wps.wps-office*/files/kingsoft/wps-office/office6; do
    if [ -d "$folder" ]; then say "$folder"; fi
  done
}

allowing() {
  while IFS= read -r folder; do
    grep -si '^[[:space:]]*JsApiPlugin[[:space:]]*=[[:space:]]*true' "$folder/cfgs/oem.ini" || true
  done
}

# oem.ini 允许加载项时写 jsplugins.xml，否则写 WPS 自己的安装服务也用的 publish.xml。
chooseList() {
  [ "$LIST" = auto ] || return 0
  if officeFolders | allowing | grep -q .; then LIST=jsplugins; else LIST=publish; fi
}

# 记下将要新建的文件夹，卸载时若空了就删去。
makeFolder() {
  [ -d "$1" ] && return 0
  makeFolder "$(dirname -- "$1")"
  # 先记后建：中断在两步之间也能收拾。
  MADE="$1
$MADE"
  mkdir -- "$1"
}

# 从里到外删去建过的文件夹，里面有别的东西的留着。
dropFolders() {
  printf '%s\n' "$1" | while IFS= read -r folder; do
    if [ -n "$folder" ]; then rmdir -- "$folder" 2>/dev/null || true; fi
  done
}

# putFile 新内容 目的：权限照旧，一次换好。
putFile() {
  if [ -e "$2" ]; then cp -p -- "$2" "$2.$NAME.new"; else : >"$2.$NAME.new"; fi
  cat -- "$1" >"$2.$NAME.new"
  mv -f -- "$2.$NAME.new" "$2"
}

undoList() {
  file=${ADDONS}/$1
  before=${KEPT}/$1.before
  after=${KEPT}/$1.after
  [ -e "$file" ] || return 0
  if [ -e "$after" ] && cmp -s -- "$file" "$after"; then
    if [ -e "$before" ]; then putFile "$before" "$file"; else rm -f -- "$file"; fi
    return 0
  fi
  grep -qsF "$NAME" "$file" || return 0
  edit "$file" "$WORK/$1" '' || refuseList "$file"
  cmp -s -- "$file" "$WORK/$1" || putFile "$WORK/$1" "$file"
  # 安装以后别人也改过：只去掉自己的条目，安装前的备份留着。
  if [ -e "$before" ]; then
    cp -p -- "$before" "$ADDONS/$1.$NAME.bak"
    say "安装以后清单还被别的程序改过，只去掉了自己的条目；安装前的备份在 $ADDONS/$1.$NAME.bak"
  fi
}

# 不论怎样结束都收拾；安装做到一半停下的，恢复成安装以前的样子。
MADE=
COPYING=
FIRST=
tidy() {
  if [ -n "$WORK" ]; then rm -rf -- "$WORK"; fi
  rm -f -- "$ADDONS/jsplugins.xml.$NAME.new" "$ADDONS/publish.xml.$NAME.new"
  if [ -n "$COPYING" ]; then
    rm -rf -- "$ADDONS/$FOLDER.new" "$ADDONS/$NAME.7z.new"
    if [ -n "$FIRST" ]; then rm -rf -- "$KEPT"; fi
    dropFolders "$MADE"
  fi
}
# dash 被信号终止时不走 EXIT，所以先转成退出。
WORK=
trap tidy EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
WORK=$(mktemp -d)

# 从这里起很快，不再中断：清单和文件要么都换好，要么都不换。
pastStopping() {
  trap '' HUP INT TERM
  COPYING=
}

if [ "$ACTION" = remove ]; then
  if [ ! -d "$ADDONS" ]; then
    say "没有安装过，什么也没有改。"
    exit 0
  fi
  # 先看两份清单是否都完整，再动手。
  for list in jsplugins.xml publish.xml; do
    if [ -e "$ADDONS/$list" ] && grep -qsF "$NAME" "$ADDONS/$list"; then
      edit "$ADDONS/$list" "$WORK/$list" '' || refuseList "$ADDONS/$list"
    fi
  done
  pastStopping
  for list in jsplugins.xml publish.xml; do undoList "$list"; done
  if [ -e "$KEPT/made" ]; then MADE=$(cat -- "$KEPT/made"); fi
  rm -rf -- "$KEPT" "$ADDONS/$NAME".7z "$ADDONS/$NAME"_[0-9]*
  dropFolders "$MADE"
  say "已卸载。请把 WPS 全部关掉，再打开。"
  exit 0
fi

[ -d "$HERE/$FOLDER" ] || stop "没有找到 $HERE/$FOLDER：请把整个安装包复制过来，在里面运行。"
chooseList
FILE=${ADDONS}/${LIST}.xml
if [ "$LIST" = publish ]; then
  ENTRY="<jsplugin name=\"$NAME\" type=\"et\" url=\"$FOLDER\" version=\"$VERSION\" enable=\"enable_dev\" install=\"null\" customDomain=\"\"/>"
else
  ENTRY="<jsplugin name=\"$NAME\" type=\"et\" url=\"file://$(escaped "$ADDONS")/$NAME.7z\" version=\"$VERSION\"/>"
fi

# 一切先在旁边做好，清单不完整就停在这里。
if [ -e "$FILE" ]; then
  edit "$FILE" "$WORK/after" "$ENTRY" || refuseList "$FILE"
else
  printf '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<jsplugins>\n  %s\n</jsplugins>\n' "$ENTRY" >"$WORK/after"
fi
# 两份清单里只能有一份写着它，否则会装两遍。
for list in jsplugins.xml publish.xml; do
  if [ "$ADDONS/$list" != "$FILE" ] && grep -qsF "$NAME" "$ADDONS/$list"; then
    edit "$ADDONS/$list" "$WORK/other" '' || refuseList "$ADDONS/$list"
  fi
done

# 慢的先做：文件都复制到旁边，这时还可以中断。
[ -d "$KEPT" ] || FIRST=yes
COPYING=yes
makeFolder "$ADDONS"
mkdir -p -- "$KEPT"
if [ -n "$MADE" ]; then printf '%s' "$MADE" >"$KEPT/made"; fi
rm -rf -- "$ADDONS/$FOLDER.new"
cp -R -- "$HERE/$FOLDER" "$ADDONS/$FOLDER.new"
cp -- "$HERE/$NAME.7z" "$ADDONS/$NAME.7z.new"

pastStopping
for list in jsplugins.xml publish.xml; do
  if [ "$ADDONS/$list" != "$FILE" ] && grep -qsF "$NAME" "$ADDONS/$list"; then
    undoList "$list"
    rm -f -- "$KEPT/$list.before" "$KEPT/$list.after"
  fi
done
for old in "$ADDONS/$NAME"_[0-9]*; do
  case $old in *.new) ;; *) rm -rf -- "$old" ;; esac
done
mv -- "$ADDONS/$FOLDER.new" "$ADDONS/$FOLDER"
mv -f -- "$ADDONS/$NAME.7z.new" "$ADDONS/$NAME.7z"

# 再装一遍时，最早的备份仍是安装前的样子。
if [ -e "$KEPT/$LIST.xml.after" ] && cmp -s -- "$FILE" "$KEPT/$LIST.xml.after"; then
  :
elif [ -e "$FILE" ]; then
  edit "$FILE" "$KEPT/$LIST.xml.before" ''
  if ! grep -qsF "$NAME" "$FILE"; then cp -p -- "$FILE" "$KEPT/$LIST.xml.before"; fi
else
  rm -f -- "$KEPT/$LIST.xml.before"
fi
putFile "$WORK/after" "$FILE"
cp -p -- "$FILE" "$KEPT/$LIST.xml.after"

say "已装好，写在 $FILE。"
if ! officeFolders | grep -q .; then
  say "注意：没有在这台电脑上找到 WPS（看过 /opt/kingsoft 和 /opt/apps），文件放在了常用的位置。WPS 装在别处的，请卸载后用 --office、--addons 写明文件夹再装。"
fi
say "请把 WPS 全部关掉再打开 WPS 表格，在询问里点“允许”，然后再关掉、再打开一次，功能区里就有“台账校核”。"
if [ "$LIST" = jsplugins ]; then
  say "没有出现时，请让管理员确认 oem.ini 里有 JsApiPlugin=true。"
else
  say "没有出现时，请让管理员按 oem.ini 的写法打开加载项，再运行一次本脚本。"
fi
