# 台账校核 WPS 加载项：给当前用户安装或卸载（Windows）。不需要管理员权限，不连网络，不改注册表。
# 只增删名为 @ADD_IN@ 的条目和文件夹；改清单之前先备份。
param(
    [switch]$Remove,
    [ValidateSet('auto', 'jsplugins', 'publish')][string]$List = 'auto',
    [string]$Addons = (Join-Path $env:APPDATA 'kingsoft\wps\jsaddons'),
    [string]$Office = ''
)
$ErrorActionPreference = 'Stop'
$name = '@ADD_IN@'
$version = '@VERSION@'
$folder = "${name}_$version"
$kept = Join-Path $Addons "$name.kept"
$lists = 'jsplugins.xml', 'publish.xml'

function Stop-Here([string]$sentence) {
    Write-Host $sentence
    exit 1
}

function Stop-Incomplete([string]$file) {
    Stop-Here "清单不完整，没有改动任何东西：${file}`n请让管理员看一看这个文件（它应当是 <jsplugins>…</jsplugins>），改好后再运行一次。"
}

# 读清单；不是完整的清单则返回 $null。
function Read-List([string]$file) {
    $xml = New-Object System.Xml.XmlDocument
    $xml.PreserveWhitespace = $true
    $xml.XmlResolver = $null
    try { $xml.Load($file) } catch { return $null }
    if ($xml.DocumentElement.LocalName -ne 'jsplugins') { return $null }
    return , $xml
}

function Write-List([System.Xml.XmlDocument]$xml, [string]$file) {
    $settings = New-Object System.Xml.XmlWriterSettings
    $settings.Encoding = New-Object System.Text.UTF8Encoding($false)
    $settings.NewLineHandling = 'None'
    $settings.OmitXmlDeclaration = ($null -eq $xml.FirstChild -or $xml.FirstChild.NodeType -ne 'XmlDeclaration')
    $writer = [System.Xml.XmlWriter]::Create("${file}.${name}.new", $settings)
    $xml.Save($writer)
    $writer.Close()
    Move-Item -LiteralPath "${file}.${name}.new" -Destination $file -Force
}

# 返回去掉了几条。
function Remove-Own([System.Xml.XmlDocument]$xml) {
    $own = @($xml.DocumentElement.ChildNodes | Where-Object { $_.NodeType -eq 'Element' -and $_.GetAttribute('name') -eq $name })
    foreach ($entry in $own) {
        $space = $entry.PreviousSibling
        if ($null -ne $space -and $space.NodeType -match 'Whitespace') { [void]$xml.DocumentElement.RemoveChild($space) }
        [void]$xml.DocumentElement.RemoveChild($entry)
    }
    return $own.Count
}

function Test-Same([string]$one, [string]$other) {
    if (-not ((Test-Path -LiteralPath $one) -and (Test-Path -LiteralPath $other))) { return $false }
    return [Convert]::ToBase64String([IO.File]::ReadAllBytes($one)) -eq [Convert]::ToBase64String([IO.File]::ReadAllBytes($other))
}

# 安装以后没有别的程序改过，就恢复安装前的文件；否则只去掉自己的条目，备份留着。
function Undo-List([string]$fileName) {
    $file = Join-Path $Addons $fileName
    $before = Join-Path $kept "$fileName.before"
    if (-not (Test-Path -LiteralPath $file)) { return }
    if (Test-Same $file (Join-Path $kept "$fileName.after")) {
        if (Test-Path -LiteralPath $before) { Copy-Item -LiteralPath $before -Destination $file -Force }
        else { Remove-Item -LiteralPath $file }
        return
    }
    $xml = Read-List $file
    if ($null -eq $xml) { return }
    if ((Remove-Own $xml) -eq 0) { return }
    if (Test-Path -LiteralPath $before) {
        Copy-Item -LiteralPath $before -Destination "${file}.${name}.bak" -Force
        Write-Host "安装以后清单还被别的程序改过，只去掉了自己的条目；安装前的备份在 ${file}.${name}.bak"
    }
    Write-List $xml $file
}

# oem.ini 允许加载项时写 jsplugins.xml，否则写 WPS 自己的安装服务也用的 publish.xml。
function Select-List {
    if ($List -ne 'auto') { return $List }
    $folders = @()
    if ($Office -ne '') { $folders += $Office }
    else {
        foreach ($key in 'HKCU:\Software\Kingsoft\Office\6.0\Common', 'HKLM:\Software\Kingsoft\Office\6.0\Common', 'HKLM:\Software\WOW6432Node\Kingsoft\Office\6.0\Common') {
            $found = Get-ItemProperty -Path $key -ErrorAction SilentlyContinue
            if ($null -ne $found -and $found.PSObject.Properties['InstallRoot']) { $folders += (Join-Path $found.InstallRoot 'office6') }
        }
    }
    foreach ($one in $folders) {
        $ini = Join-Path $one 'cfgs\oem.ini'
        if ((Test-Path -LiteralPath $ini) -and (Select-String -LiteralPath $ini -Pattern '^\s*JsApiPlugin\s*=\s*true' -Quiet)) { return 'jsplugins' }
    }
    return 'publish'
}

