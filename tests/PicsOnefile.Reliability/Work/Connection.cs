using System;
using System.Net;
using System.Security;
using System.Threading.Tasks;
using PicsOnefile.Runs;
using PicsOnefile.Sandbox;
using PicsOnefile.Sessions;

namespace PicsOnefile.Reliability.Work;

/// <summary>What a process needs to work with a twin: addresses, secrets, the cache, the clock.</summary>
public sealed record Connection
{
    public required string OnefileAddress { get; init; }

    public required string PicsWebAddress { get; init; }

    public required string CustomerToken { get; init; }

    public required string ApiUser { get; init; }

    public required string ApiPassword { get; init; }

    public required string CachePath { get; init; }

    public LinkBy LinkBy { get; init; }

    public int CallLimit { get; init; } = 300;

    public required TimeProvider Clock { get; init; }

    /// <summary>The connection to a twin of this process.</summary>
    public static Connection To(TwinServer server, string cachePath, TimeProvider clock, int callLimit) =>
        new()
        {
            OnefileAddress = server.OnefileAddress.ToString(),
            PicsWebAddress = server.PicsWebAddress.ToString(),
            CustomerToken = server.Twin.Credentials.CustomerToken,
            ApiUser = server.Twin.Credentials.ApiUser,
            ApiPassword = server.Twin.Credentials.ApiPassword,
            CachePath = cachePath,
            LinkBy = server.Twin.World.HasSeveralCentres ? LinkBy.MisValue : LinkBy.AdditionalId,
            CallLimit = callLimit,
            Clock = clock,
        };

    /// <summary>Opens a session, as Connect-PicsOnefile does.</summary>
    public async Task<PicsOnefileSession> OpenAsync(RunContext run)
    {
        var profile = new PicsOnefileProfile
        {
            ProfileName = "Reliability",
            Environment = OnefileEnvironment.Live,
            OnefileAddress = OnefileAddress,
            PicsWebAddress = PicsWebAddress,
            LinkBy = LinkBy,
            CallLimit = CallLimit,
            CachePath = CachePath,
        };
        using var token = Secret(CustomerToken);
        return await SessionOpening.OpenAsync(profile, new ConnectionSecrets(token, new NetworkCredential(ApiUser, ApiPassword)), null, run, Clock);
    }

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (char one in text)
            secret.AppendChar(one);
        secret.MakeReadOnly();
        return secret;
    }
}
