#requires -Version 7.4
#requires -Modules Microsoft.PowerShell.PlatyPS
<#
.SYNOPSIS
    Makes the help that is shipped (module/en-US) from the markdown in this folder.
.DESCRIPTION
    Microsoft.PowerShell.PlatyPS reads the markdown and writes the MAML. It leaves out default values, keeps an example as one text with its
    fences, and joins paragraphs: these are set right afterwards, from the same markdown, so that Get-Help shows them as they are meant.
.EXAMPLE
    ./Export-Maml.ps1
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$target = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', 'en-US', 'PicsOnefile.PowerShell.dll-Help.xml'))
$work = [IO.Path]::Combine([IO.Path]::GetTempPath(), [IO.Path]::GetRandomFileName())

function Add-Child([Xml.XmlElement] $to, [string] $name, [string] $text) {
    $child = $to.OwnerDocument.CreateElement($name, $to.GetNamespaceOfPrefix($name.Split(':')[0]))
    $child.InnerText = $text
    $null = $to.AppendChild($child)
}

function Write-Paragraph([Xml.XmlElement] $in, [string] $text) {
    $in.RemoveAll()
    foreach ($paragraph in $text.Replace("`r", '').Trim() -split '\n\n+') { Add-Child -to $in -name 'maml:para' -text $paragraph.Trim() }
}

try {
    $help = Get-ChildItem -Path $PSScriptRoot -Filter '*-*.md' | Sort-Object -Property Name -Culture '' | Import-MarkdownCommandHelp
    $file = $help | Export-MamlCommandHelp -OutputFolder $work -Force
    $maml = [xml]::new()
    $maml.PreserveWhitespace = $false
    $maml.Load($file.FullName)
    $names = [Xml.XmlNamespaceManager]::new($maml.NameTable)
    $names.AddNamespace('maml', 'http://schemas.microsoft.com/maml/2004/10')
    $names.AddNamespace('command', 'http://schemas.microsoft.com/maml/dev/command/2004/10')
    $names.AddNamespace('dev', 'http://schemas.microsoft.com/maml/dev/2004/10')

    foreach ($command in $maml.SelectNodes('//command:command', $names)) {
        $name = $command.SelectSingleNode('command:details/command:name', $names).InnerText
        $source = $help | Where-Object Title -EQ $name
        Write-Paragraph $command.SelectSingleNode('maml:description', $names) $source.Description

        # A cmdlet without a parameter of a value has none to set right.
        foreach ($parameter in $command.SelectNodes('.//command:parameter', $names)) {
            $default = ($source.Parameters | Where-Object Name -EQ $parameter.SelectSingleNode('maml:name', $names).InnerText).DefaultValue
            if ($default) { Add-Child -to $parameter -name 'dev:defaultValue' -text $default }
        }

        $examples = @($command.SelectNodes('command:examples/command:example', $names))
        for ($i = 0; $i -lt $examples.Count; $i++) {
            if ($source.Examples[$i].Remarks.Replace("`r", '') -notmatch '(?s)^\s*```powershell\n(?<code>.*?)\n```\s*(?<words>.*)$') {
                throw "$name, example $($i + 1): first a fenced powershell block belongs there, then what it does."
            }
            $examples[$i].SelectSingleNode('maml:introduction', $names).RemoveAll()
            $examples[$i].SelectSingleNode('dev:code', $names).InnerText = $Matches.code
            Write-Paragraph $examples[$i].SelectSingleNode('dev:remarks', $names) $Matches.words
        }

        foreach ($link in $command.SelectNodes('command:relatedLinks/maml:navigationLink', $names)) {
            # The first one is PlatyPS's own, for a page on the web; the others name files of this folder.
            if ($link.SelectSingleNode('maml:linkText', $names).InnerText -eq 'Online Version') { $null = $link.ParentNode.RemoveChild($link) }
            else { $link.SelectSingleNode('maml:uri', $names).InnerText = '' }
        }
    }

    $settings = [Xml.XmlWriterSettings]@{ Indent = $true; NewLineChars = "`n"; Encoding = [Text.UTF8Encoding]::new($false) }
    $writer = [Xml.XmlWriter]::Create($target, $settings)
    try { $maml.Save($writer) } finally { $writer.Dispose() }
    [IO.File]::AppendAllText($target, "`n")
    "$($help.Count) cmdlets in $target."
}
finally {
    if ([IO.Directory]::Exists($work)) { [IO.Directory]::Delete($work, $true) }
}
