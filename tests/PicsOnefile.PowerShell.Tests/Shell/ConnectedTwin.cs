using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Shell;

/// <summary>One connected twin for all tests of a class that only read.</summary>
public sealed class ConnectedTwin : IAsyncLifetime
{
    public TwinShell Shell { get; private set; } = null!;

    public async Task InitializeAsync() => Shell = await TwinShell.StartAsync();

    public async Task DisposeAsync() => await Shell.DisposeAsync();
}
