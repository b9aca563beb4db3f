using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Onefile;

namespace PicsOnefile.Sessions;

/// <summary>
/// Rejects an address that is known to belong to another environment or system. Other hosts are checked when a connection is opened.
/// </summary>
public static class AddressCheck
{
    private const string OnefileDomain = "onefile.co.uk";
    private const string PicsWebDomain = "picsweb.co.uk";

    // Each rule says what is wrong in the end of a sentence, or null.
    private static readonly IReadOnlyList<Func<Addresses, (string Host, string What)?>> Rules =
    [
        given =>
            given.Onefile is { } host && OnefileServers.FindEnvironment(host) is { } other && other != given.Environment
                ? (host, $"is Onefile's {other}, and {given.Environment} was asked for")
                : null,
        given => given.Onefile is { } host && IsIn(host, PicsWebDomain) ? (host, "is PICSWeb's, and was given as Onefile's address") : null,
        given => given.PicsWeb is { } host && IsIn(host, OnefileDomain) ? (host, "is Onefile's, and was given as PICSWeb's address") : null,
        given => given.PicsWeb is PicsWebDomain or $"www.{PicsWebDomain}" ? (given.PicsWeb, "is the vendor's own web site and no customer's PICSWeb") : null,
    ];

    /// <summary>Checks that the addresses of a profile fit its environment, their systems and its name.</summary>
    /// <returns>The profile.</returns>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.AddressMismatch"/>, <see cref="ErrorKinds.SandboxNameReserved"/>.</exception>
    public static PicsOnefileProfile Validate(PicsOnefileProfile profile)
    {
        // Whoever reads the name in a row has to know that the records are made up.
        if (IsSandbox(profile.ProfileName) && !(IsHere(profile.OnefileAddress) && (profile.PicsWebAddress is null || IsHere(profile.PicsWebAddress))))
            throw ErrorKinds.SandboxNameReserved.For(
                profile.ProfileName,
                $"The name '{PicsOnefileProfile.Sandbox}' is kept for made-up records on this computer, and an address of this profile is another computer's."
            );
        var given = new Addresses(profile.Environment, Host(profile.OnefileAddress), Host(profile.PicsWebAddress));
        return Rules.Select(rule => rule(given)).FirstOrDefault(wrong => wrong is not null) is { } found
            ? throw ErrorKinds.AddressMismatch.For(found.Host, $"The address {Readable.Line(found.Host)} {found.What}.")
            : profile;
    }

    // A name may end with a dot, and letter case means nothing in it.
    private static string? Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host.TrimEnd('.').ToLowerInvariant() : null;

    // By what is seen of the name: blanks and invisible characters around it would pass another system's rows off as made up.
    private static bool IsSandbox(string name) => RecordId.Same(name, PicsOnefileProfile.Sandbox);

    private static bool IsHere(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static bool IsIn(string host, string domain) => host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal);

    private sealed record Addresses(OnefileEnvironment Environment, string? Onefile, string? PicsWeb);
}
