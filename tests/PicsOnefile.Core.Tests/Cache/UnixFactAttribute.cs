using System;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>A promise about Unix file systems; on Windows there is nothing to see, and the test says so.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows keeps an open file in its place, and rights in access lists.";
    }
}