$chosen = ''
if (-not $Remove) { $chosen = "$(Select-List).xml" }

# 先看要改的清单是否都完整，再动手。
foreach ($each in $lists) {
    $file = Join-Path $Addons $each
    if (-not (Test-Path -LiteralPath $file)) { continue }
    $concerned = ($each -eq $chosen) -or (Select-String -LiteralPath $file -Pattern $name -SimpleMatch -Quiet)
    if ($concerned -and ($null -eq (Read-List $file))) { Stop-Incomplete $file }
}

if ($Remove) {
    if (-not (Test-Path -LiteralPath $Addons)) {
        Write-Host '没有安装过，什么也没有改。'
        exit 0
    }
    foreach ($each in $lists) { Undo-List $each }
    $made = Test-Path -LiteralPath (Join-Path $kept 'made')
    Get-ChildItem -LiteralPath $Addons -Directory -Filter "${name}_*" | Remove-Item -Recurse -Force
    foreach ($own in $kept, (Join-Path $Addons "$name.7z")) {
        if (Test-Path -LiteralPath $own) { Remove-Item -LiteralPath $own -Recurse -Force }
    }
    # 文件夹是安装时新建的，空了就删去。
    if ($made -and -not (Get-ChildItem -LiteralPath $Addons -Force)) { Remove-Item -LiteralPath $Addons }
    Write-Host '已卸载。请把 WPS 全部关掉，再打开。'
    exit 0
}

$source = Join-Path $PSScriptRoot $folder
if (-not (Test-Path -LiteralPath $source)) { Stop-Here "没有找到 ${source}：请把整个安装包复制过来，在里面运行。" }
$file = Join-Path $Addons $chosen
$isNew = -not (Test-Path -LiteralPath $Addons)
[void](New-Item -ItemType Directory -Path $Addons, $kept -Force)
if ($isNew) { [void](New-Item -ItemType File -Path (Join-Path $kept 'made') -Force) }
# 两份清单里只能有一份写着它，否则会装两遍。
foreach ($each in $lists) {
    if ($each -eq $chosen) { continue }
    Undo-List $each
    Remove-Item -Path (Join-Path $kept "$each.*") -ErrorAction SilentlyContinue
}
Get-ChildItem -LiteralPath $Addons -Directory -Filter "${name}_*" | Remove-Item -Recurse -Force
Copy-Item -LiteralPath $source -Destination (Join-Path $Addons $folder) -Recurse
Copy-Item -LiteralPath (Join-Path $PSScriptRoot "$name.7z") -Destination (Join-Path $Addons "$name.7z") -Force

$before = Join-Path $kept "$chosen.before"
$after = Join-Path $kept "$chosen.after"
if (-not (Test-Same $file $after)) {
    Remove-Item -LiteralPath $before -ErrorAction SilentlyContinue
    if (Test-Path -LiteralPath $file) {
        Copy-Item -LiteralPath $file -Destination $before
        $clean = Read-List $before
        if ((Remove-Own $clean) -gt 0) { Write-List $clean $before }
    }
}
if (Test-Path -LiteralPath $file) { $xml = Read-List $file }
else {
    $xml = New-Object System.Xml.XmlDocument
    $xml.PreserveWhitespace = $true
    $xml.LoadXml("<?xml version=`"1.0`" encoding=`"UTF-8`" standalone=`"yes`"?>`n<jsplugins>`n</jsplugins>")
}
[void](Remove-Own $xml)
$entry = $xml.CreateElement('jsplugin')
$entry.SetAttribute('name', $name)
$entry.SetAttribute('type', 'et')
if ($chosen -eq 'publish.xml') { $entry.SetAttribute('url', $folder) }
else { $entry.SetAttribute('url', 'file:///' + (Join-Path $Addons "$name.7z").Replace('\', '/')) }
$entry.SetAttribute('version', $version)
if ($chosen -eq 'publish.xml') {
    $entry.SetAttribute('enable', 'enable_dev')
    $entry.SetAttribute('install', 'null')
    $entry.SetAttribute('customDomain', '')
}
[void]$xml.DocumentElement.AppendChild($xml.CreateSignificantWhitespace("`n  "))
[void]$xml.DocumentElement.AppendChild($entry)
[void]$xml.DocumentElement.AppendChild($xml.CreateSignificantWhitespace("`n"))
Write-List $xml $file
Copy-Item -LiteralPath $file -Destination $after -Force

Write-Host "已装好，写在 ${file}。"
Write-Host '请把 WPS 全部关掉再打开 WPS 表格，在询问里点“允许”，然后再关掉、再打开一次，功能区里就有“台账校核”。'
if ($chosen -eq 'jsplugins.xml') { Write-Host '没有出现时，请让管理员确认 oem.ini 里有 JsApiPlugin=true。' }
else { Write-Host '没有出现时，请在浏览器里打开 publish.html 安装，或让管理员按 oem.ini 的写法打开加载项。' }
