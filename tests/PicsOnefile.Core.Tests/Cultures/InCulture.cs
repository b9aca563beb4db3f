using System;
using System.Globalization;

namespace PicsOnefile.Core.Tests.Cultures;

/// <summary>The culture of this test, until it is over.</summary>
internal sealed class InCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public InCulture(string name) => CultureInfo.CurrentCulture = new CultureInfo(name, useUserOverride: false);

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
