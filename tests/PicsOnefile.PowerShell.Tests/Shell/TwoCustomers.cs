using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.Sandbox;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Shell;

/// <summary>
/// One shell in front of two twins, neither connected by a saved profile. Both have the same IDs: nothing but the origin of a row keeps strangers apart.
/// </summary>
internal sealed class TwoCustomers : IAsyncDisposable
{
    private TwoCustomers(TwinShell first, TwinShell second) => (First, Second) = (first, second);

    /// <summary>The first twin, with the shell of both.</summary>
    public TwinShell First { get; }

    public TwinShell Second { get; }

    public string Folder => First.Folder;

    /// <summary>Starts both, with the first one connected.</summary>
    /// <param name="first">The first twin; null for a small one.</param>
    /// <param name="second">The second twin; null for one of another customer with the same IDs.</param>
    public static async Task<TwoCustomers> StartAsync(TwinOptions? first = null, TwinOptions? second = null)
    {
        var both = new TwoCustomers(await TwinShell.StartAsync(first), await TwinShell.StartAsync(second, connect: false));
        if (second is null)
            both.Second.Edit(world => world.CustomerId = 7099);
        var (shell, server) = (both.First.Shell, both.Second.Server);
        shell.Set("token2", TwinShell.Protect(server.Twin.Credentials.CustomerToken));
        shell.Set("user2", new PSCredential(server.Twin.Credentials.ApiUser, TwinShell.Protect(server.Twin.Credentials.ApiPassword)));
        shell.Set("onefile2", server.OnefileAddress);
        shell.Set("picsWeb2", server.PicsWebAddress);
        return both;
    }

    public IReadOnlyList<PSObject> Must(string script) => First.Must(script);

    public void Set(string variable, object value) => First.Shell.Set(variable, value);

    /// <summary>Connects to the second twin, as a person does who has two customers.</summary>
    public void GoToSecond() =>
        Must(
            $"$connection = Connect-PicsOnefile -Environment {Second.Twin.Credentials.Environment} -OnefileAddress $onefile2 -PicsWebAddress $picsWeb2 "
                + "-CustomerToken $token2 -ApiUser $user2 -CachePath $folder/second.db"
        );

    /// <summary>Runs a line that writes errors, and leaves the second twin and what is remembered of it as they are.</summary>
    /// <returns>The sentences.</returns>
    public IReadOnlyList<string> ChangesNothing(string script) => [.. Errors(script).Select(error => error.ToString())];

    /// <summary>The same for a line that must refuse every row because of its origin.</summary>
    /// <returns>The sentences.</returns>
    public IReadOnlyList<string> Refused(string script)
    {
        var errors = Errors(script);
        Assert.All(errors, error => error.Is("CandidateOfAnotherProfile", ErrorCategory.InvalidArgument));
        return [.. errors.Select(error => error.ToString())];
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }

    private List<ErrorRecord> Errors(string script)
    {
        var world = Second.World();
        var result = First.Run(script);
        Assert.Equal(world, Second.World());
        Assert.Empty(Must("Get-LinkHistory; Get-LinkExclusion"));
        List<ErrorRecord> errors = [.. result.Errors, .. result.Ended is { } ended ? [ended.ErrorRecord] : Array.Empty<ErrorRecord>()];
        Assert.NotEmpty(errors);
        return errors;
    }
}
