using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace PicsOnefile.Records;

/// <summary>
/// The two systems that records come from: an environment of Onefile, the customer in it, and the PICSWeb beside it. Two of them share no ID but by chance. It
/// travels as one text with candidates, with components of standards and in the keys of review files: Live/7001/5f2a91c4.
/// </summary>
/// <remarks>The text shows no personal data and no secret. A fingerprint takes the place of PICSWeb's address, and nothing is made of the token.</remarks>
/// <param name="Environment">Onefile's environment.</param>
/// <param name="CustomerId">Onefile's ID of the customer.</param>
/// <param name="Tenant">The fingerprint of PICSWeb's address; null where exported lists are used alone.</param>
public sealed record RecordOrigin(OnefileEnvironment Environment, string CustomerId, string? Tenant)
{
    private const char Separator = '/';
    private const int FingerprintBytes = 4;

    /// <summary>The customer and the environment in words.</summary>
    public string Words => $"customer {CustomerId} in {Environment}";

    /// <summary>Makes the origin of a connection.</summary>
    /// <param name="environment">Onefile's environment.</param>
    /// <param name="customerId">Onefile's ID of the customer.</param>
    /// <param name="picsWebAddress">PICSWeb's address, or null. Its host and port count.</param>
    /// <returns>The origin.</returns>
    public static RecordOrigin From(OnefileEnvironment environment, string customerId, string? picsWebAddress) =>
        new(environment, customerId, Uri.TryCreate(picsWebAddress, UriKind.Absolute, out var address) ? Fingerprint(address.Authority) : null);

    /// <summary>Parses the text.</summary>
    /// <returns>The origin; null for any other text. A list of a user may have a column of the same name.</returns>
    public static RecordOrigin? Parse(string? text) =>
        (text ?? "").Trim().Split(Separator) is { Length: 2 or 3 } parts
        && parts.All(part => part.Length > 0)
        && Enum.GetNames(typeof(OnefileEnvironment)).FirstOrDefault(name => name.Equals(parts[0], StringComparison.OrdinalIgnoreCase)) is { } name
            ? new((OnefileEnvironment)Enum.Parse(typeof(OnefileEnvironment), name), Uri.UnescapeDataString(parts[1]), parts.ElementAtOrDefault(2))
            : null;

    /// <summary>Checks whether records of both are surely of different systems. A PICSWeb that is not known differs from none.</summary>
    /// <returns>True for another environment, customer or PICSWeb.</returns>
    public bool Differs(RecordOrigin other) =>
        Environment != other.Environment || CustomerId != other.CustomerId || (Tenant is not null && other.Tenant is not null && Tenant != other.Tenant);

    /// <summary>The text.</summary>
    /// <returns>Environment, customer and fingerprint.</returns>
    public override string ToString() =>
        string.Join(Separator.ToString(), new[] { Environment.ToString(), Uri.EscapeDataString(CustomerId), Tenant }.Where(part => part is not null));

    private static string Fingerprint(string authority)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(authority.ToLowerInvariant()));
        return BitConverter.ToString(hash, 0, FingerprintBytes).Replace("-", "").ToLowerInvariant();
    }
}
