using System;
using System.IO;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>Takes a file for its full path. Windows PowerShell's own conversion leaves the folder out of what Get-ChildItem found.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PathOfFileAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics? engineIntrinsics, object? inputData) =>
        (inputData is PSObject given ? given.BaseObject : inputData) is FileSystemInfo file ? file.FullName : inputData;
}
