# 把放有 manifest.xml 的共享文件夹登记为 Excel 的受信任目录。只改当前用户的设置，不需要管理员权限。
param([Parameter(Mandatory = $true)][string]$Share)

$folder = (Get-Item -LiteralPath $Share).FullName.TrimEnd('\')
if (-not (Test-Path -LiteralPath (Join-Path $folder 'manifest.xml'))) {
    Write-Host "这个文件夹里没有 manifest.xml：$folder"
    exit 1
}
if (-not $folder.StartsWith('\\')) {
    Write-Host "请从网络共享运行，路径应以 \\ 开头，例如 \\server\xm。现在是：$folder"
    exit 1
}

$id = '{3c1b7d52-90ae-4f6d-8a27-55e0c1f9d8b4}'
$key = "HKCU:\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs\$id"
New-Item -Path $key -Force | Out-Null
Set-ItemProperty -Path $key -Name 'Id' -Value $id
Set-ItemProperty -Path $key -Name 'Url' -Value $folder
Set-ItemProperty -Path $key -Name 'Flags' -Value 1 -Type DWord

Write-Host '已登记。请关闭并重新打开 Excel，然后：插入 → 我的加载项 → 共享文件夹 → 台账校核 → 添加。'
