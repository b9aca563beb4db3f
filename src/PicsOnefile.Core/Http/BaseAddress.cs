using System;
using System.Net;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>The base address of all calls to one system. No path can lead away from its host.</summary>
public sealed class BaseAddress
{
    private readonly string _root;

    /// <summary>Validates the address.</summary>
    /// <param name="address">An https address, or an http address of this computer.</param>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.AddressNotAllowed"/>: not https (or http on the loopback address), or more than host and
    /// path.</exception>
    public BaseAddress(Uri address)
    {
        if (!address.IsAbsoluteUri)
            throw Refuse(address.OriginalString, "is not a whole address");

        IsLoopback = IsThisComputer(address);
        var allowed = address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback);
        if (!allowed || address.Host.Length == 0)
            throw Refuse(Shown(address), "does not use https");

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw Refuse(Shown(address), "carries more than a host and a path: leave out what is before '@' and after '?' or '#'");

        Uri = address;
        _root = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>The address as given.</summary>
    public Uri Uri { get; }

    /// <summary>Whether the address is the loopback address of this computer.</summary>
    public bool IsLoopback { get; }

    /// <summary>Combines the base address with a path.</summary>
    /// <param name="path">The path with its query, each part escaped; a leading slash does not matter.</param>
    /// <returns>The absolute address, always on the host of <see cref="Uri"/>.</returns>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.AddressNotAllowed"/>: the path leads to another host.</exception>
    public Uri Resolve(string path)
    {
        var whole = Uri.TryCreate($"{_root}/{path.TrimStart('/')}", UriKind.Absolute, out var resolved);
        if (
            !whole
            || Uri.Compare(resolved, Uri, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0
        )
            throw ErrorKinds.AddressNotAllowed.For(Uri.Host, $"A path leads away from {Uri.Host}: {Readable.Line(path)}");

        return resolved!;
    }

    // .NET silently replaces the name "loopback" by localhost. Other programs look that name up, and another computer may have it.
    private static bool IsThisComputer(Uri address) =>
        address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
            ? IPAddress.TryParse(address.Host.Trim('[', ']'), out var number)
                && IPAddress.IsLoopback(number.IsIPv4MappedToIPv6 ? number.MapToIPv4() : number)
            : string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
                && !IsNamedLoopback(address);

    // User information and query are left out: people paste addresses with passwords in them.
    private static string Shown(Uri address) => $"{address.Scheme}://{(IsNamedLoopback(address) ? "loopback" : address.Host)}{address.AbsolutePath}";

    private static bool IsNamedLoopback(Uri address) => address.OriginalString.IndexOf("//loopback", StringComparison.OrdinalIgnoreCase) >= 0;

    private static PicsOnefileException Refuse(string shown, string why)
    {
        var line = Readable.Line(shown);
        return ErrorKinds.AddressNotAllowed.For(line, $"The address {line} {why}.");
    }
}
